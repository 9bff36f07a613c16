import { describe, expect, it } from 'vitest'
import { dayColumns } from '../../../web/calendar/layout/columns.ts'
import { type Cursor, type CursorField, type CursorMove, moveCursor } from '../../../web/calendar/layout/cursor.ts'
import { at, bookOf, chen, date, makeCard, okafor, step, zone } from './book-samples.ts'

const book = bookOf([
  makeCard('first', '09:00', '09:50'),
  makeCard('long', '11:00', '13:00'),
  makeCard('short', '11:30', '12:00'),
  makeCard('other', '09:00', '10:00', { therapistId: 'okafor' }),
])

const field: CursorField = {
  columns: dayColumns([chen, okafor], [date], zone),
  step,
  cardsIn: (column) => book.byResource.get(column.resource.id) ?? [],
}

function go(from: Cursor, ...moves: CursorMove[]): [number, string | number] {
  const cursor = moves.reduce((before, move) => moveCursor(before, move, field), from)
  return [cursor.index, cursor.cardId ?? cursor.at]
}

describe('the cursor', () => {
  const start = { index: 0, at: at('08:30') }

  it('goes slot by slot over empty time and card by card over booked time', () => {
    expect(go(start, 'down')).toEqual([0, at('08:45')])
    expect(go(start, 'down', 'down')).toEqual([0, 'first'])
    expect(go(start, 'down', 'down', 'down')).toEqual([0, at('10:00')])
    expect(go(start, 'down', 'down', 'down', 'up')).toEqual([0, 'first'])
    expect(go(start, 'down', 'down', 'up')).toEqual([0, at('08:45')])
  })

  it('reaches every lane of an overlap, both ways', () => {
    const above = { index: 0, at: at('10:45') }
    expect(go(above, 'down')).toEqual([0, 'long'])
    expect(go(above, 'down', 'down')).toEqual([0, 'short'])
    expect(go(above, 'down', 'down', 'up')).toEqual([0, 'long'])
    expect(go(above, 'down', 'down', 'up', 'up')).toEqual([0, at('10:45')])
  })

  it('keeps its row from column to column', () => {
    const onCard = { index: 0, at: at('09:15'), cardId: 'first' }
    expect(go(onCard, 'after')).toEqual([1, 'other'])
    expect(go(onCard, 'after', 'before')).toEqual([0, 'first'])
    expect(moveCursor(onCard, 'after', field).at).toBe(at('09:15'))
  })

  it('goes to the first and the last column, an hour at a time, and to both ends of the day', () => {
    expect(go(start, 'last')).toEqual([1, at('08:30')])
    expect(go(start, 'last', 'first')).toEqual([0, at('08:30')])
    expect(go(start, 'pageDown')).toEqual([0, 'first'])
    expect(go(start, 'pageUp')).toEqual([0, at('07:30')])
    expect(go(start, 'top')).toEqual([0, at('00:00')])
    expect(go(start, 'bottom')).toEqual([0, at('23:45')])
  })

  it('stops at the edges', () => {
    expect(go(start, 'before')).toEqual([0, at('08:30')])
    expect(go(start, 'last', 'after')).toEqual([1, at('08:30')])
    expect(go(start, 'top', 'up')).toEqual([0, at('00:00')])
    expect(go(start, 'bottom', 'down')).toEqual([0, at('23:45')])
  })
})
