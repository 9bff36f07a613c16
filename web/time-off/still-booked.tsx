import '../form/form.css'
import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { send } from '../api/client.ts'
import { LeaveDialog } from '../form/leave-dialog.tsx'
import { ApplyTimeOffPlanDocument } from '../generated/graphql.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { CoverField } from './cover-field.tsx'
import { createPlan } from './create-plan.ts'
import { createSending } from './create-sending.ts'
import { pickedOf } from './plan.ts'
import { PlanList } from './plan-list.tsx'
import { summaryOf } from './plan-summary.ts'
import { outcomeOf } from './send-time-off.ts'
import { SessionsThen } from './sessions-then.tsx'
import { intervalOfRow } from './time-off-list.tsx'
import type { TimeOffPanelProps } from './time-off-panel.tsx'
import { offerUndo } from './undo-approval.ts'

/** Approved time off with the appointments that still stand there, left or booked since: they are planned as at first. */
export function StillBooked(props: TimeOffPanelProps & { readonly children: JSX.Element }): JSX.Element {
  const formId = createUniqueId()
  let form: HTMLFormElement | undefined
  const [cover, setCover] = createSignal(props.timeOff.coverTherapist?.id ?? '')
  const plan = createPlan(() => ({
    resourceId: props.timeOff.resource.id,
    during: intervalOfRow(props.timeOff),
    coverTherapistId: cover() || null,
    version: props.timeOff.version,
  }))
  const steps = () => plan.steps() ?? []
  const changesSomething = () => steps().some((step) => pickedOf(step, plan.picks()).kind !== 'LEAVE')
  const sending = createSending(plan, ({ timeOff }) => {
    const words = `${timeOff.resource.name}: ${summaryOf(steps(), plan.picks())}.`
    offerUndo(words, timeOff, props.onChanged, 'last plan')
    props.onChanged()
    // What was pressed goes with the last of the steps.
    form?.closest('aside')?.querySelector('h2')?.focus()
  })
  async function apply(): Promise<void> {
    const { id, version: expectedVersion } = props.timeOff
    await sending.run({ id, expectedVersion }, (plan, clientMutationId) => {
      const input = { id, expectedVersion, plan, clientMutationId }
      return outcomeOf(async () => (await send(ApplyTimeOffPlanDocument, { input })).applyTimeOffPlan)
    })
    if (sending.isStale()) props.onChanged()
  }
  const footer = () =>
    steps().length > 0 && (
      <Button
        kind="primary"
        type="submit"
        form={formId}
        busy={sending.busy() || plan.loading()}
        disabled={!changesSomething()}
      >
        Apply the plan
      </Button>
    )
  return (
    <Panel title={props.timeOff.resource.name} onClose={props.onClose} footer={footer()}>
      {props.children}
      <Show when={steps().length === 0 && !plan.failure()}>
        <SessionsThen question={plan.asked()} />
      </Show>
      <LeaveDialog isDirty={() => plan.picks().size > 0} />
      <form
        class="form"
        id={formId}
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void apply()
        }}
      >
        <div class="form-notices" role="alert">
          <For each={sending.messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
        </div>
        <Show when={steps().length > 0 || plan.failure()}>
          <Show when={steps().length > 0}>
            <Notice tone="warning">{stillStandingInWords(steps().length)}</Notice>
          </Show>
          <Show when={props.timeOff.resource.__typename !== 'Room'}>
            <CoverField
              resources={props.resources}
              awayId={props.timeOff.resource.id}
              value={cover()}
              onChange={setCover}
            />
          </Show>
          <PlanList plan={plan} sending={sending} leads />
        </Show>
      </form>
    </Panel>
  )
}

function stillStandingInWords(number: number): string {
  return `${number === 1 ? 'One appointment still stands' : `${number} appointments still stand`} on this time off.`
}
