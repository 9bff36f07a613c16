import type { WeeklyHours } from '../../domain/availability.ts'
import type { Busy, ResourceFacts, TypeFacts } from '../../domain/booking-facts.ts'
import type { SlotFacts, SlotRequest } from '../../domain/slots/request.ts'
import { instantOf } from '../../domain/zone.ts'

export const NEW_YORK = 'America/New_York'

/** Hours of one weekday, Monday is 1. */
export function hours(
  weekday: number,
  startTime: string,
  endTime: string,
  more: Partial<WeeklyHours> = {},
): WeeklyHours {
  const plain = {
    effectiveFrom: null,
    effectiveUntil: null,
    locationId: null,
    telehealth: false,
    mostAppointments: null,
  }
  return { weekday, startTime, endTime, ...plain, ...more }
}

export const everyDay = (startTime: string, endTime: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => hours(weekday, startTime, endTime))

interface Given extends Partial<Omit<ResourceFacts, 'id' | 'kind' | 'schedule'>>, Partial<ResourceFacts['schedule']> {}

export function therapist(
  id: string,
  { weekly = everyDay('09:00', '12:00'), exceptions = [], ...more }: Given = {},
): ResourceFacts {
  return { ...plainResource(id), kind: 'therapist', schedule: { weekly, exceptions }, ...more }
}

export function room(id: string, { weekly = [], exceptions = [], ...more }: Given = {}): ResourceFacts {
  return { ...plainResource(id), kind: 'room', capacity: 2, schedule: { weekly, exceptions }, ...more }
}

function plainResource(id: string) {
  const plain = { active: true, away: [], busy: [], skills: [], features: [], capacity: 0, locationId: null }
  return { id, name: id, ...plain }
}

export const talk: TypeFacts = {
  ...{ id: 'talk', name: 'Talk', active: true, needsRoom: false },
  ...{ requiredSkills: [], requiredFeatures: [], minCapacity: 1, dailyLimit: null },
  ...{ online: true, leadMinutes: 0, horizonDays: 365 },
}

export function busyAt(start: number, minutes: number, more: Partial<Busy> = {}): Busy {
  const plain = { lane: 0, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
  return { start, end: start + minutes * 60_000, ...plain, ...more }
}

export function slotFacts(change: Partial<SlotFacts> = {}): SlotFacts {
  const clinic = { zone: NEW_YORK, stepMinutes: 30, allowsOverbooking: false, closures: [] }
  return { ...clinic, type: talk, therapists: [therapist('chen')], rooms: [], ...change }
}

/** From midnight of the one date to midnight of the other, on the clinic's clock. */
export function days(from: string, to: string, zone = NEW_YORK) {
  return { start: instantOf(from, '00:00', zone), end: instantOf(to, '00:00', zone) }
}

/** One hour on Tuesday 3 March 2026, unless told otherwise. */
export function slotRequest(change: Partial<SlotRequest> = {}): SlotRequest {
  const buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
  const plain = { minutes: 60, ...buffers, online: false, needsRoom: false, order: 'soonest' as const, first: 100 }
  return { window: days('2026-03-03', '2026-03-04'), ...plain, ...change }
}
