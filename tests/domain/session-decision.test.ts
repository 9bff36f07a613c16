import { describe, expect, it } from 'vitest'
import type { ResourceFacts } from '../../domain/booking-facts.ts'
import type { BookingProblemCode } from '../../domain/problem.ts'
import { decideSessions, type SessionFacts, type SessionRequest } from '../../domain/session-decision.ts'

const ZONE = 'America/New_York'
/** Monday 2 March 2026, 08:00 in New York. */
const NOW = Date.parse('2026-03-02T13:00Z')
/** The Tuesday after, at that hour in New York. */
const at = (hour: number, minute = 0) => Date.parse('2026-03-03T05:00Z') + (hour * 60 + minute) * 60_000

function resource(change: Partial<ResourceFacts> & Pick<ResourceFacts, 'id' | 'kind' | 'name'>): ResourceFacts {
  const open = {
    ...{ weekday: 2, startTime: '09:00', endTime: '17:00', effectiveFrom: null, effectiveUntil: null },
    ...{ locationId: null, telehealth: false, mostAppointments: null },
  }
  const weekly = change.kind === 'therapist' ? [open] : []
  return {
    ...{ active: true, schedule: { weekly, exceptions: [] }, away: [], busy: [], skills: [], features: [] },
    ...{ capacity: 12, locationId: null, ...change },
  }
}

const chen = resource({ id: 'chen', kind: 'therapist', name: 'Dr. Chen' })
const okafor = resource({ id: 'okafor', kind: 'therapist', name: 'Dr. Okafor' })
const hall = resource({ id: 'hall', kind: 'room', name: 'Hall' })

function factsOf(...changed: readonly ResourceFacts[]): SessionFacts {
  const all = [chen, okafor, hall, ...changed]
  const resources = new Map(all.map((each) => [each.id, each]))
  return { zone: ZONE, stepMinutes: 15, allowsOverbooking: false, closures: [], resources }
}

const usual: SessionRequest = {
  ...{ original: at(14), start: at(14), end: at(15), therapistIds: ['chen', 'okafor'], roomId: 'hall', capacity: 8 },
}

function decide(change: Partial<SessionRequest>, facts = factsOf(), override: readonly BookingProblemCode[] = []) {
  const options = { title: 'Group', override: new Set(override), now: NOW }
  return decideSessions([{ ...usual, ...change }], options, facts)[0]!
}

const appointment = { lane: 0, bufferBeforeMinutes: 15, bufferAfterMinutes: 15 }

describe('a session', () => {
  it('may stand where everybody is free', () => {
    expect(decide({}).place).toEqual({ lane: 0, overridden: [] })
  })

  it('needs nobody and no room', () => {
    expect(decide({ therapistIds: [], roomId: null, start: at(20), end: at(22) }).problems).toEqual([])
  })

  it.each<[string, Partial<SessionRequest>, SessionFacts, BookingProblemCode]>([
    [
      'over an appointment of one of them',
      {},
      factsOf({ ...okafor, busy: [{ ...appointment, start: at(14, 30), end: at(15) }] }),
      'THERAPIST_BUSY',
    ],
    [
      'in a room that is taken',
      {},
      factsOf({ ...hall, busy: [{ ...appointment, start: at(13), end: at(14, 1) }] }),
      'ROOM_BUSY',
    ],
    ['outside hours', { start: at(17), end: at(18) }, factsOf(), 'OUTSIDE_HOURS'],
    [
      'while one is away',
      {},
      factsOf({ ...chen, away: [{ start: at(0), end: at(24), reason: 'sick' }] }),
      'ON_TIME_OFF',
    ],
    [
      'while the clinic is closed',
      {},
      {
        ...factsOf(),
        closures: [
          { name: 'Snow', startsOn: '2026-03-03', endsOn: '2026-03-03', startTime: '00:00', endTime: '24:00' },
        ],
      },
      'CLINIC_CLOSED',
    ],
    ['in a room that is too small', { capacity: 13 }, factsOf(), 'ROOM_UNSUITABLE'],
    ['in an archived room', {}, factsOf({ ...hall, active: false }), 'RESOURCE_INACTIVE'],
    ['in the past', { start: at(-24), end: at(-23), therapistIds: [] }, factsOf(), 'IN_THE_PAST'],
    ['backwards', { end: at(13) }, factsOf(), 'INVALID_INTERVAL'],
    ['for two minutes', { end: at(14, 2) }, factsOf(), 'INVALID_INTERVAL'],
    ['for thirteen hours', { end: at(27) }, factsOf(), 'INVALID_INTERVAL'],
    ['at half a minute', { start: at(14) + 30_000 }, factsOf(), 'INVALID_INTERVAL'],
    [
      'in ten years',
      { start: at(14) + 10 * 366 * 86_400_000, end: at(15) + 10 * 366 * 86_400_000 },
      factsOf(),
      'INVALID_INTERVAL',
    ],
  ])('is refused %s', (_, change, facts, code) => {
    const codes = decide(change, facts).problems.map((each) => each.code)
    expect([...new Set(codes)]).toEqual([code])
  })

  it('keeps no distance from appointments, and is none of a block that takes few', () => {
    const [weekly] = chen.schedule.weekly
    const schedule = { weekly: [{ ...weekly!, mostAppointments: 1 }], exceptions: [] }
    const busy = [{ ...appointment, start: at(13), end: at(14) }]
    expect(decide({}, factsOf({ ...chen, schedule, busy })).problems).toEqual([])
  })

  it('says who runs what until when', () => {
    const busy = [{ ...appointment, start: at(13), end: at(15), sessionId: 'other', sessionTitle: 'Mindfulness' }]
    const messages = decide({}, factsOf({ ...chen, busy }, { ...hall, busy })).problems.map((each) => each.message)
    expect(messages).toEqual([
      'Dr. Chen is running Mindfulness until Tue, Mar 3, 3:00 PM.',
      'Hall is taken by Mindfulness until Tue, Mar 3, 3:00 PM.',
    ])
  })

  it('goes by what a person sets aside, but for what is taken', () => {
    const late = { start: at(18), end: at(19) }
    expect(decide(late, factsOf(), ['OUTSIDE_HOURS']).place).toEqual({ lane: 0, overridden: ['OUTSIDE_HOURS'] })
    const taken = factsOf({ ...hall, busy: [{ ...appointment, ...late }] })
    expect(decide(late, taken, ['OUTSIDE_HOURS', 'ROOM_BUSY']).problems.map((each) => each.code)).toEqual(['ROOM_BUSY'])
    const overbooking = { ...taken, allowsOverbooking: true }
    expect(decide(late, overbooking, ['OUTSIDE_HOURS', 'ROOM_BUSY']).place?.lane).toBe(1)
  })

  it('is not in its own way, nor in that of those that move with it', () => {
    const busy = [13, 14].map((hour) => ({
      ...appointment,
      start: at(hour),
      end: at(hour + 1),
      sessionId: `at ${hour}`,
    }))
    const requests = [13, 14].map((hour) => ({
      ...usual,
      ...{ sessionId: `at ${hour}`, previousStart: at(hour), start: at(hour, 30), end: at(hour + 1, 30) },
    }))
    const options = { title: 'Group', override: new Set<never>(), now: NOW }
    const decisions = decideSessions(requests, options, factsOf({ ...chen, busy }))
    expect(decisions.map((each) => each.problems)).toEqual([[], []])
  })

  it('takes its time from those after it', () => {
    const options = { title: 'Group', override: new Set<never>(), now: NOW }
    const [first, second] = decideSessions(
      [usual, { ...usual, start: at(14, 30), end: at(15, 30) }],
      options,
      factsOf(),
    )
    expect(first!.place).toBeDefined()
    expect(second!.problems.map((each) => each.code)).toEqual(['THERAPIST_BUSY', 'THERAPIST_BUSY', 'ROOM_BUSY'])
  })
})
