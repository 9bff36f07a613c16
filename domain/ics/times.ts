import { dateOfDay, twoDigits } from '../calendar-day.ts'
import type { Instant, Interval } from '../interval.ts'
import { type Floating, floatingOf } from '../zone.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** A time on the wall as iCalendar writes it, `20260308T090000`. */
export function localText(floating: Floating): string {
  const day = Math.floor(floating / DAY)
  const seconds = Math.floor((floating - day * DAY) / 1000)
  const minutes = Math.floor(seconds / 60)
  return `${dateOfDay(day).replaceAll('-', '')}T${twoDigits(Math.floor(minutes / 60))}${twoDigits(minutes % 60)}${twoDigits(seconds % 60)}`
}

/** An instant in UTC, `20260308T140000Z`. */
export function utcText(instant: Instant): string {
  return `${localText(instant)}Z`
}

/**
 * DTSTART and DTEND in the zone's own time. In UTC where the clocks change meanwhile or near by: what they then show is two
 * instants or none, and calendars differ about how long it lasts.
 */
export function spanProperties(span: Interval, zone: string): string[] {
  if (!isPlainSpan(span, zone)) return [`DTSTART:${utcText(span.start)}`, `DTEND:${utcText(span.end)}`]
  return [
    localProperty('DTSTART', [floatingOf(span.start, zone)], zone),
    localProperty('DTEND', [floatingOf(span.end, zone)], zone),
  ]
}

/** A property whose value is one or more times on the wall in the zone. */
export function localProperty(name: string, times: readonly Floating[], zone: string): string {
  return `${name};TZID=${zone}:${times.map(localText).join(',')}`
}

/** Whether the clocks of the zone go on evenly from an hour before to an hour after, so that nobody can misread them. */
export function isPlainSpan({ start, end }: Interval, zone: string): boolean {
  const [from, to] = [start - HOUR, end + HOUR]
  return floatingOf(to, zone) - floatingOf(from, zone) === to - from
}
