import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../domain/interval.ts'
import type { SlotFacts, SlotRequest } from '../../../domain/slots/request.ts'
import { findSlots } from '../../../domain/slots.ts'
import { wallClock } from '../../../domain/zone.ts'
import {
  busyAt,
  days,
  everyDay,
  hours,
  NEW_YORK,
  room,
  slotFacts,
  slotRequest,
  talk,
  therapist,
} from '../../support/slot-clinic.ts'

const tuesday = (time: string) => Date.parse(`2026-03-03T${time}:00-05:00`)
const longAgo = Date.parse('2026-01-01T00:00:00Z')

function told(request: Partial<SlotRequest>, facts: Partial<SlotFacts> = {}, now: Instant = longAgo): string[] {
  const { slots } = findSlots(slotRequest(request), slotFacts(facts), now)
  return slots.map(({ start, therapistId, roomId }) => {
    const { date, time } = wallClock(start, facts.zone ?? NEW_YORK)
    return `${date.slice(8)} ${time} ${therapistId}${roomId ? ` ${roomId}` : ''}`
  })
}

describe('a day on which clocks change', () => {
  const at = (zone: string, date: string, next: string, open: [string, string], stepMinutes: number) => {
    const window = days(date, next, zone)
    const facts = slotFacts({ zone, stepMinutes, therapists: [therapist('chen', { weekly: everyDay(...open) })] })
    return findSlots(slotRequest({ window }), facts, longAgo).slots.map((each) =>
      new Date(each.start).toISOString().slice(11, 16),
    )
  }

  it.each<[string, string, string, string, [string, string], number, string[]]>([
    // New York, 8 March 2026: 02:00 EST is 03:00 EDT. 01:00 EST is 06:00Z, 03:00 EDT is 07:00Z.
    [
      'the night is an hour short',
      NEW_YORK,
      '2026-03-08',
      '2026-03-09',
      ['00:00', '04:00'],
      60,
      ['05:00', '06:00', '07:00'],
    ],
    // Opening in the gap is opening an hour later: 02:30 does not come, 03:30 EDT is 07:30Z.
    ['opening falls into the gap', NEW_YORK, '2026-03-08', '2026-03-09', ['02:30', '05:00'], 30, ['07:30', '08:00']],
    // New York, 1 November 2026: 01:00 comes twice. 00:00 EDT is 04:00Z, 02:00 EST is 07:00Z.
    [
      'an hour comes twice',
      NEW_YORK,
      '2026-11-01',
      '2026-11-02',
      ['00:00', '03:00'],
      60,
      ['04:00', '05:00', '06:00', '07:00'],
    ],
    // Closing at a time that comes twice is closing at the first: 01:30 EDT is 05:30Z.
    ['closing comes twice', NEW_YORK, '2026-11-01', '2026-11-02', ['00:00', '01:30'], 30, ['04:00', '04:30']],
    // Lord Howe, 5 April 2026: 02:00 +11 is 01:30 +10:30. 00:00 +11 is 13:00Z, 02:00 +10:30 is 15:30Z.
    [
      'half an hour comes twice',
      'Australia/Lord_Howe',
      '2026-04-05',
      '2026-04-06',
      ['00:00', '04:00'],
      60,
      ['13:00', '14:00', '15:30', '16:30'],
    ],
    // Lord Howe, 4 October 2026: 02:00 +10:30 is 02:30 +11. 01:00 +10:30 is 14:30Z, 03:00 +11 is 16:00Z.
    [
      'half an hour is skipped',
      'Australia/Lord_Howe',
      '2026-10-04',
      '2026-10-05',
      ['00:00', '04:00'],
      60,
      ['13:30', '14:30', '16:00'],
    ],
    // Santiago, 6 September 2026: midnight does not come. 01:00 -03 is 04:00Z.
    ['midnight is skipped', 'America/Santiago', '2026-09-06', '2026-09-07', ['00:00', '03:00'], 60, ['04:00', '05:00']],
    // Kathmandu is 45 minutes off the hour of UTC: 09:00 is 03:15Z.
    [
      'the zone is off by three quarters',
      'Asia/Kathmandu',
      '2026-06-10',
      '2026-06-11',
      ['09:00', '11:00'],
      30,
      ['03:15', '03:45', '04:15'],
    ],
  ])('%s', (_, zone, date, next, open, step, expected) => {
    expect(at(zone, date, next, open, step)).toEqual(expected)
  })

  it('counts its appointments towards its own limit, all 25 hours of it', () => {
    const start = Date.parse('2026-11-02T04:30:00Z') // 23:30 EST
    const type = { ...talk, dailyLimit: 1 }
    const full = therapist('chen', { busy: [busyAt(start, 30, { typeId: 'talk' })] })
    const window = days('2026-11-01', '2026-11-03')
    expect(told({ window, first: 1 }, { type, therapists: [full] })).toEqual(['02 09:00 chen'])
  })
})

describe('what is wished for', () => {
  it.each<[string, Partial<SlotRequest>, string[]]>([
    ['a part of the day', { earliestTime: '10:00', latestTime: '11:30' }, ['03 10:00 chen', '03 10:30 chen']],
    ['a weekday', { window: days('2026-03-02', '2026-03-05'), weekdays: [3], first: 1 }, ['04 09:00 chen']],
    ['a window inside the day', { window: { start: tuesday('09:40'), end: tuesday('11:20') } }, ['03 10:00 chen']],
    ['as much as there is', { minutes: 180 }, ['03 09:00 chen']],
    ['more than there is', { minutes: 185 }, []],
    [
      'the nearest',
      { order: 'nearest', near: tuesday('10:20'), first: 3 },
      ['03 10:30 chen', '03 10:00 chen', '03 11:00 chen'],
    ],
  ])('%s', (_, request, expected) => {
    expect(told(request)).toEqual(expected)
  })

  it('is never in the past, nor online before the lead time or beyond the horizon', () => {
    const type = { ...talk, leadMinutes: 60, horizonDays: 1 }
    expect(told({}, {}, tuesday('10:45'))).toEqual(['03 11:00 chen'])
    expect(told({ online: true }, { type }, tuesday('09:15'))).toEqual(['03 10:30 chen', '03 11:00 chen'])
    const window = days('2026-03-04', '2026-03-07')
    expect(told({ online: true, window }, { type }, tuesday('09:15')).at(-1)).toBe('04 11:00 chen')
  })
})

describe('the room', () => {
  const rooms = [
    room('hall', { capacity: 12 }),
    room('oak', { features: ['quiet', 'wheelchair'] }),
    room('elm', { features: ['quiet'] }),
    room('ash', { features: ['quiet'], busy: [busyAt(tuesday('09:00'), 60)] }),
  ]
  const first = (request: Partial<SlotRequest>, facts: Partial<SlotFacts> = {}) =>
    told({ needsRoom: true, first: 1, ...request }, { rooms, ...facts })

  it('is the smallest that suits, of two alike the one with less beside, of two equal the first', () => {
    expect(first({})).toEqual(['03 09:00 chen elm'])
    expect(first({ roomFeatures: ['wheelchair'] })).toEqual(['03 09:00 chen oak'])
    expect(first({}, { type: { ...talk, minCapacity: 3 } })).toEqual(['03 09:00 chen hall'])
    expect(first({ window: { start: tuesday('10:00'), end: tuesday('11:00') } })).toEqual(['03 10:00 chen elm'])
  })

  it('is the one preferred where it is free', () => {
    expect(first({ preferRoomId: 'ash' })).toEqual(['03 09:00 chen elm'])
    expect(first({ preferRoomId: 'hall' })).toEqual(['03 09:00 chen hall'])
  })

  it('is where the therapist works at that time', () => {
    const weekly = [
      hours(2, '09:00', '10:30', { locationId: 'north' }),
      hours(2, '10:30', '12:00', { locationId: 'south' }),
    ]
    const chen = therapist('chen', { weekly })
    const placed = [room('n', { locationId: 'north' }), room('s', { locationId: 'south' })]
    // No room is in both places: nothing spans 10:30.
    expect(told({ needsRoom: true }, { therapists: [chen], rooms: placed })).toEqual([
      '03 09:00 chen n',
      '03 09:30 chen n',
      '03 10:30 chen s',
      '03 11:00 chen s',
    ])
  })

  it('is not asked for by telehealth, nor telehealth offered to a type that needs one', () => {
    const weekly = [hours(2, '09:00', '10:00', { telehealth: true }), hours(2, '10:00', '11:00')]
    const therapists = [therapist('chen', { weekly })]
    expect(told({}, { therapists })).toEqual(['03 09:00 chen', '03 09:30 chen', '03 10:00 chen'])
    const type = { ...talk, needsRoom: true }
    expect(first({ first: 9 }, { therapists, type })).toEqual(['03 10:00 chen elm'])
  })
})

describe('who goes first', () => {
  const chen = therapist('chen', { busy: [busyAt(tuesday('16:00'), 60)] })
  const lee = therapist('lee', { busy: [busyAt(tuesday('09:00') - 86_400_000, 60)] })
  const okafor = therapist('okafor')
  const therapists = [chen, lee, okafor]
  const window = { start: tuesday('09:00'), end: tuesday('10:30') }

  it.each<[string, Partial<SlotRequest>, string[]]>([
    [
      'of those free at one time, the one with least booked that day, then that week',
      { window, first: 4 },
      ['03 09:00 okafor', '03 09:00 lee', '03 09:00 chen', '03 09:30 okafor'],
    ],
    [
      'balanced: all day the one with least booked',
      { window, order: 'balanced', first: 3 },
      ['03 09:00 okafor', '03 09:30 okafor', '03 09:00 lee'],
    ],
    [
      'the preferred one before everybody else',
      { window, preferTherapistId: 'chen', first: 3 },
      ['03 09:00 chen', '03 09:30 chen', '03 09:00 okafor'],
    ],
  ])('%s', (_, request, expected) => {
    expect(told(request, { therapists })).toEqual(expected)
  })
})

describe('limits', () => {
  it('of a block count what begins in it, whoever it is with, and no other block', () => {
    const weekly = [hours(2, '09:00', '10:00', { mostAppointments: 1 }), hours(2, '10:00', '11:00')]
    const busy = [busyAt(tuesday('09:30'), 30)]
    expect(told({ minutes: 30 }, { therapists: [therapist('chen', { weekly, busy })] })).toEqual([
      '03 10:00 chen',
      '03 10:30 chen',
    ])
  })
})
