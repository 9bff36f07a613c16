import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, applySnapshot } from '../../../web/calendar/store/apply-change.ts'
import type { Card } from '../../../web/calendar/store/book.ts'
import { type CardMark, unmarked } from '../../../web/calendar/store/mark.ts'
import { newsOf, sayNews } from '../../../web/messages/mark-news.ts'
import { signsOf } from '../../../web/messages/mark-words.ts'
import { at, bookOf, makeCard, removal, upsert } from './book-samples.ts'

function marked(card: Card, version: number, mark: Partial<CardMark> = {}): Card {
  return { ...card, mark: { ...unmarked, version, ...mark } }
}

const card = makeCard('a', '09:00', '09:50', { version: 3 })

describe('a change of what a card shows of its messages', () => {
  const book = bookOf([marked(card, 5, { state: 'sent' })])

  it('is taken though the appointment keeps its version', () => {
    const next = applyChange(book, upsert('101', marked(card, 6, { state: 'delivered' })))
    expect(next.cards.get('a')?.mark.state).toBe('delivered')
    expect(next.byResource.get('chen')?.[0]?.mark.state).toBe('delivered')
  })

  it('is ignored when it is older than what is known, or the same again', () => {
    expect(applyChange(book, upsert('101', marked(card, 4))).cards).toBe(book.cards)
    expect(applyChange(book, upsert('101', marked(card, 5))).cards).toBe(book.cards)
  })

  it('does not undo a newer appointment that it comes late for, and is not undone by one that knew less', () => {
    const moved = { ...card, version: 4, startsAt: at('11:00'), endsAt: at('11:50') }
    const late = applyChange(bookOf([marked(moved, 5)]), upsert('101', marked(card, 6, { unread: 1 })))
    expect(late.cards.get('a')).toMatchObject({ version: 4, startsAt: at('11:00'), mark: { unread: 1 } })
    const early = applyChange(book, { kind: 'answer', card: marked(moved, 2) })
    expect(early.cards.get('a')).toMatchObject({ version: 4, mark: { version: 5, state: 'sent' } })
  })

  it('heard while the day was read again is not lost to the reading', () => {
    const heard = applyChange(book, upsert('101', marked(card, 6, { state: 'failed' })))
    const read = { cursor: '100', timeOff: [], holds: [], openHours: new Map(), closures: [], resources: [] }
    const next = applySnapshot(heard, { ...read, cards: [marked(card, 5, { state: 'sent' })] })
    expect(next.cards.get('a')?.mark.state).toBe('failed')
  })

  it('brings no card back that is gone', () => {
    const gone = applyChange(book, removal('101', 'a'))
    expect(applyChange(gone, { kind: 'answer', card: marked(card, 9) }).cards.size).toBe(0)
  })

  it('gives the same book in whatever order answers come', () => {
    const versions = fc.array(fc.tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 6, max: 9 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(versions, fc.infiniteStream(fc.nat()), (pairs, order) => {
        // What the server says of a version is always the same.
        const answers = pairs.map(([version, mark]) => marked({ ...card, version }, mark, { unread: mark }))
        const shuffled = answers
          .map((each) => [order.next().value as number, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each)
        const [one, other] = [answers, shuffled].map((all) =>
          all.reduce((before, each) => applyChange(before, { kind: 'answer', card: each }), book),
        )
        expect(one!.cards.get('a')).toEqual(other!.cards.get('a'))
      }),
    )
  })
})

describe('what a card shows of its messages', () => {
  it.each<[Partial<CardMark>, string[]]>([
    [{}, []],
    [{ state: 'scheduled' }, []],
    [{ state: 'sent' }, ['sent']],
    [{ state: 'delivered', reply: 'confirmed' }, ['answered', 'delivered']],
    [
      { state: 'failed', reply: 'reschedule_requested', unread: 1, lateMinutes: 5 },
      ['failed', 'asks', 'unread', 'late'],
    ],
    [{ state: 'delivered', reply: 'unrecognised' }, ['unclear', 'delivered']],
  ])('%o is %j, the most urgent first', (mark, signs) => {
    expect(signsOf(marked(card, 1, mark))).toEqual(signs)
  })

  it('is only what nobody has read once the client has come', () => {
    const come = { ...card, status: 'arrived' as const }
    expect(signsOf(marked(come, 1, { state: 'failed', lateMinutes: 5, unread: 2 }))).toEqual(['unread'])
  })
})

describe('what is worth a word', () => {
  const before = marked(card, 1, { state: 'sent', reply: 'unrecognised', repliedAt: 1, unread: 1 })

  it.each<[Partial<CardMark>, string | undefined]>([
    [{ state: 'delivered' }, undefined],
    [{ state: 'failed' }, 'failed'],
    [{ unread: 2 }, 'unread'],
    [{ unread: 0 }, undefined],
    [{ reply: 'confirmed', repliedAt: 2 }, 'answered'],
    [{ repliedAt: 2 }, 'unclear'],
    [{ reply: 'reschedule_requested', repliedAt: 2 }, 'asks'],
    [{ lateMinutes: 10, repliedAt: 2 }, 'unclear'],
  ])('%o tells of %s', (mark, sign) => {
    expect(newsOf(before, { ...before, mark: { ...before.mark, version: 2, ...mark } })).toBe(sign)
  })

  it('is said with the client and the place', () => {
    const late = marked(card, 2, { lateMinutes: 15 })
    expect(sayNews('late', late, '9:00 AM with Dr. Chen')).toBe(
      'Maya Thompson, 9:00 AM with Dr. Chen: says to be 15 minutes late.',
    )
  })
})
