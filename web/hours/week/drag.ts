import type { Block, Span } from './block.ts'
import { drawn, movedTo, type Point, type Spot, stretched } from './geometry.ts'

/** Drawing, moving or stretching a block by hand. Pressing is a pointer down that has not travelled. */
export type WeekDrag = { readonly state: 'idle' } | Held

export type Part = 'whole' | 'start' | 'end'

export interface Held {
  readonly state: 'pressing' | 'dragging'
  /** The block in hand; undefined while a new one is drawn. */
  readonly block: Block | undefined
  readonly part: Part
  readonly origin: Spot
  readonly spot: Spot
  readonly point: Point
}

export type WeekDragEvent =
  | {
      readonly type: 'press'
      readonly block: Block | undefined
      readonly part: Part
      readonly spot: Spot
      readonly point: Point
    }
  /** A finger has rested long enough: it drags, though it has not travelled. */
  | { readonly type: 'hold' }
  | { readonly type: 'move'; readonly spot: Spot; readonly point: Point }
  | { readonly type: 'end' }

export const idle: WeekDrag = { state: 'idle' }

/** Less travel than this is a click. */
const CLICK_PIXELS = 4

export function nextWeekDrag(drag: WeekDrag, event: WeekDragEvent): WeekDrag {
  switch (event.type) {
    case 'press': {
      const { block, part, spot, point } = event
      return drag.state === 'idle' ? { state: 'pressing', block, part, origin: spot, spot, point } : drag
    }
    case 'hold':
      return drag.state === 'pressing' ? { ...drag, state: 'dragging' } : drag
    case 'move':
      return moved(drag, event)
    case 'end':
      return idle
  }
}

/** Where the block would stand: where it is, and what the pointer has travelled since it took it. */
export function draftOf({ block, part, origin, spot }: Held, step: number): Span {
  if (!block) return drawn(origin, spot, step)
  const minutes = spot.minute - origin.minute
  if (part !== 'whole') return stretched(block, part, minutes, step)
  const weekday = Math.max(1, Math.min(7, block.weekday + spot.weekday - origin.weekday))
  return movedTo(block, minutes, weekday, step)
}

function moved(drag: WeekDrag, event: Extract<WeekDragEvent, { type: 'move' }>): WeekDrag {
  if (drag.state === 'idle') return drag
  if (drag.state === 'dragging') return { ...drag, spot: event.spot }
  if (Math.hypot(event.point.x - drag.point.x, event.point.y - drag.point.y) < CLICK_PIXELS) return drag
  return { ...drag, state: 'dragging', spot: event.spot }
}
