import { isShown, type PublishStatus, type SessionStatus, statusOnceMoved } from './event.ts'
import { type Instant, type Interval, MINUTE } from './interval.ts'
import type { SeriesScope } from './series.ts'
import { type Floating, floatingOf, instantOfFloating } from './zone.ts'

/** A session as it stands. */
export interface StandingSession {
  readonly originalStartsAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly status: SessionStatus
  readonly publishStatus: PublishStatus
  readonly event: { readonly publishStatus: PublishStatus }
}

/** How the sessions to come of an event stand to its rule. */
export interface EventTimes {
  readonly zone: string
  readonly minutes: number
  readonly shiftMinutes: number
}

/** Those that are to take place and have not begun. */
export function toCome<Standing extends StandingSession>(sessions: readonly Standing[], now: Instant): Standing[] {
  return sessions.filter((each) => each.status !== 'cancelled' && each.startsAt >= now)
}

/** Those a change is for. What has begun or is cancelled is left alone, but for the one that the change is about. */
export function sessionsTouched<Standing extends StandingSession>(
  sessions: readonly Standing[],
  pivot: Standing,
  scope: SeriesScope,
  now: Instant,
): Standing[] {
  const others = scope === 'this' ? [] : toCome(sessions, now)
  const since = scope === 'all' ? -Infinity : pivot.originalStartsAt
  return sessions.filter((each) => each === pivot || (others.includes(each) && each.originalStartsAt >= since))
}

/** When the occurrence that the rule starts then takes place, as the event goes on now. */
export function timeOf(original: Instant, { zone, minutes, shiftMinutes }: EventTimes): Interval {
  const start =
    shiftMinutes === 0 ? original : instantOfFloating(floatingOf(original, zone) + shiftMinutes * MINUTE, zone)
  return { start, end: start + minutes * MINUTE }
}

/** Whether somebody gave it a time of its own, other than its event says. */
export function hasOwnTime(session: StandingSession, times: EventTimes): boolean {
  const { start, end } = timeOf(session.originalStartsAt, times)
  return session.startsAt !== start || session.endsAt !== end
}

/** By how many minutes on the wall clock an occurrence begins later than its rule says. */
export function shiftOf(original: Instant, startsAt: Instant, zone: string): number {
  return Math.round((floatingOf(startsAt, zone) - floatingOf(original, zone)) / MINUTE)
}

/** Where a session stands once it begins then: one that the public saw elsewhere is told as moved. */
export function statusAt(session: StandingSession, startsAt: Instant): SessionStatus {
  return startsAt === session.startsAt ? session.status : statusOnceMoved(session.status, isShown(session))
}

const DAY = 24 * 60 * MINUTE

/** The days left out, at the hour at which the event begins from now on: without it they would leave nothing out. */
export function exceptedFrom(excepted: readonly Floating[], startsAt: Instant, zone: string): Instant[] {
  const begins = floatingOf(startsAt, zone)
  const sinceMidnight = begins - Math.floor(begins / DAY) * DAY
  return excepted.map((each) => instantOfFloating(Math.floor(each / DAY) * DAY + sinceMidnight, zone))
}
