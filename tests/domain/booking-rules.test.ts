import { describe, expect, it } from 'vitest'
import { decideBooking } from '../../domain/booking.ts'
import type { BookingFacts, BookingRequest, Busy } from '../../domain/booking-facts.ts'
import type { BookingProblemCode } from '../../domain/problem.ts'
import { type GivenHours, sortedHours } from '../../domain/weekly-hours.ts'

const zone = 'America/New_York'
// Monday 2 March 2026, 08:00 in New York
const now = Date.parse('2026-03-02T13:00:00Z')
const tuesday = (time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return Date.parse('2026-03-03T05:00:00Z') + (hour * 60 + minute) * 60_000
}
const DAY = { from: tuesday('00:00'), to: tuesday('24:00') }

const weekly = (...hours: GivenHours[]) => ({ schedule: { weekly: sortedHours(hours), exceptions: [] } })
const tuesdays = (more: Partial<GivenHours> = {}) => ({ weekday: 2, startTime: '09:00', endTime: '17:00', ...more })

const usualType = {
  ...{ id: 'type', name: 'EMDR session', active: true, needsRoom: true, requiredSkills: [], requiredFeatures: [] },
  ...{ minCapacity: 1, dailyLimit: null, online: true, leadMinutes: 0, horizonDays: 365 },
}

interface Change {
  readonly therapist?: object
  readonly room?: object | null
  readonly type?: object
  readonly clinic?: object
}

function factsWith({ therapist, room, type, clinic }: Change = {}): BookingFacts {
  const resource = { active: true, away: [], busy: [], skills: [], features: [], capacity: 2, locationId: null }
  return {
    ...{ zone, stepMinutes: 15, allowsOverbooking: false, closures: [], ...clinic },
    type: { ...usualType, ...type },
    client: { name: 'Maya', active: true, busy: [] },
    therapist: { id: 'chen', kind: 'therapist', name: 'Dr. Chen', ...resource, ...weekly(tuesdays()), ...therapist },
    room: room === null ? undefined : { id: 'oak', kind: 'room', name: 'Oak', ...resource, ...weekly(), ...room },
  }
}

function at(from: string, to: string, change: Partial<BookingRequest> = {}): BookingRequest {
  const buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
  return { start: tuesday(from), end: tuesday(to), ...buffers, override: new Set(), online: false, ...change }
}

function busy(from: string, to: string, more: Partial<Busy> = {}): Busy {
  const buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
  return {
    start: tuesday(from),
    end: tuesday(to),
    lane: 0,
    appointmentId: `${from}-${to}`,
    typeId: 'type',
    ...buffers,
    ...more,
  }
}

function problemsOf(request: BookingRequest, facts: BookingFacts) {
  const decision = decideBooking(request, facts, now)
  return decision.accepted ? [] : decision.problems
}

const codesOf = (request: BookingRequest, facts: BookingFacts) => problemsOf(request, facts).map((each) => each.code)

const holiday = {
  name: 'Town Meeting Day',
  startsOn: '2026-03-03',
  endsOn: '2026-03-03',
  startTime: '00:00',
  endTime: '24:00',
}
const twoTaken = { busy: [busy('09:00', '10:00'), busy('11:00', '12:00')] }

interface Rule {
  readonly code: BookingProblemCode
  readonly when: string
  readonly facts: Change
  readonly from: number
  readonly to: number
  /** Dr. Chen’s when left out. */
  readonly resourceId?: string
  readonly says: string
  readonly online?: boolean
}

/** Asked for Tuesday 10:00 to 11:00 with Dr. Chen in Oak. */
const rules: readonly Rule[] = [
  {
    ...{ code: 'CLINIC_CLOSED', when: 'the clinic is closed', facts: { clinic: { closures: [holiday] } }, ...DAY },
    says: 'The clinic is closed (Town Meeting Day) Tue, Mar 3.',
  },
  {
    ...{ code: 'CLINIC_CLOSED', when: 'it closes early', from: tuesday('10:30'), to: tuesday('24:00') },
    facts: { clinic: { closures: [{ ...holiday, startTime: '10:30' }] } },
    says: 'The clinic is closed (Town Meeting Day) Tue, Mar 3, 10:30 AM to Wed, Mar 4, 12:00 AM.',
  },
  {
    ...{ code: 'OUTSIDE_HOURS', when: 'the date is an exception', from: tuesday('10:00'), to: tuesday('11:00') },
    facts: {
      therapist: {
        schedule: {
          weekly: sortedHours([tuesdays()]),
          exceptions: [{ date: '2026-03-03', kind: 'closed', startTime: '10:30', endTime: '12:00' }],
        },
      },
    },
    ...{ says: 'Dr. Chen is not open Tue, Mar 3, 10:00 AM to 11:00 AM.' },
  },
  {
    ...{ code: 'OUTSIDE_HOURS', when: 'the room keeps other hours', from: tuesday('10:00'), to: tuesday('11:00') },
    facts: { room: weekly(tuesdays({ startTime: '12:00' })) },
    ...{ resourceId: 'oak', says: 'Oak is not open Tue, Mar 3, 10:00 AM to 11:00 AM.' },
  },
  {
    ...{ code: 'OUTSIDE_HOURS', when: 'the block is for telehealth', from: tuesday('09:00'), to: tuesday('17:00') },
    facts: { therapist: weekly(tuesdays({ telehealth: true })) },
    ...{ says: 'Dr. Chen sees clients by telehealth alone Tue, Mar 3, 9:00 AM to 5:00 PM.' },
  },
  {
    ...{ code: 'DAILY_LIMIT', when: 'the therapist has had enough of the type', ...DAY },
    facts: { type: { dailyLimit: 2 }, therapist: twoTaken },
    says: 'Dr. Chen takes at most 2 of EMDR session a day, and has them on Tue, Mar 3.',
  },
  {
    ...{ code: 'DAILY_LIMIT', when: 'the block is full', from: tuesday('09:00'), to: tuesday('17:00') },
    facts: { therapist: { ...weekly(tuesdays({ mostAppointments: 2 })), ...twoTaken } },
    ...{ says: 'Dr. Chen takes at most 2 appointments Tue, Mar 3, 9:00 AM to 5:00 PM.' },
  },
  {
    ...{ code: 'THERAPIST_UNQUALIFIED', when: 'a skill is missing', from: tuesday('10:00'), to: tuesday('11:00') },
    facts: { type: { requiredSkills: ['emdr', 'trauma'] }, therapist: { skills: ['trauma'] } },
    ...{ says: 'Dr. Chen does not offer EMDR session, which asks for emdr.' },
  },
  {
    ...{ code: 'ROOM_UNSUITABLE', when: 'the room lacks something', from: tuesday('10:00'), to: tuesday('11:00') },
    facts: { type: { requiredFeatures: ['quiet'], minCapacity: 8 } },
    ...{ resourceId: 'oak', says: 'Oak does not suit EMDR session: it is not quiet and holds 2 people, not 8.' },
  },
  {
    ...{ code: 'ROOM_UNSUITABLE', when: 'no room is named', from: tuesday('10:00'), to: tuesday('11:00') },
    facts: { type: { requiredFeatures: ['quiet'] }, room: null },
    says: 'EMDR session needs a room that is quiet.',
  },
  {
    ...{ code: 'ROOM_UNSUITABLE', when: 'the room is elsewhere', from: tuesday('10:00'), to: tuesday('11:00') },
    facts: { therapist: weekly(tuesdays({ locationId: 'uptown' })), room: { locationId: 'downtown' } },
    ...{ resourceId: 'oak', says: 'Oak is not where Dr. Chen works Tue, Mar 3, 10:00 AM to 11:00 AM.' },
  },
  {
    ...{ code: 'TOO_SOON', when: 'it is too soon', from: tuesday('10:00'), to: tuesday('11:00'), online: true },
    facts: { type: { leadMinutes: 48 * 60 } },
    says: 'EMDR session is booked online from Wed, Mar 4, 8:00 AM, not sooner.',
  },
]

describe.each(rules)(
  'a booking where $when',
  ({ code, facts, from, to, resourceId = 'chen', says, online = false }) => {
    const request = at('10:00', '11:00', { online })

    it(`is refused with ${code}, the interval, the resource and words`, () => {
      expect(problemsOf(request, factsWith(facts))).toMatchObject([
        { code, start: from, end: to, message: says, overridable: true },
      ])
      expect(problemsOf(request, factsWith(facts))[0]?.resourceId).toBe(resourceId)
    })

    it('may be made all the same by somebody who may override the rule, and never online', () => {
      const override = new Set([code])
      const overridden = decideBooking({ ...request, override, online: false }, factsWith(facts), now)
      expect(overridden.accepted).toBe(true)
      expect(codesOf({ ...request, override, online: true }, factsWith(facts))).toEqual([code])
    })
  },
)

describe('a booking is accepted', () => {
  it.each<[string, BookingRequest, Change]>([
    [
      'of another type on that date',
      at('10:00', '11:00'),
      { type: { dailyLimit: 2, id: 'other' }, therapist: twoTaken },
    ],
    [
      'on the next date',
      at('10:00', '11:00', { start: tuesday('34:00'), end: tuesday('35:00') }),
      { type: { dailyLimit: 2 }, therapist: { ...twoTaken, ...weekly({ ...tuesdays(), weekday: 3 }) } },
    ],
    [
      'that moves within a date that is full',
      at('10:00', '11:00', { leaving: new Set(['09:00-10:00']) }),
      { type: { dailyLimit: 2 }, therapist: twoTaken },
    ],
    [
      'by the hold that takes the last place',
      at('10:00', '11:00', { leaving: new Set(['hold']) }),
      {
        type: { dailyLimit: 1 },
        therapist: { busy: [busy('10:00', '11:00', { appointmentId: null, holdId: 'hold' })] },
      },
    ],
    [
      'in a block that is not the full one',
      at('13:00', '14:00'),
      {
        therapist: {
          ...weekly(
            tuesdays({ endTime: '12:30', mostAppointments: 2 }),
            tuesdays({ startTime: '12:30', mostAppointments: 2 }),
          ),
          ...twoTaken,
        },
      },
    ],
    [
      'by telehealth in its block',
      at('10:00', '11:00'),
      {
        type: { needsRoom: false, requiredFeatures: ['quiet'] },
        room: null,
        therapist: weekly(tuesdays({ telehealth: true })),
      },
    ],
    [
      'with the skills and a room that has what it takes',
      at('10:00', '11:00'),
      {
        type: { requiredSkills: ['emdr'], requiredFeatures: ['quiet'], minCapacity: 2 },
        ...{
          therapist: { skills: ['cbt', 'emdr'] },
          room: { features: ['quiet', 'wheelchair'], locationId: 'uptown' },
        },
      },
    ],
    [
      'where the therapist works and the room is at one place',
      at('10:00', '11:00'),
      { therapist: weekly(tuesdays({ locationId: 'uptown' })), room: { locationId: 'uptown' } },
    ],
    ['at the desk, sooner than online', at('10:00', '11:00'), { type: { leadMinutes: 48 * 60, horizonDays: 1 } }],
    [
      'after the closure of the morning',
      at('12:00', '13:00'),
      { clinic: { closures: [{ ...holiday, endTime: '12:00' }] } },
    ],
  ])('%s', (_, request, change) => {
    expect(codesOf(request, factsWith(change))).toEqual([])
  })
})

describe('online', () => {
  const inDays = (days: number) => {
    const shift = days * 24 * 60 * 60_000
    return at('10:00', '11:00', { start: tuesday('10:00') + shift, end: tuesday('11:00') + shift, online: true })
  }

  it.each<[string, number, object, BookingProblemCode[]]>([
    ['the last day of the horizon', 7, { horizonDays: 8 }, []],
    ['the day after it', 7, { horizonDays: 7 }, ['TOO_FAR']],
    ['a type that is not booked online', 0, { online: false }, ['RESOURCE_INACTIVE']],
  ])('%s', (_, days, type, expected) => {
    expect(codesOf(inDays(days), factsWith({ type }))).toEqual(expected)
  })

  it('an appointment keeps its start, however soon that is, when something else of it changes', () => {
    const request = at('10:00', '11:00', { online: true, previousStart: tuesday('10:00') })
    expect(codesOf(request, factsWith({ type: { leadMinutes: 10_000, online: false } }))).toEqual([])
  })

  it('what is past is only past', () => {
    const past = at('10:00', '11:00', {
      start: tuesday('10:00') - 7 * 86_400_000,
      end: tuesday('11:00') - 7 * 86_400_000,
    })
    expect(codesOf({ ...past, online: true }, factsWith({ type: { leadMinutes: 60 } }))).toEqual(['IN_THE_PAST'])
  })
})

describe('a refusal that is about neither therapist nor room', () => {
  const archived = { ...factsWith(), client: { name: 'Maya', active: false, busy: [] } }
  const elsewhere = { ...factsWith(), client: { name: 'Maya', active: true, busy: [busy('10:30', '11:30')] } }
  const offline = factsWith({ type: { online: false } })
  it.each<[BookingProblemCode, string, BookingRequest, BookingFacts, [string, string]?]>([
    ['RESOURCE_INACTIVE', 'the type is retired', at('10:00', '11:00'), factsWith({ type: { active: false } })],
    ['RESOURCE_INACTIVE', 'the type is not booked online', at('10:00', '11:00', { online: true }), offline],
    ['RESOURCE_INACTIVE', 'the client is archived', at('10:00', '11:00'), archived],
    ['CLIENT_BUSY', 'the client is elsewhere', at('10:00', '11:00'), elsewhere, ['10:30', '11:30']],
    ['IN_THE_PAST', 'it is past', at('-24:00', '-23:00'), factsWith(), ['-24:00', '-23:00']],
  ])(
    'names the therapist asked for and the time: %s, %s',
    (code, _, request, facts, [from, to] = ['10:00', '11:00']) => {
      const where = { resourceId: 'chen', start: tuesday(from), end: tuesday(to) }
      expect(problemsOf(request, facts)[0]).toMatchObject({ code, ...where })
    },
  )
})
