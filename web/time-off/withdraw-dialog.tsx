import { createSignal, type JSX } from 'solid-js'
import { v7 } from 'uuid'
import { send } from '../api/client.ts'
import { NoteDialog } from '../form/note-dialog.tsx'
import { type TimeOffRecordFragment, WithdrawTimeOffDocument } from '../generated/graphql.ts'
import { showToast } from '../ui/toast.tsx'
import { outcomeOf } from './send-time-off.ts'

interface WithdrawDialogProps {
  readonly timeOff: TimeOffRecordFragment
  readonly onClose: () => void
  readonly onChanged: () => void
}

export function WithdrawDialog(props: WithdrawDialogProps): JSX.Element {
  const [busy, setBusy] = createSignal(false)
  const [message, setMessage] = createSignal<string>()
  const isApproved = props.timeOff.status === 'APPROVED'
  async function withdraw(): Promise<void> {
    if (busy()) return
    setBusy(true)
    const input = { id: props.timeOff.id, expectedVersion: props.timeOff.version, clientMutationId: v7() }
    const outcome = await outcomeOf(async () => (await send(WithdrawTimeOffDocument, { input })).withdrawTimeOff)
    setBusy(false)
    if (outcome.kind === 'done') {
      showToast({ text: isApproved ? 'The time off is withdrawn.' : 'The request is withdrawn.' })
      props.onClose()
    } else
      setMessage(outcome.kind === 'failed' ? outcome.message : outcome.problems.map((each) => each.message).join(' '))
    props.onChanged()
  }
  return (
    <NoteDialog
      title={isApproved ? 'Withdraw this time off?' : 'Withdraw this request?'}
      description={
        isApproved
          ? `${props.timeOff.resource.name} can be booked then again. Appointments that were moved stay where they are.`
          : 'Nobody will decide about it any more.'
      }
      keepLabel="Keep it"
      goLabel="Withdraw"
      busy={busy()}
      message={message()}
      onClose={props.onClose}
      onGo={() => void withdraw()}
    />
  )
}
