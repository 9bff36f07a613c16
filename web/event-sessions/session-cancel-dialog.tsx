import { createSignal, type JSX, Show } from 'solid-js'
import { makeIds } from '../booking/make-ids.ts'
import type { Card } from '../calendar/store/book.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import type { SeriesScope } from '../generated/graphql.ts'
import { ScopeChoice } from '../repeat/scope-choice.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { type SessionOutcome, sendSessionCancellation } from './send-session.ts'

interface SessionCancelProps {
  readonly open: boolean
  readonly card: Card
  /** `Tue, Mar 3, 2:30 PM with Dr. Chen`. */
  readonly place: string
  readonly onClose: () => void
  readonly onOutcome: (outcome: SessionOutcome) => void
}

/** The time is free again at once, and whoever was to come is told: it is asked for once more, with the note for them. */
export function SessionCancelDialog(props: SessionCancelProps): JSX.Element {
  const ids = makeIds()
  const [scope, setScope] = createSignal<SeriesScope>('THIS')
  const [note, setNote] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [messages, setMessages] = createSignal<readonly string[]>([])

  async function run(): Promise<void> {
    if (busy()) return
    setBusy(true)
    const { id, version: expectedVersion } = props.card
    const input = { id, expectedVersion, scope: scope(), note: note().trim() || null }
    const outcome = await sendSessionCancellation({ ...input, clientMutationId: ids.of(input) })
    setBusy(false)
    setMessages(outcome.kind === 'changed' ? [] : outcome.messages)
    if (outcome.kind !== 'failed') ids.forget()
    props.onOutcome(outcome)
  }

  return (
    <FormDialog
      open={props.open}
      onClose={props.onClose}
      title="Cancel this session?"
      description={`${props.card.clientName}, ${props.place}. The time is free again at once.`}
      keepLabel="Keep it"
      goLabel={scope() === 'THIS' ? 'Cancel the session' : 'Cancel them'}
      goKind="danger"
      busy={busy()}
      messages={messages()}
      onSubmit={() => void run()}
    >
      <Show when={props.card.repeats}>
        <ScopeChoice legend="The event repeats. Which sessions are meant?" scope={scope()} onScope={setScope} />
      </Show>
      <TextArea label="Note" value={note()} placeholder="Told to those who were to come" onInput={setNote} />
    </FormDialog>
  )
}
