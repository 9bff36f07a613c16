import { DateTime, IANAZone } from 'luxon'
import { dateOfDay, dayOfDate, digits, twoDigits, weekdayOfDay } from './calendar-day.ts'
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
  return dayOfDate(date) !== undefined
}

/** What the clock on the wall in `zone` shows at the instant. */
export function wallClock(instant: Instant, zone: string): WallClock {
  const floating = floatingOf(instant, zone)
  const day = Math.floor(floating / DAY)
  const minutes = Math.floor((floating - day * DAY) / 60_000)
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return {
    ...{ date: dateOfDay(day), time: `${twoDigits(hour)}:${twoDigits(minute)}`, weekday: weekdayOfDay(day) },
    ...{ hour, minute },
  }
}

/** The date in `zone` at the instant. */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  return dateOfDay(Math.floor(floatingOf(instant, zone) / DAY))
}

/**
 * The instant at which the wall clock in `zone` shows that date and time. A time that the clocks skip moves forward by
 * the gap (RFC 5545, 3.3.5); one that they repeat is the first of the two. `24:00` is the next midnight.
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): Instant {
  const day = dayOfDate(date)
  const instant = day === undefined ? Number.NaN : instantOfFloating(day * DAY + sinceMidnight(time), zone)
  if (Number.isNaN(instant)) throw new RangeError(`not a local time: ${date} ${time} in ${zone}`)
  return instant
}

/** Milliseconds from midnight to a time `09:00` or `09:00:30`, `24:00` at most; not a number when it is none. */
function sinceMidnight(time: LocalTime): number {
  const minutes = digits(time, 0, 2) * 60 + digits(time, 3, 5)
  if (time[2] !== ':' || digits(time, 3, 5) > 59 || minutes > 1440) return Number.NaN
  return minutes * 60_000 + (time.length === 5 ? 0 : secondsOf(time) * 1000)
}

/** Those of `09:00:30.5`. */
function secondsOf(time: LocalTime): number {
  return /^.{5}:[0-5]\d(\.\d+)?$/.test(time) ? Number(time.slice(6)) : Number.NaN
}

const DAY = 24 * 60 * 60_000
/** No zone has ever changed its clocks twice within this time and been back where it was. */
const PROBE_EVERY = 14 * DAY

/** What has been asked about a zone so far. */
interface KnownZone {
  readonly name: string
  /** The offset at every so many days, by their number. */
  readonly probes: Map<number, number>
  /** When the clocks change after the probe of that number. */
  readonly changes: Map<number, Instant>
}

const knownZones = new Map<string, KnownZone>()

/** The instant at which the wall clock in `zone` first shows that time; one that is skipped moves forward by the gap. */
export function instantOfFloating(floating: Floating, zone: string): Instant {
  const known = knownZone(zone)
  const first = Math.floor((floating - DAY) / PROBE_EVERY)
  const last = Math.floor((floating + DAY) / PROBE_EVERY) + 1
  const steady = offsetAtProbe(first, known)
  for (let at = first + 1; at <= last; at++)
    if (offsetAtProbe(at, known) !== steady) return instantNearChange(floating, zone)
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

function knownZone(name: string): KnownZone {
  const known = knownZones.get(name)
  if (known) return known
  const made = { name, probes: new Map<number, number>(), changes: new Map<number, Instant>() }
  knownZones.set(name, made)
  return made
}

function offsetAtProbe(at: number, { name, probes }: KnownZone): number {
  const known = probes.get(at)
  if (known !== undefined) return known
  const offset = askOffset(at * PROBE_EVERY, name)
  probes.set(at, offset)
  return offset
}

/** How far the wall clock is from UTC: what it is at both ends of some days it is between them, but for one change. */
function offsetOf(instant: Instant, zone: string): number {
  const known = knownZone(zone)
  const at = Math.floor(instant / PROBE_EVERY)
  const before = offsetAtProbe(at, known)
  const after = offsetAtProbe(at + 1, known)
  return before === after || instant < changeAfter(at, before, known) ? before : after
}

/** The instant at which the clocks change after the probe. */
function changeAfter(probe: number, before: number, { name, changes }: KnownZone): Instant {
  const known = changes.get(probe)
  if (known !== undefined) return known
  let [not, yes] = [probe * PROBE_EVERY, (probe + 1) * PROBE_EVERY]
  while (yes - not > 1) {
    const middle = Math.floor((not + yes) / 2)
    if (askOffset(middle, name) === before) not = middle
    else yes = middle
  }
  changes.set(probe, yes)
  return yes
}

function askOffset(instant: Instant, zone: string): number {
  return IANAZone.create(zone).offset(instant) * 60_000
}

/** From midnight to midnight in `zone`: 23, 24 or 25 hours long. */
export function dayInterval(date: LocalDate, zone: string): Interval {
  return { start: instantOf(date, '00:00', zone), end: instantOf(addDays(date, 1), '00:00', zone) }
}

/** The date so many days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayOf(date) + days)
}

function dayOf(date: LocalDate): number {
  const day = dayOfDate(date)
  if (day === undefined) throw new RangeError(`not a date: ${date}`)
  return day
}

/** The midnight that begins the date so many months after the instant's; the last of a month that is too short. */
export function midnightAfterMonths(instant: Instant, months: number, zone: string): Instant {
  const date = DateTime.fromISO(localDateOf(instant, zone), { zone: 'utc' }).plus({ months })
  return instantOf(date.toFormat('yyyy-MM-dd'), '00:00', zone)
}

/** ISO 8601 weekday of a date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfDay(dayOf(date))
}

/** Every date touched by the interval, in order. */
export function datesOf(interval: Interval, zone: string): LocalDate[] {
  const first = Math.floor(floatingOf(interval.start, zone) / DAY)
  const last = Math.floor(floatingOf(interval.end - 1, zone) / DAY)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => dateOfDay(first + at))
}

/** A stretch of time in which the wall clock keeps one distance from UTC. */
export interface ZoneStretch extends Interval {
  /** Milliseconds to add to an instant of the stretch to have what the wall clock shows. */
  readonly offset: number
}

/** The interval cut where the clocks of `zone` change. */
export function zoneStretches(interval: Interval, zone: string): ZoneStretch[] {
  const stretches: ZoneStretch[] = []
  for (let { start } = interval; start < interval.end; ) {
    const offset = offsetOf(start, zone)
    const end = Math.min(nextChange(start, offset, zone), interval.end)
    stretches.push({ start, end, offset })
    start = end
  }
  return stretches
}

/** When the clocks change next; some weeks later when they do not before. */
function nextChange(instant: Instant, offset: number, zone: string): Instant {
  const known = knownZone(zone)
  let probe = Math.floor(instant / PROBE_EVERY)
  const last = probe + 5
  while (probe < last && offsetAtProbe(probe + 1, known) === offset) probe++
  return offsetAtProbe(probe + 1, known) === offset ? (last + 1) * PROBE_EVERY : changeAfter(probe, offset, known)
}

/** The nearest instant at which the wall clock in `zone` shows a multiple of the step, counted from the full hour. */
export function snapToStep(instant: Instant, stepMinutes: number, zone: string): Instant {
  const step = stepMinutes * 60_000
  const offset = offsetOf(instant, zone)
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
