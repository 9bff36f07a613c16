import { DateTime, IANAZone } from 'luxon'
import type { Instant, Interval } from './interval.ts'

/** A date on the wall calendar, `2026-03-08`. */
export type LocalDate = string
/** A time on the wall clock, `09:00`. */
export type LocalTime = string
/** What a wall clock shows, counted as if it stood in UTC: milliseconds since 1970-01-01T00:00 on that clock. */
export type Floating = number

export interface WallClock {
  readonly date: LocalDate
  readonly time: LocalTime
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly minute: number
}

/** Whether the name is a zone of the IANA database. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name)
}

/** Whether it is a date there is, `2026-03-08`. */
export function isLocalDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && DateTime.fromISO(date, { zone: 'utc' }).isValid
}

/** What the clock on the wall in `zone` shows at the instant. */
export function wallClock(instant: Instant, zone: string): WallClock {
  const local = DateTime.fromMillis(instant, { zone })
  return {
    date: local.toFormat('yyyy-MM-dd'),
    time: local.toFormat('HH:mm'),
    weekday: local.weekday,
    hour: local.hour,
    minute: local.minute,
  }
}

/** The date in `zone` at the instant. */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  return DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd')
}

/** The same few times of the same few dates are asked for again and again, by every resource of a calendar. */
const instants = new Map<string, Instant>()
const MOST_INSTANTS = 20_000

/**
 * The instant at which the wall clock in `zone` shows that date and time. A time that the clocks skip moves forward by
 * the gap (RFC 5545, 3.3.5); one that they repeat is the first of the two. `24:00` is the next midnight.
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): Instant {
  const key = `${zone} ${date} ${time}`
  const known = instants.get(key)
  if (known !== undefined) return known
  if (instants.size >= MOST_INSTANTS) instants.clear()
  const instant = computeInstant(date, time, zone)
  instants.set(key, instant)
  return instant
}

function computeInstant(date: LocalDate, time: LocalTime, zone: string): Instant {
  if (time.startsWith('24:00')) return instantOf(addDays(date, 1), '00:00', zone)
  const local = DateTime.fromISO(`${date}T${time}`, { zone: 'utc' })
  if (!local.isValid || !isZone(zone)) throw new RangeError(`not a local time: ${date} ${time} in ${zone}`)
  return instantOfFloating(local.toMillis(), zone)
}

const DAY = 24 * 60 * 60_000
/** No zone has ever changed its clocks twice within this time and been back where it was. */
const PROBE_EVERY = 14 * DAY
const probes = new Map<string, Map<number, number>>()

/** The instant at which the wall clock in `zone` first shows that time; one that is skipped moves forward by the gap. */
export function instantOfFloating(floating: Floating, zone: string): Instant {
  const known = probesOf(zone)
  const first = Math.floor((floating - DAY) / PROBE_EVERY)
  const last = Math.floor((floating + DAY) / PROBE_EVERY) + 1
  const steady = offsetAtProbe(first, zone, known)
  for (let at = first + 1; at <= last; at++)
    if (offsetAtProbe(at, zone, known) !== steady) return instantNearChange(floating, zone)
  return floating - steady
}

/** What the wall clock in `zone` shows at the instant. */
export function floatingOf(instant: Instant, zone: string): Floating {
  return instant + offsetOf(instant, zone)
}

/** Where both offsets fit the clock shows the time twice; where neither does, never. */
function instantNearChange(floating: Floating, zone: string): Instant {
  const before = offsetOf(floating - DAY, zone)
  const after = offsetOf(floating + DAY, zone)
  const fitting = [before, after].filter((offset) => offsetOf(floating - offset, zone) === offset)
  return floating - (fitting.length > 0 ? Math.max(...fitting) : before)
}

function probesOf(zone: string): Map<number, number> {
  const known = probes.get(zone) ?? new Map<number, number>()
  probes.set(zone, known)
  return known
}

function offsetAtProbe(at: number, zone: string, known: Map<number, number>): number {
  const offset = known.get(at) ?? offsetOf(at * PROBE_EVERY, zone)
  known.set(at, offset)
  return offset
}

function offsetOf(instant: Instant, zone: string): number {
  return IANAZone.create(zone).offset(instant) * 60_000
}

/** From midnight to midnight in `zone`: 23, 24 or 25 hours long. */
export function dayInterval(date: LocalDate, zone: string): Interval {
  return { start: instantOf(date, '00:00', zone), end: instantOf(addDays(date, 1), '00:00', zone) }
}

/** The date so many days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd')
}

/** The midnight that begins the date so many months after the instant's; the last of a month that is too short. */
export function midnightAfterMonths(instant: Instant, months: number, zone: string): Instant {
  const date = DateTime.fromISO(localDateOf(instant, zone), { zone: 'utc' }).plus({ months })
  return instantOf(date.toFormat('yyyy-MM-dd'), '00:00', zone)
}

/** ISO 8601 weekday of a date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday
}

/** Every date touched by the interval, in order. */
export function datesOf(interval: Interval, zone: string): LocalDate[] {
  const dates: LocalDate[] = []
  const last = localDateOf(interval.end - 1, zone)
  for (let date = localDateOf(interval.start, zone); date <= last; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** A stretch of time in which the wall clock keeps one distance from UTC. */
export interface ZoneStretch extends Interval {
  /** Milliseconds to add to an instant of the stretch to have what the wall clock shows. */
  readonly offset: number
}

/** The interval cut where the clocks of `zone` change. No zone changes them twice in a day. */
export function zoneStretches(interval: Interval, zone: string): ZoneStretch[] {
  const offsetAt = (instant: Instant) => offsetOf(instant, zone)
  const stretches: ZoneStretch[] = []
  let { start } = interval
  let offset = offsetAt(start)
  for (let known = start; known < interval.end; ) {
    const next = Math.min(known + DAY, interval.end)
    const then = offsetAt(next)
    if (then !== offset) {
      const change = firstInstant(known, next, (instant) => offsetAt(instant) !== offset)
      stretches.push({ start, end: change, offset })
      start = change
      offset = then
    }
    known = next
  }
  if (start < interval.end) stretches.push({ start, end: interval.end, offset })
  return stretches
}

/** The first instant after `before` at which it is so, when it is so at `after` and stays so. */
function firstInstant(before: Instant, after: Instant, isSo: (instant: Instant) => boolean): Instant {
  let [not, yes] = [before, after]
  while (yes - not > 1) {
    const middle = Math.floor((not + yes) / 2)
    if (isSo(middle)) yes = middle
    else not = middle
  }
  return yes
}

/** The nearest instant at which the wall clock in `zone` shows a multiple of the step, counted from the full hour. */
export function snapToStep(instant: Instant, stepMinutes: number, zone: string): Instant {
  const step = stepMinutes * 60_000
  const offset = DateTime.fromMillis(instant, { zone }).offset * 60_000
  return Math.round((instant + offset) / step) * step - offset
}

/** Whether the wall clock in `zone` shows a multiple of the step, with no seconds. */
export function isOnStep(instant: Instant, stepMinutes: number, zone: string): boolean {
  return snapToStep(instant, stepMinutes, zone) === instant
}

/** The wall-clock time for people, `2:30 PM` or `14:30` as the locale has it. */
export function formatTime(instant: Instant, zone: string, locale = 'en-US'): string {
  return DateTime.fromMillis(instant, { zone, locale }).toLocaleString(DateTime.TIME_SIMPLE)
}

/** The date for people, `Tue, Mar 10` as the locale has it. */
export function formatDate(instant: Instant, zone: string, locale = 'en-US'): string {
  return DateTime.fromMillis(instant, { zone, locale }).toLocaleString({
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  })
}
