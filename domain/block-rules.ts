import { type OpenBlock, openBlocks } from './availability.ts'
import type { BookingRequest, Busy, ResourceFacts, RuleFacts } from './booking-facts.ts'
import { beginningIn } from './clash.ts'
import { contains, type Interval, merge } from './interval.ts'
import type { BookingProblem } from './problem.ts'
import { problem, spell } from './tell-problem.ts'
import { dayInterval, formatDate, localDateOf } from './zone.ts'

/** What the blocks of a therapist's hours ask: telehealth, the location, and how many appointments they take. */
export function blockProblems(request: BookingRequest, therapist: ResourceFacts, facts: RuleFacts): BookingProblem[] {
  const blocks = openBlocks(therapist.schedule, request, facts.zone)
  const usable = blocks.filter((each) => !each.telehealth || !facts.type.needsRoom)
  if (!covers(usable, request)) return [telehealthOnly(request, therapist, blocks, facts)]
  const found: BookingProblem[] = []
  const full = fullBlock(request, therapist.busy, usable)
  if (full) found.push(blockFull(therapist, full, facts))
  const { room } = facts
  if (
    room?.locationId &&
    !covers(
      usable.filter((each) => isAt(each, room)),
      request,
    )
  ) {
    const message = `${room.name} is not where ${therapist.name} works ${spell(request, facts.zone)}.`
    const where = { interval: request, path: ['input', 'roomId'], resourceId: room.id }
    found.push(problem(facts, 'ROOM_UNSUITABLE', message, where))
  }
  return found
}

/** Whether somebody who works in that block can use the room. */
export function isAt(block: Pick<OpenBlock, 'locationId'>, room: Pick<ResourceFacts, 'locationId'>): boolean {
  return block.locationId === null || room.locationId === null || block.locationId === room.locationId
}

function telehealthOnly(
  request: BookingRequest,
  resource: ResourceFacts,
  blocks: readonly OpenBlock[],
  facts: RuleFacts,
): BookingProblem {
  const block = blocks.find((each) => each.telehealth)?.whole ?? request
  const message = `${resource.name} sees clients by telehealth alone ${spell(block, facts.zone)}.`
  const where = { interval: block, path: ['input', 'startsAt'], resourceId: resource.id }
  return problem(facts, 'OUTSIDE_HOURS', message, where)
}

/** The type's own limit of one therapist on one date. */
export function limitProblems(request: BookingRequest, therapist: ResourceFacts, facts: RuleFacts): BookingProblem[] {
  const { type, zone } = facts
  if (type.dailyLimit === null) return []
  const day = dayInterval(localDateOf(request.start, zone), zone)
  const sameType = therapist.busy.filter((each) => each.typeId === type.id)
  if (beginningIn(day, request, sameType) < type.dailyLimit) return []
  const date = formatDate(request.start, zone)
  const message = `${therapist.name} takes at most ${type.dailyLimit} of ${type.name} a day, and has them on ${date}.`
  const where = { interval: day, path: ['input', 'startsAt'], resourceId: therapist.id }
  return [problem(facts, 'DAILY_LIMIT', message, where)]
}

/** The block in which the request would begin, when every one of them is full. */
function fullBlock(request: BookingRequest, busy: readonly Busy[], blocks: readonly OpenBlock[]) {
  const begun = blocks.filter((each) => each.start <= request.start && request.start < each.end)
  const isFull = ({ mostAppointments, whole }: OpenBlock) =>
    mostAppointments !== null && beginningIn(whole, request, busy) >= mostAppointments
  return begun.every(isFull) ? begun[0] : undefined
}

function blockFull(therapist: ResourceFacts, block: OpenBlock, facts: RuleFacts): BookingProblem {
  const most = block.mostAppointments === 1 ? '1 appointment' : `${block.mostAppointments} appointments`
  const message = `${therapist.name} takes at most ${most} ${spell(block.whole, facts.zone)}.`
  const where = { interval: block.whole, path: ['input', 'startsAt'], resourceId: therapist.id }
  return problem(facts, 'DAILY_LIMIT', message, where)
}

function covers(blocks: readonly OpenBlock[], request: Interval): boolean {
  return merge(blocks).some((each) => contains(each, request))
}
