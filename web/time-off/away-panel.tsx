import '../form/form.css'
import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import type { AwayResource } from './cover-field.tsx'
import type { Away } from './create-away.ts'
import { LeaveFields } from './leave-fields.tsx'
import { PlanList } from './plan-list.tsx'
import { WaitingRequests } from './waiting-requests.tsx'

interface AwayPanelProps {
  readonly away: Away
  readonly resources: readonly AwayResource[]
  readonly takes: boolean
  readonly choosesWho: boolean
  readonly onClose: () => void
}

/** Time off being entered: asked for by a therapist, or taken at once by the desk, with what becomes of the appointments. */
export function AwayPanel(props: AwayPanelProps): JSX.Element {
  const formId = createUniqueId()
  const { away } = props
  let form: HTMLFormElement | undefined
  const submit = async () => {
    await away.submit()
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  const who = () => props.resources.find((each) => each.id === away.entries.resourceId)
  const saveLabel = () => {
    if (!props.takes) return 'Ask for time off'
    const state = who()?.kind === 'ROOM' ? 'Mark out of use' : 'Mark away'
    return away.plan.steps()?.length ? `${state} and apply the plan` : state
  }
  return (
    <Panel
      title={titleOf(who(), props)}
      onClose={props.onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} busy={away.sending.busy() || away.plan.loading()}>
            {saveLabel()}
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <form
        class="form"
        id={formId}
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div class="form-notices" role="alert">
          <For each={away.sending.messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
        </div>
        <LeaveFields away={away} resources={props.resources} choosesWho={props.choosesWho} />
        <Show when={props.takes && away.entries.resourceId ? away.during() : undefined}>
          {(during) => <WaitingRequests resourceId={away.entries.resourceId} during={during()} />}
        </Show>
        <Show when={props.takes && away.entries.resourceId}>
          <PlanList plan={away.plan} sending={away.sending} />
        </Show>
      </form>
    </Panel>
  )
}

function titleOf(who: AwayResource | undefined, props: AwayPanelProps): string {
  if (!props.takes) return 'Ask for time off'
  if (!who) return 'New time off'
  return who.kind === 'ROOM' ? `${who.name} is out of use` : `${who.name} is away`
}
