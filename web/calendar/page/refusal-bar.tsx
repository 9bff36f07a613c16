import './refusal-bar.css'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import X from 'lucide-solid/icons/x'
import { For, type JSX, Show } from 'solid-js'
import type { Override } from '../../booking/refusal.ts'
import { overrideOf } from '../../booking/refusal.ts'
import { RefusalChoices } from '../../booking/refusal-choices.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import type { Place } from '../store/book.ts'
import type { Refusal } from '../store/moves.ts'

interface RefusalBarProps {
  readonly refusal: Refusal
  /** Whether the viewer may set a rule aside. */
  readonly mayOverride: boolean
  readonly sayPlace: (place: Place) => string
  readonly onMove: (place: Place, override?: Override) => void
  readonly onClose: () => void
}

/** Under the day, after a move was refused: why, what else, and the card is where it was. Takes no focus. */
export function RefusalBar(props: RefusalBarProps): JSX.Element {
  const problems = () => (props.refusal.kind === 'refused' ? props.refusal.problems : [])
  const alternatives = () => (props.refusal.kind === 'refused' ? props.refusal.alternatives : [])
  const failed = () => (props.refusal.kind === 'failed' ? props.refusal.message : undefined)
  const overriding = () => {
    if (!props.mayOverride) return undefined
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
            {props.refusal.card.clientName} was not moved to {props.sayPlace(props.refusal.move.to)}.
          </b>
        </p>
        <For each={problems()}>{(problem) => <p>{problem.message}</p>}</For>
        <Show when={failed()}>{(message) => <p>{message()}</p>}</Show>
        <RefusalChoices
          problems={problems()}
          alternatives={alternatives()}
          label={(alternative) => `Move to ${props.sayPlace(alternative)}`}
          onTake={(alternative) => props.onMove(alternative)}
          override={overriding()}
        />
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
