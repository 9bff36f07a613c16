import { describe, expect, it } from 'vitest'
import {
  afterPublishing,
  isShown,
  placesLeft,
  placesTakenProblem,
  statusOfNewSession,
  statusOnceMoved,
} from '../../domain/event.ts'
import { exceptedFrom, hasOwnTime, sessionsTouched, shiftOf, statusAt, timeOf } from '../../domain/event-change.ts'

describe('publishing', () => {
  it.each([
    ['draft', 'publish', 'published'],
    ['published', 'publish', undefined],
    ['archived', 'publish', undefined],
    ['draft', 'unpublish', undefined],
    ['published', 'unpublish', 'draft'],
    ['archived', 'unpublish', 'draft'],
    ['draft', 'archive', 'archived'],
    ['published', 'archive', 'archived'],
    ['archived', 'archive', undefined],
  ] as const)('of what is %s: %s gives %s', (status, step, after) => {
    expect(afterPublishing(status, step)).toBe(after)
  })

  it.each([
    ['draft', 'inherit', 'person', 'draft'],
    ['published', 'inherit', 'job', 'published'],
    ['published', 'draft', 'job', 'draft'],
    ['published', 'draft', 'person', 'published'],
    ['archived', 'inherit', 'job', 'draft'],
  ] as const)(
    'a session that is added to a %s event with %s by a %s is %s',
    (publishStatus, newSessions, by, status) => {
      expect(statusOfNewSession({ publishStatus, newSessions }, by)).toBe(status)
    },
  )

  it('shows a session when both it and its event are published', () => {
    expect(isShown({ publishStatus: 'published', event: { publishStatus: 'published' } })).toBe(true)
    expect(isShown({ publishStatus: 'draft', event: { publishStatus: 'published' } })).toBe(false)
    expect(isShown({ publishStatus: 'published', event: { publishStatus: 'draft' } })).toBe(false)
  })

  it.each([
    ['scheduled', true, 'rescheduled'],
    ['scheduled', false, 'scheduled'],
    ['postponed', true, 'rescheduled'],
    ['postponed', false, 'scheduled'],
    ['rescheduled', false, 'rescheduled'],
    ['moved_online', true, 'moved_online'],
  ] as const)('tells that what was %s (shown: %s) moved as %s', (status, wasShown, after) => {
    expect(statusOnceMoved(status, wasShown)).toBe(after)
  })
})

describe('places', () => {
  it('are left where there are any', () => {
    expect(placesLeft({ capacity: 8, placesTaken: 3 })).toBe(5)
    expect(placesLeft({ capacity: null, placesTaken: 3 })).toBeNull()
  })

  it('cannot be fewer than are taken', () => {
    expect(placesTakenProblem('Group', 3, 3)).toBeUndefined()
    expect(placesTakenProblem('Group', null, 3)).toBeUndefined()
    expect(placesTakenProblem('Group', 2, 3)).toBe('3 places of Group are taken: there cannot be 2.')
  })
})

const ZONE = 'America/New_York'
/** Tuesdays at 16:00 in New York: the clocks go back on 1 November 2026. */
const TUESDAYS = ['2026-10-20T20:00Z', '2026-10-27T20:00Z', '2026-11-03T21:00Z', '2026-11-10T21:00Z'].map(Date.parse)
const times = { zone: ZONE, minutes: 60, shiftMinutes: 0 }
const HOUR = 3_600_000

const sessions = TUESDAYS.map((start, index) => ({
  ...{ id: index, originalStartsAt: start, startsAt: start, endsAt: start + HOUR },
  ...{
    status: 'scheduled' as const,
    publishStatus: 'published' as const,
    event: { publishStatus: 'published' as const },
  },
}))

describe('a change of sessions', () => {
  const idsOf = (touched: readonly { id: number }[]) => touched.map((each) => each.id)
  const beforeAll = TUESDAYS[0]! - HOUR

  it.each([
    ['this', 1, [1]],
    ['this_and_following', 1, [1, 2, 3]],
    ['all', 1, [0, 1, 2, 3]],
  ] as const)('with the scope %s at the second is for %j', (scope, at, touched) => {
    expect(idsOf(sessionsTouched(sessions, sessions[at]!, scope, beforeAll))).toEqual(touched)
  })

  it('leaves the past and what is cancelled as they are', () => {
    const cancelled = sessions.map((each) => (each.id === 2 ? { ...each, status: 'cancelled' as const } : each))
    expect(idsOf(sessionsTouched(cancelled, cancelled[3]!, 'all', TUESDAYS[1]!))).toEqual([1, 3])
    expect(idsOf(sessionsTouched(sessions, sessions[0]!, 'all', TUESDAYS[1]! + 1))).toEqual([0, 2, 3])
  })

  it('shifts on the wall clock, whatever the clocks do between', () => {
    const shiftMinutes = shiftOf(TUESDAYS[0]!, Date.parse('2026-10-20T18:30Z'), ZONE)
    expect(shiftMinutes).toBe(-90)
    const shifted = TUESDAYS.map((each) => new Date(timeOf(each, { ...times, shiftMinutes }).start).toISOString())
    expect(shifted.map((each) => each.slice(5, 16))).toEqual([
      '10-20T18:30',
      '10-27T18:30',
      '11-03T19:30',
      '11-10T19:30',
    ])
  })

  it('knows what has a time of its own, and tells what the public saw elsewhere as moved', () => {
    const [first] = sessions
    expect(hasOwnTime(first!, times)).toBe(false)
    expect(hasOwnTime({ ...first!, endsAt: first!.endsAt + HOUR }, times)).toBe(true)
    expect(hasOwnTime(first!, { ...times, shiftMinutes: 30 })).toBe(true)
    expect(statusAt(first!, first!.startsAt)).toBe('scheduled')
    expect(statusAt(first!, first!.startsAt + HOUR)).toBe('rescheduled')
    expect(statusAt({ ...first!, publishStatus: 'draft' as never }, first!.startsAt + HOUR)).toBe('scheduled')
  })
})

describe('days left out', () => {
  it('stay left out when the event begins at another hour, on both sides of a clock change', () => {
    const floating = ['2026-03-03', '2026-03-10'].map((date) => Date.parse(`${date}T09:00:00Z`))
    const from = exceptedFrom(floating, Date.parse('2026-02-24T20:30:00Z'), 'America/New_York')
    expect(from.map((each) => new Date(each).toISOString())).toEqual([
      '2026-03-03T20:30:00.000Z',
      '2026-03-10T19:30:00.000Z',
    ])
  })
})
