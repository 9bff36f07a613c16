import { describe, expect, it } from 'vitest'
import { lastAllowed, mayLeave, nearestAllowed, nextAllowed } from '../../domain/leaving-hours.ts'
import { defaultReminderPolicy } from '../../domain/reminder-policy.ts'
import { instantAt, localTime } from '../support/local-time.ts'

const NEW_YORK = 'America/New_York'
const everyDay = defaultReminderPolicy
const weekdays = { ...defaultReminderPolicy, weekends: false }

const local = (text: string) => instantAt(text, NEW_YORK)

function shown(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : localTime(instant, NEW_YORK)
}

const LONG_AGO = 0

describe('a reminder that is due outside the hours moves to the nearest time before its appointment', () => {
  const table: [what: string, due: string, startsAt: string, leaves: string | undefined][] = [
    ['one that is due within them stays', '2026-03-11 10:00', '2026-03-12 10:00', 'Wed 2026-03-11 10:00'],
    ['two hours before 08:00: the evening before', '2026-03-12 06:00', '2026-03-12 08:00', 'Wed 2026-03-11 19:59'],
    ['an hour before 08:00: the evening before', '2026-03-12 07:00', '2026-03-12 08:00', 'Wed 2026-03-11 19:59'],
    ['two hours before 09:30: the morning itself', '2026-03-12 07:30', '2026-03-12 09:30', 'Thu 2026-03-12 08:00'],
    ['two hours before 08:20: too close at 08:00', '2026-03-12 06:20', '2026-03-12 08:20', 'Wed 2026-03-11 19:59'],
    ['a day before 21:00: an hour earlier', '2026-03-11 21:00', '2026-03-12 21:00', 'Wed 2026-03-11 19:59'],
    ['a day before 06:00: the next two hours later', '2026-03-11 06:00', '2026-03-12 06:00', 'Wed 2026-03-11 08:00'],
    ['at 20:00 sharp they are over', '2026-03-11 20:00', '2026-03-13 20:00', 'Wed 2026-03-11 19:59'],
    ['at 08:00 sharp they have begun', '2026-03-11 08:00', '2026-03-12 08:00', 'Wed 2026-03-11 08:00'],
    ['on the day the clocks go forward', '2026-03-08 03:00', '2026-03-08 09:00', 'Sun 2026-03-08 08:00'],
    ['the night the clocks go forward, for 08:00', '2026-03-08 06:00', '2026-03-08 08:00', 'Sat 2026-03-07 19:59'],
    ['on the day the clocks go back', '2026-11-01 06:30', '2026-11-01 08:30', 'Sun 2026-11-01 08:00'],
    ['the night the clocks go back, for 08:00', '2026-11-01 06:00', '2026-11-01 08:00', 'Sat 2026-10-31 19:59'],
  ]
  it.each(table)('%s', (_, due, startsAt, leaves) => {
    const reminded = { startsAt: local(startsAt), now: LONG_AGO }
    expect(shown(nearestAllowed(local(due), reminded, everyDay, NEW_YORK))).toBe(leaves)
  })

  const weekendTable: typeof table = [
    ['a day before Monday 08:00: on Friday', '2026-03-08 08:00', '2026-03-09 08:00', 'Fri 2026-03-06 19:59'],
    ['a day before Monday 19:00: on Monday', '2026-03-08 19:00', '2026-03-09 19:00', 'Mon 2026-03-09 08:00'],
    ['two hours before Saturday 10:00: on Friday', '2026-03-07 08:00', '2026-03-07 10:00', 'Fri 2026-03-06 19:59'],
    ['two days before Monday 10:00: on Friday', '2026-03-07 10:00', '2026-03-09 10:00', 'Fri 2026-03-06 19:59'],
    ['across the clocks going back', '2026-11-01 08:00', '2026-11-02 08:00', 'Fri 2026-10-30 19:59'],
  ]
  it.each(weekendTable)('without weekends, %s', (_, due, startsAt, leaves) => {
    const reminded = { startsAt: local(startsAt), now: LONG_AGO }
    expect(shown(nearestAllowed(local(due), reminded, weekdays, NEW_YORK))).toBe(leaves)
  })

  it('never into the past, nor to after the start', () => {
    const now = local('2026-03-11 20:30')
    const early = { startsAt: local('2026-03-12 08:00'), now }
    expect(nearestAllowed(local('2026-03-12 06:00'), early, everyDay, NEW_YORK)).toBeUndefined()
    const later = { startsAt: local('2026-03-12 09:00'), now }
    expect(shown(nearestAllowed(local('2026-03-12 07:00'), later, everyDay, NEW_YORK))).toBe('Thu 2026-03-12 08:00')
  })

  it('may come shortly before the start when it was meant to', () => {
    const reminded = { startsAt: local('2026-03-12 10:00'), now: LONG_AGO }
    const due = local('2026-03-12 09:50')
    expect(nearestAllowed(due, reminded, everyDay, NEW_YORK)).toBe(due)
  })
})

describe('what is to leave as soon as it may', () => {
  const table: [from: string, leaves: string][] = [
    ['2026-03-11 12:00', 'Wed 2026-03-11 12:00'],
    ['2026-03-11 03:00', 'Wed 2026-03-11 08:00'],
    ['2026-03-11 20:00', 'Thu 2026-03-12 08:00'],
    // The clocks go forward that night.
    ['2026-03-07 22:00', 'Sun 2026-03-08 08:00'],
    ['2026-03-06 20:00', 'Sat 2026-03-07 08:00'],
  ]
  it.each(table)('at %s leaves %s', (from, leaves) => {
    expect(shown(nextAllowed(local(from), everyDay, NEW_YORK))).toBe(leaves)
  })

  it('waits for Monday where nothing leaves on weekends', () => {
    expect(shown(nextAllowed(local('2026-03-06 20:00'), weekdays, NEW_YORK))).toBe('Mon 2026-03-09 08:00')
    expect(shown(lastAllowed(local('2026-03-08 12:00'), weekdays, NEW_YORK))).toBe('Fri 2026-03-06 19:59')
  })
})

it('nothing may leave at three in the morning, on any day of the year', () => {
  for (let day = 0; day < 366; day++) {
    const three = local('2026-01-01 03:00') + day * 24 * 60 * 60_000
    expect(mayLeave(three, everyDay, NEW_YORK)).toBe(false)
    expect(mayLeave(nextAllowed(three, everyDay, NEW_YORK), everyDay, NEW_YORK)).toBe(true)
    expect(mayLeave(lastAllowed(three, weekdays, NEW_YORK), weekdays, NEW_YORK)).toBe(true)
  }
})
