import type { Interval } from './interval.ts'
import { type BookingProblem, type BookingProblemCode, isOverridable } from './problem.ts'
import { dayInterval, formatDate, formatTime, localDateOf } from './zone.ts'

/** A problem with where it lies; whether it may be overridden is the clinic's to say. */
export function problem(
  facts: { readonly allowsOverbooking: boolean },
  code: BookingProblemCode,
  message: string,
  where: { interval?: Interval; path?: string[]; resourceId?: string },
): BookingProblem {
  return {
    code,
    message,
    path: where.path,
    resourceId: where.resourceId,
    start: where.interval?.start,
    end: where.interval?.end,
    overridable: isOverridable(code, facts.allowsOverbooking),
  }
}

/** The interval as it is read aloud, `Tue, Mar 10, 9:00 AM to 9:50 AM`; a whole day is only `Tue, Mar 10`. */
export function spell(interval: Interval, zone: string): string {
  const day = formatDate(interval.start, zone)
  const whole = dayInterval(localDateOf(interval.start, zone), zone)
  if (whole.start === interval.start && whole.end === interval.end) return day
  const lastDay = formatDate(interval.end, zone)
  const end = formatTime(interval.end, zone)
  return `${day}, ${formatTime(interval.start, zone)} to ${lastDay === day ? end : `${lastDay}, ${end}`}`
}
