import fc from 'fast-check'
import type { Closure, HoursException, WeeklyHours } from '../../domain/availability.ts'
import type { Busy, ResourceFacts, TypeFacts } from '../../domain/booking-facts.ts'
import { type Instant, MINUTE } from '../../domain/interval.ts'
import type { SlotFacts, SlotRequest } from '../../domain/slots/request.ts'
import { addDays, instantOf } from '../../domain/zone.ts'

/** A clinic, an asker and a moment, made up at random: for engine and oracle to agree about. */
export interface SlotCase {
  readonly request: SlotRequest
  readonly facts: SlotFacts
  readonly now: Instant
}

/** First days of windows, one in which the clocks change among them. */
const places = [
  ['America/New_York', '2026-03-07'],
  ['America/New_York', '2026-10-31'],
  ['Europe/Berlin', '2026-03-28'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Asia/Kathmandu', '2026-06-10'],
  ['America/Santiago', '2026-09-05'],
  ['UTC', '2026-02-27'],
] as const

const maybe = <T>(some: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, some)
/** So rarely that one such case in many is left with nothing to offer. */
const seldom = (odd: boolean) => fc.oneof({ weight: 19, arbitrary: fc.constant(!odd) }, fc.constant(odd))
const orNull = <T>(some: fc.Arbitrary<T>, freq = 3) => fc.option(some, { nil: null, freq })
const someOf = (words: readonly string[]) => fc.subarray([...words])
const hour = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to - 1 }), fc.constantFrom('00', '15', '30', '20'))
    .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${minutes}`)
const times = (from = 0, to = 24) =>
  fc
    .tuple(hour(from, to), hour(from, to))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? { startTime: a, endTime: b } : { startTime: b, endTime: a }))
const wholeDay = fc.constant({ startTime: '00:00', endTime: '24:00' })

const location = orNull(fc.constantFrom('north', 'south'), 1)
const buffers = fc.record({
  bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 20),
  bufferAfterMinutes: fc.constantFrom(0, 0, 10, 15),
})

function weeklyHours(date: string): fc.Arbitrary<WeeklyHours[]> {
  const block = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    hours: fc.oneof({ weight: 4, arbitrary: times() }, { weight: 1, arbitrary: wholeDay }),
    effectiveFrom: orNull(fc.constantFrom(addDays(date, 1), addDays(date, -9)), 1),
    effectiveUntil: orNull(fc.constantFrom(addDays(date, 1), addDays(date, 9)), 1),
    locationId: location,
    telehealth: fc.constantFrom(false, false, true),
    mostAppointments: orNull(fc.integer({ min: 1, max: 3 }), 1),
  })
  const plain = block.map(({ weekday, hours }) => ({
    ...{ weekday, ...hours, effectiveFrom: null, effectiveUntil: null },
    ...{ locationId: null, telehealth: false, mostAppointments: null },
  }))
  const particular = block.map(({ hours, ...rest }) => ({ ...rest, ...hours }))
  const everyDay = fc.tuple(hour(0, 9), hour(15, 24)).map(([startTime, endTime]) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      ...{ weekday, startTime, endTime, effectiveFrom: null, effectiveUntil: null },
      ...{ locationId: null, telehealth: false, mostAppointments: null },
    })),
  )
  const made = fc.array(fc.oneof(plain, plain, particular), { minLength: 1, maxLength: 12 })
  return fc.oneof(everyDay, fc.array(particular, { minLength: 8, maxLength: 24 }), made)
}

function exceptionsOf(date: string): fc.Arbitrary<HoursException[]> {
  const one = fc.record({
    date: fc.constantFrom(date, addDays(date, 1), addDays(date, 2)),
    kind: fc.constantFrom<('open' | 'closed')[]>('open', 'closed'),
    hours: fc.oneof(times(), times(), wholeDay),
  })
  return fc.array(
    one.map(({ hours, ...rest }) => ({ ...rest, ...hours })),
    { maxLength: 2 },
  )
}

function closuresOf(date: string): fc.Arbitrary<Closure[]> {
  const one = fc.record({
    days: fc.integer({ min: 0, max: 2 }),
    length: fc.integer({ min: 0, max: 1 }),
    hours: times(),
  })
  return fc.array(
    one.map(({ days, length, hours }) => ({
      ...{ name: 'Founders’ day', startsOn: addDays(date, days), endsOn: addDays(date, days + length) },
      ...hours,
    })),
    { maxLength: 1 },
  )
}

function busyFrom(start: Instant, days: number): fc.Arbitrary<Busy[]> {
  const one = fc.record({
    at: fc.integer({ min: -24 * 4, max: days * 24 * 4 }),
    minutes: fc.constantFrom(25, 50, 60, 90, 180),
    typeId: fc.constantFrom('talk', 'other'),
    appointmentId: fc.constantFrom('a1', 'a2', 'a3', 'a4'),
    buffers,
  })
  const busy = one.map(({ at, minutes, buffers: kept, ...rest }) => {
    const from = start + at * 15 * MINUTE
    return { start: from, end: from + minutes * MINUTE, lane: 0, ...rest, ...kept }
  })
  return fc.array(busy, { maxLength: 6 }).map((all) => all.sort((a, b) => a.start - b.start))
}

function resource(kind: 'therapist' | 'room', date: string, start: Instant): fc.Arbitrary<Omit<ResourceFacts, 'id'>> {
  const weekly = kind === 'room' ? fc.oneof(fc.constant([]), fc.constant([]), weeklyHours(date)) : weeklyHours(date)
  const away = fc.array(
    fc.tuple(fc.integer({ min: -20, max: 70 }), fc.integer({ min: 1, max: 30 })).map(([from, hours]) => ({
      ...{ start: start + from * 60 * MINUTE, end: start + (from + hours) * 60 * MINUTE, reason: 'vacation' },
    })),
    { maxLength: 1 },
  )
  return fc.record({
    kind: fc.constant(kind),
    name: fc.constantFrom('Dr. Chen', 'Oak'),
    active: seldom(false),
    schedule: fc.record({ weekly, exceptions: exceptionsOf(date) }),
    away: fc.oneof(fc.constant([]), away),
    busy: busyFrom(start, 3),
    skills: kind === 'room' ? fc.constant([]) : someOf(['emdr', 'couples']),
    features: kind === 'room' ? someOf(['quiet', 'wheelchair']) : fc.constant([]),
    capacity: kind === 'room' ? fc.integer({ min: 1, max: 4 }) : fc.constant(0),
    locationId: kind === 'room' ? location : fc.constant(null),
  })
}

const typeFacts: fc.Arbitrary<TypeFacts> = fc.record({
  id: fc.constant('talk'),
  name: fc.constant('Talk'),
  active: seldom(false),
  needsRoom: fc.boolean(),
  requiredSkills: fc.constantFrom<string[][]>([], [], [], ['emdr']),
  requiredFeatures: fc.constantFrom<string[][]>([], [], [], ['quiet']),
  minCapacity: fc.constantFrom(1, 1, 2),
  dailyLimit: orNull(fc.integer({ min: 1, max: 3 }), 1),
  online: seldom(false),
  leadMinutes: fc.constantFrom(0, 90, 1440),
  horizonDays: fc.constantFrom(1, 60, 60),
})

function caseAt([zone, date]: (typeof places)[number]): fc.Arbitrary<SlotCase> {
  const start = instantOf(date, '00:00', zone)
  const named = (kind: 'therapist' | 'room', most: number) =>
    fc
      .array(resource(kind, date, start), { minLength: 1, maxLength: most })
      .map((all) => all.map((each, at) => ({ ...each, id: `${kind} ${at + 1}` })))
  const facts = fc.record({
    zone: fc.constant(zone as string),
    stepMinutes: fc.constantFrom(5, 15, 20, 30, 60),
    allowsOverbooking: fc.boolean(),
    closures: closuresOf(date),
    type: typeFacts,
    client: maybe(
      fc.record({
        name: fc.constant('Maya'),
        active: seldom(false),
        busy: busyFrom(start, 3),
      }),
    ),
    therapists: named('therapist', 3),
    rooms: named('room', 4),
  })
  const wishes = fc.record({
    from: fc.integer({ min: 0, max: 30 * 12 }),
    hours: fc.integer({ min: 2, max: 48 }),
    minutes: fc.constantFrom(25, 50, 60, 90),
    ...{ buffers, online: fc.constantFrom(false, false, true), asksRoom: fc.boolean() },
    roomFeatures: maybe(someOf(['quiet', 'wheelchair'])),
    weekdays: maybe(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 4 })),
    earliestTime: maybe(hour(0, 12)),
    latestTime: maybe(hour(13, 24)),
    preferTherapistId: maybe(fc.constantFrom('therapist 1', 'therapist 2')),
    preferRoomId: maybe(fc.constantFrom('room 1', 'room 2')),
    order: fc.constantFrom<SlotRequest['order'][]>('soonest', 'balanced', 'nearest'),
    near: maybe(fc.integer({ min: -10, max: 60 }).map((hours) => start + hours * 60 * MINUTE)),
    leaving: maybe(someOf(['a1', 'a2']).map((ids) => new Set(ids))),
    first: fc.constantFrom(1, 7, 10_000),
    hoursAgo: fc.integer({ min: -10, max: 40 }),
  })
  return fc.tuple(facts, wishes).map(([known, { from, hours, hoursAgo, asksRoom, buffers: kept, ...wish }]) => {
    const window = { start: start + from * 5 * MINUTE, end: start + (from * 5 + hours * 60) * MINUTE }
    const needsRoom = known.type.needsRoom || asksRoom
    return {
      request: { ...wish, ...kept, window, needsRoom },
      facts: known,
      now: window.start - hoursAgo * 60 * MINUTE,
    }
  })
}

export const slotCases: fc.Arbitrary<SlotCase> = fc.constantFrom(...places).chain(caseAt)
