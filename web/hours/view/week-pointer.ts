import { onCleanup, onMount } from 'solid-js'
import { followPointer, watchForCancel } from '../../calendar/drag/follow-pointer.ts'
import { waitForHold } from '../../calendar/drag/wait-for-hold.ts'
import { DAY_MINUTES } from '../week/block.ts'
import type { Part } from '../week/drag.ts'
import { type Measure, type Point, spotAt } from '../week/geometry.ts'
import type { Week } from './create-week.ts'

/** The parts of the document that a drag has to measure; filled in as they are drawn. */
export interface WeekNodes {
  scroller: HTMLElement
  head: HTMLElement
  field: HTMLElement
}

export interface WeekPointer {
  onPointerDown(event: PointerEvent): void
  onPointerMove(event: PointerEvent): void
  /** Whether the click that arrives now only ends a drag; asking forgets it. */
  takeClick(): boolean
}

/** How near its ends a block is made longer instead of moved. */
const END_PIXELS = 6

/** What of a drag knows the document; what it means is decided in week/drag.ts. */
export function createWeekPointer(week: Week, nodes: WeekNodes, onDropped: (id: string) => void): WeekPointer {
  let letGo: (() => void)[] = []
  let endsInClick = false

  function end(): void {
    for (const each of letGo) each()
    letGo = []
    week.send({ type: 'end' })
  }

  function press(down: PointerEvent, part: Part): void {
    const measure = measureWeek(nodes)
    const spotOf = (at: Point) => spotAt(at, scrollOf(nodes.scroller), measure)
    const point = { x: down.clientX, y: down.clientY }
    const block = week.block(blockUnder(down.target)?.dataset.block ?? '')
    week.send({ type: 'press', block, part, spot: spotOf(point), point })
    letGo = [
      watchForCancel(end),
      followPointer(down, {
        scroller: nodes.scroller,
        clearBox: () => clearBox(nodes),
        isDragging: () => week.drag().state === 'dragging',
        onMove(now) {
          week.send({ type: 'move', spot: spotOf(now), point: now })
          if (week.draft()) endsInClick = true
        },
        onDrop() {
          const dropped = week.drop()
          end()
          if (dropped) onDropped(dropped)
        },
        onCancel: end,
      }),
    ]
  }

  keepTouchFromScrolling(week, nodes)
  onCleanup(end)
  return {
    onPointerDown(event) {
      endsInClick = false
      if (event.button !== 0 || week.drag().state !== 'idle' || !isOnWeek(event, nodes)) return
      if (event.pointerType !== 'touch') return press(event, partUnder(event))
      waitForHold(event, () => {
        press(event, 'whole')
        week.send({ type: 'hold' })
      })
    },
    onPointerMove(event) {
      const block = event.buttons === 0 && event.pointerType !== 'touch' ? blockUnder(event.target) : undefined
      if (block) block.dataset.part = partUnder(event)
    },
    takeClick() {
      const taken = endsInClick
      endsInClick = false
      return taken
    },
  }
}

/** The block's button that an event was meant for. */
export function blockUnder(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-block]')) || undefined
}

function isOnWeek(event: PointerEvent, { field }: WeekNodes): boolean {
  return event.target instanceof Node && field.contains(event.target)
}

function partUnder(event: PointerEvent): Part {
  const height = blockUnder(event.target)?.clientHeight ?? 0
  if (height < 3 * END_PIXELS) return 'whole'
  if (event.offsetY > height - END_PIXELS) return 'end'
  return event.offsetY < END_PIXELS ? 'start' : 'whole'
}

function measureWeek({ field, scroller }: WeekNodes): Measure {
  const box = field.getBoundingClientRect()
  const scroll = scrollOf(scroller)
  const origin = { x: box.left + scroll.x, y: box.top + scroll.y }
  return { origin, dayWidth: box.width / 7, minuteHeight: box.height / DAY_MINUTES }
}

function scrollOf(scroller: HTMLElement): Point {
  return { x: scroller.scrollLeft, y: scroller.scrollTop }
}

/** The part of the scroller that its head leaves clear: sideways there is nothing to scroll to. */
function clearBox({ scroller, head }: WeekNodes) {
  const { top } = scroller.getBoundingClientRect()
  return { left: -1e6, right: 1e6, top: top + head.offsetHeight, bottom: top + scroller.clientHeight }
}

// A finger that holds a block moves the block, not the page, and asks for no menu.
function keepTouchFromScrolling(week: Week, nodes: WeekNodes): void {
  const listening = new AbortController()
  const prevent = (event: Event) => {
    if (week.drag().state === 'dragging') event.preventDefault()
  }
  onMount(() => {
    const { signal } = listening
    nodes.scroller.addEventListener('touchmove', prevent, { passive: false, signal })
    nodes.scroller.addEventListener('contextmenu', prevent, { signal })
  })
  onCleanup(() => listening.abort())
}
