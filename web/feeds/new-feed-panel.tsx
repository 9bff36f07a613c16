import { type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { CreateFeedDocument } from '../generated/graphql.ts'
import { mayDo, viewer } from '../session/session.ts'
import { checkFeed, type FeedEntries, FeedFields } from './feed-fields.tsx'
import { type ChosenSubject, FeedSubject } from './feed-subject.tsx'

interface NewFeedPanelProps {
  readonly onCreated: () => void
  readonly onAddress: (url: string) => void
  readonly onClose: () => void
}

export function NewFeedPanel(props: NewFeedPanelProps): JSX.Element {
  const form = createForm<FeedEntries, Awaited<ReturnType<typeof create>>>({
    initial: fresh(),
    check: checkFeed,
    send: create,
    done: ({ url }) => {
      props.onCreated()
      props.onAddress(url)
      props.onClose()
    },
  })
  const chooseSubject = (subject: ChosenSubject) => {
    const isOwnName = form.values.name !== suggestedName(form.values.subject)
    form.set('subject', subject)
    if (!isOwnName) form.set('name', suggestedName(subject))
  }
  return (
    <RecordPanel
      title="New feed"
      form={form}
      saveLabel="Create feed"
      onClose={props.onClose}
      latest={async () => undefined}
    >
      <Show when={mayDo('EDIT_FEEDS')}>
        <FeedSubject value={form.values.subject} problem={form.problem('subject')} onChange={chooseSubject} />
      </Show>
      <FeedFields form={form} />
    </RecordPanel>
  )
}

/** Every feed says its name, and no client's name leaves unless somebody wrote it there. */
function suggestedName({ id, kind, name }: ChosenSubject): string {
  return kind === 'CLIENT' && id !== '' ? viewer().clinic.name : name
}

/** A therapist makes feeds of her own calendar alone. */
function fresh(): FeedEntries {
  const own = mayDo('EDIT_FEEDS') ? undefined : viewer().therapistId
  const subject = { kind: 'THERAPIST' as const, id: own ?? '', name: '' }
  return {
    version: 0,
    subject,
    name: own ? 'My calendar' : '',
    privacy: 'BUSY',
    includes: ['APPOINTMENTS', 'SESSIONS'],
  }
}

async function create({ includes, name, privacy, subject }: FeedEntries, clientMutationId: string) {
  const { id, kind } = subject
  const of = {
    therapistId: kind === 'THERAPIST' ? id : null,
    roomId: kind === 'ROOM' ? id : null,
    clientId: kind === 'CLIENT' ? id : null,
  }
  const input = { kind, ...of, name, privacy, includes: [...includes], clientMutationId }
  return (await send(CreateFeedDocument, { input })).createFeed
}
