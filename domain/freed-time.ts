import { type Instant, type Interval, MINUTE, subtract } from './interval.ts'
import { type AppointmentStatus, takesTime } from './status.ts'
import type { FreedCause } from './waitlist-entry.ts'

/** What an appointment takes. */
export interface Taking {
  readonly status: AppointmentStatus
  readonly therapistId: string
  readonly roomId: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface FreedTime extends Interval {
  readonly cause: FreedCause
}

/** Nobody is seen in less. */
const SHORTEST = 15 * MINUTE

/** The time of its therapist that an appointment no longer takes, as far as it is still to come. */
export function freedByChange(before: Taking, after: Taking, now: Instant): FreedTime[] {
  if (!takesTime(before.status)) return []
  const was = { start: before.startsAt, end: before.endsAt }
  const takes = takesTime(after.status) && after.therapistId === before.therapistId
  const left = takes ? subtract([was], [{ start: after.startsAt, end: after.endsAt }]) : [was]
  const cause = after.status === 'noshow' ? 'noshow' : takesTime(after.status) ? 'moved' : 'cancelled'
  return left
    .filter(({ start, end }) => start > now && end - start >= SHORTEST)
    .map((each) => ({ ...each, cause: cause as FreedCause }))
}
