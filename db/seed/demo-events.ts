import type { Busy, ResourceFacts } from '../../domain/booking-facts.ts'
import { slugOfTitle } from '../../domain/event-slug.ts'
import { type Instant, MINUTE } from '../../domain/interval.ts'
import { expand, lastStart } from '../../domain/recurrence.ts'
import { decideSessions, type SessionDecision, type SessionRequest } from '../../domain/session-decision.ts'
import { floatingOf, instantOf, localDateOf, midnightAfterMonths } from '../../domain/zone.ts'
import type { ResourceRow } from '../queries/book.ts'
import type { SessionRow } from '../queries/event-sessions.ts'
import type { EventRow } from '../queries/events.ts'
import type { SessionClashRow } from '../queries/session-clashes.ts'
import type { ClinicPlan } from './clinic-plan.ts'
import { type EventPlan, eventPlans } from './event-plans.ts'
import { makeRandom, type Random } from './random.ts'

/** What the demo publishes, with the time it takes. */
export interface DemoEvents {
  readonly events: readonly EventRow[]
  readonly sessions: readonly SessionRow[]
  /** Sessions that fall on a holiday, or while somebody is away. */
  readonly clashes: readonly SessionClashRow[]
}

/** The demo's events, their sessions decided as a person's would be. The same for the same seed. */
export function makeDemoEvents(seed: string, plan: ClinicPlan, now: Instant): DemoEvents {
  const random = makeRandom(`${seed} events`)
  const taken = new Map<string, Busy[]>()
  const made = eventPlans(localDateOf(now, plan.clinic.zone)).map((each) => makeEvent(each, plan, random, taken, now))
  return {
    events: made.map((each) => each.event),
    sessions: made.flatMap((each) => each.sessions),
    clashes: made.flatMap((each) => each.clashes),
  }
}

function makeEvent(wanted: EventPlan, plan: ClinicPlan, random: Random, taken: Map<string, Busy[]>, now: Instant) {
  const event = eventRow(wanted, plan, random, now)
  const requests = requestsOf(event)
  const resources = new Map([...plan.therapists, ...plan.rooms].map((each) => [each.id, factsOf(each, plan, taken)]))
  const options = { title: event.title, override: new Set(['IN_THE_PAST', 'OUTSIDE_HOURS'] as const), now }
  const decisions = decideSessions(requests, options, { ...plan.clinic, closures: plan.closures, resources })
  const standing = decisions.filter((each) => each.place)
  for (const { request } of standing) takeTime(request, taken)
  return {
    event,
    sessions: standing.map((each) => sessionRow(event, each, random, now)),
    clashes: decisions
      .filter((each) => !each.place)
      .map(({ request, problems }) => ({
        ...{ eventId: event.id, originalStartsAt: request.original, endsAt: request.end, problems },
      })),
  }
}

function takeTime({ therapistIds, roomId, start, end }: SessionRequest, taken: Map<string, Busy[]>): void {
  for (const id of [...therapistIds, ...(roomId ? [roomId] : [])]) {
    const busy = taken.get(id) ?? []
    busy.push({ start, end, lane: 0, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 })
    taken.set(id, busy)
  }
}

function factsOf(row: ResourceRow, plan: ClinicPlan, taken: ReadonlyMap<string, Busy[]>): ResourceFacts {
  const own = plan.timeOff.filter((each) => each.resourceId === row.id && each.status === 'approved')
  return {
    ...row,
    schedule: { weekly: row.weeklyHours, exceptions: plan.exceptions.filter((each) => each.resourceId === row.id) },
    away: own.map((each) => ({ start: each.startsAt, end: each.endsAt, reason: each.reason })),
    busy: taken.get(row.id) ?? [],
  }
}

function eventRow(
  wanted: EventPlan,
  { clinic, therapists, rooms }: ClinicPlan,
  random: Random,
  now: Instant,
): EventRow {
  const { facilitators, date, time, ...said } = wanted
  const startsAt = instantOf(date, time, clinic.zone)
  const start = floatingOf(startsAt, clinic.zone)
  const made = Math.min(now, startsAt) - 14 * 24 * 60 * MINUTE
  const horizon = midnightAfterMonths(now, clinic.seriesHorizonMonths, clinic.zone)
  return {
    ...{ ...said, id: random.id(made), version: 1, slug: slugOfTitle(said.title), oldSlugs: [], placesTaken: 0 },
    registersFor: said.admission === 'enrolment' ? 'event' : 'session',
    facilitatorIds: facilitators.map((name) => therapists.find((each) => each.name === name)!.id),
    ...{
      isOpen: true,
      roomId: rooms.at(-1)!.id,
      onlineUrl: null,
      imageId: null,
      newSessions: 'inherit',
      filling: 'offer',
    },
    ...{ start, zone: clinic.zone, shiftMinutes: 0, excepted: [], createdAt: made, updatedAt: made },
    lastStartsAt: said.rrule ? (lastStart({ rrule: said.rrule, start, zone: clinic.zone }) ?? null) : startsAt,
    extendedUntil: said.rrule ? Math.max(horizon, startsAt + MINUTE) : startsAt + MINUTE,
    publishedAt: said.publishStatus === 'published' ? made : null,
  }
}

function requestsOf(event: EventRow): SessionRequest[] {
  const { rrule, facilitatorIds: therapistIds, roomId, capacity, minutes } = event
  const begin = event.extendedUntil - MINUTE
  const found = rrule ? expand({ ...event, rrule }, { start: 0, end: event.extendedUntil }) : undefined
  const starts = found ? ('occurrences' in found ? found.occurrences.map((each) => each.at) : []) : [begin]
  return starts.map((start) => ({
    ...{ original: start, start, end: start + minutes * MINUTE, therapistIds, roomId, capacity },
  }))
}

function sessionRow(event: EventRow, { request, place }: SessionDecision, random: Random, now: Instant): SessionRow {
  const at = Math.min(now, event.createdAt)
  return {
    ...{ id: random.id(at), version: 1, eventId: event.id, originalStartsAt: request.original },
    ...{ startsAt: request.start, endsAt: request.end, ownTitle: null, facilitatorIds: event.facilitatorIds },
    ...{ roomId: event.roomId, onlineUrl: null, capacity: event.capacity, placesTaken: 0, placesVersion: 0 },
    publishStatus: event.publishStatus === 'published' ? 'published' : 'draft',
    ...{ status: 'scheduled', cancellationNote: null, cancelledAt: null, lane: place!.lane, overriddenRules: [] },
    ...{ overrideReason: null, createdAt: at, updatedAt: at },
  }
}
