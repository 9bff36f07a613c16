import { openIntervals, type WeeklyHours } from './availability.ts'
import { contains, type Instant, type Interval, MINUTE, overlaps, widen } from './interval.ts'
import { type BookingProblem, type BookingProblemCode, isOverridable } from './problem.ts'
import { formatDate, formatTime, isOnStep } from './zone.ts'

/** Something that already takes time, as far as this caller may know it. */
export interface Busy extends Interval {
  readonly lane: number
  readonly appointmentId?: string
  /** Left out for callers that may not learn it. */
  readonly clientName?: string
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
}

export interface Away extends Interval {
  readonly reason: string
}

export interface ResourceFacts {
  readonly id: string
  readonly kind: 'therapist' | 'room'
  readonly name: string
  readonly active: boolean
  readonly hours: readonly WeeklyHours[]
  readonly away: readonly Away[]
  readonly busy: readonly Busy[]
}

export interface BookingFacts {
  readonly zone: string
  readonly stepMinutes: number
  readonly allowsOverbooking: boolean
  readonly client: { readonly name: string; readonly active: boolean; readonly busy: readonly Busy[] }
  readonly type: { readonly name: string; readonly active: boolean }
  readonly therapist: ResourceFacts
  readonly room?: ResourceFacts
}

export interface BookingRequest extends Interval {
  /** Appointments about to leave their place, which do not stand in the way: the one being moved, or both of a swap. */
  readonly leaving?: ReadonlySet<string>
  /** The start a moved appointment had, which it may keep even when past. */
  readonly previousStart?: Instant
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly override: ReadonlySet<BookingProblemCode>
}

export type BookingDecision =
  | { readonly accepted: true; readonly lane: number; readonly overridden: readonly BookingProblemCode[] }
  | { readonly accepted: false; readonly problems: readonly BookingProblem[] }

const SHORTEST = 5 * MINUTE
const LONGEST = 12 * 60 * MINUTE
const FURTHEST = 5 * 366 * 24 * 60 * MINUTE

/**
 * Whether the request may stand in the book, decided from the facts alone. Facts must reach as far either side of the
 * request as a buffer can. Overrides named in the request count for the rules that may be overridden; whether the caller
 * has the right to override is not decided here.
 */
export function decideBooking(request: BookingRequest, facts: BookingFacts, now: Instant): BookingDecision {
  const malformed = intervalProblem(request, facts, now)
  if (malformed) return { accepted: false, problems: [malformed] }

  const found = [
    ...typeProblems(request, facts),
    ...pastProblems(request, facts, now),
    ...clientProblems(request, facts),
  ]
  for (const resource of resourcesOf(facts)) found.push(...resourceProblems(request, resource, facts))

  const standing = found.filter((problem) => !(problem.overridable && request.override.has(problem.code)))
  if (standing.length > 0) return { accepted: false, problems: standing }
  return { accepted: true, lane: freeLane(request, facts), overridden: [...new Set(found.map((each) => each.code))] }
}

/** The resources the request would take. */
export function resourcesOf(facts: BookingFacts): ResourceFacts[] {
  return facts.room ? [facts.therapist, facts.room] : [facts.therapist]
}

function intervalProblem(request: BookingRequest, facts: BookingFacts, now: Instant): BookingProblem | undefined {
  const refuse = (message: string, path: string): BookingProblem => ({
    code: 'INVALID_INTERVAL',
    message,
    path: ['input', path],
    start: request.start,
    end: request.end,
    overridable: false,
  })
  const length = request.end - request.start
  if (length <= 0) return refuse('The appointment must end after it starts.', 'endsAt')
  if (length < SHORTEST) return refuse('An appointment lasts at least 5 minutes.', 'endsAt')
  if (length > LONGEST) return refuse('An appointment lasts at most 12 hours.', 'endsAt')
  if (Math.abs(request.start - now) > FURTHEST)
    return refuse('The book reaches five years back and five years ahead.', 'startsAt')
  if (request.end % MINUTE !== 0) return refuse('An appointment ends on a full minute.', 'endsAt')
  if (!isOnStep(request.start, facts.stepMinutes, facts.zone))
    return refuse(`Appointments start on a multiple of ${facts.stepMinutes} minutes.`, 'startsAt')
  return undefined
}

/** A retired type takes no new appointments; those that have it may still move. */
function typeProblems(request: BookingRequest, facts: BookingFacts): BookingProblem[] {
  if (facts.type.active || request.previousStart !== undefined) return []
  return [
    problem(facts, 'RESOURCE_INACTIVE', `${facts.type.name} is no longer offered.`, { path: ['input', 'typeId'] }),
  ]
}

function pastProblems(request: BookingRequest, facts: BookingFacts, now: Instant): BookingProblem[] {
  if (request.start >= now || request.start === request.previousStart) return []
  return [
    problem(facts, 'IN_THE_PAST', `${spell(request, facts.zone)} is already past.`, {
      interval: request,
      path: ['input', 'startsAt'],
    }),
  ]
}

function clientProblems(request: BookingRequest, facts: BookingFacts): BookingProblem[] {
  if (!facts.client.active)
    return [problem(facts, 'RESOURCE_INACTIVE', `${facts.client.name} is archived.`, { path: ['input', 'clientId'] })]
  const clash = clashOf(request, facts.client.busy)
  if (!clash) return []
  const message = `${facts.client.name} already has an appointment ${spell(clash, facts.zone)}.`
  return [problem(facts, 'CLIENT_BUSY', message, { interval: clash, path: ['input', 'clientId'] })]
}

function resourceProblems(request: BookingRequest, resource: ResourceFacts, facts: BookingFacts): BookingProblem[] {
  const path = ['input', resource.kind === 'room' ? 'roomId' : 'therapistId']
  const found: BookingProblem[] = []
  const add = (code: BookingProblemCode, message: string, interval: Interval) =>
    found.push(problem(facts, code, message, { interval, path, resourceId: resource.id }))

  if (!resource.active) add('RESOURCE_INACTIVE', `${resource.name} is archived and takes no appointments.`, request)

  const clash = clashOf(request, resource.busy)
  if (clash) add(resource.kind === 'room' ? 'ROOM_BUSY' : 'THERAPIST_BUSY', taken(resource, clash, facts.zone), clash)
  else {
    const neighbour = bufferClashOf(request, resource.busy)
    if (neighbour) add('BUFFER', tooClose(resource, neighbour, facts.zone), neighbour)
  }

  const away = resource.away.find((each) => overlaps(each, request))
  if (away) {
    const until = `${formatDate(away.end, facts.zone)}, ${formatTime(away.end, facts.zone)}`
    add('ON_TIME_OFF', `${resource.name} is away (${away.reason}) until ${until}.`, away)
  } else if (!isOpen(request, resource, facts.zone)) {
    add('OUTSIDE_HOURS', `${resource.name} is not open ${spell(request, facts.zone)}.`, request)
  }
  return found
}

/** The first thing that takes the same time and stays. */
export function clashOf(request: BookingRequest, busy: readonly Busy[]): Busy | undefined {
  return busy.find((each) => !isLeaving(request, each) && overlaps(each, request))
}

/** A neighbour that keeps, or is kept, too little distance: either one's buffer reaches into the other. */
function bufferClashOf(request: BookingRequest, busy: readonly Busy[]): Busy | undefined {
  const wide = widen(request, request.bufferBeforeMinutes, request.bufferAfterMinutes)
  return busy.find(
    (each) =>
      !isLeaving(request, each) &&
      (overlaps(each, wide) || overlaps(widen(each, each.bufferBeforeMinutes, each.bufferAfterMinutes), request)),
  )
}

function isLeaving(request: BookingRequest, busy: Busy): boolean {
  return busy.appointmentId !== undefined && (request.leaving?.has(busy.appointmentId) ?? false)
}

/** A room without hours of its own is open whenever the clinic is; a therapist without hours never is. */
function isOpen(request: Interval, resource: ResourceFacts, zone: string): boolean {
  if (resource.kind === 'room' && resource.hours.length === 0) return true
  return openIntervals(resource.hours, request, zone).some((open) => contains(open, request))
}

/** The lowest lane free on every resource: 0 unless overbooked on purpose. */
function freeLane(request: BookingRequest, facts: BookingFacts): number {
  const taken = new Set<number>()
  for (const resource of resourcesOf(facts))
    for (const each of resource.busy) if (!isLeaving(request, each) && overlaps(each, request)) taken.add(each.lane)
  let lane = 0
  while (taken.has(lane)) lane++
  return lane
}

function taken(resource: ResourceFacts, busy: Busy, zone: string): string {
  const verb = resource.kind === 'room' ? 'is taken' : 'is busy'
  const whom = busy.clientName ? (resource.kind === 'room' ? ` by ${busy.clientName}` : ` with ${busy.clientName}`) : ''
  return `${resource.name} ${verb}${whom} ${spell(busy, zone)}.`
}

function tooClose(resource: ResourceFacts, busy: Busy, zone: string): string {
  return `${resource.name} needs time kept free beside the appointment ${spell(busy, zone)}.`
}

function spell(interval: Interval, zone: string): string {
  const day = formatDate(interval.start, zone)
  return `${day}, ${formatTime(interval.start, zone)} to ${formatTime(interval.end, zone)}`
}

function problem(
  facts: BookingFacts,
  code: BookingProblemCode,
  message: string,
  where: { interval?: Interval; path?: string[]; resourceId?: string },
): BookingProblem {
  return {
    code,
    message,
    path: where.path,
    resourceId: where.resourceId,
    start: where.interval?.start,
    end: where.interval?.end,
    overridable: isOverridable(code, facts.allowsOverbooking),
  }
}
