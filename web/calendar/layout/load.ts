import { type Interval, intersect, MINUTE, merge } from '../../../domain/interval.ts'

export interface Load {
  readonly bookedMinutes: number
  readonly openMinutes: number
}

/** How much of a resource's open time on a day is taken. Time booked twice is one time; time after hours counts as booked. */
export function loadOf(day: Interval, booked: readonly Interval[], open: readonly Interval[]): Load {
  return { bookedMinutes: minutesWithin(day, booked), openMinutes: minutesWithin(day, open) }
}

/** `6 h · 82%`, or `6 h` on a day without open hours. */
export function describeLoad(load: Load): string {
  const hours = Math.round((load.bookedMinutes / 60) * 10) / 10
  if (load.openMinutes === 0) return load.bookedMinutes === 0 ? 'Closed' : `${hours} h`
  return `${hours} h · ${Math.round((load.bookedMinutes / load.openMinutes) * 100)}%`
}

function minutesWithin(day: Interval, intervals: readonly Interval[]): number {
  const within = intervals.map((each) => intersect(each, day)).filter((each) => each !== undefined)
  return merge(within).reduce((sum, each) => sum + (each.end - each.start) / MINUTE, 0)
}
