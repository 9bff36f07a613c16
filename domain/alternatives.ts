import { isLeaving } from './clash.ts'
import { type Instant, type Interval, MINUTE, overlaps } from './interval.ts'
import type { Slot, SlotFacts, SlotRequest } from './slots/request.ts'
import { findSlots } from './slots.ts'

/** What was wanted and refused. */
export interface AlternativesRequest extends Interval {
  readonly therapistId: string
  readonly roomId?: string
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly online: boolean
  readonly leaving?: ReadonlySet<string>
  /** It was refused for another reason than what is there: where it is free, it comes before all others. */
  readonly mayBeFree?: boolean
}

const ENOUGH = 2

/**
 * What to offer instead of a refused slot, at most `count` in all: the wanted time in another room, the nearest times with
 * the same therapist, another therapist at the wanted time; the nearest with anybody where these are not two. `facts` holds
 * everybody and every room that may be offered.
 */
export function alternativesTo(
  wanted: AlternativesRequest,
  facts: SlotFacts,
  window: Interval,
  now: Instant,
  count = 4,
): Slot[] {
  const request = requestFor(wanted, facts, window)
  const isRefused = (slot: Slot) => !wanted.mayBeFree && slot.start === wanted.start && slot.roomId === wanted.roomId
  const same = facts.therapists.filter((each) => each.id === wanted.therapistId)
  const others = facts.therapists.filter((each) => each.id !== wanted.therapistId)
  const atTheTime = { ...request, window: { start: wanted.start, end: wanted.end } }
  const [substitute] = nearestFits(atTheTime, { ...facts, therapists: others }, now, 1)
  const nearest = nearestFits(request, { ...facts, therapists: same }, now, count + 2).filter(
    (each) => !isRefused(each) && !standsAlready(each, wanted, facts),
  )
  const found = substitute ? [...nearest.slice(0, count - 1), substitute] : nearest.slice(0, count)
  if (found.length >= ENOUGH) return found
  const anybody = nearestFits(request, { ...facts, therapists: others }, now, count)
  return [...found, ...anybody.filter((each) => each.start !== substitute?.start)].slice(0, count)
}

/** Whether what is to be moved has that very place now. */
function standsAlready(slot: Slot, wanted: AlternativesRequest, { therapists, rooms }: SlotFacts): boolean {
  const taken = [...therapists, ...rooms].filter(({ id }) => id === slot.therapistId || id === slot.roomId)
  return taken.every(({ busy }) =>
    busy.some((each) => isLeaving(wanted, each) && each.start === slot.start && each.end === slot.end),
  )
}

/** The slots that start nearest to the time wanted, none of them over another with the same therapist. */
function nearestFits(request: NearRequest, facts: SlotFacts, now: Instant, count: number): Slot[] {
  const { slots } = findSlots({ ...request, order: 'nearest', first: Infinity }, facts, now)
  const found: Slot[] = []
  for (const slot of slots) {
    if (found.length === count) break
    if (!found.some((each) => each.therapistId === slot.therapistId && overlaps(each, slot))) found.push(slot)
  }
  return found
}

/** A request for slots near a time. */
interface NearRequest extends Omit<SlotRequest, 'order' | 'first'> {
  readonly near: Instant
}

function requestFor(wanted: AlternativesRequest, { type }: SlotFacts, window: Interval): NearRequest {
  const asksOfRoom = type.requiredFeatures.length > 0 || type.minCapacity > 1
  return {
    window,
    near: wanted.start,
    minutes: (wanted.end - wanted.start) / MINUTE,
    bufferBeforeMinutes: wanted.bufferBeforeMinutes,
    bufferAfterMinutes: wanted.bufferAfterMinutes,
    online: wanted.online,
    needsRoom: wanted.roomId !== undefined || (type.needsRoom && asksOfRoom),
    preferRoomId: wanted.roomId,
    leaving: wanted.leaving,
  }
}
