import { clampStart, floorToStep, type Step, snap } from '../layout/geometry.ts'
import type { Hit, Point } from '../layout/hit.ts'
import type { Card, Place } from '../store/book.ts'

/**
 * Moving a card, by pointer, by keys or by clicks: one machine. Pressing is a pointer down that has not travelled;
 * dragging has a ghost; saving is a drop whose answer is awaited, while the next card may already be taken.
 */
export type Drag =
  | { readonly state: 'idle' }
  | { readonly state: 'pressing'; readonly card: Card; readonly origin: Hit; readonly point: Point }
  | Dragging
  | { readonly state: 'saving'; readonly id: string }

export interface Dragging {
  readonly state: 'dragging'
  /** A pointer that lets go drops; what is carried by keys or clicks stays until it is confirmed. */
  readonly by: 'pointer' | 'keys'
  readonly card: Card
  readonly origin: Hit
  readonly slot: Hit
}

export type DragEvent =
  | { readonly type: 'press'; readonly card: Card; readonly slot: Hit; readonly point: Point }
  | { readonly type: 'move'; readonly slot: Hit; readonly point: Point }
  | { readonly type: 'lift'; readonly card: Card; readonly slot: Hit }
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
      return isFree(drag) ? { state: 'pressing', card: event.card, origin: event.slot, point: event.point } : drag
    case 'lift':
      return isFree(drag)
        ? { state: 'dragging', by: 'keys', card: event.card, origin: event.slot, slot: event.slot }
        : drag
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
  const { card, origin, slot } = drag
  const travelled = slot.at - origin.at
  const length = card.endsAt - card.startsAt
  const startsAt =
    travelled === 0
      ? card.startsAt
      : floorToStep(clampStart(snap(card.startsAt + travelled, step), length, slot.column.day), step)
  const resource = slot.column.resource
  const stayed = resource.id === origin.column.resource.id
  return {
    startsAt,
    endsAt: startsAt + length,
    therapistId: resource.kind === 'therapist' && !stayed ? resource.id : card.therapistId,
    roomId: resource.kind === 'room' && !stayed ? resource.id : card.roomId,
  }
}

/** The slot to aim at so that the draft begins at the instant in that column. */
export function aimAt(drag: Dragging, slot: Hit): Hit {
  return { column: slot.column, at: drag.origin.at + slot.at - drag.card.startsAt }
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
  return { state: 'dragging', by: 'pointer', card: drag.card, origin: drag.origin, slot: event.slot }
}

function dropCard(drag: Drag, outcome: 'save' | 'unchanged' | 'blocked'): Drag {
  if (drag.state === 'pressing') return idle
  if (drag.state !== 'dragging') return drag
  if (outcome === 'save') return { state: 'saving', id: drag.card.id }
  return outcome === 'blocked' && drag.by === 'keys' ? drag : idle
}
