import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../domain/zone.ts'
import { goesOn, type Line, type Report } from '../../../web/series/report.ts'

const zone = 'America/New_York'

describe('what is told before it is booked', () => {
  const line = (date: string): Line => {
    const at = instantOf(date, '16:00', zone)
    return { originalStartsAt: at, startsAt: at, endsAt: at, outcome: 'BOOKED', why: '', alternative: undefined }
  }
  const told: Report = { lines: [line('2026-03-03'), line('2026-03-10')], problems: [], isRefused: false }

  it.each([
    ['FREQ=WEEKLY;COUNT=2', false],
    ['FREQ=WEEKLY;COUNT=3', true],
    ['FREQ=WEEKLY', true],
    ['FREQ=WEEKLY;UNTIL=20260331T235959', false],
    ['FREQ=MONTHLY;UNTIL=20270331T235959', true],
    ['', false],
  ])('is not all of %s: %s', (rrule, more) => {
    expect(goesOn(rrule, told)).toBe(more)
  })
})
