import { type Interval, intersect, merge, overlaps, subtract } from './interval.ts'
import { addDays, datesOf, instantOf, type LocalDate, type LocalTime, localDateOf, weekdayOf } from './zone.ts'

/** A block of hours kept every week on the wall clock of the clinic's zone. */
export interface WeeklyHours {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly startTime: LocalTime
  readonly endTime: LocalTime
  /** The first date on which it is kept; null when it always was. */
  readonly effectiveFrom: LocalDate | null
  /** The last date on which it is kept; null when there is no end. */
  readonly effectiveUntil: LocalDate | null
  /** Where; null when it does not matter. */
  readonly locationId: string | null
  /** Only appointments of types that need no room. */
  readonly telehealth: boolean
  /** How many appointments may begin in the block; null for as many as fit. */
  readonly mostAppointments: number | null
}

/** A date that differs from the week: closed then, or open all the same. `00:00` to `24:00` is the whole day. */
export interface HoursException {
  readonly date: LocalDate
  readonly kind: 'closed' | 'open'
  readonly startTime: LocalTime
  readonly endTime: LocalTime
}

/** Days on which the whole clinic is shut, or those hours of each of them. */
export interface Closure {
  readonly name: string
  readonly startsOn: LocalDate
  /** The last of the days. */
  readonly endsOn: LocalDate
  readonly startTime: LocalTime
  readonly endTime: LocalTime
}

/** When a resource keeps hours: the week, and the dates that differ from it. */
export interface Schedule {
  readonly weekly: readonly WeeklyHours[]
  readonly exceptions: readonly HoursException[]
}

/** Open time of one kind: what is left of a block once exceptions have cut it, within the window asked for. */
export interface OpenBlock extends Interval {
  readonly locationId: string | null
  readonly telehealth: boolean
  readonly mostAppointments: number | null
  /** The block before it was cut: `mostAppointments` counts what begins in it. */
  readonly whole: Interval
}

/** A closure on one day. */
export interface Closed extends Interval {
  readonly name: string
}

/**
 * The blocks of a schedule within the window, by their start. A closed exception cuts the week's blocks; an open one
 * stands beside what is left of them. Closures of the clinic are not taken out.
 */
export function openBlocks(schedule: Schedule, window: Interval, zone: string): OpenBlock[] {
  if (schedule.weekly.length === 0 && schedule.exceptions.length === 0) return []
  const byWeekday = Map.groupBy(schedule.weekly, (each) => each.weekday)
  const byDate = Map.groupBy(schedule.exceptions, (each) => each.date)
  const blocks: OpenBlock[] = []
  for (const date of datesOf(window, zone)) {
    const weekly = byWeekday.get(weekdayOf(date)) ?? []
    const exceptions = byDate.get(date) ?? []
    const closed = exceptions.filter((each) => each.kind === 'closed').map((each) => onDate(date, each, zone))
    for (const block of weekly) {
      if (!isKept(block, date)) continue
      const whole = onDate(date, block, zone)
      for (const left of closed.length > 0 ? subtract([whole], closed) : [whole])
        add(blocks, left, block, whole, window)
    }
    for (const each of exceptions)
      if (each.kind === 'open') {
        const whole = onDate(date, each, zone)
        add(blocks, whole, anything, whole, window)
      }
  }
  return blocks.sort((a, b) => a.start - b.start)
}

/** When a schedule is open within the window and the clinic too: sorted and non-overlapping. */
export function openIntervals(
  schedule: Schedule,
  closures: readonly Closure[],
  window: Interval,
  zone: string,
): Interval[] {
  const open = merge(openBlocks(schedule, window, zone))
  return open.length > 0 && closures.length > 0 ? subtract(open, closedIntervals(closures, window, zone)) : open
}

/** The closures of the clinic within the window, day by day. */
export function closedIntervals(closures: readonly Closure[], window: Interval, zone: string): Closed[] {
  if (closures.length === 0) return []
  return datesOf(window, zone).flatMap((date) =>
    closures
      .filter((each) => each.startsOn <= date && date <= each.endsOn)
      .map((each) => ({ name: each.name, ...onDate(date, each, zone) }))
      // Times that the clocks skip on that date may come out the wrong way round.
      .filter((each) => each.start < each.end && overlaps(each, window)),
  )
}

/** Something that keeps hours. */
export interface Keeper {
  readonly kind: 'therapist' | 'room'
  readonly schedule: Schedule
}

/** Whether it keeps no hours of its own but the clinic's. A therapist without hours is never open. */
export function keepsClinicHours({ kind, schedule }: Keeper): boolean {
  return kind === 'room' && schedule.weekly.length === 0
}

/** When a therapist or a room is open within the window, closures taken out: sorted and non-overlapping. */
export function openTime(of: Keeper, closures: readonly Closure[], window: Interval, zone: string): Interval[] {
  if (!keepsClinicHours(of)) return openIntervals(of.schedule, closures, window, zone)
  const closed = of.schedule.exceptions
    .filter((each) => each.kind === 'closed')
    .map((each) => onDate(each.date, each, zone))
  return subtract([window], [...closed, ...closedIntervals(closures, window, zone)])
}

/** Dates from the first to the last. */
export interface DateRange {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Every date of the years 1 to 9999 on which the wall clock of some zone may stand in the interval. */
export function datesTouched({ start, end }: Interval): DateRange {
  const from = localDateOf(start, 'utc')
  const to = localDateOf(end, 'utc')
  return {
    from: from <= '0001-01-01' ? '0001-01-01' : addDays(from, -1),
    to: to >= '9999-12-31' || to.length > 10 ? '9999-12-31' : addDays(to, 1),
  }
}

/** From midnight of the date `daysBefore` the instant to midnight after the date `daysAfter` it. */
export function daysAround(interval: Interval, daysBefore: number, daysAfter: number, zone: string): Interval {
  return {
    start: instantOf(addDays(localDateOf(interval.start, zone), -daysBefore), '00:00', zone),
    end: instantOf(addDays(localDateOf(interval.end, zone), daysAfter + 1), '00:00', zone),
  }
}

const anything = { locationId: null, telehealth: false, mostAppointments: null }

function add(
  blocks: OpenBlock[],
  left: Interval,
  of: Pick<OpenBlock, 'locationId' | 'telehealth' | 'mostAppointments'>,
  whole: Interval,
  window: Interval,
): void {
  const inside = intersect(left, window)
  const { locationId, telehealth, mostAppointments } = of
  if (inside) blocks.push({ ...inside, locationId, telehealth, mostAppointments, whole })
}

function onDate(date: LocalDate, times: { startTime: LocalTime; endTime: LocalTime }, zone: string): Interval {
  return { start: instantOf(date, times.startTime, zone), end: instantOf(date, times.endTime, zone) }
}

function isKept({ effectiveFrom, effectiveUntil }: WeeklyHours, date: LocalDate): boolean {
  return (effectiveFrom === null || effectiveFrom <= date) && (effectiveUntil === null || date <= effectiveUntil)
}
