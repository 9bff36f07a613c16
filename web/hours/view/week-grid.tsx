import './week-grid.css'
import { createEffect, createMemo, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js'
import { isTyping } from '../../calendar/view/grid-keys.ts'
import { inWeek } from '../../settings/week.ts'
import { type Block, DAY_MINUTES } from '../week/block.ts'
import { actionOfKey, historyOfKey } from '../week/keys.ts'
import { timeOfDay } from '../week/words.ts'
import { BlockButton } from './block-button.tsx'
import type { Week } from './create-week.ts'
import { DayHead } from './day-head.tsx'
import { DraftBox } from './draft-box.tsx'
import { blockUnder, createWeekPointer, type WeekNodes } from './week-pointer.ts'

interface WeekGridProps {
  readonly week: Week
  readonly label: string
  /** What it means when there are no hours at all. */
  readonly whenNone: string
  /** The same in a word, at the head of a day. */
  readonly noneWord: string
  /** The block whose exact hours are open beside the week. */
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

const HOUR_PIXELS = 40
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** The hours of a usual week, to be drawn, dragged and stretched; every block is a button that says them exactly. */
export function WeekGrid(props: WeekGridProps): JSX.Element {
  const { week } = props
  const nodes = {} as Partial<WeekNodes> as WeekNodes
  const pointer = createWeekPointer(week, nodes, (id) => focusBlock(nodes, id))
  const ids = createMemo(() => week.editing().blocks.map((each) => each.id), [], { equals: areSameIds })

  onMount(() => {
    nodes.scroller.scrollTop = (firstMinute(week.editing().blocks) / 60) * HOUR_PIXELS
  })
  historyByKey(week)
  keepFocus(week, nodes)

  const onClick = (event: MouseEvent) => {
    const id = blockUnder(event.target)?.dataset.block
    if (!pointer.takeClick() && id) props.onOpen(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const button = blockUnder(event.target)
    const block = week.block(button?.dataset.block ?? '')
    const action = block && actionOfKey(event, block, week.step())
    if (!block || !action) return
    event.preventDefault()
    if (action.kind === 'remove') focusBlock(nodes, besideOf(week, block)?.id)
    week.act(action, block)
    if (action.kind === 'place') focusBlock(nodes, block.id)
  }

  return (
    <section class="week" aria-label={props.label} style={{ '--hour': `${HOUR_PIXELS}px` }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: every block in it is a button; drawing has its like in the menu of each day */}
      <div
        class="week-scroll"
        data-state={week.drag().state}
        ref={(element) => {
          nodes.scroller = element
        }}
        onPointerDown={pointer.onPointerDown}
        onPointerMove={pointer.onPointerMove}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <div
          class="week-head"
          ref={(element) => {
            nodes.head = element
          }}
        >
          <span />
          <For each={inWeek}>
            {(day) => <DayHead week={week} day={day} whenNone={props.noneWord} onAdded={props.onOpen} />}
          </For>
        </div>
        <div class="week-body">
          <div class="week-axis" aria-hidden="true">
            <For each={hours}>
              {(hour) => (
                <span style={{ top: `${hour * HOUR_PIXELS}px` }}>{timeOfDay(hour * 60).replace(':00', '')}</span>
              )}
            </For>
          </div>
          <div
            class="week-field"
            ref={(element) => {
              nodes.field = element
            }}
          >
            <ul class="week-blocks">
              <For each={ids()}>{(id) => <BlockButton week={week} id={id} isOpen={id === props.openId} />}</For>
            </ul>
            <DraftBox week={week} />
          </div>
        </div>
      </div>
      <Show when={ids().length === 0 && !week.draft()}>
        <p class="week-none">{props.whenNone}</p>
      </Show>
      <p class="week-help" id="week-help">
        <span class="by-keys">
          Draw over empty time to add hours. Arrow keys move a block, with Shift its end, with Alt its beginning; Delete
          removes it, Enter opens its exact times.
        </span>
        <span class="by-touch">
          Hold a finger on empty time, then draw, to add hours. Hold a block to move it; tap it for its exact times.
        </span>
      </p>
      <p class="aside" role="status">
        {week.announcer.text()}
      </p>
    </section>
  )
}

/** What takes the focus before the block is gone. */
function besideOf(week: Week, block: Block): Block | undefined {
  const { blocks } = week.editing()
  const index = blocks.findIndex((each) => each.id === block.id)
  return blocks[index + 1] ?? blocks[index - 1]
}

function focusBlock(nodes: WeekNodes, id: string | undefined): void {
  nodes.field.querySelector<HTMLElement>(`[data-block="${id}"]`)?.focus()
}

/**
 * A block that was moved among the others is drawn anew by the browser, which lets go of its focus; where the block is
 * gone, its day takes the focus.
 */
function keepFocus(week: Week, nodes: WeekNodes): void {
  let last: Block | undefined
  onMount(() =>
    nodes.field.addEventListener('focusin', (event) => {
      last = week.block(blockUnder(event.target)?.dataset.block ?? '')
    }),
  )
  createEffect(
    on(week.editing, () => {
      const now = last && week.block(last.id)
      last = now ?? last
      if (!last || document.activeElement !== document.body) return
      if (now) focusBlock(nodes, now.id)
      else nodes.head.querySelectorAll<HTMLElement>('.week-menu')[last.weekday - 1]?.focus({ preventScroll: true })
    }),
  )
}

function historyByKey(week: Week): void {
  function onKeyDown(event: KeyboardEvent): void {
    const action = isTyping(event.target) ? undefined : historyOfKey(event)
    if (!action) return
    event.preventDefault()
    week.travel(action)
  }
  onMount(() => window.addEventListener('keydown', onKeyDown))
  onCleanup(() => window.removeEventListener('keydown', onKeyDown))
}

function firstMinute(blocks: readonly Block[]): number {
  const earliest = Math.min(9 * 60, ...blocks.map((each) => each.start))
  return Math.max(0, Math.min(earliest - 60, DAY_MINUTES))
}

function areSameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
