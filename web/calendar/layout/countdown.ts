import { type Instant, MINUTE } from '../../../domain/interval.ts'

const SECOND = 1000

/** `4 min`, and `59 s` in the last minute. A minute begun counts, so that the last thing said of it is `1 s`. */
export function timeLeft(until: Instant, now: Instant): string {
  const left = Math.max(0, until - now)
  return left > MINUTE ? `${Math.ceil(left / MINUTE)} min` : `${Math.ceil(left / SECOND)} s`
}

/** The same as it is read aloud, which is not told anew every second: `less than a minute`. */
export function timeLeftSpoken(until: Instant, now: Instant): string {
  const left = until - now
  if (left <= MINUTE) return 'less than a minute'
  return `${Math.ceil(left / MINUTE)} minutes`
}

/** When what is said of any of them changes next; undefined when all are over. */
export function nextTick(ends: readonly Instant[], now: Instant): Instant | undefined {
  const ticks = ends.filter((end) => end > now).map((end) => tickOf(end, now))
  return ticks.length === 0 ? undefined : Math.min(...ticks)
}

function tickOf(end: Instant, now: Instant): Instant {
  const left = end - now
  const unit = left > MINUTE ? MINUTE : SECOND
  return end - (Math.ceil(left / unit) - 1) * unit
}
