import { type Closure, openTime } from './availability.ts'
import type { ResourceFacts } from './booking.ts'
import { contains, type Instant, type Interval, MINUTE, merge, overlaps, subtract, widen } from './interval.ts'
import { snapToStep } from './zone.ts'

/** A slot that could be booked instead: when, with whom, where. */
export interface Alternative extends Interval {
  readonly therapistId: string
  readonly roomId?: string
}

export interface AlternativesRequest extends Interval {
  readonly therapistId: string
  readonly roomId?: string
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
}

export interface AlternativesFacts {
  readonly zone: string
  readonly stepMinutes: number
  readonly window: Interval
  readonly closures: readonly Closure[]
  readonly clientBusy: readonly Interval[]
  /** The wanted therapist first, then the others in the clinic's order; active ones only. */
  readonly therapists: readonly ResourceFacts[]
  /** The wanted room first. Empty when no room is asked for. */
  readonly rooms: readonly ResourceFacts[]
}

/**
 * What to offer instead of a refused slot: another therapist at the wanted time, then the nearest starts with the
 * wanted therapist, at most `count` in all. Every one of them keeps all soft rules.
 */
export function alternativesTo(
  request: AlternativesRequest,
  facts: AlternativesFacts,
  now: Instant,
  count = 4,
): Alternative[] {
  const wanted = facts.therapists.find((each) => each.id === request.therapistId)
  const others = facts.therapists.filter((each) => each.id !== request.therapistId)
  const rooms = facts.rooms.map((room) => ({ room, free: freeFor(room, request, facts) }))
  const sameTime = others
    .map((therapist) =>
      fitAt(request.start, therapist.id, freeFor(therapist, request, facts), request, facts, rooms, now),
    )
    .find((found) => found !== undefined)
  const sameTherapist = wanted ? nearest(wanted, request, facts, rooms, now, count) : []
  return [...sameTherapist.slice(0, sameTime ? count - 1 : count), ...(sameTime ? [sameTime] : [])]
}

interface RoomWithFree {
  readonly room: ResourceFacts
  readonly free: readonly Interval[]
}

function nearest(
  therapist: ResourceFacts,
  request: AlternativesRequest,
  facts: AlternativesFacts,
  rooms: readonly RoomWithFree[],
  now: Instant,
  count: number,
): Alternative[] {
  const free = freeFor(therapist, request, facts)
  const starts = startsWithin(free, request, facts).sort(
    (a, b) => Math.abs(a - request.start) - Math.abs(b - request.start) || a - b,
  )
  const found: Alternative[] = []
  for (const start of starts) {
    if (found.some((each) => overlaps(each, { start, end: start + (request.end - request.start) }))) continue
    const fit = fitAt(start, therapist.id, free, request, facts, rooms, now)
    if (fit) found.push(fit)
    if (found.length === count) break
  }
  return found
}

function fitAt(
  start: Instant,
  therapistId: string,
  free: readonly Interval[],
  request: AlternativesRequest,
  facts: AlternativesFacts,
  rooms: readonly RoomWithFree[],
  now: Instant,
): Alternative | undefined {
  const slot = { start, end: start + (request.end - request.start) }
  const isWanted = start === request.start && therapistId === request.therapistId
  if (start < now || !free.some((each) => contains(each, slot))) return undefined
  if (facts.clientBusy.some((each) => overlaps(each, slot))) return undefined
  if (rooms.length === 0) return isWanted ? undefined : { ...slot, therapistId }
  const room = rooms.find((each) => each.free.some((open) => contains(open, slot)))
  return room ? { ...slot, therapistId, roomId: room.room.id } : undefined
}

/** Where a start leaves both its own buffers and its neighbours' kept. */
function freeFor(resource: ResourceFacts, request: AlternativesRequest, facts: AlternativesFacts): Interval[] {
  const open = subtract(openTime(resource, facts.closures, facts.window, facts.zone), resource.away)
  const taken = resource.busy.map((each) =>
    widen(
      each,
      Math.max(each.bufferBeforeMinutes, request.bufferAfterMinutes),
      Math.max(each.bufferAfterMinutes, request.bufferBeforeMinutes),
    ),
  )
  return subtract(open, merge(taken))
}

function startsWithin(free: readonly Interval[], request: AlternativesRequest, facts: AlternativesFacts): Instant[] {
  const step = facts.stepMinutes * MINUTE
  const length = request.end - request.start
  const starts: Instant[] = []
  for (const piece of free) {
    let start = snapToStep(piece.start, facts.stepMinutes, facts.zone)
    if (start < piece.start) start += step
    for (; start + length <= piece.end; start += step) starts.push(start)
  }
  return starts
}
