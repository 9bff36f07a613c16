import type { BookingRequest, Busy } from './booking-facts.ts'
import { type Interval, overlaps, widen } from './interval.ts'

/** The first thing that takes the same time and stays. */
export function clashOf(request: BookingRequest, busy: readonly Busy[]): Busy | undefined {
  return busy.find((each) => !isLeaving(request, each) && overlaps(each, request))
}

/** Whether it is about to give up its time, so that it does not stand in the way. */
export function isLeaving({ leaving }: Pick<BookingRequest, 'leaving'>, busy: Busy): boolean {
  if (!leaving) return false
  const id = busy.appointmentId ?? busy.holdId ?? busy.sessionId
  return id != null && leaving.has(id)
}

/** A neighbour that keeps, or is kept, too little distance: either one's buffer reaches into the other. */
export function bufferClashOf(request: BookingRequest, busy: readonly Busy[]): Busy | undefined {
  const wide = widen(request, request.bufferBeforeMinutes, request.bufferAfterMinutes)
  return busy.find(
    (each) =>
      !isLeaving(request, each) &&
      (overlaps(each, wide) || overlaps(widen(each, each.bufferBeforeMinutes, each.bufferAfterMinutes), request)),
  )
}

/** How many appointments begin in the interval and stay. */
export function beginningIn(interval: Interval, request: BookingRequest, busy: readonly Busy[]): number {
  const begins = (each: Busy) => each.start >= interval.start && each.start < interval.end
  return busy.filter((each) => begins(each) && each.sessionId == null && !isLeaving(request, each)).length
}
