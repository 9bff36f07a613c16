import type { Instant, Interval } from '../interval.ts'
import type { Floating } from '../zone.ts'
import { escapeText, foldLines } from './lines.ts'
import { localProperty, spanProperties, utcText } from './times.ts'
import { zoneDefinition } from './zone-definition.ts'

export type EntryStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'

/** One VEVENT. */
export interface CalendarEntry {
  /** The same all its life, wherever it is read. */
  readonly uid: string
  /** Rises with every change: a change without is not believed. */
  readonly sequence: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly summary: string
  readonly description?: string
  readonly location?: string
  readonly url?: string
  readonly categories?: readonly string[]
  readonly status: EntryStatus
  /** Whether it is for its readers alone. */
  readonly isPrivate?: boolean
  /** How it repeats: its own times are the first one's then. */
  readonly repeats?: { readonly rrule: string; readonly excepted: readonly Floating[] }
  /** Of which occurrence it takes the place: when that one begins by the rule. */
  readonly insteadOf?: Floating
}

/** One VCALENDAR that is published, to be asked for again and again. */
export interface PublishedCalendar {
  readonly name: string
  readonly zone: string
  /** The time that is covered even where no entry is. */
  readonly covers: Interval
  readonly refreshMinutes: number
  readonly entries: readonly CalendarEntry[]
}

export const PRODUCT = '-//Daybook//Daybook//EN'

/** The text of the calendar: lines of at most 75 octets that end in CR LF, and no other control character. */
export function writeCalendar({ name, zone, covers, refreshMinutes, entries }: PublishedCalendar): string {
  const shown = escapeText(name)
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${shown}`,
    `X-WR-CALNAME:${shown}`,
    `X-WR-TIMEZONE:${zone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`,
    `X-PUBLISHED-TTL:PT${refreshMinutes}M`,
    ...zoneDefinition(zone, coveredBy(entries, covers)),
  ]
  const text = [foldLines(head)]
  for (const entry of entries) text.push(foldLines(entryLines(entry, zone)))
  text.push('END:VCALENDAR\r\n')
  return text.join('')
}

function coveredBy(entries: readonly CalendarEntry[], covers: Interval): Interval {
  let { start, end } = covers
  for (const { startsAt, endsAt } of entries) {
    if (startsAt < start) start = startsAt
    if (endsAt > end) end = endsAt
  }
  return { start, end }
}

function entryLines(entry: CalendarEntry, zone: string): string[] {
  const { status, description, location, url, categories, repeats, insteadOf } = entry
  const lines = [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    // When it was changed, not when it is read: what has not changed is the same text.
    `DTSTAMP:${utcText(entry.updatedAt)}`,
    `CREATED:${utcText(entry.createdAt)}`,
    `LAST-MODIFIED:${utcText(entry.updatedAt)}`,
  ]
  if (insteadOf !== undefined) lines.push(localProperty('RECURRENCE-ID', [insteadOf], zone))
  lines.push(...spanProperties({ start: entry.startsAt, end: entry.endsAt }, zone))
  if (repeats) lines.push(`RRULE:${repeats.rrule}`)
  if (repeats && repeats.excepted.length > 0) lines.push(localProperty('EXDATE', repeats.excepted, zone))
  lines.push(`SUMMARY:${escapeText(entry.summary)}`)
  if (description) lines.push(`DESCRIPTION:${escapeText(description)}`)
  if (location) lines.push(`LOCATION:${escapeText(location)}`)
  if (url) lines.push(`URL:${url}`)
  if (categories && categories.length > 0) lines.push(`CATEGORIES:${categories.map(escapeText).join(',')}`)
  lines.push(`STATUS:${status}`, `TRANSP:${status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'}`)
  lines.push(`CLASS:${entry.isPrivate ? 'PRIVATE' : 'PUBLIC'}`, 'END:VEVENT')
  return lines
}
