import { createSignal, type JSX } from 'solid-js'
import { v7 } from 'uuid'
import { send } from '../api/client.ts'
import { NoteDialog } from '../form/note-dialog.tsx'
import { DecideTimeOffDocument, type TimeOffRecordFragment } from '../generated/graphql.ts'
import { showToast } from '../ui/toast.tsx'
import { outcomeOf } from './send-time-off.ts'

interface DenyDialogProps {
  readonly timeOff: TimeOffRecordFragment
  readonly onClose: () => void
  readonly onChanged: () => void
}

export function DenyDialog(props: DenyDialogProps): JSX.Element {
  const [busy, setBusy] = createSignal(false)
  const [message, setMessage] = createSignal<string>()
  async function deny(note: string): Promise<void> {
    if (busy()) return
    setBusy(true)
    const { id, version: expectedVersion } = props.timeOff
    const input = { id, expectedVersion, decision: 'DENY' as const, note: note || null, clientMutationId: v7() }
    const outcome = await outcomeOf(async () => (await send(DecideTimeOffDocument, { input })).decideTimeOff)
    setBusy(false)
    if (outcome.kind === 'done') {
      showToast({ text: 'The request is denied.' })
      props.onClose()
    } else
      setMessage(outcome.kind === 'failed' ? outcome.message : outcome.problems.map((each) => each.message).join(' '))
    props.onChanged()
  }
  return (
    <NoteDialog
      title="Deny this request?"
      description={`Nothing changes in the calendar. ${props.timeOff.requestedBy ?? 'Whoever asked'} sees your answer.`}
      keepLabel="Keep it waiting"
      goLabel="Deny the request"
      noteLabel="Answer"
      busy={busy()}
      message={message()}
      onClose={props.onClose}
      onGo={(note) => void deny(note)}
    />
  )
}
