import { type Interval, intersect, merge, subtract } from './interval.ts'
import { addDays, datesOf, instantOf, type LocalTime, localDateOf, weekdayOf } from './zone.ts'

/** Hours kept every week on the wall clock of the clinic's zone. */
export interface WeeklyHours {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly startTime: LocalTime
  readonly endTime: LocalTime
}

/** When a resource with these hours is open within the window: sorted and non-overlapping. */
export function openIntervals(hours: readonly WeeklyHours[], window: Interval, zone: string): Interval[] {
  const open: Interval[] = []
  for (const date of datesOf(window, zone)) {
    const weekday = weekdayOf(date)
    for (const block of hours) {
      if (block.weekday !== weekday) continue
      const day = { start: instantOf(date, block.startTime, zone), end: instantOf(date, block.endTime, zone) }
      const inside = intersect(day, window)
      if (inside) open.push(inside)
    }
  }
  return merge(open)
}

/** When it is open and not away. */
export function availableIntervals(
  hours: readonly WeeklyHours[],
  away: readonly Interval[],
  window: Interval,
  zone: string,
): Interval[] {
  return subtract(openIntervals(hours, window, zone), away)
}

/** From midnight of the date `daysBefore` the instant to midnight after the date `daysAfter` it. */
export function daysAround(interval: Interval, daysBefore: number, daysAfter: number, zone: string): Interval {
  return {
    start: instantOf(addDays(localDateOf(interval.start, zone), -daysBefore), '00:00', zone),
    end: instantOf(addDays(localDateOf(interval.end, zone), daysAfter + 1), '00:00', zone),
  }
}
