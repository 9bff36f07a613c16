import { type Instant, type Interval, MINUTE } from '../../domain/interval.ts'
import { addDays, dayInterval, type LocalDate, type LocalTime, localDateOf, wallClock } from '../../domain/zone.ts'
import { instantAt } from '../booking/draft.ts'

/** When somebody is away, as entered: dates and times on the clinic's clock. */
export interface LeaveSpan {
  /** Whole days, the last one included; the times are then not asked for. */
  readonly isWhole: boolean
  readonly fromDate: LocalDate
  readonly fromTime: LocalTime
  readonly untilDate: LocalDate
  readonly untilTime: LocalTime
}

/** When it begins and ends; undefined while the entries name no span of time. */
export function intervalOf(span: LeaveSpan, zone: string): Interval | undefined {
  const { fromDate, untilDate } = span
  const start = instantAt(fromDate, span.isWhole ? '00:00' : span.fromTime, zone)
  const last = instantAt(untilDate, span.isWhole ? '00:00' : span.untilTime, zone)
  if (start === undefined || last === undefined) return undefined
  const end = span.isWhole ? dayInterval(untilDate, zone).end : last
  return start < end ? { start, end } : undefined
}

/** Why the entries cannot be sent, by field. */
export function spanProblems(span: LeaveSpan, zone: string): Partial<Record<keyof LeaveSpan, string>> {
  const { isWhole, fromDate, untilDate, fromTime, untilTime } = span
  if (instantAt(fromDate, '00:00', zone) === undefined) return { fromDate: 'Write the first day.' }
  if (instantAt(untilDate, '00:00', zone) === undefined) return { untilDate: 'Write the last day.' }
  if (!isWhole && instantAt(fromDate, fromTime, zone) === undefined) return { fromTime: 'Write the time it begins.' }
  if (!isWhole && instantAt(untilDate, untilTime, zone) === undefined) return { untilTime: 'Write the time it ends.' }
  if (intervalOf(span, zone)) return {}
  if (isWhole || untilDate < fromDate) return { untilDate: 'The last day is before the first.' }
  const isSkipped = fromDate === untilDate && fromTime < untilTime
  return { untilTime: isSkipped ? 'The clocks go forward then: there is no such time.' : 'It ends before it begins.' }
}

/** All of that day. */
export function wholeDay(date: LocalDate): LeaveSpan {
  return { isWhole: true, fromDate: date, fromTime: '09:00', untilDate: date, untilTime: '17:00' }
}

/**
 * What is left of the day from now on: until the last of `busy` (opening hours, appointments) ends, or until midnight
 * where nothing more is to come.
 */
export function restOfDay(now: Instant, busy: readonly Interval[], zone: string): LeaveSpan {
  const date = localDateOf(now, zone)
  const day = dayInterval(date, zone)
  const ends = busy.map((each) => each.end).filter((end) => end > now && end <= day.end)
  const until = wallClock(Math.max(...ends, 0) || day.end, zone)
  const from = wallClock(now - (now % MINUTE), zone)
  return {
    isWhole: false,
    fromDate: date,
    fromTime: from.time,
    untilDate: until.date,
    untilTime: until.time,
  }
}

/** The same time off as it was asked for. */
export function spanOf({ start, end }: Interval, zone: string): LeaveSpan {
  const [from, until] = [wallClock(start, zone), wallClock(end, zone)]
  const isWhole = from.time === '00:00' && until.time === '00:00'
  return {
    isWhole,
    fromDate: from.date,
    fromTime: from.time,
    untilDate: isWhole ? addDays(until.date, -1) : until.date,
    untilTime: until.time,
  }
}

/** Another first day takes a last day that would be before it along. */
export function withFirstDay(span: LeaveSpan, fromDate: LocalDate): Partial<LeaveSpan> {
  return { fromDate, untilDate: span.untilDate < fromDate ? fromDate : span.untilDate }
}
