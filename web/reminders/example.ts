import { type Instant, MINUTE } from '../../domain/interval.ts'
import { nearestAllowed, nextAllowed } from '../../domain/leaving-hours.ts'
import { addDays, instantOf, localDateOf, weekdayOf } from '../../domain/zone.ts'
import { minutesOf, offsetProblem } from './offset.ts'
import type { NoticeEntries, PolicyEntries } from './policy-entries.ts'

/** An appointment that might be, for which the policy is told. */
export interface Example {
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number
  /** On the clinic's clock, `09:00`. */
  readonly time: string
}

/** Takes as long as most do. */
const EXAMPLE_MINUTES = 50

/** When the message leaves for the example, and when it would if it might at any hour. */
export interface ExampleTime {
  readonly due: Instant
  /** Undefined when it never does. */
  readonly leaves: Instant | undefined
}

/** Undefined where nothing can be said: for what is sent at once, and while an entry is wrong. */
export function exampleTime(
  notice: NoticeEntries,
  hours: Pick<PolicyEntries, 'leaveFrom' | 'leaveUntil' | 'weekends'>,
  startsAt: Instant,
  zone: string,
): ExampleTime | undefined {
  if (!notice.offset || offsetProblem(notice.offset) || !(hours.leaveFrom < hours.leaveUntil)) return undefined
  const offset = minutesOf(notice.offset) * MINUTE
  if (notice.kind === 'FOLLOW_UP') {
    const due = startsAt + EXAMPLE_MINUTES * MINUTE + offset
    return { due, leaves: nextAllowed(due, hours, zone) }
  }
  const due = startsAt - offset
  return { due, leaves: nearestAllowed(due, { startsAt, now: Number.NEGATIVE_INFINITY }, hours, zone) }
}

/** The first such weekday after a week from now. */
export function exampleStart({ weekday, time }: Example, now: Instant, zone: string): Instant {
  const from = addDays(localDateOf(now, zone), 7)
  const days = (weekday - weekdayOf(from) + 7) % 7
  return instantOf(addDays(from, days), time || '09:00', zone)
}
