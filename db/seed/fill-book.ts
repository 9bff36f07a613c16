import { closedIntervals, type OpenBlock, openBlocks } from '../../domain/availability.ts'
import { isAt } from '../../domain/block-rules.ts'
import { isSuitable } from '../../domain/fitness-rules.ts'
import {
  contains,
  type Instant,
  type Interval,
  MINUTE,
  minutesOf,
  overlaps,
  subtract,
  widen,
} from '../../domain/interval.ts'
import { dayInterval, type LocalDate } from '../../domain/zone.ts'
import type { AppointmentTypeRow, ClientRow, ResourceRow } from '../queries/book.ts'
import type { SessionRow } from '../queries/event-sessions.ts'
import type { ClinicPlan, Patient } from './clinic-plan.ts'
import type { Random } from './random.ts'

/** An appointment before it is known what became of it. */
export interface Visit extends Interval {
  readonly client: ClientRow
  readonly therapist: ResourceRow
  readonly room: ResourceRow | null
  readonly type: AppointmentTypeRow
  /** Called off, so that its time is free again. */
  readonly cancelled: boolean
}

/** A clinic whose days are being filled, earliest first. */
export interface Filling {
  readonly random: Random
  readonly plan: ClinicPlan
  /** The part of the open hours that appointments shall take. */
  readonly load: number
  /** Sessions, which take the time of those who run them and of their room. */
  readonly taken?: readonly Pick<SessionRow, 'facilitatorIds' | 'roomId' | 'startsAt' | 'endsAt'>[]
  /** What there has been so far; steers the days to come towards the load. */
  bookedMinutes: number
  openMinutes: number
}

interface Day {
  readonly filling: Filling
  readonly date: LocalDate
  /** What stands in each room, by its id. */
  readonly inRoom: Map<string, Visit[]>
}

const CANCELLED_SHARE = 0.07

/** The appointments of one day: inside hours, on the step, with their buffers kept, nobody and no room twice. */
export function fillDay(filling: Filling, date: LocalDate): Visit[] {
  const { clinic, therapists } = filling.plan
  const window = dayInterval(date, clinic.zone)
  const day: Day = { filling, date, inRoom: new Map() }
  return filling.random
    .shuffled(therapists)
    .flatMap((therapist) => fillColumn(day, therapist, freeBlocks(filling, therapist, window)))
}

/** What the therapist's blocks leave open once leave and closures are taken out, each piece with the ways of its block. */
function freeBlocks({ plan, taken = [] }: Filling, therapist: ResourceRow, window: Interval): OpenBlock[] {
  const { zone } = plan.clinic
  const schedule = {
    weekly: therapist.weeklyHours,
    exceptions: plan.exceptions.filter((each) => each.resourceId === therapist.id),
  }
  const away = plan.timeOff
    .filter((each) => each.resourceId === therapist.id && each.status === 'approved')
    .map((each) => ({ start: each.startsAt, end: each.endsAt }))
  const running = taken.filter((each) => each.facilitatorIds.includes(therapist.id)).map(withAPause)
  const shut = [...away, ...running, ...closedIntervals(plan.closures, window, zone)]
  return openBlocks(schedule, window, zone).flatMap((block) =>
    subtract([block], shut).map((piece) => ({ ...block, ...piece })),
  )
}

/** What an appointment keeps free beside it is kept beside a session too, on the step. */
function withAPause({ startsAt, endsAt }: { readonly startsAt: Instant; readonly endsAt: Instant }): Interval {
  return widen({ start: startsAt, end: endsAt }, 15, 15)
}

function fillColumn(day: Day, therapist: ResourceRow, blocks: readonly OpenBlock[]): Visit[] {
  const { filling } = day
  const { random } = filling
  const step = filling.plan.clinic.stepMinutes * MINUTE
  const column: Visit[] = []
  for (const block of blocks) {
    const density = densityFor(filling)
    let previous = column.findLast((each) => !each.cancelled)
    let start = block.start
    while (start < block.end && !isFull(block, column)) {
      const span = { ...block, start }
      const visit = random.chance(density) ? findVisit(day, therapist, span, column, previous) : undefined
      if (visit) column.push(visit)
      if (visit && !visit.cancelled) {
        previous = visit
        stand(day, visit)
        start += Math.ceil((visit.end - start) / step) * step
      } else if (!visit || random.chance(0.5)) start += random.int(1, 3) * step
    }
    filling.openMinutes += minutesOf(block)
  }
  return column
}

/** How often a free moment becomes an appointment: of 50 minutes and 10 more, as against half an hour left open. */
function densityFor({ load, bookedMinutes, openMinutes }: Filling): number {
  const wanted = (0.6 * load) / Math.max(0.1, 1 - 0.6 * load)
  const missing = openMinutes === 0 ? 0 : load - bookedMinutes / openMinutes
  return Math.min(1, Math.max(0, wanted + 4 * missing))
}

function stand(day: Day, visit: Visit): void {
  day.filling.bookedMinutes += minutesOf(visit)
  if (!visit.room) return
  const others = day.inRoom.get(visit.room.id)
  if (others) others.push(visit)
  else day.inRoom.set(visit.room.id, [visit])
}

function isFull({ mostAppointments, whole }: OpenBlock, column: readonly Visit[]): boolean {
  if (mostAppointments === null) return false
  return column.filter((each) => !each.cancelled && contains(whole, each)).length >= mostAppointments
}

function findVisit(
  day: Day,
  therapist: ResourceRow,
  span: OpenBlock,
  column: readonly Visit[],
  previous: Visit | undefined,
): Visit | undefined {
  const { random, plan } = day.filling
  const patient = nextPatient(random, plan.caseloads.get(therapist.id)!, span, day.date)
  if (!patient) return undefined
  for (const type of typesFor(day.filling, patient)) {
    if ((type.needsRoom && span.telehealth) || isEnough(type, column)) continue
    const place = placeFor(day, type, therapist, span, previous)
    if (!place) continue
    const cancelled = random.chance(CANCELLED_SHARE)
    patient.lastSeenOn = day.date
    if (!cancelled) patient.lastSeenAt = place.start
    return { ...place, client: patient.client, therapist, type, cancelled }
  }
  return undefined
}

/** Whether the therapist has had as many of the type on that date as she takes. */
function isEnough(type: AppointmentTypeRow, column: readonly Visit[]): boolean {
  if (type.dailyLimit === null) return false
  return column.filter((each) => !each.cancelled && each.type === type).length >= type.dailyLimit
}

const DAY = 24 * 60 * MINUTE

/** Whoever has waited longest, give or take some days; somebody new before everybody else. */
function nextPatient(
  random: Random,
  patients: readonly Patient[],
  span: Interval,
  date: LocalDate,
): Patient | undefined {
  let best: Patient | undefined
  let bestScore = Infinity
  for (const each of patients) {
    if (each.lastSeenOn === date || each.begins > span.start || each.ends < span.end) continue
    const isWaiting = each.isNew && each.lastSeenAt === undefined
    const score = isWaiting ? 0 : (each.lastSeenAt ?? span.start - 14 * DAY) + random.next() * 3 * DAY
    if (score >= bestScore) continue
    best = each
    bestScore = score
  }
  return best
}

/** What the client comes for, then what would do where that finds no place. */
function typesFor({ plan, random }: Filling, patient: Patient): AppointmentTypeRow[] {
  const { intake, individual, telehealth, brief } = plan.offering
  if (patient.isNew && patient.lastSeenAt === undefined) return [intake]
  const first = patient.usualType === individual && random.chance(0.1) ? telehealth : patient.usualType
  return [first, individual, telehealth, brief]
}

function placeFor(
  day: Day,
  type: AppointmentTypeRow,
  therapist: ResourceRow,
  span: OpenBlock,
  previous: Visit | undefined,
): (Interval & { readonly room: ResourceRow | null }) | undefined {
  const step = day.filling.plan.clinic.stepMinutes * MINUTE
  const free = previous ? previous.end + distance(previous.type, type) * MINUTE : span.start
  const start = span.start + Math.max(0, Math.ceil((free - span.start) / step)) * step
  const place = { start, end: start + type.minutes * MINUTE }
  if (place.end > span.end) return undefined
  if (!type.needsRoom) return { ...place, room: null }
  const room = freeRoom(day, type, therapist, { ...span, ...place })
  return room && { ...place, room }
}

/** The minutes two neighbours keep: the longer of what the first wants after it and the second before it. */
function distance(first: AppointmentTypeRow, second: AppointmentTypeRow): number {
  return Math.max(first.bufferAfterMinutes, second.bufferBeforeMinutes)
}

/** The therapist's usual room, or another that is free and suits; the last, which holds groups, when there is no other. */
function freeRoom(day: Day, type: AppointmentTypeRow, therapist: ResourceRow, place: OpenBlock) {
  const { rooms } = day.filling.plan
  const usual = therapist.position % Math.max(1, rooms.length - 1)
  for (let turn = 0; turn < rooms.length; turn++) {
    const room = turn === rooms.length - 1 ? rooms.at(-1)! : rooms[(usual + turn) % (rooms.length - 1)]!
    if (!isSuitable(room, type) || !isAt(place, room)) continue
    const isTaken = (day.filling.taken ?? []).some(
      (each) => each.roomId === room.id && overlaps(withAPause(each), place),
    )
    if (!isTaken && !(day.inRoom.get(room.id) ?? []).some((each) => tooClose(each, type, place))) return room
  }
  return undefined
}

function tooClose(other: Visit, type: AppointmentTypeRow, place: Interval): boolean {
  return (
    overlaps(other, widen(place, type.bufferBeforeMinutes, type.bufferAfterMinutes)) ||
    overlaps(widen(other, other.type.bufferBeforeMinutes, other.type.bufferAfterMinutes), place)
  )
}
