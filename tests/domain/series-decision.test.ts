import { expect, it } from 'vitest'
import type { Busy, ResourceFacts } from '../../domain/booking-facts.ts'
import { decideOccurrences, type OccurrenceRequest, type SeriesFacts } from '../../domain/series-decision.ts'
import { sortedHours } from '../../domain/weekly-hours.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const zone = 'America/New_York'
// Monday 2 March 2026, 08:00 in New York
const now = Date.parse('2026-03-02T13:00Z')
const noon = Date.parse('2026-03-03T17:00Z')
const buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
const options = { now, override: new Set<never>(), online: false, ...buffers }

/** Every day at noon, of which each has the id of its day; what else there is has none. */
function daily(count: number, blockedDay: number): SeriesFacts {
  const at = (day: number, appointmentId: string | null): Busy => {
    const start = noon + day * DAY
    return { start, end: start + HOUR, lane: 0, appointmentId, typeId: 'type', ...buffers }
  }
  const busy = [...Array.from({ length: count }, (_, day) => at(day, String(day))), at(blockedDay, null)]
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startTime: '08:00', endTime: '20:00' }))
  const chen: ResourceFacts = {
    ...{ id: 'chen', kind: 'therapist', name: 'Dr. Chen', active: true, away: [], busy, skills: [], features: [] },
    ...{ capacity: 2, locationId: null, schedule: { weekly: sortedHours(days), exceptions: [] } },
  }
  const type = {
    ...{ id: 'type', name: 'Session', active: true, needsRoom: false, requiredSkills: [], requiredFeatures: [] },
    ...{ minCapacity: 1, dailyLimit: null, online: true, leadMinutes: 0, horizonDays: 365 },
  }
  return { zone, stepMinutes: 15, allowsOverbooking: false, closures: [], type, resources: new Map([['chen', chen]]) }
}

function shifted(count: number, days: number): OccurrenceRequest[] {
  return Array.from({ length: count }, (_, day) => {
    const [was, start] = [noon + day * DAY, noon + (day + days) * DAY]
    const going = { original: was, appointmentId: String(day), previousStart: was }
    return { ...going, start, end: start + HOUR, therapistId: 'chen', roomId: null }
  })
}

it.each([
  ['later', 1, 365],
  ['earlier', -1, -1],
])(
  'leaves a whole year of days where they are that would go a day %s, each into the place of the next that cannot',
  (_, days, blockedDay) => {
    const facts = daily(365, blockedDay)
    const begun = performance.now()
    const decisions = decideOccurrences(
      shifted(365, days),
      { ...options, now: now - 2 * DAY, policy: 'skip_clashes' },
      facts,
    )
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(new Set(decisions.map((each) => each.outcome))).toEqual(new Set(['skipped']))
  },
)

it('moves those that can go, and leaves those that cannot with those that wait for their places', () => {
  const decisions = decideOccurrences(shifted(10, 1), { ...options, policy: 'skip_clashes' }, daily(10, 4.5))
  expect(decisions.map((each) => each.outcome)).toEqual(Array(10).fill('booked'))
  const blocked = daily(10, 10)
  const odd = shifted(10, 1).filter((each) => Number(each.appointmentId) !== 6)
  const outcomes = decideOccurrences(odd, { ...options, policy: 'skip_clashes' }, blocked).map((each) => each.outcome)
  expect(outcomes).toEqual(Array(9).fill('skipped'))
})
