import { describe, expect, it } from 'vitest'
import type { BookingProblemCode } from '../../domain/problem.ts'
import {
  cancellationReasonOf,
  isOnTimeOff,
  mayUndo,
  overlapProblem,
  type TimeOffStatus,
  timeOffIntervalProblem,
  timeOffMayBecome,
  timeOffReasons,
  timeOffStatuses,
} from '../../domain/time-off.ts'
import { at, ZONE } from '../support/plan-cases.ts'

const NOW = at('2026-03-02 08:00')
const HOUR = 60 * 60_000
const off = (from: string, to: string) => ({ start: at(from), end: at(to) })

describe('time off', () => {
  it('goes from asked for to decided or withdrawn, and from approved to withdrawn alone', () => {
    const ways = timeOffStatuses.flatMap((from) =>
      timeOffStatuses.filter((to) => timeOffMayBecome(from, to)).map((to) => `${from} ${to}`),
    )
    expect(ways).toEqual([...['requested approved', 'requested denied', 'requested withdrawn'], 'approved withdrawn'])
  })

  it.each<[string, { start: number; end: number }, BookingProblemCode | undefined]>([
    ['a day', off('2026-03-03 00:00', '2026-03-04 00:00'), undefined],
    ['a minute', off('2026-03-03 10:00', '2026-03-03 10:01'), undefined],
    ['what has begun', off('2026-03-01 00:00', '2026-03-03 00:00'), undefined],
    // Clocks go forward on Sunday 8 March 2026 and back on Sunday 1 November 2026.
    ['a day of 23 hours', off('2026-03-08 00:00', '2026-03-09 00:00'), undefined],
    ['a day of 25 hours', off('2026-11-01 00:00', '2026-11-02 00:00'), undefined],
    ['a leap year', off('2027-09-01 00:00', '2028-09-01 00:00'), undefined],
    ['more than 366 days', off('2027-09-01 00:00', '2028-09-01 00:01'), 'INVALID_INTERVAL'],
    ['no time', off('2026-03-03 10:00', '2026-03-03 10:00'), 'INVALID_INTERVAL'],
    ['time that runs back', off('2026-03-04 00:00', '2026-03-03 00:00'), 'INVALID_INTERVAL'],
    ['time with seconds', { start: at('2026-03-03 10:00') + 1000, end: at('2026-03-03 11:00') }, 'INVALID_INTERVAL'],
    ['time beyond the book', off('2032-03-03 00:00', '2032-03-04 00:00'), 'INVALID_INTERVAL'],
    ['time that is over', off('2026-03-01 00:00', '2026-03-02 08:00'), 'IN_THE_PAST'],
  ])('of %s is asked for, or refused as it should be', (_, wanted, code) => {
    const problem = timeOffIntervalProblem(wanted, NOW)
    expect(problem?.code).toBe(code)
    if (problem) expect(problem).toMatchObject({ ...wanted, overridable: false, path: ['input', expect.any(String)] })
  })

  it.each<[string, string, TimeOffStatus, string | undefined]>([
    ['2026-03-03 09:00', '2026-03-03 10:00', 'approved', undefined],
    ['2026-03-03 12:00', '2026-03-03 13:00', 'approved', undefined],
    ['2026-03-03 09:00', '2026-03-03 10:01', 'approved', 'is already away'],
    ['2026-03-03 11:59', '2026-03-03 13:00', 'requested', 'has already asked for time off'],
    ['2026-03-03 10:30', '2026-03-03 11:00', 'requested', 'has already asked for time off'],
    ['2026-03-03 10:30', '2026-03-03 11:00', 'denied', undefined],
    ['2026-03-03 10:30', '2026-03-03 11:00', 'withdrawn', undefined],
  ])('beside one from %s to %s that is %s: %s', (from, to, status, says) => {
    const wanted = { ...off('2026-03-03 10:00', '2026-03-03 12:00'), status: 'requested' } as const
    const problem = overlapProblem(wanted, { id: 'a', name: 'Ana' }, [{ ...off(from, to), status }], ZONE)
    expect(problem?.message).toEqual(says && expect.stringContaining(`Ana ${says} from`))
    if (problem) expect(problem).toMatchObject({ code: 'ON_TIME_OFF', resourceId: 'a', ...off(from, to) })
  })

  it('that is taken at once passes over what only waits for an answer', () => {
    const noon = off('2026-03-03 11:00', '2026-03-03 12:00')
    const problemBeside = (status: TimeOffStatus) =>
      overlapProblem({ ...noon, status: 'approved' }, { id: 'a', name: 'Ana' }, [{ ...noon, status }], ZONE)
    expect(problemBeside('requested')).toBeUndefined()
    expect(problemBeside('approved')?.message).toContain('Ana is already away from')
  })

  it('is undone within a day of its approval', () => {
    expect(mayUndo(NOW, NOW + 24 * HOUR)).toBe(true)
    expect(mayUndo(NOW, NOW + 24 * HOUR + 1)).toBe(false)
    expect(mayUndo(null, NOW)).toBe(false)
  })

  it('tells clients of illness only when somebody is ill', () => {
    const told = timeOffReasons.filter((reason) => cancellationReasonOf('therapist', reason) === 'provider_ill')
    expect(told).toEqual(['sick'])
    for (const reason of timeOffReasons) expect(cancellationReasonOf('room', reason)).toBe('administrative')
  })
})

describe('an appointment', () => {
  const standing = { ...off('2026-03-03 10:00', '2026-03-03 11:00'), therapistId: 'Ana', roomId: 'Oak' }
  it.each<[string, object, string, [string, string], boolean]>([
    ['in its therapist’s absence', {}, 'Ana', ['2026-03-03 00:00', '2026-03-04 00:00'], true],
    ['in a room out of use', {}, 'Oak', ['2026-03-03 10:59', '2026-03-03 12:00'], true],
    ['beside an absence', {}, 'Ana', ['2026-03-03 11:00', '2026-03-03 12:00'], false],
    ['in the absence of somebody else', {}, 'Bo', ['2026-03-03 00:00', '2026-03-04 00:00'], false],
    [
      'put there on purpose',
      { overriddenRules: ['ON_TIME_OFF'] },
      'Ana',
      ['2026-03-03 00:00', '2026-03-04 00:00'],
      false,
    ],
    ['without a room', { roomId: null }, 'Oak', ['2026-03-03 00:00', '2026-03-04 00:00'], false],
  ])('%s is flagged: %s', (_, change, who, [from, to], flagged) => {
    const away = new Map([[who, [off(from, to)]]])
    expect(isOnTimeOff({ overriddenRules: [], ...standing, ...change }, away)).toBe(flagged)
  })
})
