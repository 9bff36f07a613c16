import { type Instant, MINUTE } from './interval.ts'
import type { Slot } from './slots/request.ts'
import { localDateOf, wallClock } from './zone.ts'

const DAY = 24 * 60 * MINUTE

/** The wall-clock time in minutes since midnight. */
function minutesOf(instant: Instant, zone: string): number {
  const [hours, minutes] = wallClock(instant, zone).time.split(':').map(Number)
  return hours! * 60 + minutes!
}

/**
 * So many of the slots to offer instead of a time, soonest first: on the days nearest to it, one a day and as near as can be
 * to its time of day, before a second on any day. Those that would take each other's time are not offered together.
 */
export function chooseOffers(slots: readonly Slot[], instead: Instant, zone: string, count: number): Slot[] {
  const wanted = minutesOf(instead, zone)
  const distance = (slot: Slot) => Math.abs(minutesOf(slot.start, zone) - wanted)
  const days = Map.groupBy(slots, (slot) => localDateOf(slot.start, zone))
  const queues = [...days.values()]
    .map((ofDay) => ofDay.toSorted((a, b) => distance(a) - distance(b) || a.start - b.start))
    .sort((a, b) => awayFrom(a[0]!, instead) - awayFrom(b[0]!, instead) || a[0]!.start - b[0]!.start)
  const chosen: Slot[] = []
  for (let isMore = true; isMore && chosen.length < count; ) {
    isMore = false
    for (const queue of queues) {
      const next = nextApart(queue, chosen)
      if (!next || chosen.length === count) continue
      chosen.push(next)
      isMore = true
    }
  }
  return chosen.sort((a, b) => a.start - b.start)
}

/** Whole days between the slot and the time it is instead of. */
function awayFrom(slot: Slot, instead: Instant): number {
  return Math.round(Math.abs(slot.start - instead) / DAY)
}

/** Takes slots off the queue until one leaves at least its own length between it and those chosen. */
function nextApart(queue: Slot[], chosen: readonly Slot[]): Slot | undefined {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const slot = next
    const length = slot.end - slot.start
    if (chosen.every((each) => Math.abs(each.start - slot.start) >= 2 * length)) return slot
  }
  return undefined
}
