import { createSignal, type JSX, Show } from 'solid-js'
import { makeIds } from '../booking/make-ids.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import type { CancellationReason, SeriesScope } from '../generated/graphql.ts'
import { ScopeChoice } from '../repeat/scope-choice.tsx'
import { createSeriesChange } from '../series/create-series-change.ts'
import { changedIn } from '../series/report.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { cancellationWords } from './cancellation-words.ts'
import { type ChangeOutcome, sendCancellation } from './send-change.ts'

interface CancelDialogProps {
  readonly open: boolean
  readonly id: string
  readonly version: number
  readonly clientName: string
  /** One of a series, of which more may be meant. */
  readonly repeats: boolean
  /** `Tue, Mar 3, 2:30 PM with Dr. Chen`. */
  readonly place: string
  readonly onClose: () => void
  readonly onOutcome: (outcome: ChangeOutcome) => void
}

const reasons = (Object.keys(cancellationWords) as CancellationReason[]).map((value) => ({
  value,
  label: cancellationWords[value],
}))

/** Cancelling frees the time and cannot be taken back: it is asked for once more, with the reason that is kept. */
export function CancelDialog(props: CancelDialogProps): JSX.Element {
  const ids = makeIds()
  const [reason, setReason] = createSignal<CancellationReason>('CLIENT')
  const [note, setNote] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [messages, setMessages] = createSignal<readonly string[]>([])

  const series = createSeriesChange(() => ({
    appointmentId: props.id,
    expectedVersion: props.version,
    cancel: reason(),
    cancelNote: note().trim() || null,
  }))
  const count = () => {
    const report = series.report()
    return report ? changedIn(report) : undefined
  }

  function cancelOne(): Promise<ChangeOutcome> {
    const input = { id: props.id, expectedVersion: props.version, reason: reason(), note: note().trim() || null }
    return sendCancellation({ ...input, clientMutationId: ids.of(input) })
  }

  async function cancelMore(): Promise<ChangeOutcome> {
    const answer = await series.run()
    const card = answer?.cards.find((each) => each.id === props.id)
    if (answer && card) {
      const many = changedIn(answer.report)
      if (many > 1) showToast({ text: `${card.clientName}: ${many} appointments of the series cancelled.` })
      return { kind: 'changed', card }
    }
    const problems = series.report()?.problems.map((each) => each.message) ?? []
    return { kind: 'failed', messages: [...problems, ...(series.failure() ? [series.failure()!] : [])] }
  }

  async function run(): Promise<void> {
    if (busy()) return
    setBusy(true)
    const outcome = series.scope() === 'THIS' ? await cancelOne() : await cancelMore()
    setBusy(false)
    setMessages(outcome.kind === 'changed' ? [] : outcome.messages)
    if (outcome.kind !== 'failed') ids.forget()
    props.onOutcome(outcome)
  }

  return (
    <FormDialog
      open={props.open}
      onClose={props.onClose}
      title="Cancel this appointment?"
      description={`${props.clientName}, ${props.place}. The time is free again at once.`}
      keepLabel="Keep it"
      goLabel={labelOf(series.scope(), count())}
      goKind="danger"
      busy={busy()}
      messages={messages()}
      onSubmit={() => void run()}
    >
      <Show when={props.repeats}>
        <ScopeChoice scope={series.scope()} onScope={series.setScope} />
      </Show>
      <SelectField label="Reason" value={reason()} options={reasons} onChange={setReason} />
      <TextArea label="Note" value={note()} placeholder="Kept with the cancellation" onInput={setNote} />
    </FormDialog>
  )
}

function labelOf(scope: SeriesScope, count: number | undefined): string {
  if (scope === 'THIS') return 'Cancel the appointment'
  return count === undefined ? 'Cancel them' : `Cancel ${count} ${count === 1 ? 'appointment' : 'appointments'}`
}
