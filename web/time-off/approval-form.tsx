import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { DecideTimeOffDocument } from '../generated/graphql.ts'
import { viewer } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { CoverField } from './cover-field.tsx'
import { createPlan } from './create-plan.ts'
import { createSending } from './create-sending.ts'
import { doneInWords } from './done-words.ts'
import { PlanList } from './plan-list.tsx'
import { summaryOf } from './plan-summary.ts'
import { outcomeOf } from './send-time-off.ts'
import { intervalOfRow } from './time-off-list.tsx'
import type { TimeOffPanelProps } from './time-off-panel.tsx'
import { offerUndo } from './undo-approval.ts'

/** A request with the appointments it meets: what becomes of each is chosen, then all of it is done in one. */
export function ApprovalForm(props: TimeOffPanelProps & { readonly children: JSX.Element }): JSX.Element {
  const formId = createUniqueId()
  const [note, setNote] = createSignal('')
  const [cover, setCover] = createSignal(props.timeOff.coverTherapist?.id ?? '')
  const isRoom = props.timeOff.resource.__typename === 'Room'
  const during = intervalOfRow(props.timeOff)
  // What has gone by is no longer planned.
  const isAhead = during.end > Date.now()
  const question = () => ({
    resourceId: props.timeOff.resource.id,
    during,
    coverTherapistId: cover() || null,
  })
  const plan = createPlan(() => (isAhead ? question() : undefined))
  const sending = createSending(plan, ({ timeOff }) => {
    const summary = plan.steps()?.length ? summaryOf(plan.steps() ?? [], plan.picks()) : ''
    offerUndo(doneInWords(timeOff.resource, during, viewer().clinic.zone, summary), timeOff, props.onChanged)
    props.onChanged()
  })
  async function approve(): Promise<void> {
    const { id, version: expectedVersion } = props.timeOff
    const entries = { id, expectedVersion, decision: 'APPROVE' as const, note: note().trim() || null }
    await sending.run(entries, (plan, clientMutationId) => {
      const input = { ...entries, plan, clientMutationId }
      return outcomeOf(async () => (await send(DecideTimeOffDocument, { input })).decideTimeOff)
    })
    // A request that others changed is shown as it is now; what was picked stays.
    if (sending.isStale()) props.onChanged()
  }
  return (
    <Panel
      title={props.timeOff.resource.name}
      onClose={props.onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} busy={sending.busy() || plan.loading()}>
            {plan.steps()?.length ? 'Approve and apply the plan' : 'Approve'}
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      {props.children}
      <LeaveDialog isDirty={() => plan.picks().size > 0 || note() !== ''} />
      <form
        class="form"
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void approve()
        }}
      >
        <div class="form-notices" role="alert">
          <For each={sending.messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
        </div>
        <Show when={!isRoom && plan.steps()?.length}>
          <CoverField
            resources={props.resources}
            awayId={props.timeOff.resource.id}
            value={cover()}
            onChange={setCover}
          />
        </Show>
        <Show when={isAhead}>
          <PlanList plan={plan} sending={sending} />
        </Show>
        <TextArea label="Answer" value={note()} placeholder="Kept with the approval" onInput={setNote} />
      </form>
    </Panel>
  )
}
