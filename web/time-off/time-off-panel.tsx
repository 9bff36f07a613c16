import '../form/form.css'
import './time-off-panel.css'
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { mayUndo } from '../../domain/time-off.ts'
import type { TimeOffRecordFragment } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { ApprovalForm } from './approval-form.tsx'
import type { AwayResource } from './cover-field.tsx'
import { DenyDialog } from './deny-dialog.tsx'
import { StillBooked } from './still-booked.tsx'
import { TimeOffFacts } from './time-off-facts.tsx'
import { mayDecide, mayWithdraw } from './time-off-rights.ts'
import { undoApproval } from './undo-approval.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

export interface TimeOffPanelProps {
  readonly timeOff: TimeOffRecordFragment
  readonly resources: readonly AwayResource[]
  /** What the list knows may be old. */
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** One time off: what was asked for, what was answered, and what may be done about it. */
export function TimeOffPanel(props: TimeOffPanelProps): JSX.Element {
  return (
    <Switch fallback={<Known {...props} />}>
      <Match when={props.timeOff.status === 'REQUESTED' && mayDecide()}>
        <ApprovalForm {...props}>
          <TimeOffFacts timeOff={props.timeOff} />
          <Actions {...props} />
        </ApprovalForm>
      </Match>
    </Switch>
  )
}

function Known(props: TimeOffPanelProps): JSX.Element {
  const isAhead = () => props.timeOff.status === 'APPROVED' && Date.parse(props.timeOff.endsAt) > Date.now()
  return (
    <Show
      when={isAhead() && mayDecide()}
      fallback={
        <Panel title={props.timeOff.resource.name} onClose={props.onClose}>
          <TimeOffFacts timeOff={props.timeOff} />
          <Actions {...props} />
        </Panel>
      }
    >
      <StillBooked {...props}>
        <TimeOffFacts timeOff={props.timeOff} />
        <Actions {...props} />
      </StillBooked>
    </Show>
  )
}

function Actions(props: TimeOffPanelProps): JSX.Element {
  const [dialog, setDialog] = createSignal<'deny' | 'withdraw'>()
  const [busy, setBusy] = createSignal(false)
  const close = () => setDialog(undefined)
  // Whoever decides denies what waits.
  const mayTakeBack = () => {
    const { status } = props.timeOff
    return (status === 'APPROVED' || (status === 'REQUESTED' && !mayDecide())) && mayWithdraw(props.timeOff)
  }
  const mayPutBack = () => {
    const { status, decidedAt } = props.timeOff
    return status === 'APPROVED' && mayDecide() && mayUndo(decidedAt ? Date.parse(decidedAt) : null, Date.now())
  }
  const putBack = async () => {
    setBusy(true)
    await undoApproval(props.timeOff, props.onChanged)
    setBusy(false)
  }
  return (
    <div class="time-off-actions">
      <Show when={props.timeOff.status === 'REQUESTED' && mayDecide()}>
        <Button kind="danger" onClick={() => setDialog('deny')}>
          Deny…
        </Button>
      </Show>
      <Show when={mayPutBack()}>
        <Button busy={busy()} onClick={() => void putBack()}>
          Undo the approval
        </Button>
      </Show>
      <Show when={mayTakeBack()}>
        <Button onClick={() => setDialog('withdraw')}>Withdraw…</Button>
      </Show>
      <Show when={dialog() === 'deny'}>
        <DenyDialog timeOff={props.timeOff} onClose={close} onChanged={props.onChanged} />
      </Show>
      <Show when={dialog() === 'withdraw'}>
        <WithdrawDialog timeOff={props.timeOff} onClose={close} onChanged={props.onChanged} />
      </Show>
    </div>
  )
}
