import './refusal-bar.css'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import X from 'lucide-solid/icons/x'
import { For, type JSX, Show } from 'solid-js'
import type { Override } from '../../booking/refusal.ts'
import { overrideOf } from '../../booking/refusal.ts'
import { RefusalChoices } from '../../booking/refusal-choices.tsx'
import { createHeld } from '../../holds/create-held.ts'
import { HeldNotice } from '../../holds/held-notice.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { FieldProblem } from '../../ui/field.tsx'
import type { Desk } from '../desk.ts'
import type { Place } from '../store/book.ts'
import { isSamePlace, placeOf, type Refusal } from '../store/moves.ts'

interface RefusalBarProps {
  readonly refusal: Refusal
  readonly desk: Desk
  readonly onMove: (place: Place, override?: Override) => void
  readonly onClose: () => void
}

/** Under the day, after a move was refused: why, what else, and the card is where it was. Takes no focus. */
export function RefusalBar(props: RefusalBarProps): JSX.Element {
  const { desk } = props
  const held = createHeld(desk, () => props.refusal.card.typeId)
  const problems = () => (props.refusal.kind === 'refused' ? props.refusal.problems : [])
  // What is held already is offered above them.
  const isHeld = (place: Place) => {
    const hold = held.hold()
    return hold !== undefined && isSamePlace(hold, place)
  }
  const alternatives = () =>
    props.refusal.kind === 'refused' ? props.refusal.alternatives.filter((each) => !isHeld(each)) : []
  const failed = () => (props.refusal.kind === 'failed' ? props.refusal.message : undefined)
  const overriding = () => {
    if (!desk.viewer.rights.has('override_rules')) return undefined
    const run = (reason: string) => props.onMove(props.refusal.move.to, overrideOf(problems(), reason))
    return { label: 'Move anyway', run }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    props.onClose()
  }
  return (
    <section class="refusal-bar" aria-label="The move was refused" onKeyDown={onKeyDown}>
      <CircleAlert size={16} class="refusal-icon" aria-hidden="true" />
      <div class="refusal-text">
        <p>
          <b>
            {props.refusal.card.clientName} was not moved to {desk.sayPlace(props.refusal.move.to)}.
          </b>
        </p>
        <For each={problems()}>{(problem) => <p>{problem.message}</p>}</For>
        <Show when={failed()}>{(message) => <p>{message()}</p>}</Show>
        <Show when={held.hold()}>
          {(hold) => (
            <HeldNotice desk={desk} hold={hold()}>
              <div>
                <Button kind="primary" onClick={() => props.onMove(placeOf(hold()))}>
                  Move {props.refusal.card.clientName} there
                </Button>
              </div>
            </HeldNotice>
          )}
        </Show>
        <RefusalChoices
          problems={problems()}
          alternatives={alternatives()}
          label={(alternative) => `Move to ${desk.sayPlace(alternative)}`}
          onTake={(alternative) => props.onMove(alternative)}
          holding={props.refusal.card.session ? undefined : held.holding()}
          override={overriding()}
          busy={held.busy()}
        />
        <FieldProblem text={held.problem()} />
        <Show when={failed()}>
          <div>
            <Button onClick={() => props.onMove(props.refusal.move.to)}>Try again</Button>
          </div>
        </Show>
      </div>
      <IconButton icon={X} label="Dismiss" onClick={() => props.onClose()} />
    </section>
  )
}
