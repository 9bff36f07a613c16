import '../booking/refusal-choices.css'
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Desk } from '../calendar/desk.ts'
import type { Card } from '../calendar/store/book.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { choiceInWords } from './choice-words.ts'
import { createPlan } from './create-plan.ts'
import { LeaveNotice } from './leave-notice.tsx'
import type { NamedPlace } from './plan.ts'

interface LeaveChoicesProps {
  readonly desk: Desk
  readonly card: Card
  /** Whether the viewer may move it. */
  readonly mayMove: boolean
  readonly onCancel: () => void
  readonly onMoved: () => void
}

/** Of an appointment that stands on leave time: why, and the planner's choices, one press each. */
export function LeaveChoices(props: LeaveChoicesProps): JSX.Element {
  return (
    <LeaveNotice desk={props.desk} card={props.card}>
      {({ resourceId }) => (
        <Show when={props.mayMove}>
          <Choices {...props} resourceId={resourceId} />
        </Show>
      )}
    </LeaveNotice>
  )
}

function Choices(props: LeaveChoicesProps & { readonly resourceId: string }): JSX.Element {
  const { desk } = props
  const [busy, setBusy] = createSignal(false)
  const [messages, setMessages] = createSignal<readonly string[]>([])
  const plan = createPlan(() => ({
    resourceId: props.resourceId,
    during: { start: props.card.startsAt, end: props.card.endsAt },
    coverTherapistId: null,
  }))
  const step = () => plan.steps()?.find((each) => each.affected.id === props.card.id)
  const moves = () => step()?.choices.filter((each) => each.place) ?? []

  async function move(place: NamedPlace): Promise<void> {
    setBusy(true)
    const { startsAt, endsAt, therapistId, roomId } = place
    const outcome = await desk.mover.ask(props.card, { startsAt, endsAt, therapistId, roomId })
    setBusy(false)
    if (outcome.kind === 'moved') return props.onMoved()
    if (outcome.kind === 'kept') return
    setMessages(outcome.kind === 'failed' ? [outcome.message] : outcome.problems.map((each) => each.message))
    void plan.again()
  }
  return (
    <>
      <div role="alert" class="form-notices">
        <For each={messages()}>{(message) => <Notice tone="danger">{message}</Notice>}</For>
      </div>
      <div class="refusal-choices">
        <ul class="refusal-alternatives" aria-label="Instead">
          <For each={moves()}>
            {(choice) => (
              <li>
                <Button busy={busy()} onClick={() => void move(choice.place!)}>
                  Move to {choiceInWords(step()!, choice, desk.zone)}
                </Button>
              </li>
            )}
          </For>
          <li>
            <Button kind="danger" onClick={props.onCancel}>
              Cancel, and tell the client…
            </Button>
          </li>
        </ul>
      </div>
    </>
  )
}
