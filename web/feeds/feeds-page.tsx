import Rss from 'lucide-solid/icons/rss'
import { createSignal, type JSX } from 'solid-js'
import { ask } from '../api/client.ts'
import { createAnswer } from '../api/create-answer.ts'
import { type FeedRecordFragment, FeedsDocument } from '../generated/graphql.ts'
import { mayDo } from '../session/session.ts'
import { RecordsPage } from '../settings/records-page.tsx'
import { EventsFeedPanel } from './events-feed-panel.tsx'
import { FeedAddressDialog } from './feed-address.tsx'
import { FeedPanel } from './feed-panel.tsx'
import { changedWords, privacyWords, pulledWords, subjectWords } from './feed-words.ts'
import { NewFeedPanel } from './new-feed-panel.tsx'

/** The calendars that other programs subscribe to: whose they are, what they say, and when they were last asked for. */
export default function FeedsPage(): JSX.Element {
  const answer = createAnswer(FeedsDocument, () => ({}))
  const [address, setAddress] = createSignal<string>()
  const saved = () => void answer.again()
  return (
    <>
      <RecordsPage
        title="Calendar feeds"
        newLabel="New feed"
        rows={withEvents(answer.data()?.feeds)}
        failure={answer.failure()}
        onRetry={answer.again}
        nameHead="Name"
        name={(row) => row.name}
        columns={[
          { head: 'Of', cell: subjectWords },
          {
            head: 'Says',
            cell: (row) => (row.kind === 'EVENTS' ? 'What is published' : privacyWords[row.privacy].label),
            wideOnly: true,
          },
          { head: 'Last pulled', cell: pulledWords, wideOnly: true },
          { head: 'Changed', cell: changedWords },
        ]}
        isAway={() => false}
        awayWord="revoked"
        empty={{
          icon: Rss,
          title: 'No feeds yet',
          text: 'With a feed, a phone or another calendar shows what stands in this one, and follows it by itself.',
        }}
        panel={(row, close) => {
          if (!row) return <NewFeedPanel onCreated={saved} onAddress={setAddress} onClose={close} />
          if (row.kind === 'EVENTS') return <EventsFeedPanel feed={row} onClose={close} />
          return <FeedPanel feed={row} latest={latest} onSaved={saved} onAddress={setAddress} onClose={close} />
        }}
      />
      <FeedAddressDialog url={address()} onClose={() => setAddress(undefined)} />
    </>
  )
}

/** That of the published events is there whether or not a calendar ever asked for it. */
function withEvents(feeds: readonly FeedRecordFragment[] | undefined): readonly FeedRecordFragment[] | undefined {
  if (!feeds || !mayDo('EDIT_FEEDS') || feeds.some((each) => each.kind === 'EVENTS')) return feeds
  return [neverPulled, ...feeds]
}

const neverPulled: FeedRecordFragment = {
  ...{ id: 'events', version: 0, kind: 'EVENTS', resourceId: null, clientId: null, subject: null },
  ...{ name: 'Published events', privacy: 'FULL', includes: ['SESSIONS'], pulledAt: null, changesSince: null },
  ...{ createdBy: 'Daybook', createdAt: new Date(0).toISOString() },
}

async function latest(id: string): Promise<FeedRecordFragment | undefined> {
  return (await ask(FeedsDocument, {})).feeds.find((each) => each.id === id)
}
