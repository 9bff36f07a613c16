import { closedIntervals, openTime } from './availability.ts'
import { blockProblems, limitProblems } from './block-rules.ts'
import type { BookingFacts, BookingRequest, Busy, ResourceFacts, RuleFacts } from './booking-facts.ts'
import { bufferClashOf, clashOf } from './clash.ts'
import { fitnessProblems } from './fitness-rules.ts'
import { contains, type Interval, overlaps } from './interval.ts'
import type { BookingProblem, BookingProblemCode } from './problem.ts'
import { problem, spell, spellUntil } from './tell-problem.ts'
import { formatTime } from './zone.ts'

/** Why the resource cannot take the request, or should not. */
export function resourceProblems(request: BookingRequest, resource: ResourceFacts, facts: RuleFacts): BookingProblem[] {
  const path = ['input', resource.kind === 'room' ? 'roomId' : 'therapistId']
  const found: BookingProblem[] = []
  const add = (code: BookingProblemCode, message: string, interval: Interval) =>
    found.push(problem(facts, code, message, { interval, path, resourceId: resource.id }))

  if (!resource.active) add('RESOURCE_INACTIVE', `${resource.name} is archived and takes no appointments.`, request)
  found.push(...fitnessProblems(request, resource, facts))

  const clash = clashOf(request, resource.busy)
  if (clash) add(resource.kind === 'room' ? 'ROOM_BUSY' : 'THERAPIST_BUSY', taken(resource, clash, facts.zone), clash)
  else {
    const neighbour = bufferClashOf(request, resource.busy)
    if (neighbour) add('BUFFER', tooClose(resource, neighbour, facts.zone), neighbour)
  }

  const away = resource.away.find((each) => !each.isExternal && overlaps(each, request))
  if (away) {
    const until = spellUntil(away.end, facts.zone)
    add('ON_TIME_OFF', `${resource.name} is away (${away.reason}) until ${until}.`, away)
  } else if (!isOpen(request, resource, facts.zone)) {
    add('OUTSIDE_HOURS', `${resource.name} is not open ${spell(request, facts.zone)}.`, request)
  } else if (resource.kind === 'therapist') found.push(...blockProblems(request, resource, facts))
  const external = resource.away.find((each) => each.isExternal && overlaps(each, request))
  if (external) {
    const when = spell(external, facts.zone)
    add('EXTERNAL_BUSY', `${resource.name} has something in a calendar of their own ${when}.`, external)
  }
  if (resource.kind === 'therapist') found.push(...limitProblems(request, resource, facts))
  return found
}

/** The clinic is shut for some of the time asked for. */
export function closureProblems(
  request: Interval,
  facts: Pick<BookingFacts, 'closures' | 'zone' | 'allowsOverbooking'>,
  resourceId: string | undefined,
): BookingProblem[] {
  const closed = closedIntervals(facts.closures, request, facts.zone)[0]
  if (!closed) return []
  const message = `The clinic is closed (${closed.name}) ${spell(closed, facts.zone)}.`
  const where = { interval: closed, path: ['input', 'startsAt'], resourceId }
  return [problem(facts, 'CLINIC_CLOSED', message, where)]
}

function isOpen(request: Interval, resource: ResourceFacts, zone: string): boolean {
  return openTime(resource, [], request, zone).some((open) => contains(open, request))
}

function taken(resource: ResourceFacts, busy: Busy, zone: string): string {
  if (busy.heldUntil != null)
    return `${resource.name} is held until ${formatTime(busy.heldUntil, zone)} for somebody: ${spell(busy, zone)}.`
  if (busy.sessionTitle != null) {
    const takes = resource.kind === 'room' ? 'is taken by' : 'is running'
    return `${resource.name} ${takes} ${busy.sessionTitle} until ${spellUntil(busy.end, zone)}.`
  }
  const verb = resource.kind === 'room' ? 'is taken' : 'is busy'
  const whom = busy.clientName ? (resource.kind === 'room' ? ` by ${busy.clientName}` : ` with ${busy.clientName}`) : ''
  return `${resource.name} ${verb}${whom} ${spell(busy, zone)}.`
}

function tooClose(resource: ResourceFacts, busy: Busy, zone: string): string {
  return `${resource.name} needs time kept free beside the appointment ${spell(busy, zone)}.`
}
