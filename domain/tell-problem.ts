import type { Instant, Interval } from './interval.ts'
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

/** The interval as it is read aloud, `Tue, Mar 10, 9:00 AM to 9:50 AM`; whole days are `Tue, Mar 10` or `Tue, Mar 10 to Fri, Mar 13`. */
export function spell({ start, end }: Interval, zone: string): string {
  const day = formatDate(start, zone)
  const isWhole = isMidnight(start, zone)
  const lastWhole = isMidnight(end, zone) ? formatDate(end - 1, zone) : undefined
  if (isWhole && lastWhole) return lastWhole === day ? day : `${day} to ${lastWhole}`
  const from = `${day}, ${formatTime(start, zone)}`
  const lastDay = formatDate(end, zone)
  if (lastDay === day) return `${from} to ${formatTime(end, zone)}`
  return `${from} to ${lastWhole && lastWhole !== day ? lastWhole : `${lastDay}, ${formatTime(end, zone)}`}`
}

/** When it is over, `Wed, Mar 11, 2:00 PM`; at midnight it is over when that day begins, `Wed, Mar 11`. */
export function spellUntil(end: Instant, zone: string): string {
  const day = formatDate(end, zone)
  return isMidnight(end, zone) ? day : `${day}, ${formatTime(end, zone)}`
}

/** A day, `Sun, Nov 21`, with its year where it is another than this one. */
export function spellDay(instant: Instant, now: Instant, zone: string): string {
  const [year, thisYear] = [localDateOf(instant, zone).slice(0, 4), localDateOf(now, zone).slice(0, 4)]
  return `${formatDate(instant, zone)}${year === thisYear ? '' : `, ${year}`}`
}

function isMidnight(instant: Instant, zone: string): boolean {
  return dayInterval(localDateOf(instant, zone), zone).start === instant
}
