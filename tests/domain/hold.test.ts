import { describe, expect, it } from 'vitest'
import { endedHold, extendedEnd, holdEnd, holdMinutes, isStanding, tooManyHolds } from '../../domain/hold.ts'

const now = Date.parse('2026-03-02T13:00:00Z')
const MINUTE = 60_000
const hold = { status: 'held', expiresAt: now + 5 * MINUTE, extended: false } as const

describe('a hold', () => {
  it.each([
    ['staff', true, 5],
    ['whoever books online', false, 15],
  ])('lasts as long as the clinic lets %s hold', (_, isStaff, minutes) => {
    expect(holdMinutes(isStaff, { staffHoldMinutes: 5, publicHoldMinutes: 15 })).toBe(minutes)
    expect(holdEnd(now, minutes)).toBe(now + minutes * MINUTE)
  })

  it.each([
    ['before its end', 'held', -1, true],
    ['at its end', 'held', 0, false],
    ['once released', 'released', -1, false],
    ['once confirmed', 'confirmed', -1, false],
  ] as const)('keeps others off or not: %s', (_, status, after, stands) => {
    expect(isStanding({ ...hold, status }, hold.expiresAt + after)).toBe(stands)
  })

  it.each([
    ['held', 'HOLD_EXPIRED', 'This slot was held until 8:05 AM and is held no longer.'],
    ['expired', 'HOLD_EXPIRED', 'This slot was held until 8:05 AM and is held no longer.'],
    ['released', 'HOLD_EXPIRED', 'This slot was released and is no longer held.'],
    ['confirmed', 'TERMINAL_STATUS', 'This slot was held and is booked already.'],
  ] as const)('that is over is refused with what became of it: %s', (status, code, message) => {
    const problem = endedHold({ ...hold, status }, 'America/New_York', hold.expiresAt)
    expect(problem).toMatchObject({ code, message, overridable: false })
  })

  it('that stands is not refused', () => {
    expect(endedHold(hold, 'America/New_York', now)).toBeUndefined()
  })

  it('is extended once, as long again from where it ended', () => {
    expect(extendedEnd(hold, 5)).toEqual({ expiresAt: now + 10 * MINUTE })
    expect(extendedEnd({ ...hold, extended: true }, 5)).toMatchObject({ problem: { code: 'HOLD_EXTENDED' } })
  })

  it.each([
    ['member', 9, undefined],
    ['member', 10, 'TOO_MANY_HOLDS'],
    ['partner', 10, undefined],
    ['partner', 100, 'TOO_MANY_HOLDS'],
  ] as const)('is one of so many that a %s may have: %i and one more', (kind, count, code) => {
    expect(tooManyHolds(kind, count)?.code).toBe(code)
  })
})
