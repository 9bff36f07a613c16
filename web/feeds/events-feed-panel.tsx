import '../ui/facts.css'
import type { JSX } from 'solid-js'
import type { FeedRecordFragment } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { Panel } from '../ui/panel.tsx'
import { FeedAddress } from './feed-address.tsx'
import { changedWords, pulledWords } from './feed-words.ts'

interface EventsFeedPanelProps {
  readonly feed: FeedRecordFragment
  readonly onClose: () => void
}

/** The feed of the published events, whose address is no secret. */
export function EventsFeedPanel(props: EventsFeedPanelProps): JSX.Element {
  const url = () => new URL(`/c/${viewer().clinic.slug}/feeds/events.ics`, location.origin).href
  return (
    <Panel title={props.feed.name} onClose={props.onClose}>
      <p>What is published, for everybody to subscribe to. It names no client and tells of no draft.</p>
      <FeedAddress url={url()} />
      <dl class="facts">
        <dt>Last pulled</dt>
        <dd>{[pulledWords(props.feed), changedWords(props.feed)].filter(Boolean).join(' · ')}</dd>
      </dl>
    </Panel>
  )
}
