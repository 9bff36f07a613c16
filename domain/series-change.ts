import type { Instant, Interval } from './interval.ts'
import type { SeriesScope } from './series.ts'
import { type AppointmentStatus, isMovable } from './status.ts'
import { floatingOf, instantOfFloating } from './zone.ts'

/** An appointment of a series as it stands. */
export interface StandingOccurrence {
  readonly id: string
  readonly status: AppointmentStatus
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly originalStartsAt: Instant | null
  readonly therapistId: string
  readonly roomId: string | null
}

/** What is asked for one appointment, and with it for others. */
export interface WantedChange {
  readonly startsAt?: Instant | null
  readonly endsAt?: Instant | null
  readonly therapistId?: string | null
  /** Absent keeps the room, null takes none. */
  readonly roomId?: string | null
}

/** Those the change is for. What is past or has ended is left alone, whatever the scope. */
export function touchedBy<Standing extends StandingOccurrence>(
  standing: readonly Standing[],
  pivot: Standing,
  scope: SeriesScope,
  now: Instant,
): Standing[] {
  if (scope === 'this') return isMovable(pivot.status) ? [pivot] : []
  const since = scope === 'all' ? -Infinity : pivot.originalStartsAt!
  return standing.filter((each) => isMovable(each.status) && each.startsAt >= now && each.originalStartsAt! >= since)
}

/** How much the time on the wall changes, and how long each lasts from now on when that changes. */
export interface TimeChange {
  readonly shift: number
  readonly minutes: number | undefined
}

/** The change of time asked for: from the start its series gave the appointment to the start it is to have. */
export function timeChangeOf(pivot: StandingOccurrence, wanted: WantedChange, zone: string): TimeChange {
  const startsAt = wanted.startsAt ?? pivot.startsAt
  const length = (wanted.endsAt ?? startsAt + (pivot.endsAt - pivot.startsAt)) - startsAt
  const isMoved = startsAt !== pivot.startsAt
  return {
    shift: isMoved ? floatingOf(startsAt, zone) - floatingOf(pivot.originalStartsAt!, zone) : 0,
    minutes: length === pivot.endsAt - pivot.startsAt ? undefined : length / 60_000,
  }
}

/** Whether somebody gave it a time of its own, other than its series says. */
function hasOwnTime(each: StandingOccurrence, seriesMinutes: number): boolean {
  return each.startsAt !== each.originalStartsAt || each.endsAt - each.startsAt !== seriesMinutes * 60_000
}

/** Where an occurrence is to stand: the one that was changed as asked, the others with the same shift of the clock. */
export function placeWanted(
  each: StandingOccurrence,
  pivot: StandingOccurrence,
  wanted: WantedChange,
  change: TimeChange,
  series: { readonly minutes: number; readonly zone: string },
): Interval & Pick<StandingOccurrence, 'therapistId' | 'roomId'> {
  return {
    ...timeWanted(each, pivot, wanted, change, series),
    therapistId: wanted.therapistId ?? each.therapistId,
    roomId: wanted.roomId === undefined ? each.roomId : wanted.roomId,
  }
}

function timeWanted(
  each: StandingOccurrence,
  pivot: StandingOccurrence,
  wanted: WantedChange,
  { shift, minutes }: TimeChange,
  series: { readonly minutes: number; readonly zone: string },
): Interval {
  const length = minutes === undefined ? each.endsAt - each.startsAt : minutes * 60_000
  if (each === pivot) {
    const start = wanted.startsAt ?? each.startsAt
    return { start, end: start + length }
  }
  if (hasOwnTime(each, series.minutes)) return { start: each.startsAt, end: each.endsAt }
  const start = instantOfFloating(floatingOf(each.startsAt, series.zone) + shift, series.zone)
  return { start, end: start + length }
}
