import { describe, expect, it } from 'vitest'
import {
  type Closure,
  closedIntervals,
  type HoursException,
  openBlocks,
  openIntervals,
  openTime,
} from '../../domain/availability.ts'
import type { Interval } from '../../domain/interval.ts'
import { type GivenHours, sortedHours } from '../../domain/weekly-hours.ts'
import { addDays, instantOf } from '../../domain/zone.ts'

const NEW_YORK = 'America/New_York'
const LORD_HOWE = 'Australia/Lord_Howe'

const scheduleOf = (weekly: readonly GivenHours[], exceptions: readonly HoursException[] = []) => ({
  weekly: sortedHours(weekly),
  exceptions,
})

function daysOf(from: string, days: number, zone: string): Interval {
  return { start: instantOf(from, '00:00', zone), end: instantOf(addDays(from, days), '00:00', zone) }
}

/** In UTC, `2026-03-08T14:00 – 18:00`. */
function said(intervals: readonly Interval[]): string[] {
  const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16)
  return intervals.map((each) => `${iso(each.start)} – ${iso(each.end).slice(11)}`)
}

const closed = (date: string, startTime = '00:00', endTime = '24:00') =>
  ({ date, kind: 'closed', startTime, endTime }) as const
const open = (date: string, startTime: string, endTime: string) => ({ date, kind: 'open', startTime, endTime }) as const

describe('hours of the wall clock', () => {
  // [zone, date, hours, in UTC]; the local offsets in the comments are those before and after the change
  it.each<[string, string, [string, string], string]>([
    // New York, 8 March 2026: 02:00 −5 becomes 03:00 −4
    [NEW_YORK, '2026-03-07', ['09:00', '17:00'], '2026-03-07T14:00 – 22:00'],
    [NEW_YORK, '2026-03-08', ['09:00', '17:00'], '2026-03-08T13:00 – 21:00'],
    [NEW_YORK, '2026-03-08', ['01:30', '03:30'], '2026-03-08T06:30 – 07:30'],
    [NEW_YORK, '2026-03-08', ['02:30', '04:00'], '2026-03-08T07:30 – 08:00'],
    [NEW_YORK, '2026-03-08', ['00:00', '24:00'], '2026-03-08T05:00 – 04:00'],
    // New York, 1 November 2026: 02:00 −4 becomes 01:00 −5
    [NEW_YORK, '2026-10-31', ['09:00', '17:00'], '2026-10-31T13:00 – 21:00'],
    [NEW_YORK, '2026-11-01', ['09:00', '17:00'], '2026-11-01T14:00 – 22:00'],
    [NEW_YORK, '2026-11-01', ['01:30', '03:00'], '2026-11-01T05:30 – 08:00'],
    [NEW_YORK, '2026-11-01', ['00:00', '24:00'], '2026-11-01T04:00 – 05:00'],
    // New York, 14 March and 7 November 2027
    [NEW_YORK, '2027-03-14', ['09:00', '17:00'], '2027-03-14T13:00 – 21:00'],
    [NEW_YORK, '2027-03-14', ['02:00', '03:00'], ''],
    [NEW_YORK, '2027-11-07', ['09:00', '17:00'], '2027-11-07T14:00 – 22:00'],
    [NEW_YORK, '2027-11-07', ['01:00', '02:00'], '2027-11-07T05:00 – 07:00'],
    // Lord Howe moves its clocks by half an hour: 4 October 2026, 02:00 +10:30 becomes 02:30 +11
    [LORD_HOWE, '2026-10-03', ['09:00', '12:00'], '2026-10-02T22:30 – 01:30'],
    [LORD_HOWE, '2026-10-04', ['09:00', '12:00'], '2026-10-03T22:00 – 01:00'],
    [LORD_HOWE, '2026-10-04', ['02:15', '03:00'], '2026-10-03T15:45 – 16:00'],
    // Lord Howe, 5 April 2026: 02:00 +11 becomes 01:30 +10:30
    [LORD_HOWE, '2026-04-05', ['09:00', '12:00'], '2026-04-04T22:30 – 01:30'],
    [LORD_HOWE, '2026-04-05', ['01:00', '02:00'], '2026-04-04T14:00 – 15:30'],
  ])('in %s on %s, %j', (zone, date, [startTime, endTime], expected) => {
    const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startTime, endTime }))
    const found = openIntervals(scheduleOf(everyDay), [], daysOf(date, 1, zone), zone)
    expect(said(found)).toEqual(expected ? [expected] : [])
  })
})

describe('a schedule', () => {
  const mondays = { weekday: 1, startTime: '09:00', endTime: '17:00' }
  // Monday 2 March 2026, in winter: New York is five hours behind UTC
  const week = daysOf('2026-03-02', 7, NEW_YORK)
  const blocksOf = (weekly: GivenHours[], exceptions: HoursException[] = [], window = week) =>
    openBlocks(scheduleOf(weekly, exceptions), window, NEW_YORK)

  it.each<[string, GivenHours, string[]]>([
    ['that always was', mondays, ['2026-03-02T14:00 – 22:00', '2026-03-09T13:00 – 21:00']],
    ['from a date on', { ...mondays, effectiveFrom: '2026-03-09' }, ['2026-03-09T13:00 – 21:00']],
    ['until a date', { ...mondays, effectiveUntil: '2026-03-02' }, ['2026-03-02T14:00 – 22:00']],
    ['between two dates', { ...mondays, effectiveFrom: '2026-03-03', effectiveUntil: '2026-03-08' }, []],
  ])('is kept %s', (_, hours, expected) => {
    expect(said(blocksOf([hours], [], daysOf('2026-03-02', 14, NEW_YORK)))).toEqual(expected)
  })

  it.each<[string, HoursException[], string[]]>([
    ['closed all day', [closed('2026-03-02')], []],
    [
      'closed over lunch',
      [closed('2026-03-02', '12:00', '13:00')],
      ['2026-03-02T14:00 – 17:00', '2026-03-02T18:00 – 22:00'],
    ],
    ['closed in the morning', [closed('2026-03-02', '00:00', '12:00')], ['2026-03-02T17:00 – 22:00']],
    [
      'open on a day that is usually closed',
      [open('2026-03-03', '10:00', '12:00')],
      ['2026-03-02T14:00 – 22:00', '2026-03-03T15:00 – 17:00'],
    ],
    ['with other hours', [closed('2026-03-02'), open('2026-03-02', '10:00', '12:00')], ['2026-03-02T15:00 – 17:00']],
    ['of another date', [closed('2026-03-16')], ['2026-03-02T14:00 – 22:00']],
  ])('with a date %s', (_, exceptions, expected) => {
    expect(said(blocksOf([mondays], exceptions))).toEqual(expected)
  })

  it('tells of each piece what its block was, and how it is kept', () => {
    const hours = { ...mondays, telehealth: true, mostAppointments: 3, locationId: 'uptown' }
    const pieces = blocksOf([hours], [closed('2026-03-02', '12:00', '13:00')])
    expect(pieces.map((each) => said([each.whole]))).toEqual([
      ['2026-03-02T14:00 – 22:00'],
      ['2026-03-02T14:00 – 22:00'],
    ])
    expect(pieces[0]).toMatchObject({ telehealth: true, mostAppointments: 3, locationId: 'uptown' })
  })

  it('is cut to the window, and merged where blocks touch', () => {
    const halves = [
      { weekday: 1, startTime: '09:00', endTime: '12:00' },
      { weekday: 1, startTime: '12:00', endTime: '17:00' },
    ]
    const window = {
      start: instantOf('2026-03-02', '10:00', NEW_YORK),
      end: instantOf('2026-03-02', '13:00', NEW_YORK),
    }
    expect(said(openIntervals(scheduleOf(halves), [], window, NEW_YORK))).toEqual(['2026-03-02T15:00 – 18:00'])
  })
})

describe('a closure of the clinic', () => {
  const break_: Closure = {
    name: 'Break',
    startsOn: '2026-03-03',
    endsOn: '2026-03-04',
    startTime: '12:00',
    endTime: '24:00',
  }
  const week = daysOf('2026-03-02', 5, NEW_YORK)
  const daily = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startTime: '09:00', endTime: '17:00' }))

  it('shuts those hours of each of its days', () => {
    expect(said(closedIntervals([break_], week, NEW_YORK))).toEqual([
      '2026-03-03T17:00 – 05:00',
      '2026-03-04T17:00 – 05:00',
    ])
    expect(said(openIntervals(scheduleOf(daily), [break_], week, NEW_YORK))).toEqual([
      '2026-03-02T14:00 – 22:00',
      '2026-03-03T14:00 – 17:00',
      '2026-03-04T14:00 – 17:00',
      '2026-03-05T14:00 – 22:00',
      '2026-03-06T14:00 – 22:00',
    ])
  })

  it('is the only thing that shuts a room without hours, beside its own closed dates', () => {
    const day = daysOf('2026-03-03', 1, NEW_YORK)
    const room = { kind: 'room' as const, schedule: scheduleOf([], [closed('2026-03-03', '08:00', '10:00')]) }
    expect(said(openTime(room, [break_], day, NEW_YORK))).toEqual([
      '2026-03-03T05:00 – 13:00',
      '2026-03-03T15:00 – 17:00',
    ])
    expect(openTime({ kind: 'therapist', schedule: scheduleOf([]) }, [], day, NEW_YORK)).toEqual([])
  })
})

it('knows no closure in an hour that the clocks skip', () => {
  const night: Closure = {
    ...{ name: 'Night work', startsOn: '2026-03-07', endsOn: '2026-03-09', startTime: '02:30', endTime: '03:00' },
  }
  // New York, 8 March 2026: 02:00 -5 becomes 03:00 -4, so that there is no 02:30 to 03:00.
  expect(said(closedIntervals([night], daysOf('2026-03-07', 3, NEW_YORK), NEW_YORK))).toEqual([
    '2026-03-07T07:30 – 08:00',
    '2026-03-09T06:30 – 07:00',
  ])
})
