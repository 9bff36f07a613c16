import type { Instant } from './interval.ts'
import { floatingOf } from './zone.ts'

/** The reader's zone by name where the clinic's clocks show something else, or the reader's the same time twice. */
export function neededZone(instant: Instant, locale: string, clinicZone: string, zone: string): string | undefined {
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

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format takes longer than a thousand uses of it; there are only so many zones. */
export function formatOf(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [locale, timeZone, ...Object.entries(options).flat()].join()
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone, ...options })
  formats.set(key, made)
  return made
}
