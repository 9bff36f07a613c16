import fc from 'fast-check'
import { DateTime, IANAZone } from 'luxon'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  datesOf,
  dayInterval,
  floatingOf,
  instantOf,
  instantOfFloating,
  isOnStep,
  isZone,
  snapToStep,
  wallClock,
  weekdayOf,
  zoneStretches,
} from '../../domain/zone.ts'

const NEW_YORK = 'America/New_York'
const HOUR = 3_600_000

describe('the instant of a wall-clock time', () => {
  it.each([
    // date, time, zone, instant                                        what happens there
    ['2026-03-07', '09:00', NEW_YORK, '2026-03-07T14:00:00Z'], // the day before the clocks go forward
    ['2026-03-08', '09:00', NEW_YORK, '2026-03-08T13:00:00Z'], // the day they do
    ['2026-03-08', '02:30', NEW_YORK, '2026-03-08T07:30:00Z'], // skipped: forward by the gap, 03:30
    ['2026-11-01', '01:30', NEW_YORK, '2026-11-01T05:30:00Z'], // shown twice: the first
    ['2026-11-01', '09:00', NEW_YORK, '2026-11-01T14:00:00Z'], // the day they go back
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'], // half an hour repeats: the first
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'], // half an hour is skipped
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'], // a whole day is skipped: noon of the next
    ['2026-06-01', '09:00', 'Asia/Kathmandu', '2026-06-01T03:15:00Z'],
    ['2026-03-08', '24:00', NEW_YORK, '2026-03-09T04:00:00Z'], // the next midnight
  ])('%s %s in %s is %s', (date, time, zone, expected) => {
    expect(new Date(instantOf(date, time, zone)).toISOString()).toBe(new Date(expected).toISOString())
  })

  it('is refused when it is none', () => {
    expect(() => instantOf('2026-02-30', '09:00', NEW_YORK)).toThrow(RangeError)
  })
})

describe('a time on the wall, counted as if in UTC', () => {
  it.each([NEW_YORK, 'Europe/London', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Casablanca', 'Asia/Gaza'])(
    'is the same instant as the two clocks of luxon say, every half hour around every change in %s',
    (zone) => {
      const step = HOUR / 2
      for (let at = Date.parse('2009-01-01T00:00Z'); at < Date.parse('2015-01-01T00:00Z'); at += 11 * HOUR) {
        const changes = floatingOf(at, zone) - at !== floatingOf(at + 11 * HOUR, zone) - (at + 11 * HOUR)
        if (!changes) continue
        const middle = Math.round(floatingOf(at, zone) / step) * step
        for (let floating = middle - 30 * HOUR; floating < middle + 40 * HOUR; floating += step) {
          const local = DateTime.fromISO(new Date(floating).toISOString().slice(0, 19), { zone })
          const first = Math.min(...local.getPossibleOffsets().map((each) => each.toMillis()))
          expect(instantOfFloating(floating, zone)).toBe(first)
        }
      }
    },
  )
})

describe('a day', () => {
  it.each([
    ['2026-03-08', 23],
    ['2026-03-09', 24],
    ['2026-11-01', 25],
  ])('%s lasts %i hours in New York', (date, hours) => {
    const { start, end } = dayInterval(date, NEW_YORK)
    expect((end - start) / HOUR).toBe(hours)
    expect(wallClock(start, NEW_YORK)).toMatchObject({ date, time: '00:00' })
  })

  it('is counted on the calendar, not by the clock', () => {
    expect(addDays('2026-03-07', 1)).toBe('2026-03-08')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(weekdayOf('2026-03-08')).toBe(7)
    const night = { start: instantOf('2026-03-07', '22:00', NEW_YORK), end: instantOf('2026-03-09', '00:00', NEW_YORK) }
    expect(datesOf(night, NEW_YORK)).toEqual(['2026-03-07', '2026-03-08'])
  })
})

describe('the step', () => {
  it.each([
    ['2026-03-08T13:07:00Z', 15, NEW_YORK, '2026-03-08T13:00:00Z'],
    ['2026-03-08T13:08:00Z', 15, NEW_YORK, '2026-03-08T13:15:00Z'],
    // 45 minutes off UTC: 13:00 UTC shows 18:45
    ['2026-03-08T13:00:00Z', 30, 'Asia/Kathmandu', '2026-03-08T13:15:00Z'],
    ['2026-11-01T05:40:00Z', 30, NEW_YORK, '2026-11-01T05:30:00Z'], // 01:40, the first time
  ])('%s on steps of %i minutes in %s is %s', (instant, step, zone, expected) => {
    const snapped = snapToStep(Date.parse(instant), step, zone)
    expect(new Date(snapped).toISOString()).toBe(new Date(expected).toISOString())
    expect(isOnStep(snapped, step, zone)).toBe(true)
  })
})

describe('every zone there is', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => IANAZone.isValidZone(zone))
  const instants = fc.integer({ min: Date.parse('2000-01-01') / 60_000, max: Date.parse('2045-01-01') / 60_000 })

  it('shows what luxon shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, minute) => {
        const local = DateTime.fromMillis(minute * 60_000, { zone })
        expect(wallClock(minute * 60_000, zone)).toEqual({
          ...{ date: local.toISODate(), time: local.toFormat('HH:mm'), weekday: local.weekday },
          ...{ hour: local.hour, minute: local.minute },
        })
      }),
      { numRuns: 3_000 },
    )
  })

  it('changes its clocks where its stretches end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, fc.integer({ min: 1, max: 62 * 1440 }), (zone, from, length) => {
        const interval = { start: from * 60_000, end: (from + length) * 60_000 }
        const stretches = zoneStretches(interval, zone)
        expect([stretches[0]?.start, stretches.at(-1)?.end]).toEqual([interval.start, interval.end])
        for (const { start, end, offset } of stretches)
          for (const at of [start, (start + end) / 2, end - 1])
            expect(IANAZone.create(zone).offset(at) * 60_000).toBe(offset)
      }),
      { numRuns: 1_000 },
    )
  })
})

it('knows the zones of the IANA database', () => {
  expect(isZone(NEW_YORK)).toBe(true)
  expect(isZone('Mars/Olympus')).toBe(false)
})
