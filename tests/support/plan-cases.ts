import type { Away, Busy, ResourceFacts } from '../../domain/booking-facts.ts'
import type { Affected, PlanFacts } from '../../domain/time-off-plan.ts'
import { type GivenHours, sortedHours } from '../../domain/weekly-hours.ts'
import { instantOf } from '../../domain/zone.ts'

export const ZONE = 'America/New_York'

/** The instant of a wall clock in New York, `2026-03-03 10:00`. */
export function at(local: string): number {
  const [date, time] = local.split(' ')
  return instantOf(date!, time!, ZONE)
}

const OFFICE: GivenHours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startTime: '09:00', endTime: '17:00' }))

interface GivenResource {
  readonly hours?: readonly GivenHours[]
  readonly away?: readonly Away[]
  readonly busy?: readonly Busy[]
  readonly skills?: readonly string[]
}

export function therapist(id: string, { hours = OFFICE, away = [], busy = [], skills = [] }: GivenResource = {}) {
  return resource({ id, kind: 'therapist', name: `Dr. ${id}`, hours, away, busy, skills })
}

export function room(id: string, { hours = [], away = [], busy = [] }: GivenResource = {}) {
  return resource({ id, kind: 'room', name: id, hours, away, busy, skills: [] })
}

function resource({
  hours,
  ...rest
}: Required<GivenResource> & Pick<ResourceFacts, 'id' | 'kind' | 'name'>): ResourceFacts {
  const schedule = { weekly: sortedHours(hours), exceptions: [] }
  return { active: true, schedule, features: [], capacity: 2, locationId: null, ...rest }
}

export const SESSION = {
  ...{ id: 'session', name: 'Session', active: true, needsRoom: true, requiredSkills: [], requiredFeatures: [] },
  ...{ minCapacity: 1, dailyLimit: null, online: true, leadMinutes: 0, horizonDays: 365 },
}

interface GivenVisit extends Partial<Omit<Affected, 'start' | 'end' | 'client'>> {
  readonly minutes?: number
  readonly clientId?: string
}

/** An appointment of 50 minutes with Ana in Oak unless told otherwise. */
export function visit(start: number, given: GivenVisit = {}): Affected {
  const { minutes = 50, clientId = `client ${start}`, ...rest } = given
  return {
    ...{ id: `visit ${start}`, status: 'booked', start, end: start + minutes * 60_000 },
    ...{ client: { id: clientId, name: clientId, active: true }, therapistId: 'Ana', roomId: 'Oak', type: SESSION },
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 10, ...rest },
  }
}

export function busyWith(each: Affected): Busy {
  const { start, end, id: appointmentId, client, bufferBeforeMinutes, bufferAfterMinutes } = each
  return {
    ...{ start, end, lane: 0, appointmentId, typeId: each.type.id, clientName: client.name },
    ...{ bufferBeforeMinutes, bufferAfterMinutes },
  }
}

/** A clinic in which the visits stand in the columns of their therapists, rooms and clients. */
export function clinicWith(resources: readonly ResourceFacts[], visits: readonly Affected[]): PlanFacts {
  const taking = (id: string) => visits.filter((each) => each.therapistId === id || each.roomId === id).map(busyWith)
  const byClient = Map.groupBy(visits, (each) => each.client.id)
  return {
    ...{ zone: ZONE, stepMinutes: 15, allowsOverbooking: false, closures: [] },
    resources: resources.map((each) => ({ ...each, busy: [...each.busy, ...taking(each.id)] })),
    clientBusy: new Map([...byClient].map(([id, own]) => [id, own.map(busyWith)])),
  }
}
