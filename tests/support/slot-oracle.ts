import type { WeeklyHours } from '../../domain/availability.ts'
import type { Busy, ResourceFacts } from '../../domain/booking-facts.ts'
import { type Instant, type Interval, MINUTE } from '../../domain/interval.ts'
import type { Slot, SlotFacts, SlotRequest } from '../../domain/slots/request.ts'
import { addDays, instantOf, localDateOf, type WallClock, wallClock, weekdayOf } from '../../domain/zone.ts'

/** The slots as somebody with a calendar and much time would find them: every minute of every start on its own. */
export function slotsByTheMinute(request: SlotRequest, facts: SlotFacts, now: Instant): Slot[] {
  const found: Slot[] = []
  for (let start = request.window.start; start + request.minutes * MINUTE <= request.window.end; start += MINUTE)
    for (const therapist of facts.therapists) {
      const slot = { start, end: start + request.minutes * MINUTE }
      if (!mayAsk(slot, request, facts, now) || !canTake(slot, therapist, request, facts)) continue
      if (!request.needsRoom) {
        if (isKept(slot, therapist, undefined, facts)) found.push({ ...slot, therapistId: therapist.id })
        continue
      }
      const room = inOrderOfUse(request, facts).find(
        (each) => canTake(slot, each, request, facts) && isKept(slot, therapist, each, facts),
      )
      if (room) found.push({ ...slot, therapistId: therapist.id, roomId: room.id })
    }
  return inOrderAsked(found, request, facts).slice(0, request.first)
}

function minutesOf({ start, end }: Interval): Instant[] {
  return Array.from({ length: (end - start) / MINUTE }, (_, at) => start + at * MINUTE)
}

/** Asked for again and again: every minute of every slot of every therapist. */
const clocks = new Map<string, Map<Instant, WallClock>>()

function clockAt(minute: Instant, zone: string): WallClock {
  const known = clocks.get(zone) ?? new Map<Instant, WallClock>()
  if (known.size === 0) clocks.set(zone, known)
  const clock = known.get(minute) ?? wallClock(minute, zone)
  if (known.get(minute) === undefined) known.set(minute, clock)
  return clock
}

const dateAt = (minute: Instant, zone: string) => clockAt(minute, zone).date

const holds = (interval: Interval, minute: Instant) => interval.start <= minute && minute < interval.end

function mayAsk(slot: Interval, request: SlotRequest, facts: SlotFacts, now: Instant): boolean {
  const { zone, type, client } = facts
  const local = clockAt(slot.start, zone)
  if (!type.active || client?.active === false || slot.start < now) return false
  if ((local.hour * 60 + local.minute) % facts.stepMinutes !== 0) return false
  if (request.weekdays && !request.weekdays.includes(local.weekday)) return false
  if (request.earliestTime && slot.start < instantOf(local.date, request.earliestTime, zone)) return false
  if (request.latestTime && slot.end > instantOf(local.date, request.latestTime, zone)) return false
  if (request.online) {
    if (!type.online || slot.start < now + type.leadMinutes * MINUTE) return false
    if (local.date > addDays(localDateOf(now, zone), type.horizonDays)) return false
  }
  const staying = client?.busy.filter((each) => !leaves(each, request)) ?? []
  return minutesOf(slot).every((minute) => !isClosed(minute, facts) && !staying.some((each) => holds(each, minute)))
}

function isClosed(minute: Instant, { closures, zone }: SlotFacts): boolean {
  const date = dateAt(minute, zone)
  return closures.some(
    (each) => each.startsOn <= date && date <= each.endsOn && holds(onDate(date, each, zone), minute),
  )
}

/** Whether therapist or room has the ability and the time, in no particular place. */
function canTake(slot: Interval, resource: ResourceFacts, request: SlotRequest, facts: SlotFacts): boolean {
  const { type } = facts
  const features = [...type.requiredFeatures, ...(request.roomFeatures ?? [])]
  if (!resource.active) return false
  if (resource.kind === 'therapist' && !type.requiredSkills.every((each) => resource.skills.includes(each)))
    return false
  if (resource.kind === 'room' && !features.every((each) => resource.features.includes(each))) return false
  if (resource.kind === 'room' && resource.capacity < type.minCapacity) return false
  const staying = resource.busy.filter((each) => !leaves(each, request))
  const takes = (minute: Instant) =>
    isOpen(minute, resource, facts) &&
    !resource.away.some((each) => holds(each, minute)) &&
    !staying.some((each) => holds(withDistance(each, request), minute))
  return minutesOf(slot).every(takes) && isWithinLimits(slot, staying, resource, facts)
}

/** As much distance as the more demanding of the two neighbours asks for. */
function withDistance(busy: Busy, request: SlotRequest): Interval {
  const before = Math.max(busy.bufferBeforeMinutes, request.bufferAfterMinutes)
  const after = Math.max(busy.bufferAfterMinutes, request.bufferBeforeMinutes)
  return { start: busy.start - before * MINUTE, end: busy.end + after * MINUTE }
}

function isOpen(minute: Instant, resource: ResourceFacts, facts: SlotFacts): boolean {
  const { weekly, exceptions } = resource.schedule
  const date = dateAt(minute, facts.zone)
  const today = exceptions.filter((each) => each.date === date && holds(onDate(date, each, facts.zone), minute))
  if (resource.kind === 'room' && weekly.length === 0) return !today.some((each) => each.kind === 'closed')
  return today.some((each) => each.kind === 'open') || blocksAt(minute, resource, facts).length > 0
}

/** The blocks of the week that hold the minute and that no exception cuts there. */
function blocksAt(minute: Instant, { schedule }: ResourceFacts, { zone }: SlotFacts): WeeklyHours[] {
  const date = dateAt(minute, zone)
  const isCut = schedule.exceptions.some(
    (each) => each.kind === 'closed' && each.date === date && holds(onDate(date, each, zone), minute),
  )
  if (isCut) return []
  return schedule.weekly.filter(
    (each) =>
      each.weekday === clockAt(minute, zone).weekday &&
      (each.effectiveFrom ?? date) <= date &&
      date <= (each.effectiveUntil ?? date) &&
      holds(onDate(date, each, zone), minute),
  )
}

/** Whether the therapist's blocks let the type in, and the room is where they are kept. */
function isKept(slot: Interval, therapist: ResourceFacts, room: ResourceFacts | undefined, facts: SlotFacts): boolean {
  return minutesOf(slot).every((minute) => {
    const isExtra = opensExtra(minute, therapist, facts)
    const lets = (each: WeeklyHours) =>
      !(each.telehealth && facts.type.needsRoom) &&
      (each.locationId === null || !room?.locationId || each.locationId === room.locationId)
    return isExtra || blocksAt(minute, therapist, facts).some(lets)
  })
}

function opensExtra(minute: Instant, { schedule }: ResourceFacts, { zone }: SlotFacts): boolean {
  const date = dateAt(minute, zone)
  return schedule.exceptions.some(
    (each) => each.kind === 'open' && each.date === date && holds(onDate(date, each, zone), minute),
  )
}

function isWithinLimits(slot: Interval, staying: readonly Busy[], resource: ResourceFacts, facts: SlotFacts): boolean {
  if (resource.kind === 'room') return true
  const { type, zone } = facts
  const date = dateAt(slot.start, zone)
  const begun = (those: readonly Busy[], within: Interval) => those.filter((each) => holds(within, each.start)).length
  const ofType = staying.filter((each) => each.typeId === type.id && dateAt(each.start, zone) === date)
  if (type.dailyLimit !== null && ofType.length >= type.dailyLimit) return false
  if (opensExtra(slot.start, resource, facts)) return true
  const usable = blocksAt(slot.start, resource, facts).filter((each) => !(each.telehealth && type.needsRoom))
  const hasPlace = (each: WeeklyHours) =>
    each.mostAppointments === null || begun(staying, onDate(date, each, zone)) < each.mostAppointments
  return usable.length === 0 || usable.some(hasPlace)
}

function inOrderOfUse(request: SlotRequest, facts: SlotFacts): ResourceFacts[] {
  const wanted = (room: ResourceFacts) => Number(room.id !== request.preferRoomId)
  const placed = facts.rooms.map((room, place) => ({ room, place }))
  const sorted = placed.sort(
    (a, b) =>
      wanted(a.room) - wanted(b.room) ||
      a.room.capacity - b.room.capacity ||
      a.room.features.length - b.room.features.length ||
      a.place - b.place,
  )
  return sorted.map((each) => each.room)
}

function inOrderAsked(slots: Slot[], request: SlotRequest, facts: SlotFacts): Slot[] {
  const { zone, therapists } = facts
  const keysOf = (slot: Slot): number[] => {
    const therapist = therapists.find((each) => each.id === slot.therapistId)!
    const date = dateAt(slot.start, zone)
    const monday = addDays(date, 1 - weekdayOf(date))
    const booked = (from: string, to: string) =>
      therapist.busy
        .filter((each) => from <= dateAt(each.start, zone) && dateAt(each.start, zone) <= to)
        .reduce((sum, each) => sum + each.end - each.start, 0)
    const load = [booked(date, date), booked(monday, addDays(monday, 6)), therapists.indexOf(therapist)]
    const day = instantOf(date, '00:00', zone)
    const near = request.near ?? request.window.start
    const preferred = Number(request.preferTherapistId !== undefined && therapist.id !== request.preferTherapistId)
    if (request.order === 'balanced') return [preferred, day, ...load, slot.start]
    if (request.order === 'nearest') return [preferred, Math.abs(slot.start - near), slot.start, ...load]
    return [preferred, slot.start, ...load]
  }
  const keyed = slots.map((slot) => ({ slot, keys: keysOf(slot) }))
  const firstDifference = (a: number[], b: number[]) => a.map((key, at) => key - b[at]!).find((each) => each !== 0) ?? 0
  return keyed.sort((a, b) => firstDifference(a.keys, b.keys)).map((each) => each.slot)
}

function leaves(busy: Busy, { leaving }: SlotRequest): boolean {
  return [busy.appointmentId, busy.holdId].some((id) => id != null && leaving?.has(id))
}

function onDate(date: string, times: { startTime: string; endTime: string }, zone: string): Interval {
  return { start: instantOf(date, times.startTime, zone), end: instantOf(date, times.endTime, zone) }
}
