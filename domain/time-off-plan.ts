import { daysAround } from './availability.ts'
import type { BookingFacts, Busy, ResourceFacts, TypeFacts } from './booking-facts.ts'
import { type Instant, type Interval, MINUTE, minutesOf, overlaps } from './interval.ts'
import type { Slot, SlotFacts, SlotRequest } from './slots/request.ts'
import { type FoundSlots, findSlots } from './slots.ts'
import { type AppointmentStatus, isMovable } from './status.ts'
import { formatDate, formatTime } from './zone.ts'

/**
 * What may become of an appointment in somebody's absence: the same time with a cover therapist or in another room,
 * another time, cancelled with word to the client, or left standing and flagged.
 */
export const planStepKinds = ['cover', 'another_time', 'cancel', 'leave'] as const
export type PlanStepKind = (typeof planStepKinds)[number]

/** Who or what is away, and who stands in. */
export interface Absence extends Interval {
  readonly resourceId: string
  readonly coverTherapistId?: string | null
}

/** An appointment that stands in the absence. */
export interface Affected extends Interval {
  readonly id: string
  readonly status: AppointmentStatus
  readonly client: { readonly id: string; readonly name: string; readonly active: boolean }
  readonly therapistId: string
  readonly roomId: string | null
  readonly type: TypeFacts
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
}

/** The facts of the whole clinic; they must reach `PLAN_DAYS` and a week either side of the appointments planned. */
export interface PlanFacts extends Pick<BookingFacts, 'zone' | 'stepMinutes' | 'allowsOverbooking' | 'closures'> {
  /** Active ones in the clinic's order, and what is away itself. */
  readonly resources: readonly ResourceFacts[]
  /** What else each client has, by the client's id. */
  readonly clientBusy: ReadonlyMap<string, readonly Busy[]>
}

export interface PlannedStep {
  readonly appointmentId: string
  readonly kind: PlanStepKind
  /** Where it goes; left out when it goes nowhere. */
  readonly slot?: Slot
  /** Where else it could go, the nearest in time first. */
  readonly choices: readonly Slot[]
  /** Fit to be read aloud to a person. */
  readonly why: string
}

/** How far from its time an appointment is moved at most. */
export const PLAN_DAYS = 14
/** How many appointments are planned at once: what comes later is planned once these are settled. */
export const MOST_PLANNED = 100
const SAME_TIME_CHOICES = 3
const OTHER_TIMES = 4
/** Starts looked at for other times: those a few minutes apart are not different choices. */
const STARTS_LOOKED_AT = 40

/**
 * What to do with each appointment of somebody who will be away: the same time with the cover therapist, or for a room in
 * another one; else the nearest other time; else to tell the client. They are planned in the order of their starts and
 * each is seen by the next, so that no two are put in one place. Every slot keeps all rules.
 */
export function planTimeOff(
  absence: Absence,
  appointments: readonly Affected[],
  facts: PlanFacts,
  now: Instant,
): PlannedStep[] {
  let book = withAbsence(facts, absence)
  const planned = appointments.toSorted(inOrder).map((appointment, index) => {
    const step = index < MOST_PLANNED ? planOne(absence, appointment, book, now) : leftForLater(appointment)
    book = withStep(book, appointment, step)
    return { appointment, step }
  })
  const places = planned.flatMap(({ appointment, step }) => (step.slot ? [takenBy(appointment, step.slot)] : []))
  return planned.map(({ appointment, step }) => ({
    ...step,
    choices: step.choices.filter((slot) => {
      const wanted = takenBy(appointment, slot)
      return !places.some((place) => place.appointmentId !== appointment.id && collide(place, wanted))
    }),
  }))
}

function inOrder(a: Affected, b: Affected): number {
  return a.start - b.start || (a.id < b.id ? -1 : 1)
}

function leftForLater({ id: appointmentId }: Affected): PlannedStep {
  const why = `Only ${MOST_PLANNED} appointments are planned at once: plan it when these are settled.`
  return { appointmentId, kind: 'leave', choices: [], why }
}

function planOne(absence: Absence, appointment: Affected, book: PlanFacts, now: Instant): PlannedStep {
  const { id: appointmentId, client } = appointment
  if (!isMovable(appointment.status))
    return { appointmentId, kind: 'leave', choices: [], why: `${client.name} is already here.` }
  const nameOf = (id: string) => book.resources.find((each) => each.id === id)?.name ?? ''
  const sameTime = findAt(appointment, standIns(absence, appointment, book), book, now)
  const otherTimes = findNear(appointment, book, now)
  const choices = [...sameTime.slots.slice(0, SAME_TIME_CHOICES), ...otherTimes]

  const cover = sameTime.slots.find((slot) => isCover(slot, absence, appointment))
  if (cover) return { appointmentId, kind: 'cover', slot: cover, choices, why: whyCover(cover, appointment, nameOf) }
  const noCover = whyNoCover(absence, appointment, book, now)
  const [nearest] = otherTimes
  if (nearest) {
    const at = `${formatDate(nearest.start, book.zone)}, ${formatTime(nearest.start, book.zone)}`
    const why = `${noCover}${nameOf(nearest.therapistId)} has time on ${at}.`
    return { appointmentId, kind: 'another_time', slot: nearest, choices, why }
  }
  const why = `${noCover}Nothing fits within ${PLAN_DAYS} days: tell ${client.name}.`
  return { appointmentId, kind: 'cancel', choices, why }
}

/** Who could see the client at the same time: whoever covers first; when a room is away, the same therapist alone. */
function standIns({ resourceId, coverTherapistId }: Absence, { therapistId }: Affected, book: PlanFacts) {
  const therapists = book.resources.filter((each) => each.kind === 'therapist')
  if (therapistId !== resourceId) return therapists.filter((each) => each.id === therapistId)
  const others = therapists.filter((each) => each.id !== therapistId)
  return others.toSorted((a, b) => Number(b.id === coverTherapistId) - Number(a.id === coverTherapistId))
}

function isCover(slot: Slot, { resourceId, coverTherapistId }: Absence, { therapistId }: Affected): boolean {
  return slot.therapistId === (therapistId === resourceId ? coverTherapistId : therapistId)
}

function findAt(
  appointment: Affected,
  therapists: readonly ResourceFacts[],
  book: PlanFacts,
  now: Instant,
): FoundSlots {
  const window = { start: appointment.start, end: appointment.end }
  return find(appointment, { window, therapists, first: therapists.length }, book, now)
}

/** The nearest other times with the same therapist, no two of which overlap. */
function findNear(appointment: Affected, book: PlanFacts, now: Instant): Slot[] {
  const around = daysAround(appointment, PLAN_DAYS, PLAN_DAYS, book.zone)
  const window = { start: Math.max(around.start, now), end: around.end }
  const therapists = book.resources.filter((each) => each.id === appointment.therapistId)
  const { slots } = find(appointment, { window, therapists, first: STARTS_LOOKED_AT }, book, now)
  const apart: Slot[] = []
  for (const slot of slots)
    if (slot.start !== appointment.start && !apart.some((each) => overlaps(each, slot))) apart.push(slot)
  return apart.slice(0, OTHER_TIMES)
}

type Search = Pick<SlotRequest, 'window' | 'first'> & Pick<SlotFacts, 'therapists'>

function find(appointment: Affected, { therapists, ...search }: Search, book: PlanFacts, now: Instant): FoundSlots {
  const { client, type, roomId, bufferBeforeMinutes, bufferAfterMinutes } = appointment
  const rooms = book.resources.filter((each) => each.kind === 'room').map((each) => around(each, search.window))
  const request: SlotRequest = {
    ...search,
    ...{ minutes: minutesOf(appointment), bufferBeforeMinutes, bufferAfterMinutes },
    ...{ online: false, needsRoom: roomId !== null, preferRoomId: roomId ?? undefined },
    ...{ order: 'nearest', near: appointment.start, leaving: new Set([appointment.id]) },
  }
  const { zone, stepMinutes, allowsOverbooking, closures, clientBusy } = book
  const facts: SlotFacts = {
    ...{ zone, stepMinutes, allowsOverbooking, closures, rooms },
    therapists: therapists.map((each) => around(each, search.window)),
    // A retired type takes no new appointments; those that have it may still move.
    type: { ...type, active: true },
    client: { ...client, busy: clientBusy.get(client.id) ?? [] },
  }
  return findSlots(request, facts, now)
}

const WEEK = 7 * 24 * 60 * MINUTE

/** The resource with what is near enough to matter: loads are compared by the week. */
function around(resource: ResourceFacts, window: Interval): ResourceFacts {
  const from = window.start - WEEK
  const until = window.end + WEEK
  return { ...resource, busy: resource.busy.filter((each) => each.end > from && each.start < until) }
}

function whyCover(slot: Slot, appointment: Affected, nameOf: (id: string) => string): string {
  const isOtherRoom = slot.roomId !== undefined && slot.roomId !== appointment.roomId
  if (slot.therapistId === appointment.therapistId) return `${nameOf(slot.roomId ?? '')} is free then.`
  return `${nameOf(slot.therapistId)} is free then${isOtherRoom ? `, in ${nameOf(slot.roomId!)}` : ''}.`
}

/** Why nobody stands in at the same time, when somebody was to. */
function whyNoCover(absence: Absence, appointment: Affected, book: PlanFacts, now: Instant): string {
  const asked = standIns(absence, appointment, book).filter((each) =>
    isCover({ ...appointment, therapistId: each.id, roomId: undefined }, absence, appointment),
  )
  if (asked.length === 0) return ''
  const [reason] = findAt(appointment, asked, book, now).reasons
  return reason ? `${reason.message} ` : ''
}

interface Place extends Busy {
  readonly clientId: string
  readonly therapistId: string
  readonly roomId: string | undefined
}

function takenBy(appointment: Affected, slot: Slot): Place {
  const { id: appointmentId, client, type, bufferBeforeMinutes, bufferAfterMinutes } = appointment
  return {
    ...{ start: slot.start, end: slot.end, lane: 0, appointmentId, typeId: type.id, clientName: client.name },
    ...{ bufferBeforeMinutes, bufferAfterMinutes, clientId: client.id },
    ...{ therapistId: slot.therapistId, roomId: slot.roomId },
  }
}

function collide(a: Place, b: Place): boolean {
  const share = a.therapistId === b.therapistId || (a.roomId !== undefined && a.roomId === b.roomId)
  return overlaps(a, b) && (share || a.clientId === b.clientId)
}

function withAbsence(facts: PlanFacts, { resourceId, start, end }: Absence): PlanFacts {
  const resources = facts.resources.map((each) =>
    each.id === resourceId ? { ...each, away: [...each.away, { start, end, reason: 'time off' }] } : each,
  )
  return { ...facts, resources }
}

/** The book once the step is done: what leaves its place frees it, and what goes somewhere takes that. */
function withStep(book: PlanFacts, appointment: Affected, { kind, slot }: PlannedStep): PlanFacts {
  if (kind === 'leave') return book
  const place = slot && takenBy(appointment, slot)
  const rest = (busy: readonly Busy[]) => busy.filter((each) => each.appointmentId !== appointment.id)
  const resources = book.resources.map((each) => {
    const was = each.id === appointment.therapistId || each.id === appointment.roomId
    const takes = place && (place.therapistId === each.id || place.roomId === each.id)
    return was || takes ? { ...each, busy: [...rest(each.busy), ...(takes ? [place] : [])] } : each
  })
  const clientId = appointment.client.id
  const own = [...rest(book.clientBusy.get(clientId) ?? []), ...(place ? [place] : [])]
  return { ...book, resources, clientBusy: new Map(book.clientBusy).set(clientId, own) }
}
