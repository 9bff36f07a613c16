import '../form/form.css'
import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { makeIds } from '../booking/make-ids.ts'
import type { Card } from '../calendar/store/book.ts'
import type { SeriesScope } from '../generated/graphql.ts'
import { ScopeChoice } from '../repeat/scope-choice.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
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
  const formId = createUniqueId()
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
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Cancel this session?"
      description={`${props.card.clientName}, ${props.place}. The time is free again at once.`}
      actions={
        <>
          <Button onClick={props.onClose}>Keep it</Button>
          <Button kind="danger" type="submit" form={formId} busy={busy()}>
            {scope() === 'THIS' ? 'Cancel the session' : 'Cancel them'}
          </Button>
        </>
      }
    >
      <form
        class="form"
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <div class="form-notices" role="alert">
          <For each={messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
        </div>
        <Show when={props.card.repeats}>
          <ScopeChoice legend="The event repeats. Which sessions are meant?" scope={scope()} onScope={setScope} />
        </Show>
        <TextArea label="Note" value={note()} placeholder="Told to those who were to come" onInput={setNote} />
      </form>
    </Dialog>
  )
}
