import { type Instant, MINUTE } from './interval.ts'
import type { ReminderPolicy } from './reminder-policy.ts'
import { addDays, instantOf, type LocalDate, localDateOf, weekdayOf } from './zone.ts'

type Hours = Pick<ReminderPolicy, 'leaveFrom' | 'leaveUntil' | 'weekends'>

/** No more days than that lie between two on which messages may leave. */
const FARTHEST_DAYS = 3
/** What was meant to be read well before the start is worth nothing shortly before it. */
const LEAST_LEAD = 30 * MINUTE

/** Whether a message may leave then, by the clock on the wall in `zone`. */
export function mayLeave(at: Instant, hours: Hours, zone: string): boolean {
  const open = hoursOn(localDateOf(at, zone), hours, zone)
  return open !== undefined && open.start <= at && at < open.end
}

/** The first instant, from then on, at which a message may leave. */
export function nextAllowed(from: Instant, hours: Hours, zone: string): Instant {
  for (let days = 0; days <= FARTHEST_DAYS; days++) {
    const open = hoursOn(addDays(localDateOf(from, zone), days), hours, zone)
    if (open && from < open.end) return Math.max(from, open.start)
  }
  throw new RangeError('there are no hours in which messages may leave')
}

/** The last whole minute, until then, at which a message may leave. */
export function lastAllowed(until: Instant, hours: Hours, zone: string): Instant {
  for (let days = 0; days <= FARTHEST_DAYS; days++) {
    const open = hoursOn(addDays(localDateOf(until, zone), -days), hours, zone)
    if (open && open.start <= until) return Math.min(until, open.end - MINUTE)
  }
  throw new RangeError('there are no hours in which messages may leave')
}

interface Reminded {
  readonly startsAt: Instant
  /** Nothing leaves in the past. */
  readonly now: Instant
}

/**
 * When a reminder leaves that is due then: the nearest time before the appointment at which it may, earlier or later; not
 * in the last half hour, unless it was meant for it. Undefined when there is none any more.
 */
export function nearestAllowed(
  due: Instant,
  { startsAt, now }: Reminded,
  hours: Hours,
  zone: string,
): Instant | undefined {
  const latest = Math.max(due, startsAt - LEAST_LEAD)
  const near = [lastAllowed(due, hours, zone), nextAllowed(due, hours, zone)]
  return near
    .filter((at) => at >= now && at <= latest && at < startsAt)
    .sort((a, b) => Math.abs(a - due) - Math.abs(b - due))[0]
}

/** When a message may leave on that date; undefined when it may not at all. */
function hoursOn(date: LocalDate, { leaveFrom, leaveUntil, weekends }: Hours, zone: string) {
  if (!weekends && weekdayOf(date) > 5) return undefined
  return { start: instantOf(date, leaveFrom, zone), end: instantOf(date, leaveUntil, zone) }
}
