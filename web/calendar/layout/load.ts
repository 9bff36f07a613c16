import { type Interval, intersect, MINUTE, merge, subtract } from '../../../domain/interval.ts'

export interface Load {
  readonly bookedMinutes: number
  readonly openMinutes: number
}

/** How much of a resource's open time on a day is taken. Time booked twice is one time; time after hours counts as booked. */
export function loadOf(day: Interval, booked: readonly Interval[], open: readonly Interval[]): Load {
  return { bookedMinutes: minutesWithin(day, booked), openMinutes: minutesWithin(day, open) }
}

/** What leave leaves of the open hours of a day. */
export function openBesideLeave(day: Interval, open: readonly Interval[], leave: readonly Interval[]): Interval[] {
  return subtract(within(day, open), leave)
}

/** `6 h · 82%`, or `6 h` on a day without open hours. */
export function describeLoad(load: Load): string {
  const hours = Math.round((load.bookedMinutes / 60) * 10) / 10
  if (load.openMinutes === 0) return load.bookedMinutes === 0 ? 'Closed' : `${hours} h`
  return `${hours} h · ${Math.round((load.bookedMinutes / load.openMinutes) * 100)}%`
}

function minutesWithin(day: Interval, intervals: readonly Interval[]): number {
  return merge(within(day, intervals)).reduce((sum, each) => sum + (each.end - each.start) / MINUTE, 0)
}

function within(day: Interval, intervals: readonly Interval[]): Interval[] {
  return intervals.map((each) => intersect(each, day)).filter((each) => each !== undefined)
}
