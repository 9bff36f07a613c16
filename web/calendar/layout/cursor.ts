import { type Instant, MINUTE } from '../../../domain/interval.ts'
import type { Card } from '../store/book.ts'
import type { DayColumn } from './columns.ts'
import { ceilToStep, clampStart, floorToStep, nextStep, type Step } from './geometry.ts'

/** Where the keyboard is: a slot of a column, and the card that lies over it, if one does. */
export interface Cursor {
  readonly index: number
  readonly at: Instant
  readonly cardId?: string
}

export type CursorMove =
  | 'up'
  | 'down'
  | 'before'
  | 'after'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'
  | 'top'
  | 'bottom'

export interface CursorField {
  readonly columns: readonly DayColumn[]
  readonly step: Step
  cardsIn(column: DayColumn): readonly Card[]
}

const PAGE_MINUTES = 60

export function moveCursor(cursor: Cursor, move: CursorMove, field: CursorField): Cursor {
  const last = field.columns.length - 1
  switch (move) {
    case 'up':
      return neighbour(cursor, -1, field)
    case 'down':
      return neighbour(cursor, 1, field)
    case 'before':
      return land({ index: Math.max(0, cursor.index - 1), at: sameRow(cursor, -1, field) }, field)
    case 'after':
      return land({ index: Math.min(last, cursor.index + 1), at: sameRow(cursor, 1, field) }, field)
    case 'first':
      return land({ index: 0, at: cursor.at }, field)
    case 'last':
      return land({ index: last, at: cursor.at }, field)
    case 'pageUp':
      return land({ index: cursor.index, at: cursor.at - PAGE_MINUTES * MINUTE }, field)
    case 'pageDown':
      return land({ index: cursor.index, at: cursor.at + PAGE_MINUTES * MINUTE }, field)
    case 'top':
      return land({ index: cursor.index, at: Number.NEGATIVE_INFINITY }, field)
    case 'bottom':
      return land({ index: cursor.index, at: Number.POSITIVE_INFINITY }, field)
  }
}

type Pick = (covering: readonly Card[]) => Card | undefined

/** The cursor at a slot, on a card that lies over it: the first, unless another is picked. */
export function land(
  slot: { index: number; at: Instant },
  field: CursorField,
  pick: Pick = (cards) => cards[0],
): Cursor {
  const column = field.columns[slot.index]
  if (!column) return slot
  const length = field.step.minutes * MINUTE
  const at = floorToStep(clampStart(slot.at, length, column.day), field.step)
  const covering = field.cardsIn(column).filter((card) => card.startsAt < at + length && card.endsAt > at)
  return { index: slot.index, at, cardId: pick(covering)?.id }
}

// From a card the next one beside it comes first, so that every lane of an overlap is reached; then the slot beyond.
function neighbour(cursor: Cursor, direction: 1 | -1, field: CursorField): Cursor {
  const { index } = cursor
  const column = field.columns[index]
  const cards = column ? field.cardsIn(column) : []
  const here = cards.findIndex((card) => card.id === cursor.cardId)
  const card = cards[here]
  const nearest: Pick = (covering) => covering.at(direction === 1 ? 0 : -1)
  if (!card) return land({ index, at: nextStep(cursor.at, direction, field.step) }, field, nearest)
  const beside = cards[here + direction]
  if (beside && beside.startsAt < card.endsAt && card.startsAt < beside.endsAt) {
    return land({ index, at: Math.max(beside.startsAt, card.startsAt) }, field, () => beside)
  }
  const edge = direction === 1 ? ceilToStep(card.endsAt, field.step) : nextStep(card.startsAt, -1, field.step)
  return land({ index, at: edge }, field, nearest)
}

// Days of one view can start at different instants: the row is kept by the time since midnight.
function sameRow(cursor: Cursor, direction: 1 | -1, field: CursorField): Instant {
  const here = field.columns[cursor.index]
  const there = field.columns[cursor.index + direction]
  return here && there ? cursor.at - here.day.start + there.day.start : cursor.at
}
