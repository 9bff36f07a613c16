import { type Instant, MINUTE } from '../../../domain/interval.ts'
import { ceilToStep, clampStart, floorToStep, type Step, snap } from '../layout/geometry.ts'
import type { Hit, Point } from '../layout/hit.ts'
import { type Card, type Column, NOBODY, type Place, therapistsOf } from '../store/book.ts'
import { placeOf } from '../store/moves.ts'

/**
 * Moving a card, by pointer, by keys or by clicks: one machine. Pressing is a pointer down that has not travelled;
 * dragging has a ghost; saving is a drop whose answer is awaited, while the next card may already be taken.
 */
export type Drag = { readonly state: 'idle' } | Pressing | Dragging | { readonly state: 'saving'; readonly id: string }

/** What of the card follows: all of it, or one end, which makes it longer or shorter. */
export type Part = 'whole' | 'start' | 'end'

export interface Pressing {
  readonly state: 'pressing'
  readonly card: Card
  readonly part: Part
  readonly origin: Hit
  readonly point: Point
}

export interface Dragging {
  readonly state: 'dragging'
  /** A pointer that lets go drops; what is carried by keys or clicks stays until it is confirmed. */
  readonly by: 'pointer' | 'keys'
  readonly card: Card
  readonly part: Part
  readonly origin: Hit
  readonly slot: Hit
}

export type DragEvent =
  | { readonly type: 'press'; readonly card: Card; readonly part: Part; readonly slot: Hit; readonly point: Point }
  /** A finger has rested long enough: it drags, though it has not travelled. */
  | { readonly type: 'hold' }
  | { readonly type: 'move'; readonly slot: Hit; readonly point: Point }
  | { readonly type: 'lift'; readonly card: Card; readonly part: Part; readonly slot: Hit }
  | { readonly type: 'aim'; readonly slot: Hit }
  | { readonly type: 'drop'; readonly outcome: 'save' | 'unchanged' | 'blocked' }
  | { readonly type: 'cancel' }
  | { readonly type: 'changed'; readonly card: Card }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'settled'; readonly id: string }

export const idle: Drag = { state: 'idle' }

/** Less travel than this is a click. */
const CLICK_PIXELS = 4

export function nextDrag(drag: Drag, event: DragEvent): Drag {
  switch (event.type) {
    case 'press':
      return isFree(drag) ? pressed(event) : drag
    case 'hold':
      return drag.state === 'pressing' ? dragged(drag, 'pointer', drag.origin) : drag
    case 'lift':
      return isFree(drag) ? dragged({ ...event, origin: event.slot }, 'keys', event.slot) : drag
    case 'move':
      return movePointer(drag, event)
    case 'aim':
      return drag.state === 'dragging' && drag.by === 'keys' ? { ...drag, slot: event.slot } : drag
    case 'drop':
      return dropCard(drag, event.outcome)
    case 'cancel':
      return isHolding(drag) ? idle : drag
    case 'changed':
      return isHolding(drag) && drag.card.id === event.card.id ? { ...drag, card: event.card } : drag
    case 'removed':
      return isHolding(drag) && drag.card.id === event.id ? idle : drag
    case 'settled':
      return drag.state === 'saving' && drag.id === event.id ? idle : drag
  }
}

/** Where the card would go: what it is now, and what the pointer or the keys have travelled since they took it. */
export function draftOf(drag: Dragging, step: Step): Place {
  const { card, origin, slot, part } = drag
  const travelled = slot.at - origin.at
  const place = placeOf(card)
  if (part === 'start') return { ...place, startsAt: movedStart(drag, travelled, step) }
  if (part === 'end') return { ...place, endsAt: movedEnd(drag, travelled, step) }
  const length = card.endsAt - card.startsAt
  const { resource, day } = slot.column
  const startsAt =
    travelled === 0 ? card.startsAt : floorToStep(clampStart(snap(card.startsAt + travelled, step), length, day), step)
  const there = card.newcomer ? broughtTo(place, resource) : carriedOver(place, origin.column.resource, resource)
  return { ...there, startsAt, endsAt: startsAt + length }
}

/** Whoever comes from outside has neither therapist nor room yet but that of the column. */
function broughtTo(place: Place, { id, kind }: Column): Place {
  return { ...place, therapistId: kind === 'therapist' ? id : NOBODY, roomId: kind === 'room' ? id : null }
}

/** Another column changes what it stands for: the room, or the one of those who run it from whose column it comes. */
function carriedOver(place: Place, from: Column, to: Column): Place {
  if (to.id === from.id) return place
  if (to.kind === 'room') return { ...place, roomId: to.id }
  if (place.otherTherapistIds === undefined) return { ...place, therapistId: to.id }
  if (from.kind === 'room' && therapistsOf(place).includes(to.id)) return place
  if (!place.otherTherapistIds.includes(from.id)) return { ...place, therapistId: to.id }
  const otherTherapistIds = place.otherTherapistIds.map((each) => (each === from.id ? to.id : each))
  return { ...place, otherTherapistIds }
}

// An end stays a step away from the other, and within the day.
function movedStart({ card, origin }: Dragging, travelled: number, step: Step): Instant {
  if (travelled === 0) return card.startsAt
  const latest = floorToStep(card.endsAt - step.minutes * MINUTE, step)
  return Math.max(origin.column.day.start, Math.min(snap(card.startsAt + travelled, step), latest))
}

function movedEnd({ card, origin }: Dragging, travelled: number, step: Step): Instant {
  if (travelled === 0) return card.endsAt
  const earliest = ceilToStep(card.startsAt + step.minutes * MINUTE, step)
  return Math.min(origin.column.day.end, Math.max(snap(card.endsAt + travelled, step), earliest))
}

/** The slot to aim at so that the draft begins at the instant in that column. */
export function aimAt(drag: Dragging, slot: Hit): Hit {
  return { column: slot.column, at: drag.origin.at + slot.at - drag.card.startsAt }
}

function pressed(event: Extract<DragEvent, { type: 'press' }>): Pressing {
  return { state: 'pressing', card: event.card, part: event.part, origin: event.slot, point: event.point }
}

function dragged(held: Pick<Dragging, 'card' | 'part' | 'origin'>, by: Dragging['by'], slot: Hit): Dragging {
  return { state: 'dragging', by, card: held.card, part: held.part, origin: held.origin, slot }
}

function isFree(drag: Drag): boolean {
  return drag.state === 'idle' || drag.state === 'saving'
}

export function isHolding(drag: Drag): drag is Extract<Drag, { card: Card }> {
  return drag.state === 'pressing' || drag.state === 'dragging'
}

function movePointer(drag: Drag, event: { slot: Hit; point: Point }): Drag {
  if (drag.state === 'dragging') return drag.by === 'pointer' ? { ...drag, slot: event.slot } : drag
  if (drag.state !== 'pressing') return drag
  if (Math.hypot(event.point.x - drag.point.x, event.point.y - drag.point.y) < CLICK_PIXELS) return drag
  return dragged(drag, 'pointer', event.slot)
}

function dropCard(drag: Drag, outcome: 'save' | 'unchanged' | 'blocked'): Drag {
  if (drag.state === 'pressing') return idle
  if (drag.state !== 'dragging') return drag
  if (outcome === 'save') return { state: 'saving', id: drag.card.id }
  return outcome === 'blocked' && drag.by === 'keys' ? drag : idle
}
