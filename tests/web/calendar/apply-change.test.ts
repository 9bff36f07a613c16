import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, applySnapshot, type LoggedChange } from '../../../web/calendar/store/apply-change.ts'
import type { Book } from '../../../web/calendar/store/book.ts'
import { actor, at, bookOf, makeCard, removal, upsert } from './book-samples.ts'

function apply(book: Book, ...changes: LoggedChange[]): Book {
  return changes.reduce(applyChange, book)
}

function idsOn(book: Book, resourceId: string): string[] {
  return (book.byResource.get(resourceId) ?? []).map((card) => card.id)
}

describe('a change of a card', () => {
  const card = makeCard('a', '09:00', '09:50', { roomId: 'room-1' })
  const book = bookOf([
    card,
    makeCard('b', '11:00', '11:50'),
    makeCard('c', '09:00', '10:00', { therapistId: 'okafor' }),
  ])

  it('moves the card between resources and keeps each sorted', () => {
    const next = apply(book, upsert('101', { ...card, version: 2, therapistId: 'okafor', roomId: null }))
    expect(idsOn(next, 'chen')).toEqual(['b'])
    expect(idsOn(next, 'okafor')).toEqual(['a', 'c'])
    expect(idsOn(next, 'room-1')).toEqual([])
    expect(next.cursor).toBe('101')
  })

  it('leaves the arrays of other resources as they were', () => {
    const next = apply(book, upsert('101', { ...card, version: 2, startsAt: at('10:00'), endsAt: at('10:50') }))
    expect(next.byResource.get('okafor')).toBe(book.byResource.get('okafor'))
    expect(next.byResource.get('chen')).not.toBe(book.byResource.get('chen'))
  })

  it('is ignored when it is repeated', () => {
    const once = apply(book, upsert('101', { ...card, version: 2 }))
    expect(apply(once, upsert('101', { ...card, version: 2 }))).toBe(once)
  })

  it('is ignored when an older version comes late, though the log has moved on', () => {
    const next = apply(book, upsert('103', { ...card, version: 3 }), upsert('102', { ...card, version: 2 }))
    expect(next.cards.get('a')?.version).toBe(3)
    expect(next.cursor).toBe('103')
  })

  it('is ignored when the snapshot has it already', () => {
    expect(apply(book, upsert('99', { ...card, version: 7 }))).toBe(book)
  })

  it('counts cursors as numbers, not as text', () => {
    const next = apply(bookOf([card], { cursor: '99' }), upsert('100', { ...card, version: 2 }))
    expect(next.cards.get('a')?.version).toBe(2)
  })

  it('takes a cancelled card off the grid', () => {
    const next = apply(book, upsert('101', { ...card, version: 2, status: 'cancelled' }))
    expect(next.cards.has('a')).toBe(false)
    expect(idsOn(next, 'room-1')).toEqual([])
  })

  it('leaves a no-show where it was', () => {
    expect(apply(book, upsert('101', { ...card, version: 2, status: 'noshow' })).cards.get('a')?.status).toBe('noshow')
  })
})

describe('a removal', () => {
  const card = makeCard('a', '09:00', '09:50')
  const book = bookOf([card])

  it('takes the card out of the book', () => {
    const next = apply(book, removal('101', 'a'))
    expect(next.cards.size).toBe(0)
    expect(idsOn(next, 'chen')).toEqual([])
  })

  it('is not undone by an upsert from before it', () => {
    const next = apply(book, removal('105', 'a'), upsert('104', { ...card, version: 9 }))
    expect(next.cards.has('a')).toBe(false)
  })

  it('is not undone by the answer to what we did before it', () => {
    const next = applyChange(apply(book, removal('105', 'a')), { kind: 'answer', card: { ...card, version: 2 } })
    expect(next.cards.has('a')).toBe(false)
  })

  it('gives way to what comes after it', () => {
    const next = apply(book, removal('105', 'a'), upsert('106', { ...card, version: 2 }))
    expect(next.cards.has('a')).toBe(true)
  })

  it('gives way to the version that an answer had brought before it, once the log comes to that', () => {
    const back = { ...card, version: 3 }
    const answered = applyChange(book, { kind: 'answer', card: back })
    const moved = apply(answered, removal('101', 'a'))
    expect(moved.cards.has('a')).toBe(false)
    expect(apply(moved, upsert('102', back)).cards.get('a')).toEqual(back)
    const reading = {
      cursor: '102',
      cards: [back],
      timeOff: [],
      holds: [],
      openHours: new Map(),
      closures: [],
      resources: [],
    }
    expect(applySnapshot(moved, reading).cards.get('a')).toEqual(back)
  })

  it('that comes late does not take away what came after it', () => {
    const next = apply(book, upsert('106', { ...card, version: 2 }), removal('105', 'a'))
    expect(next.cards.has('a')).toBe(true)
  })

  it('holds against a snapshot read before it', () => {
    const gone = apply(book, removal('105', 'a'))
    const stale = {
      cursor: '103',
      cards: [{ ...card, version: 2 }],
      timeOff: [],
      holds: [],
      openHours: new Map(),
      closures: [],
      resources: [],
    }
    expect(applySnapshot(gone, stale).cards.has('a')).toBe(false)
    expect(applySnapshot(gone, { ...stale, cursor: '109' }).cards.has('a')).toBe(true)
  })
})

describe('an answer', () => {
  const card = makeCard('a', '09:00', '09:50')

  it('is the truth at once, and its echo in the log changes nothing but the cursor', () => {
    const answered = applyChange(bookOf([card]), {
      kind: 'answer',
      card: { ...card, version: 2, startsAt: at('09:15') },
    })
    const echoed = apply(answered, upsert('101', { ...card, version: 2, startsAt: at('09:15') }))
    expect(answered.cards.get('a')?.version).toBe(2)
    expect(echoed.byResource).toBe(answered.byResource)
    expect(echoed.cursor).toBe('101')
  })

  it('that comes after its echo is ignored', () => {
    const echoed = apply(bookOf([card]), upsert('101', { ...card, version: 3 }))
    expect(applyChange(echoed, { kind: 'answer', card: { ...card, version: 2 } })).toBe(echoed)
  })

  it('brings a card that was just booked', () => {
    expect(applyChange(bookOf([]), { kind: 'answer', card }).cards.get('a')).toBe(card)
  })

  it('survives a snapshot that was read before it', () => {
    const answered = applyChange(bookOf([card]), { kind: 'answer', card: { ...card, version: 2 } })
    const stale = {
      cursor: '100',
      cards: [card],
      timeOff: [],
      holds: [],
      openHours: new Map(),
      closures: [],
      resources: [],
    }
    expect(applySnapshot(answered, stale).cards.get('a')?.version).toBe(2)
  })
})

describe('time off', () => {
  const leave = { id: 't', version: 1, resourceId: 'chen', start: at('12:00'), end: at('17:00'), reason: 'sick' }
  const logged = { actor, clientMutationId: null }

  it('closes the resource once it is approved', () => {
    const asked = applyChange(bookOf([]), {
      kind: 'timeOff',
      cursor: '101',
      timeOff: { ...leave, approved: false },
      ...logged,
    })
    expect(asked.timeOffByResource.get('chen') ?? []).toEqual([])
    const approved = { ...leave, version: 2, approved: true }
    const decided = applyChange(asked, { kind: 'timeOff', cursor: '102', timeOff: approved, ...logged })
    expect(decided.timeOffByResource.get('chen')).toEqual([approved])
    expect(apply(decided, removal('103', 't')).timeOffByResource.get('chen')).toEqual([])
  })
})

it('comes to the same book whatever the order and however often each change arrives', () => {
  const versions = [2, 3, 4, 5].map((version, index) =>
    upsert(String(101 + index), {
      ...makeCard('a', '09:00', '09:50'),
      version,
      therapistId: index % 2 === 0 ? 'okafor' : 'chen',
      endsAt: at('10:00') + index * 60_000,
    }),
  )
  const log = [...versions, removal('105', 'a'), upsert('106', { ...makeCard('a', '14:00', '15:00'), version: 7 })]
  const book = bookOf([makeCard('a', '09:00', '09:50'), makeCard('b', '10:00', '11:00')])
  const inOrder = apply(book, ...log)
  const shuffled = fc.shuffledSubarray(log, { minLength: log.length })
  fc.assert(
    fc.property(shuffled, fc.array(fc.constantFrom(...log)), (once, again) => {
      const next = apply(book, ...once, ...again)
      expect(next.cards).toEqual(inOrder.cards)
      expect(next.byResource.get('chen')).toEqual(inOrder.byResource.get('chen'))
      expect(next.cursor).toBe(inOrder.cursor)
    }),
  )
})
