import type { Instant } from '../../domain/interval.ts'
import { floatingOf, wallClock } from '../../domain/zone.ts'
import type { Language } from './language.ts'

/** How an instant is said to somebody, in each of the lengths there is room for. */
export interface WrittenTime {
  /** `Tuesday, March 10` */
  readonly date: string
  /** `2:30 PM`, with the zone where it could be taken for another. */
  readonly time: string
  /** `Tuesday, March 10 at 2:30 PM` */
  readonly when: string
  readonly whenShort: string
}

/** Writes the instant as the reader's own clocks show it, and names their zone when the clinic's show something else. */
export function writeTime(instant: Instant, language: Language, clinicZone: string, readerZone: string): WrittenTime {
  const { locale, times } = language
  const date = formatted(instant, locale, readerZone, LONG_DATE)
  const bare = times.time(formatted(instant, locale, readerZone, TIME))
  const zone = neededZone(instant, locale, clinicZone, readerZone)
  const time = zone ? times.zoned(bare, zone) : bare
  const { hour } = wallClock(instant, readerZone)
  const when = (day: string) => times.when(day, time, hour)
  return { date, time, when: when(date), whenShort: when(formatted(instant, locale, readerZone, SHORT_DATE)) }
}

/** The reader's zone where the clinic's clocks show something else, or the reader's the same time twice. */
function neededZone(instant: Instant, locale: string, clinicZone: string, zone: string): string | undefined {
  if (comesTwice(instant, zone)) return zonePart(instant, locale, zone, 'short')
  if (floatingOf(instant, clinicZone) === floatingOf(instant, zone)) return undefined
  const allYear = zonePart(instant, locale, zone, 'longGeneric')
  return allYear.startsWith('GMT') ? zonePart(instant, locale, zone, 'long') : allYear
}

const HALF_HOUR = 30 * 60_000

/** Whether the clocks are turned back so that they show this time twice: by an hour, on Lord Howe by half of one. */
function comesTwice(instant: Instant, zone: string): boolean {
  const shown = floatingOf(instant, zone)
  return [-2, -1, 1, 2].some((halves) => floatingOf(instant + halves * HALF_HOUR, zone) === shown)
}

function zonePart(instant: Instant, locale: string, zone: string, style: 'short' | 'long' | 'longGeneric'): string {
  const parts = formatOf(locale, zone, { timeZoneName: style }).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

const LONG_DATE: Intl.DateTimeFormatOptions = { weekday: 'long', month: 'long', day: 'numeric' }
const SHORT_DATE: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric' }
const TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }

/** The narrow spaces that are put before "PM" would cost a text more than half of its length. */
function formatted(instant: Instant, locale: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(locale, zone, options)
    .format(instant)
    .replace(/[\u00a0\u202f]/g, ' ')
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format takes longer than a thousand uses of it; there are only so many zones. */
function formatOf(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [locale, timeZone, ...Object.entries(options).flat()].join()
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone, ...options })
  formats.set(key, made)
  return made
}
