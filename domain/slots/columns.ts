import { keepsClinicHours, type OpenBlock, openBlocks, openTime } from '../availability.ts'
import { isAt } from '../block-rules.ts'
import type { Busy, ResourceFacts } from '../booking-facts.ts'
import { isLeaving } from '../clash.ts'
import { type Interval, MINUTE, merge } from '../interval.ts'
import { type Board, startsInside, startsTouching } from './board.ts'

/** Which starts of the board a resource could take: a byte a start, 1 where it could. */
export type Free = Uint8Array

/** A rule of the book, kept by taking away the starts that would break it. */
export type Rule = (free: Free, resource: ResourceFacts, board: Board) => void

/** The starts that the resource can take under those rules. */
export function freeStarts(resource: ResourceFacts, rules: readonly Rule[], board: Board): Free {
  const free = new Uint8Array(board.starts.length)
  free.fill(1)
  for (const keep of rules) keep(free, resource, board)
  return free
}

/** Hours kept every week, with the dates that differ. */
export const keepHours: Rule = (free, resource, board) => {
  keepInside(free, openFor(resource, board), board)
}

/** When the resource is open to what is asked for: not while a therapist's block is for telehealth and a room is needed. */
export function openFor(resource: ResourceFacts, board: Board): readonly Interval[] {
  const blocks = usableBlocks(resource, board)
  return blocks ? merge(blocks) : openTime(resource, [], board.request.window, board.facts.zone)
}

/** Where blocks of the hours are kept somewhere: the starts that are open to a room there. */
export function openAt(locationId: string, therapist: ResourceFacts, board: Board): Free {
  const free = new Uint8Array(board.starts.length)
  free.fill(1)
  const blocks = usableBlocks(therapist, board) ?? []
  keepInside(free, merge(blocks.filter((each) => isAt(each, { locationId }))), board)
  return free
}

/** Closures of the clinic. */
export const keepClosures: Rule = (free, _resource, board) => {
  for (const closed of board.closed) strike(free, startsTouching(closed, board.length), board)
}

/** Time off, and what stands in the therapist's own calendars. */
export const keepTimeOff: Rule = (free, resource, board) => {
  for (const away of resource.away) strike(free, startsTouching(away, board.length), board)
}

/** What takes the resource's time already, with the distance that either side asks for. */
export const keepBusy: Rule = (free, resource, board) => {
  const { request, length } = board
  for (const busy of resource.busy) {
    if (isLeaving(request, busy)) continue
    const before = Math.max(busy.bufferBeforeMinutes, request.bufferAfterMinutes) * MINUTE
    const after = Math.max(busy.bufferAfterMinutes, request.bufferBeforeMinutes) * MINUTE
    strike(free, { start: busy.start - before - length + 1, end: busy.end + after }, board)
  }
}

/** So many of the type a day, and so many appointments a block. */
export const keepLimits: Rule = (free, resource, board) => {
  const { request, facts } = board
  const { dailyLimit, id } = facts.type
  const staying = resource.busy.filter((each) => each.sessionId == null && !isLeaving(request, each))
  if (dailyLimit !== null) {
    const ofType = staying.filter((each) => each.typeId === id)
    for (const day of board.days) if (begunIn(day, ofType) >= dailyLimit) free.fill(0, day.first, day.last)
  }
  const blocks = usableBlocks(resource, board)
  if (!blocks?.some((each) => each.mostAppointments !== null)) return
  const isFull = ({ mostAppointments, whole }: OpenBlock) =>
    mostAppointments !== null && begunIn(whole, staying) >= mostAppointments
  const taking = merge(blocks.filter((each) => !isFull(each)))
  keepOnly(free, taking, board)
}

/** The blocks of a therapist's hours in which the slot may stand; none of a resource whose hours have no blocks to tell apart. */
function usableBlocks(resource: ResourceFacts, { request, facts }: Board): OpenBlock[] | undefined {
  const { schedule } = resource
  if (resource.kind === 'room' || keepsClinicHours(resource) || !schedule.weekly.some(isParticular)) return undefined
  const blocks = openBlocks(schedule, request.window, facts.zone)
  return blocks.filter((each) => !each.telehealth || !facts.type.needsRoom)
}

function isParticular({
  telehealth,
  locationId,
  mostAppointments,
}: OpenBlock | ResourceFacts['schedule']['weekly'][number]) {
  return telehealth || locationId !== null || mostAppointments !== null
}

function begunIn(interval: Interval, busy: readonly Busy[]): number {
  return busy.filter((each) => each.start >= interval.start && each.start < interval.end).length
}

function keepInside(free: Free, open: readonly Interval[], board: Board): void {
  keepOnly(
    free,
    open.map((each) => startsInside(each, board.length)),
    board,
  )
}

/** Takes away all starts that are in none of the ranges: sorted and non-overlapping. */
export function keepOnly(free: Free, ranges: readonly Interval[], { indexAt }: Board): void {
  let done = 0
  for (const { start, end } of ranges) {
    if (end <= start) continue
    free.fill(0, done, Math.max(done, indexAt(start)))
    done = Math.max(done, indexAt(end))
  }
  free.fill(0, done)
}

function strike(free: Free, { start, end }: Interval, { indexAt }: Board): void {
  free.fill(0, indexAt(start), indexAt(end))
}
