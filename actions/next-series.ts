import { v7 as uuidv7 } from 'uuid'
import type { Appointment } from '../db/queries/book.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { insertSeries, type SeriesRow, updateSeries } from '../db/queries/series.ts'
import { giveClashes } from '../db/queries/series-clashes.ts'
import type { Instant } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import type { TimeChange } from '../domain/series-change.ts'
import { endedBefore, restOf } from '../domain/series-rest.ts'
import { seriesEntry } from './series-log.ts'
import type { SeriesChange } from './series-under-change.ts'

/** What becomes of the series itself: nothing, another version, or an end and another series that goes on. */
export interface NextSeries {
  readonly kind: 'same' | 'rewritten' | 'split'
  readonly after: SeriesRow
  /** The series as it ends, when another goes on. */
  readonly ended?: SeriesRow
  /** The first start that the change is for; those before it keep theirs. */
  readonly since: Instant
  readonly shifted: (original: Instant) => Instant
}

/** What the series says once the change is made. The past keeps the series it had: where it is to say another thing, it ends. */
export function nextSeries(change: SeriesChange, time: TimeChange): NextSeries | { readonly problem: BookingProblem } {
  const { input, series, touched, standing, pivot, now } = change
  if (input.scope === 'this') return unchanged(series)
  const from = input.scope === 'all' ? now : pivot.originalStartsAt!
  const since = Math.min(...touched.map((each) => each.originalStartsAt!).filter((each) => each >= from))
  if (since === Infinity) return unchanged(series)
  const asked = askedOf(change, time)
  if (time.shift === 0 && saysTheSame(series, asked)) return unchanged(series)
  const next = { ...series, ...asked, version: series.version + 1 }
  const stays = (each: Appointment) => !touched.includes(each) || each.originalStartsAt! < since
  const splits = (input.scope === 'this_and_following' || time.shift !== 0) && standing.some(stays)
  if (!splits && time.shift === 0) return { kind: 'rewritten', after: next, since: Infinity, shifted: same }
  const rest = restOf(series, since, time.shift)
  if ('problem' in rest) return { problem: unshiftable(rest.problem) }
  const after = { ...next, ...rest.recurrence }
  if (!splits) return { kind: 'rewritten', after, since, shifted: rest.shifted }
  const ended = { ...series, ...endedBefore(series, since), version: series.version + 1 }
  return { kind: 'split', after: { ...after, id: uuidv7(), version: 1 }, ended, since, shifted: rest.shifted }
}

function unchanged(series: SeriesRow): NextSeries {
  return { kind: 'same', after: series, since: Infinity, shifted: same }
}

function unshiftable(message: string): BookingProblem {
  return { code: 'INVALID_INTERVAL', message, path: ['input', 'startsAt'], overridable: false }
}

function saysTheSame(series: SeriesRow, asked: ReturnType<typeof askedOf>): boolean {
  const { therapistId, roomId, minutes } = series
  const isSamePlace = asked.therapistId === therapistId && asked.roomId === roomId
  return isSamePlace && asked.minutes === minutes && asked.override === undefined
}

function same(original: Instant): Instant {
  return original
}

function askedOf({ input, series, override }: SeriesChange, time: TimeChange) {
  return {
    therapistId: input.therapistId ?? series.therapistId,
    roomId: input.roomId === undefined ? series.roomId : input.roomId,
    minutes: time.minutes ?? series.minutes,
    ...(override.codes.size > 0 && { override: [...override.codes], overrideReason: override.reason }),
  }
}

/** Writes what the series says now, and tells both logs. */
export async function writeNextSeries(change: SeriesChange, next: NextSeries): Promise<LogEntry[]> {
  const { context, trx, now, series } = change
  const { clinicId } = context.caller
  if (next.kind === 'same') return []
  if (!next.ended) {
    await updateSeries(trx, clinicId, next.after, now)
    return [seriesEntry('change series', series, next.after)]
  }
  await updateSeries(trx, clinicId, next.ended, now)
  await insertSeries(trx, clinicId, next.after, now)
  await giveClashes(trx, clinicId, series.id, next.after.id, next.since)
  return [seriesEntry('end series', series, next.ended), seriesEntry('continue series', undefined, next.after)]
}
