import { type Instant, type Interval, MINUTE, overlaps } from './interval.ts'
import type { BookingProblem, BookingProblemCode } from './problem.ts'
import { formatDate, formatTime } from './zone.ts'

export const timeOffStatuses = ['requested', 'approved', 'denied', 'withdrawn'] as const
export type TimeOffStatus = (typeof timeOffStatuses)[number]

export const timeOffReasons = ['vacation', 'sick', 'conference', 'personal', 'other'] as const
export type TimeOffReason = (typeof timeOffReasons)[number]

const next: Record<TimeOffStatus, readonly TimeOffStatus[]> = {
  requested: ['approved', 'denied', 'withdrawn'],
  approved: ['withdrawn'],
  denied: [],
  withdrawn: [],
}

/** Whether time off may go from one status to the other. */
export function timeOffMayBecome(from: TimeOffStatus, to: TimeOffStatus): boolean {
  return next[from].includes(to)
}

const LONGEST_DAYS = 366
const FURTHEST_YEARS = 5
const DAY = 24 * 60 * MINUTE

/** What is wrong with an interval somebody wants off; undefined when it may be asked for. */
export function timeOffIntervalProblem(wanted: Interval, now: Instant): BookingProblem | undefined {
  const refuse = (code: BookingProblemCode, message: string, path: string): BookingProblem => ({
    ...{ code, message, path: ['input', path], start: wanted.start, end: wanted.end },
    overridable: false,
  })
  if (wanted.end <= wanted.start) return refuse('INVALID_INTERVAL', 'Time off must end after it starts.', 'endsAt')
  if (wanted.start % MINUTE !== 0 || wanted.end % MINUTE !== 0)
    return refuse('INVALID_INTERVAL', 'Time off starts and ends on a full minute.', 'startsAt')
  if (wanted.end - wanted.start > LONGEST_DAYS * DAY)
    return refuse('INVALID_INTERVAL', `Time off lasts at most ${LONGEST_DAYS} days.`, 'endsAt')
  if (wanted.start - now > FURTHEST_YEARS * 366 * DAY)
    return refuse('INVALID_INTERVAL', `The book reaches ${FURTHEST_YEARS} years ahead.`, 'startsAt')
  if (wanted.end <= now) return refuse('IN_THE_PAST', 'That time is already past.', 'endsAt')
  return undefined
}

/** A time off as the rules about others need it. */
export interface TimeOffSpan extends Interval {
  readonly status: TimeOffStatus
}

/**
 * Why the same resource may not have that time off once more; undefined when free. Nobody asks twice for a time, but what
 * is only asked for hinders nobody from being ill meanwhile: it waits for its answer as before.
 */
export function overlapProblem(
  wanted: TimeOffSpan,
  resource: { readonly id: string; readonly name: string },
  others: readonly TimeOffSpan[],
  zone: string,
): BookingProblem | undefined {
  const hindering: readonly TimeOffStatus[] = wanted.status === 'approved' ? ['approved'] : ['requested', 'approved']
  const other = others.find((each) => hindering.includes(each.status) && overlaps(each, wanted))
  if (!other) return undefined
  const has = other.status === 'approved' ? 'is already away' : 'has already asked for time off'
  return {
    code: 'ON_TIME_OFF',
    message: `${resource.name} ${has} from ${spell(other.start, zone)} until ${spell(other.end, zone)}.`,
    path: ['input', 'startsAt'],
    resourceId: resource.id,
    start: other.start,
    end: other.end,
    overridable: false,
  }
}

/** How long after an approval everything it did can be put back in one go. */
export const UNDO_HOURS = 24

/** Whether what an approval did may still be put back: clients who were told since must be able to rely on it. */
export function mayUndo(decidedAt: Instant | null, now: Instant): boolean {
  return decidedAt !== null && now - decidedAt <= UNDO_HOURS * 60 * MINUTE
}

/** What is needed to tell whether an appointment stands where its therapist or room is away. */
export interface Standing extends Interval {
  readonly therapistId: string
  readonly roomId: string | null
  readonly overriddenRules: readonly BookingProblemCode[]
}

/**
 * Whether an appointment stands on approved time off of its therapist or room, and nobody said that it should. The time
 * off is given by resource.
 */
export function isOnTimeOff(standing: Standing, away: ReadonlyMap<string, readonly Interval[]>): boolean {
  if (standing.overriddenRules.includes('ON_TIME_OFF')) return false
  return [standing.therapistId, standing.roomId].some(
    (id) => id !== null && away.get(id)?.some((each) => overlaps(each, standing)),
  )
}

/** The reason of a cancellation that the absence brings about. */
export function cancellationReasonOf(
  kind: 'therapist' | 'room',
  reason: TimeOffReason,
): 'provider_ill' | 'provider_leave' | 'administrative' {
  if (kind === 'room') return 'administrative'
  return reason === 'sick' ? 'provider_ill' : 'provider_leave'
}

function spell(instant: Instant, zone: string): string {
  return `${formatDate(instant, zone)}, ${formatTime(instant, zone)}`
}
