import { describe, expect, it } from 'vitest'
import { applyChange, applySnapshot, type LoggedChange } from '../../../web/calendar/store/apply-change.ts'
import type { Book, Hold } from '../../../web/calendar/store/book.ts'
import { expireHolds } from '../../../web/calendar/store/hold.ts'
import { actor, at, bookOf, makeCard, makeHold, removal } from './book-samples.ts'

const hold = makeHold('h', '10:00', '10:50', { roomId: 'room-1' })

function logged(cursor: string, held: Hold): LoggedChange {
  return { kind: 'hold', cursor, hold: held, actor, clientMutationId: null }
}

function idsOn(book: Book, resourceId: string): string[] {
  return (book.holdsByResource.get(resourceId) ?? []).map((each) => each.id)
}

describe('a hold', () => {
  it('stands on its therapist and its room, and leaves the cards as they were', () => {
    const book = bookOf([makeCard('a', '09:00', '09:50')])
    const held = applyChange(book, logged('101', hold))
    expect([idsOn(held, 'chen'), idsOn(held, 'room-1'), idsOn(held, 'okafor')]).toEqual([['h'], ['h'], []])
    expect(held.byResource).toBe(book.byResource)
    expect(held.cursor).toBe('101')
  })

  it('lasts longer when it is extended; what comes late shortens nothing', () => {
    const longer = { ...hold, version: 2, expiresAt: at('08:10'), extended: true }
    const extended = applyChange(applyChange(bookOf([]), logged('101', hold)), logged('102', longer))
    expect(applyChange(extended, logged('101', hold))).toBe(extended)
    expect(extended.holds.get('h')).toEqual(longer)
    expect(extended.holdsByResource.get('chen')).toEqual([longer])
  })

  it('goes with its removal, and does not come back with an echo or a reading from before', () => {
    const held = applyChange(bookOf([]), { kind: 'held', hold })
    const gone = applyChange(applyChange(held, logged('101', hold)), removal('102', 'h'))
    expect(gone.holds.size).toBe(0)
    expect(idsOn(gone, 'chen')).toEqual([])
    expect(applyChange(gone, logged('101', hold)).holds.size).toBe(0)
    const reading = {
      cursor: '101',
      cards: [],
      timeOff: [],
      holds: [hold],
      openHours: new Map(),
      closures: [],
      resources: [],
    }
    expect(applySnapshot(gone, reading).holds.size).toBe(0)
    expect(applySnapshot(bookOf([]), reading).holds.get('h')).toBe(hold)
  })

  it('that was given back is gone at once, before the log says so', () => {
    const held = applyChange(bookOf([]), { kind: 'held', hold })
    const released = applyChange(held, { kind: 'released', id: 'h' })
    expect(released.holds.size).toBe(0)
    expect(applyChange(released, logged('101', hold)).holds.size).toBe(0)
    expect(applyChange(released, { kind: 'held', hold }).holds.size).toBe(0)
  })
})

describe('by the clock', () => {
  const book = bookOf([], { holds: [hold, makeHold('later', '12:00', '12:50', { expiresAt: at('08:15') })] })

  it('a hold ends, and the others stay', () => {
    const after = expireHolds(book, at('08:05'))
    expect([...after.holds.keys()]).toEqual(['later'])
    expect(idsOn(after, 'chen')).toEqual(['later'])
  })

  it('nothing changes while none has ended', () => {
    expect(expireHolds(book, at('08:05') - 1)).toBe(book)
  })

  it('one that was extended in time comes back', () => {
    const longer = { ...hold, version: 2, expiresAt: at('08:10'), extended: true }
    expect(idsOn(applyChange(expireHolds(book, at('08:05')), logged('101', longer)), 'room-1')).toEqual(['h'])
  })
})
