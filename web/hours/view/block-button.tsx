import { createMemo, For, type JSX } from 'solid-js'
import { pack } from '../../calendar/layout/pack.ts'
import type { Block } from '../week/block.ts'
import { compactHours, shortHours, spanAloud, termsInWords } from '../week/words.ts'
import { boxOf } from './box-of.ts'
import type { Week } from './create-week.ts'

interface BlockButtonProps {
  readonly week: Week
  readonly id: string
  readonly isOpen: boolean
}

/** A block of hours. It outlives its edits, so that it keeps the focus. */
export function BlockButton(props: BlockButtonProps): JSX.Element {
  const { week } = props
  // A block that has just been removed is looked at once more before its button goes.
  const block = createMemo<Block>((before) => week.block(props.id) ?? before!)
  const terms = () => termsInWords(block(), week.placeName)
  const lane = createMemo(() => laneOf(block(), week.editing().blocks))
  const held = () => {
    const drag = week.drag()
    return drag.state === 'dragging' && drag.block?.id === props.id
  }
  return (
    <li class="week-place" style={boxOf(block(), lane())}>
      <button
        type="button"
        class="week-block"
        classList={{ open: props.isOpen, held: held(), low: block().end - block().start < 45, slim: lane().lanes > 1 }}
        data-block={props.id}
        aria-describedby="week-help"
        aria-expanded={props.isOpen}
      >
        <span class="aside">{[spanAloud(block()), ...terms()].join(', ')}</span>
        <b aria-hidden="true">
          <span class="week-long">{compactHours(block())}</span>
          <span class="week-short">{shortHours(block())}</span>
        </b>
        <For each={terms()}>{(term) => <span aria-hidden="true">{term}</span>}</For>
      </button>
    </li>
  )
}

/** Blocks of the same hours and of different dates stand side by side. */
function laneOf(block: Block, blocks: readonly Block[]) {
  const sameDay = blocks.filter((each) => each.weekday === block.weekday)
  return pack(sameDay, 0)[sameDay.findIndex((each) => each.id === block.id)] ?? { lane: 0, lanes: 1 }
}
