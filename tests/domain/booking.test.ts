import { describe, expect, it } from 'vitest'
import { decideBooking } from '../../domain/booking.ts'
import type { BookingFacts, BookingRequest, Busy } from '../../domain/booking-facts.ts'
import type { BookingProblemCode } from '../../domain/problem.ts'
import { type GivenHours, sortedHours } from '../../domain/weekly-hours.ts'

const zone = 'America/New_York'
// Monday 2 March 2026, 08:00 in New York.
const now = Date.parse('2026-03-02T13:00:00Z')
/** An instant of Tuesday 3 March, by the wall clock of New York. */
const tuesday = (time: string) => Date.parse(`2026-03-03T${time}:00-05:00`)
const hours = (...weekly: GivenHours[]) => ({ schedule: { weekly: sortedHours(weekly), exceptions: [] } })
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startTime: '09:00', endTime: '17:00' }))

const usualType = {
  ...{ id: 'type', name: 'Session', active: true, needsRoom: true, requiredSkills: [], requiredFeatures: [] },
  ...{ minCapacity: 1, dailyLimit: null, online: true, leadMinutes: 0, horizonDays: 365 },
}

function busy(from: string, to: string, more: Partial<Busy> = {}): Busy {
  const buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
  return { start: tuesday(from), end: tuesday(to), lane: 0, appointmentId: `${from}-${to}`, ...buffers, ...more }
}

function facts(
  change: { therapist?: object; room?: object; client?: object; type?: object; clinic?: object } = {},
): BookingFacts {
  const anywhere = { skills: [], features: [], capacity: 2, locationId: null }
  const resource = { active: true, away: [], busy: [], ...anywhere }
  return {
    ...{ zone, stepMinutes: 15, allowsOverbooking: false, closures: [], ...change.clinic },
    type: { ...usualType, ...change.type },
    client: { name: 'Maya', active: true, busy: [], ...change.client },
    therapist: {
      id: 't',
      kind: 'therapist',
      name: 'Dr. Chen',
      ...resource,
      ...hours(...weekdays),
      ...change.therapist,
    },
    room: { id: 'r', kind: 'room', name: 'Oak', ...resource, ...hours(), ...change.room },
  }
}

function request(from: string, to: string, change: Partial<BookingRequest> = {}): BookingRequest {
  const buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 10 }
  return { start: tuesday(from), end: tuesday(to), ...buffers, override: new Set(), online: false, ...change }
}

function codes(asked: BookingRequest, known: BookingFacts): readonly BookingProblemCode[] {
  const decision = decideBooking(asked, known, now)
  return decision.accepted ? [] : decision.problems.map((each) => each.code)
}

describe('a booking', () => {
  it.each<[string, BookingRequest, BookingFacts, BookingProblemCode[]]>([
    ['in open time', request('10:00', '10:50'), facts(), []],
    ['that ends when the day does', request('16:00', '17:00'), facts(), []],
    ['that runs past the day', request('16:30', '17:15'), facts(), ['OUTSIDE_HOURS']],
    [
      'that touches the one before',
      request('10:00', '10:50'),
      facts({ therapist: { busy: [busy('09:00', '10:00')] } }),
      [],
    ],
    [
      'over the middle of another',
      request('10:00', '12:00'),
      facts({ therapist: { busy: [busy('10:30', '11:00')] } }),
      ['THERAPIST_BUSY'],
    ],
    ['inside another', request('10:15', '10:45'), facts({ room: { busy: [busy('10:00', '11:00')] } }), ['ROOM_BUSY']],
    [
      'whose own buffer reaches a neighbour',
      request('10:00', '10:55'),
      facts({ therapist: { busy: [busy('11:00', '12:00')] } }),
      ['BUFFER'],
    ],
    [
      'that a neighbour’s buffer reaches',
      request('10:00', '10:50'),
      facts({ therapist: { busy: [busy('09:00', '09:55', { bufferAfterMinutes: 10 })] } }),
      ['BUFFER'],
    ],
    [
      'of a client who is elsewhere',
      request('10:00', '10:50'),
      facts({ client: { busy: [busy('10:30', '11:00')] } }),
      ['CLIENT_BUSY'],
    ],
    ['of an archived client', request('10:00', '10:50'), facts({ client: { active: false } }), ['RESOURCE_INACTIVE']],
    [
      'with an archived therapist',
      request('10:00', '10:50'),
      facts({ therapist: { active: false } }),
      ['RESOURCE_INACTIVE'],
    ],
    [
      'during leave',
      request('10:00', '10:50'),
      facts({ therapist: { away: [{ start: tuesday('10:30'), end: tuesday('17:00'), reason: 'sick' }] } }),
      ['ON_TIME_OFF'],
    ],
    ['with a therapist without hours', request('10:00', '10:50'), facts({ therapist: hours() }), ['OUTSIDE_HOURS']],
    [
      'across a lunch break',
      request('11:30', '13:30'),
      facts({
        therapist: hours(
          { weekday: 2, startTime: '09:00', endTime: '12:00' },
          { weekday: 2, startTime: '13:00', endTime: '17:00' },
        ),
      }),
      ['OUTSIDE_HOURS'],
    ],
    [
      'over two blocks that touch',
      request('11:30', '12:30'),
      facts({
        therapist: hours(
          { weekday: 2, startTime: '09:00', endTime: '12:00' },
          { weekday: 2, startTime: '12:00', endTime: '17:00' },
        ),
      }),
      [],
    ],
    ['off the step', request('10:07', '10:57'), facts(), ['INVALID_INTERVAL']],
    ['of four minutes', request('10:00', '10:04'), facts(), ['INVALID_INTERVAL']],
    ['of thirteen hours', request('09:00', '22:00'), facts(), ['INVALID_INTERVAL']],
  ])('%s', (_, asked, known, expected) => {
    expect(codes(asked, known)).toEqual(expected)
  })

  it('is told everything that stands in its way at once', () => {
    const both = facts({ therapist: { busy: [busy('10:00', '11:00')] }, room: { busy: [busy('10:30', '11:30')] } })
    expect(codes(request('10:00', '11:00'), both)).toEqual(['THERAPIST_BUSY', 'ROOM_BUSY'])
  })

  it('does not stand in its own way when it moves', () => {
    const own = facts({ therapist: { busy: [busy('10:00', '10:50')] } })
    expect(codes(request('10:15', '11:05', { leaving: new Set(['10:00-10:50']) }), own)).toEqual([])
  })

  it('keeps a past start when only its room changes, and may not take another past one', () => {
    const early = { start: tuesday('09:00') - 7 * 86_400_000, end: tuesday('10:00') - 7 * 86_400_000 }
    expect(codes(request('09:00', '10:00', { ...early, previousStart: early.start }), facts())).toEqual([])
    expect(codes(request('09:00', '10:00', early), facts())).toEqual(['IN_THE_PAST'])
  })

  it('may set soft rules aside by name, and never a taken resource unless the clinic allows it', () => {
    const override = new Set<BookingProblemCode>(['OUTSIDE_HOURS', 'THERAPIST_BUSY'])
    expect(codes(request('18:00', '18:50', { override }), facts())).toEqual([])
    const taken = { therapist: { busy: [busy('10:00', '11:00')] } }
    expect(codes(request('10:00', '10:50', { override }), facts(taken))).toEqual(['THERAPIST_BUSY'])
    const allowed = decideBooking(
      request('10:00', '10:50', { override }),
      facts({ ...taken, clinic: { allowsOverbooking: true } }),
      now,
    )
    expect(allowed).toEqual({ accepted: true, lane: 1, overridden: ['THERAPIST_BUSY'] })
  })

  it.each([
    ['2026-03-08T13:00:00Z', []], // 09:00 on the day the clocks go forward
    ['2026-03-08T12:00:00Z', ['OUTSIDE_HOURS']], // 08:00 then; it was 07:00 by yesterday’s clock
    ['2026-11-01T14:00:00Z', []], // 09:00 on the day they go back
    ['2026-11-01T13:00:00Z', ['OUTSIDE_HOURS']], // 08:00
  ])('at %s keeps to the wall clock of Sunday hours', (start, expected) => {
    const sundays = { weekday: 7, startTime: '09:00', endTime: '12:00' }
    const asked = request('09:00', '09:50', { start: Date.parse(start), end: Date.parse(start) + 50 * 60_000 })
    expect(codes(asked, facts({ therapist: hours(sundays) }))).toEqual(expected)
  })
})
