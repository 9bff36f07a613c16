import { describe, expect, it } from 'vitest'
import { type Right, rightsOf } from '../../../domain/rights.ts'
import { type Facts, judge } from '../../../web/calendar/drag/judge.ts'
import { makeClock } from '../../../web/calendar/layout/clock.ts'
import { openHoursOf, type Place } from '../../../web/calendar/store/book.ts'
import { at, bookOf, chen, makeCard, makeHold, zone } from './book-samples.ts'

const open = [{ start: at('09:00'), end: at('17:00') }]
const leave = { id: 't', version: 1, resourceId: 'okafor', start: at('13:00'), end: at('17:00'), reason: 'conference' }
const moving = makeCard('moving', '09:00', '09:50', { roomId: 'room-1' })
const busy = makeCard('busy', '11:00', '11:50', { clientName: 'Lee Park', roomId: 'room-2', bufferAfterMinutes: 10 })
const cards = [moving, busy, makeCard('gone', '15:00', '15:50', { status: 'noshow' })]
const openHours = new Map([
  ['chen', open],
  ['okafor', open],
])
const held = makeHold('held', '16:00', '16:50', { therapistId: 'okafor', roomId: 'room-2', expiresAt: at('08:04') })
const book = bookOf(cards, { openHours, holds: [held], timeOff: [{ ...leave, approved: true }] })

function factsWith(more: Partial<Facts> = {}): Facts {
  return {
    now: at('08:00'),
    clock: makeClock(zone, 'en-US'),
    viewer: { rights: rightsOf('receptionist') },
    allowsOverbooking: false,
    resource: (id) => book.resources.get(id),
    cardsOn: (id) => book.byResource.get(id) ?? [],
    holdsOn: (id) => book.holdsByResource.get(id) ?? [],
    isMyHold: () => false,
    cardsOf: (clientId) => [...book.cards.values()].filter((card) => card.clientId === clientId),
    openHours: (resource) => openHoursOf(book, resource),
    closures: [],
    timeOff: (id) => book.timeOffByResource.get(id) ?? [],
    elsewhere: (id) => (id === 'okafor' ? [{ start: at('09:00'), end: at('10:30') }] : []),
    isSaving: () => false,
    ...more,
  }
}

function placeAt(start: string, end: string, more: Partial<Place> = {}): Place {
  return { startsAt: at(start), endsAt: at(end), therapistId: 'chen', roomId: 'room-1', ...more }
}

describe('a place is impossible', () => {
  it('where the therapist is with somebody else', () => {
    expect(judge(moving, placeAt('11:30', '12:20'), factsWith()).blocked).toBe(
      'Dr. Chen is busy with Lee Park, 11:00 AM to 11:50 AM.',
    )
  })

  it('where the room is taken', () => {
    const place = placeAt('11:30', '12:20', { therapistId: 'okafor', roomId: 'room-2' })
    expect(judge(moving, place, factsWith()).blocked).toBe('Room 2 is taken by Lee Park, 11:00 AM to 11:50 AM.')
  })

  it('where somebody holds the therapist or the room, and for how long', () => {
    const withThem = placeAt('16:30', '17:20', { therapistId: 'okafor', roomId: null })
    expect(judge(moving, withThem, factsWith()).blocked).toBe(
      'Rosa Lind holds Dr. Okafor 4:00 PM to 4:50 PM, 4 minutes left.',
    )
    const inTheRoom = placeAt('15:30', '16:20', { roomId: 'room-2' })
    expect(judge(moving, inTheRoom, factsWith({ now: at('08:03') + 1000, allowsOverbooking: true })).blocked).toBe(
      'Rosa Lind holds Room 2 4:00 PM to 4:50 PM, less than a minute left.',
    )
    expect(judge(moving, placeAt('16:30', '17:20', { roomId: null }), factsWith()).blocked).toBeUndefined()
  })

  it('on part of what they hold themselves, but not on just that', () => {
    const own = factsWith({ isMyHold: () => true })
    const place = placeAt('16:00', '16:50', { therapistId: 'okafor', roomId: 'room-2' })
    expect(judge(moving, { ...place, roomId: null }, own).blocked).toBe(
      'You hold Dr. Okafor 4:00 PM to 4:50 PM, 4 minutes left.',
    )
    expect(judge(moving, place, own).blocked).toBeUndefined()
  })

  it('where the client is elsewhere', () => {
    const other = makeCard('other', '10:00', '10:50', { therapistId: 'okafor', clientId: moving.clientId })
    expect(judge(moving, placeAt('10:30', '11:00'), factsWith({ cardsOf: () => [moving, other] })).blocked).toBe(
      'Maya Thompson already has an appointment 10:00 AM to 10:50 AM.',
    )
  })

  it.each(['arrived', 'fulfilled', 'noshow'] as const)('for an appointment that is %s', (status) => {
    const word = status === 'noshow' ? 'no-show' : status
    const verdict = judge({ ...moving, status }, placeAt('10:00', '10:50'), factsWith())
    expect(verdict.blocked).toBe(`Maya Thompson is ${word}: the appointment cannot be moved.`)
  })

  it('for somebody who may only read', () => {
    const reader = { rights: new Set<Right>(['read_calendar']) }
    expect(judge(moving, placeAt('10:00', '10:50'), factsWith({ viewer: reader })).blocked).toBe(
      'You may look at the calendar, not change it.',
    )
  })

  it('for a therapist with the card of another, or with the calendar of another', () => {
    const viewer = { rights: rightsOf('therapist'), therapistId: 'chen' }
    const others = { ...moving, therapistId: 'okafor' }
    expect(judge(others, placeAt('10:00', '10:50'), factsWith({ viewer })).blocked).toMatch('your own')
    const away = placeAt('10:00', '10:50', { therapistId: 'okafor' })
    expect(judge(moving, away, factsWith({ viewer })).blocked).toMatch('with yourself')
  })

  it('with an archived resource', () => {
    const archived = factsWith({ resource: () => ({ ...chen, active: false }) })
    expect(judge(moving, placeAt('10:00', '10:50'), archived).blocked).toMatch('archived')
  })

  it('while the last move is being saved', () => {
    expect(judge(moving, placeAt('10:00', '10:50'), factsWith({ isSaving: () => true })).blocked).toMatch('saved')
  })
})

describe('a place is possible', () => {
  it('where nothing stands, touching what is before it', () => {
    expect(judge(moving, placeAt('12:00', '12:50'), factsWith())).toEqual({ warnings: [] })
  })

  it('where only a no-show or the card itself stands', () => {
    expect(judge(moving, placeAt('15:00', '15:50'), factsWith()).blocked).toBeUndefined()
    expect(judge(moving, placeAt('09:15', '10:05'), factsWith())).toEqual({ warnings: [] })
  })

  it('where the clinic overbooks on purpose, with a warning', () => {
    const verdict = judge(moving, placeAt('11:30', '12:20'), factsWith({ allowsOverbooking: true }))
    expect(verdict.blocked).toBeUndefined()
    expect(verdict.warnings[0]).toMatch('busy with Lee Park')
  })

  it.each([
    ['outside hours', placeAt('17:00', '17:50'), 'Dr. Chen is not open 5:00 PM to 5:50 PM.'],
    ['on leave', placeAt('13:30', '14:20', { therapistId: 'okafor' }), 'Dr. Okafor is away: conference.'],
    [
      'taken elsewhere',
      placeAt('10:00', '10:50', { therapistId: 'okafor' }),
      'Dr. Okafor is busy elsewhere 9:00 AM to 10:30 AM.',
    ],
    ['in a buffer', placeAt('11:50', '12:40'), 'Dr. Chen needs time kept free beside Lee Park.'],
    ['in the past', placeAt('09:15', '10:05'), '9:15 AM is already past.'],
  ])('%s, with a warning', (_, place, warning) => {
    const now = warning.includes('past') ? at('09:30') : at('08:00')
    expect(judge(moving, place, factsWith({ now })).warnings).toEqual([warning])
  })

  it('in a room that keeps no hours', () => {
    const place = placeAt('07:00', '07:50', { roomId: 'room-2' })
    const warnings = judge(moving, place, factsWith({ openHours: (resource) => openHoursOf(book, resource) })).warnings
    expect(warnings).toEqual(['7:00 AM is already past.', 'Dr. Chen is not open 7:00 AM to 7:50 AM.'])
  })
})

it('warns by name when the clinic is closed, once for all who would be there', () => {
  const closures = [{ name: 'Staff meeting', start: at('17:30'), end: at('19:00') }]
  const place = placeAt('17:40', '18:30', { roomId: null })
  expect(judge(moving, place, factsWith({ closures })).warnings).toEqual(['The clinic is closed: Staff meeting.'])
})
