import type { BookingFacts, BookingRequest, ResourceFacts } from './booking-facts.ts'
import { clashOf, isLeaving } from './clash.ts'
import { roomlessProblems } from './fitness-rules.ts'
import { type Instant, MINUTE, overlaps } from './interval.ts'
import { onlineProblems } from './online-rules.ts'
import type { BookingProblem, BookingProblemCode } from './problem.ts'
import { closureProblems, resourceProblems } from './resource-rules.ts'
import { problem, spell } from './tell-problem.ts'
import { isOnStep } from './zone.ts'

export type BookingDecision =
  | { readonly accepted: true; readonly lane: number; readonly overridden: readonly BookingProblemCode[] }
  | { readonly accepted: false; readonly problems: readonly BookingProblem[] }

const SHORTEST = 5 * MINUTE
const LONGEST = 12 * 60 * MINUTE
/** How far either side of now the book reaches, in milliseconds. */
export const FURTHEST = 5 * 366 * 24 * 60 * MINUTE

/**
 * Whether the request may stand in the book, decided from the facts alone. Facts must reach as far either side of the
 * request as a buffer can, and over its whole date. Overrides named in the request count for the rules that may be
 * overridden, but not online; whether the caller has the right to override is not decided here.
 */
export function decideBooking(request: BookingRequest, facts: BookingFacts, now: Instant): BookingDecision {
  const malformed = intervalProblem(request, facts, now)
  if (malformed) return { accepted: false, problems: [malformed] }

  const found = [
    ...typeProblems(request, facts),
    ...pastProblems(request, facts, now),
    ...onlineProblems(request, facts, now),
    ...closureProblems(request, facts, facts.therapist.id),
    ...clientProblems(request, facts),
  ]
  for (const resource of resourcesOf(facts)) found.push(...resourceProblems(request, resource, facts))
  found.push(...roomlessProblems(request, facts))

  const mayOverride = (each: BookingProblem) => !request.online && each.overridable && request.override.has(each.code)
  const standing = found.filter((each) => !mayOverride(each))
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
    resourceId: facts.therapist.id,
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
  if (!isOnStep(request.start, facts.stepMinutes, facts.zone))
    return refuse(`Appointments start on a multiple of ${facts.stepMinutes} minutes.`, 'startsAt')
  if (request.end % MINUTE !== 0) return refuse('An appointment ends on a full minute.', 'endsAt')
  return undefined
}

/** A retired type takes no new appointments; those that have it may still move. */
function typeProblems(request: BookingRequest, facts: BookingFacts): BookingProblem[] {
  if (facts.type.active || request.previousStart !== undefined) return []
  return [
    problem(facts, 'RESOURCE_INACTIVE', `${facts.type.name} is no longer offered.`, asked(request, facts, 'typeId')),
  ]
}

function pastProblems(request: BookingRequest, facts: BookingFacts, now: Instant): BookingProblem[] {
  if (request.start >= now || request.start === request.previousStart) return []
  return [
    problem(facts, 'IN_THE_PAST', `${spell(request, facts.zone)} is already past.`, asked(request, facts, 'startsAt')),
  ]
}

function clientProblems(request: BookingRequest, facts: BookingFacts): BookingProblem[] {
  if (!facts.client) return []
  const where = asked(request, facts, 'clientId')
  if (!facts.client.active) return [problem(facts, 'RESOURCE_INACTIVE', `${facts.client.name} is archived.`, where)]
  const clash = clashOf(request, facts.client.busy)
  if (!clash) return []
  const message = `${facts.client.name} already has an appointment ${spell(clash, facts.zone)}.`
  return [problem(facts, 'CLIENT_BUSY', message, { ...where, interval: clash })]
}

/** Where a refusal lies that is about neither therapist nor room: the time asked for, with the therapist asked for. */
function asked(request: BookingRequest, facts: BookingFacts, field: string) {
  return { interval: request, path: ['input', field], resourceId: facts.therapist.id }
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
