import { describe, expect, it } from 'vitest'
import { toChange, toSnapshot } from '../../../web/calendar/store/from-graphql.ts'
import { overlay, shownCard } from '../../../web/calendar/store/pending.ts'
import { actor, at, bookOf, makeCard } from './book-samples.ts'

describe('a move under way', () => {
  const card = makeCard('a', '09:00', '09:50', { roomId: 'room-1' })
  const book = bookOf([card, makeCard('b', '11:00', '12:00', { therapistId: 'okafor' })])
  const place = { startsAt: at('10:00'), endsAt: at('10:50'), therapistId: 'okafor', roomId: 'room-1' }
  const pending = new Map([['a', { id: 'a', place, clientMutationId: 'm1' }]])

  it('is shown where it goes and not where it was', () => {
    expect(overlay(book, pending, 'chen')).toEqual([])
    expect(overlay(book, pending, 'okafor').map((each) => each.id)).toEqual(['a', 'b'])
    expect(overlay(book, pending, 'room-1')[0]?.startsAt).toBe(at('10:00'))
    expect(shownCard(book, pending, 'a')?.therapistId).toBe('okafor')
  })

  it('leaves the truth as it was, so that a refusal only has to be forgotten', () => {
    expect(overlay(book, new Map(), 'chen')).toBe(book.byResource.get('chen'))
    expect(book.cards.get('a')).toBe(card)
  })

  it('does not touch the columns of others', () => {
    expect(overlay(book, pending, 'room-2')).toEqual([])
  })

  it('is gone with its card', () => {
    expect(overlay(bookOf([]), pending, 'okafor')).toEqual([])
  })
})

describe('what the API answers', () => {
  const appointment = {
    id: 'a',
    version: 3,
    status: 'ENTERED_IN_ERROR',
    startsAt: '2027-03-03T14:00:00.000Z',
    endsAt: '2027-03-03T14:50:00Z',
    client: { id: 'c', name: 'Maya Thompson' },
    therapist: { id: 'chen' },
    room: null,
    type: { id: 't', name: 'Therapy', hue: 160 },
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 10,
    overbooked: false,
    confirmedAt: null,
    mark: { version: 4, state: 'DELIVERED', reply: null, repliedAt: null, lateMinutes: 15, unread: 0 },
  } as const
  const leave = {
    id: 'leave',
    version: 1,
    resource: { id: 'chen' },
    startsAt: '2027-03-03T17:00:00Z',
    endsAt: '2027-03-03T22:00:00Z',
    reason: 'SICK',
    status: 'APPROVED',
  }
  const change = { cursor: '7', actor, clientMutationId: 'm', snapshotRequired: false }

  it('becomes cards, hours, closures and leave', () => {
    const openHours = [
      { resourceId: 'chen', startsAt: '2027-03-03T14:00:00Z', endsAt: '2027-03-03T17:00:00Z' },
      { resourceId: 'chen', startsAt: '2027-03-03T18:00:00Z', endsAt: '2027-03-03T22:00:00Z' },
    ]
    const closed = { name: 'Staff meeting', startsAt: '2027-03-03T17:00:00Z', endsAt: '2027-03-03T18:00:00Z' }
    const snapshot = toSnapshot(
      {
        cursor: '5',
        sessions: [],
        appointments: [appointment],
        holds: [],
        openHours,
        closures: [closed],
        timeOff: [leave],
        externalBusy: [{ ...openHours[0]!, therapistId: 'chen' }],
      },
      [],
    )
    expect(snapshot.cards[0]).toMatchObject({ startsAt: at('09:00'), status: 'entered_in_error', roomId: null })
    expect(snapshot.cards[0]?.mark).toMatchObject({ version: 4, state: 'delivered', lateMinutes: 15 })
    expect(snapshot.openHours.get('chen')).toHaveLength(2)
    expect(snapshot.closures).toEqual([{ name: 'Staff meeting', start: at('12:00'), end: at('13:00') }])
    expect(snapshot.timeOff[0]).toMatchObject({ start: at('12:00'), reason: 'sick', approved: true })
  })

  it('becomes an upsert or a removal', () => {
    expect(toChange({ ...change, upserted: appointment })).toMatchObject({ kind: 'card', clientMutationId: 'm' })
    expect(toChange({ ...change, upserted: leave })).toMatchObject({ kind: 'timeOff', cursor: '7' })
    expect(toChange({ ...change, removedId: 'a' })).toMatchObject({ kind: 'removal', id: 'a' })
  })

  it('becomes a hold, with its end', () => {
    const upserted = {
      id: 'h',
      version: 1,
      startsAt: '2027-03-03T15:00:00Z',
      endsAt: '2027-03-03T15:50:00Z',
      expiresAt: '2027-03-03T13:05:00Z',
      extended: false,
      therapist: { id: 'chen' },
      room: null,
      type: { id: 'therapy', name: 'Therapy' },
      heldBy: { name: 'Rosa Lind' },
    } as const
    expect(toChange({ ...change, upserted })).toMatchObject({
      kind: 'hold',
      hold: { startsAt: at('10:00'), expiresAt: at('08:05'), therapistId: 'chen', roomId: null, heldBy: 'Rosa Lind' },
    })
  })

  it('becomes nothing where the calendar has to be read again', () => {
    expect(toChange({ ...change, snapshotRequired: true })).toBeUndefined()
  })
})
