import { describe, expect, it } from 'vitest'
import { rightsOf } from '../../../domain/rights.ts'
import { draftOf } from '../../../web/calendar/drag/drag.ts'
import { type Facts, judge, lockOf } from '../../../web/calendar/drag/judge.ts'
import { sayPlace, sayRemote } from '../../../web/calendar/drag/speech.ts'
import { makeClock } from '../../../web/calendar/layout/clock.ts'
import { type DayColumn, dayColumns } from '../../../web/calendar/layout/columns.ts'
import { applyChange, applySnapshot } from '../../../web/calendar/store/apply-change.ts'
import { type Card, NOBODY, openHoursOf, type Place, resourcesOf } from '../../../web/calendar/store/book.ts'
import { toChange } from '../../../web/calendar/store/from-graphql.ts'
import { isSamePlace, placeOf } from '../../../web/calendar/store/moves.ts'
import { type SessionFields, sayPlaces, toSessionCard } from '../../../web/calendar/store/session.ts'
import { makeFaces } from '../../../web/calendar/view/card-face.ts'
import {
  actor,
  at,
  bookOf,
  chen,
  date,
  makeCard,
  makeSession,
  okafor,
  removal,
  room1,
  room2,
  step,
  upsert,
  zone,
} from './book-samples.ts'

const group = makeSession('dbt', '15:00', '16:30', { version: 4 })
const clock = makeClock(zone, 'en-US')
const third = { ...okafor, id: 'lind', name: 'Hannah Lindqvist' }
const columns = dayColumns([chen, okafor, third, room1, room2], [date], zone)
const [chens, okafors, linds, firstRoom, secondRoom] = columns as [
  DayColumn,
  DayColumn,
  DayColumn,
  DayColumn,
  DayColumn,
]

const fields: SessionFields = {
  ...{ id: 's', version: 2, title: 'Teen DBT', publishStatus: 'PUBLISHED', standing: 'SCHEDULED' },
  ...{ startsAt: '2027-03-03T20:00:00Z', endsAt: '2027-03-03T21:30:00Z' },
  ...{ facilitators: [{ id: 'chen' }, { id: 'okafor' }], room: { id: 'room-2' } },
  ...{ capacity: 8, placesTaken: 6, placesVersion: 9 },
  overriddenRules: [],
  event: {
    ...{ id: 'e', kind: 'GROUP_THERAPY', rrule: 'FREQ=WEEKLY', publishStatus: 'PUBLISHED' },
    facilitators: [{ id: 'chen' }],
  },
}

function withPlaces(card: Card, placesVersion: number, placesTaken: number): Card {
  return { ...card, session: { ...card.session!, placesVersion, placesTaken } }
}

describe('a session off the wire', () => {
  it('is a card in the columns of all who run it and of its room', () => {
    const card = toSessionCard(fields)
    expect(card).toMatchObject({ clientName: 'Teen DBT', typeName: 'Group therapy', status: 'booked', repeats: true })
    expect(resourcesOf(card)).toEqual(['chen', 'okafor', 'room-2'])
    expect([...bookOf([card]).byResource.keys()]).toEqual(['chen', 'okafor', 'room-2'])
  })

  it('that nobody runs, in no room, stands in no column', () => {
    const alone = toSessionCard({ ...fields, facilitators: [], room: null })
    expect(alone.therapistId).toBe(NOBODY)
    expect(resourcesOf(alone)).toEqual([])
  })

  it('is a draft until it and its event are published, and off the grid once it is cancelled', () => {
    expect(toSessionCard(fields).session?.isDraft).toBe(false)
    expect(toSessionCard({ ...fields, publishStatus: 'DRAFT' }).session?.isDraft).toBe(true)
    const event = { ...fields.event, publishStatus: 'DRAFT' }
    expect(toSessionCard({ ...fields, event }).session?.isDraft).toBe(true)
    expect(bookOf([toSessionCard({ ...fields, standing: 'CANCELLED' })]).cards.size).toBe(0)
  })

  it('comes as a change like an appointment, and goes like one', () => {
    const change = toChange({ cursor: '101', actor, snapshotRequired: false, upserted: fields })!
    const book = applyChange(bookOf([]), change)
    expect(book.byResource.get('okafor')?.[0]?.id).toBe('s')
    const after = applyChange(book, removal('102', 's'))
    expect([after.cards.size, after.byResource.get('okafor'), after.byResource.get('room-2')]).toEqual([0, [], []])
  })
})

describe('the places of a session', () => {
  const book = bookOf([group])

  it('change while the session keeps its version, and leave other columns as they were', () => {
    const next = applyChange(book, upsert('101', withPlaces(group, 4, 7)))
    expect(next.byResource.get('okafor')?.[0]?.session?.placesTaken).toBe(7)
    expect(applyChange(next, upsert('102', withPlaces(group, 3, 6))).cards).toBe(next.cards)
  })

  it('are not undone by a move that knew less, nor undo it', () => {
    const full = applyChange(book, upsert('101', withPlaces(group, 5, 8)))
    const moved = { ...group, version: 5, startsAt: at('16:00'), endsAt: at('17:30') }
    const answered = applyChange(full, { kind: 'answer', card: moved })
    expect(answered.cards.get('dbt')).toMatchObject({ version: 5, session: { placesTaken: 8 } })
    const late = applyChange(bookOf([moved]), upsert('101', withPlaces(group, 5, 8)))
    expect(late.cards.get('dbt')).toMatchObject({ startsAt: at('16:00'), session: { placesTaken: 8 } })
  })

  it('heard while the day was read again are not lost to the reading', () => {
    const heard = applyChange(book, upsert('101', withPlaces(group, 5, 8)))
    const read = { cursor: '100', timeOff: [], holds: [], openHours: new Map(), closures: [], resources: [] }
    const again = applySnapshot(heard, { ...read, cards: [group] })
    expect(again.cards.get('dbt')?.session?.placesTaken).toBe(8)
  })

  it('are told with and without a limit', () => {
    expect(sayPlaces({ placesTaken: 6, capacity: 8, placesVersion: 1 })).toBe('6/8 places')
    expect(sayPlaces({ placesTaken: 1, capacity: null, placesVersion: 1 })).toBe('1 place taken')
  })
})

describe('a session in hand', () => {
  const draft = (from: DayColumn, to: DayColumn, time = '15:00', card = group): Place => {
    const slot = { column: to, at: at(time) }
    const origin = { column: from, at: card.startsAt }
    return draftOf({ state: 'dragging', by: 'keys', card, part: 'whole', origin, slot }, step)
  }

  it('moves in time with everybody who runs it', () => {
    const later = { startsAt: at('16:00'), endsAt: at('17:30') }
    expect(draft(okafors, okafors, '16:00')).toEqual({ ...placeOf(group), ...later })
  })

  it('changes the room over rooms, and over therapists the one from whose column it comes', () => {
    expect(draft(secondRoom, firstRoom)).toEqual({ ...placeOf(group), roomId: 'room-1' })
    expect(draft(chens, linds)).toEqual({ ...placeOf(group), therapistId: 'lind' })
    expect(draft(okafors, linds)).toEqual({ ...placeOf(group), otherTherapistIds: ['lind'] })
  })

  it('from its room onto somebody who runs it stays with the same people', () => {
    expect(isSamePlace(draft(secondRoom, okafors), group)).toBe(true)
  })
})

describe('where a session may go', () => {
  const open = [{ start: at('09:00'), end: at('18:00') }]
  const openHours = new Map([
    ['chen', open],
    ['okafor', open],
  ])
  const maya = makeCard('maya', '11:00', '11:50', { therapistId: 'okafor', bufferAfterMinutes: 10 })
  const book = bookOf([group, maya], { openHours })
  const facts: Facts = {
    ...{ now: at('08:00'), clock, viewer: { rights: rightsOf('receptionist') }, allowsOverbooking: false },
    ...{ closures: [], isSaving: () => false, isMyHold: () => false, holdsOn: () => [] },
    resource: (id) => book.resources.get(id),
    cardsOn: (id) => book.byResource.get(id) ?? [],
    cardsOf: (clientId) => [...book.cards.values()].filter((card) => card.clientId === clientId),
    openHours: (resource) => openHoursOf(book, resource),
    timeOff: () => [],
    elsewhere: () => [],
  }
  const place = (start: string, end: string, more: Partial<Place> = {}) => ({
    ...placeOf(group),
    ...{ startsAt: at(start), endsAt: at(end) },
    ...more,
  })

  it('is not where any of those who run it is busy, and buffers do not count', () => {
    expect(judge(group, place('10:30', '12:00'), facts).blocked).toBe(
      'Dr. Okafor is busy with Maya Thompson, 11:00 AM to 11:50 AM.',
    )
    expect(judge(group, place('11:50', '13:20'), facts)).toEqual({ warnings: [] })
  })

  it('is not twice with one person', () => {
    const twice = place('13:00', '14:30', { otherTherapistIds: ['chen'] })
    expect(judge(group, twice, facts).blocked).toBe('Dr. Chen runs it already.')
  })

  it('is closed to appointments, which are told what stands there', () => {
    const onto = { startsAt: at('15:30'), endsAt: at('16:20'), therapistId: 'okafor', roomId: null }
    expect(judge(maya, onto, facts).blocked).toBe('Dr. Okafor is busy with Teen DBT, 3:00 PM to 4:30 PM.')
  })

  it('is for those who run it to say, and for the desk', () => {
    const therapist = (therapistId: string) => ({
      viewer: { rights: rightsOf('therapist'), therapistId },
      isSaving: () => false,
    })
    expect(lockOf(group, therapist('okafor'))).toBeUndefined()
    expect(lockOf(group, therapist('lind'))).toBe('You may move the events you run only.')
    const hers = { ...group, session: { ...group.session!, eventTherapistIds: ['lind'] } }
    expect(lockOf(hers, therapist('lind'))).toBeUndefined()
  })
})

describe('the words of a session', () => {
  const book = bookOf([group])

  it('name all who run it, its places and what is unusual about it, differently in each column', () => {
    const look = { clock, minuteHeight: 1.2, resources: book.resources, leave: new Map() }
    const draft = { ...group, session: { ...group.session!, isDraft: true } }
    const face = (column: DayColumn, card: Card = group) => makeFaces(column)([card], look)[0]!
    expect(face(chens).label).toBe(
      'Teen DBT, Group therapy, 3:00 PM to 4:30 PM, Dr. Chen and Dr. Okafor, Room 2, 6 of 8 places taken, as planned',
    )
    expect(face(chens).more).toBe('6/8 places · Room 2 · C, O')
    expect(face(secondRoom).more).toBe('6/8 places · C, O')
    expect(face(secondRoom, draft)).toMatchObject({ more: 'Draft · 6/8 places · C, O' })
    expect(face(secondRoom, draft).className).toContain('session draft')
    const short = { ...group, endsAt: at('15:30') }
    expect(face(chens, short).time).toMatch(/ · 6\/8$/)
  })

  it('say where it goes and who put it there', () => {
    const say = (place: Place) => sayPlace(place, book, clock)
    expect(say(group)).toBe('3:00 PM with Dr. Chen and Dr. Okafor, Room 2')
    expect(sayRemote(actor, undefined, group, say)).toBe(
      'Rosa Lind put Teen DBT on the calendar at 3:00 PM with Dr. Chen and Dr. Okafor, Room 2.',
    )
  })
})
