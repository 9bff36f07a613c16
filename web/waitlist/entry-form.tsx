import { createEffect, type JSX, Show } from 'solid-js'
import { createAnswer } from '../api/create-answer.ts'
import { wordsOfFailure } from '../api/failure-words.ts'
import type { ChosenClient } from '../booking/draft.ts'
import { makeIds } from '../booking/make-ids.ts'
import { createForm } from '../form/create-form.ts'
import { RecordPanel } from '../form/record-panel.tsx'
import { WaitlistChoicesDocument, type WaitlistLineFragment } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { checkEntries, emptyEntries, entriesOf, saveEntry } from './entry-entries.ts'
import { EntryFields } from './entry-fields.tsx'

interface EntryFormProps {
  readonly entry: WaitlistLineFragment | undefined
  /** Who waits, where that is known beforehand. */
  readonly client?: ChosenClient
  readonly latest: () => Promise<WaitlistLineFragment | undefined>
  readonly actions?: JSX.Element
  readonly above?: JSX.Element
  readonly below?: JSX.Element
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

/** Somebody who waits, being put on the list; or what would suit her, being changed. */
export function EntryForm(props: EntryFormProps): JSX.Element {
  const { entry } = props
  const clientIds = makeIds()
  const choices = createAnswer(WaitlistChoicesDocument, () => ({}))
  const form = createForm({
    initial: entry ? entriesOf(entry) : emptyEntries(props.client),
    check: checkEntries,
    send: (entries, clientMutationId) =>
      saveEntry(entry?.id, entries, { change: clientMutationId, client: clientIds.of(entries.newClient) }, (client) => {
        form.set('newClient', undefined)
        form.set('clientId', client)
      }),
    done: ({ entry: saved }) => {
      form.reset(entriesOf(saved))
      showToast({
        text: entry ? `What suits ${saved.client.name} is saved.` : `${saved.client.name} is on the waitlist.`,
      })
      props.onSaved(saved.id)
    },
  })
  // What others do to it while nothing has been entered yet.
  createEffect(() => {
    const fresh = props.entry && entriesOf(props.entry)
    if (fresh && !form.isDirty() && fresh.version !== form.values.version) form.reset(fresh)
  })
  return (
    <RecordPanel
      title={entry?.client.name ?? 'New entry'}
      form={form}
      saveLabel={entry ? 'Save' : 'Add to the waitlist'}
      onClose={props.onClose}
      actions={props.actions}
      latest={async () => {
        const latest = await props.latest()
        return latest && entriesOf(latest)
      }}
      below={props.below}
    >
      {props.above}
      <Show when={choices.failure()}>
        {(failure) => (
          <Notice tone="danger">
            {wordsOfFailure(failure()).what}: types and therapists are not known.{' '}
            <Button onClick={() => void choices.again()}>Try again</Button>
          </Notice>
        )}
      </Show>
      <EntryFields form={form} choices={choices.data()} entry={entry} />
    </RecordPanel>
  )
}
