import '../ui/facts.css'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Link2Off from 'lucide-solid/icons/link-2-off'
import RefreshCw from 'lucide-solid/icons/refresh-cw'
import { createSignal, type JSX } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { runChange } from '../form/run-change.ts'
import {
  type FeedRecordFragment,
  type PrivateFeedKind,
  RenewFeedDocument,
  RevokeFeedDocument,
  UpdateFeedDocument,
} from '../generated/graphql.ts'
import { dateInWords } from '../session/when.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { showToast } from '../ui/toast.tsx'
import { checkFeed, type FeedEntries, FeedFields } from './feed-fields.tsx'
import { changedWords, pulledWords, subjectWords } from './feed-words.ts'

interface FeedPanelProps {
  readonly feed: FeedRecordFragment
  readonly latest: (id: string) => Promise<FeedRecordFragment | undefined>
  readonly onSaved: () => void
  readonly onAddress: (url: string) => void
  readonly onClose: () => void
}

type Ending = 'renew' | 'revoke'

const endings: Readonly<Record<Ending, { readonly title: string; readonly text: string; readonly button: string }>> = {
  renew: {
    title: 'Give this feed a new address?',
    text: 'The old address leads nowhere from now on: every calendar that uses it has to subscribe again.',
    button: 'Renew the address',
  },
  revoke: {
    title: 'Revoke this feed?',
    text: 'Calendars that use it find nothing from now on. It cannot be undone.',
    button: 'Revoke the feed',
  },
}

/** A private feed: what it says, when it was last asked for, and its end. */
export function FeedPanel(props: FeedPanelProps): JSX.Element {
  const [ending, setEnding] = createSignal<Ending>()
  const form = createForm<FeedEntries, Awaited<ReturnType<typeof update>>>({
    initial: entriesOf(props.feed),
    check: checkFeed,
    send: (entries, clientMutationId) => update(props.feed.id, entries, clientMutationId),
    done: ({ feed }) => close(`${feed.name} is saved.`),
  })
  const close = (said: string) => {
    props.onSaved()
    showToast({ text: said })
    props.onClose()
  }
  const end = (how: Ending) => {
    setEnding(undefined)
    const input = { id: props.feed.id, expectedVersion: props.feed.version }
    if (how === 'revoke')
      return runChange({
        send: async (clientMutationId) =>
          (await send(RevokeFeedDocument, { input: { ...input, clientMutationId } })).revokeFeed,
        done: () => close(`${props.feed.name} is revoked.`),
      })
    return runChange({
      send: async () => (await send(RenewFeedDocument, { input })).renewFeed,
      done: ({ url }) => {
        close(`${props.feed.name} has a new address.`)
        props.onAddress(url)
      },
    })
  }
  return (
    <RecordPanel
      title={props.feed.name}
      form={form}
      saveLabel="Save"
      onClose={props.onClose}
      latest={async () => {
        const latest = await props.latest(props.feed.id)
        return latest && entriesOf(latest)
      }}
      actions={
        <Menu
          label={`More about ${props.feed.name}`}
          triggerClass="button quiet icon-only"
          trigger={<Ellipsis size={16} aria-hidden="true" />}
        >
          <MenuItem icon={RefreshCw} onSelect={() => setEnding('renew')}>
            Renew the address
          </MenuItem>
          <MenuItem icon={Link2Off} danger onSelect={() => setEnding('revoke')}>
            Revoke
          </MenuItem>
        </Menu>
      }
      below={
        <Dialog
          open={ending() !== undefined}
          onClose={() => setEnding(undefined)}
          title={endings[ending() ?? 'revoke'].title}
          description={endings[ending() ?? 'revoke'].text}
          actions={
            <>
              <Button onClick={() => setEnding(undefined)}>Keep it as it is</Button>
              <Button kind="danger" onClick={() => void end(ending() ?? 'revoke')}>
                {endings[ending() ?? 'revoke'].button}
              </Button>
            </>
          }
        />
      }
    >
      <FeedFacts feed={props.feed} />
      <FeedFields form={form} />
    </RecordPanel>
  )
}

export function FeedFacts(props: { readonly feed: FeedRecordFragment }): JSX.Element {
  return (
    <dl class="facts">
      <dt>Of</dt>
      <dd>{subjectWords(props.feed)}</dd>
      <dt>Last pulled</dt>
      <dd>{[pulledWords(props.feed), changedWords(props.feed)].filter(Boolean).join(' · ')}</dd>
      <dt>Made</dt>
      <dd>
        {dateInWords(props.feed.createdAt)} by {props.feed.createdBy}
      </dd>
    </dl>
  )
}

function entriesOf({
  clientId,
  includes,
  kind,
  name,
  privacy,
  resourceId,
  subject,
  version,
}: FeedRecordFragment): FeedEntries {
  const of = { kind: kind as PrivateFeedKind, id: resourceId ?? clientId ?? '', name: subject ?? '' }
  return { version, subject: of, name, privacy, includes }
}

async function update(id: string, { includes, name, privacy, version }: FeedEntries, clientMutationId: string) {
  const input = { id, expectedVersion: version, name, privacy, includes: [...includes], clientMutationId }
  return (await send(UpdateFeedDocument, { input })).updateFeed
}
