import { type Accessor, createMemo, createSignal } from 'solid-js'
import { columnOf, type DayColumn } from '../layout/columns.ts'
import { type Cursor, type CursorField, type CursorMove, land, moveCursor } from '../layout/cursor.ts'
import { type Card, therapistsOf } from '../store/book.ts'

export interface CursorControl {
  /** Where the one tab stop of the grid is, as the book now stands. */
  readonly cursor: Accessor<Cursor>
  move(move: CursorMove): void
  set(cursor: Cursor): void
  onCard(card: Card, column: DayColumn | undefined): void
}

/** `follow` finds the card wherever it has gone to, in a column of the same kind. */
export function createCursor(
  field: CursorField,
  first: Cursor,
  cardOf: (id: string) => Card | undefined,
): CursorControl {
  const [wanted, setWanted] = createSignal(first)
  const cursor = createMemo(() => settle(wanted(), field, cardOf))
  return {
    cursor,
    move: (move) => setWanted(moveCursor(cursor(), move, field)),
    set: setWanted,
    onCard(card, column) {
      const home = column ?? columnOf(field.columns, card.therapistId, card.startsAt)
      if (home) setWanted({ index: home.index, at: card.startsAt, cardId: card.id })
    },
  }
}

// A card may have been moved or taken away by somebody else: the cursor goes with it, or stays in its empty place.
function settle(wanted: Cursor, field: CursorField, cardOf: (id: string) => Card | undefined): Cursor {
  const column = field.columns[wanted.index]
  if (!column) return land({ index: 0, at: wanted.at }, field)
  if (wanted.cardId === undefined) return wanted
  const card = cardOf(wanted.cardId)
  if (!card) return land(wanted, field)
  const isHis = therapistsOf(card).includes(column.resource.id)
  const resourceId = column.resource.kind === 'room' ? card.roomId : isHis ? column.resource.id : card.therapistId
  const home = resourceId === null ? undefined : columnOf(field.columns, resourceId, card.startsAt)
  if (!home) return land(wanted, field)
  const isStill = home === column && card.startsAt <= wanted.at && wanted.at < card.endsAt
  return isStill ? wanted : { index: home.index, at: card.startsAt, cardId: card.id }
}
