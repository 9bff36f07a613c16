import type { Instant } from '../../domain/interval.ts'
import type { LocalDate } from '../../domain/zone.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A format takes long to make, and a page asks for the same few again and again. */
function formatOf(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${Object.entries(options).join()}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options })
  formats.set(key, known)
  return known
}

const DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const

interface Span {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly zone: string
}

/** "Tuesday, October 20", with the year where it is not this one. */
export function dayInWords({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>, locale: string, now: Instant): string {
  const year = formatOf(locale, zone, { year: 'numeric' })
  const isThisYear = year.format(startsAt) === year.format(now)
  return formatOf(locale, zone, isThisYear ? DAY : { ...DAY, year: 'numeric' }).format(startsAt)
}

/** "3:00 – 4:30 PM" */
export function timeInWords({ endsAt, startsAt, zone }: Span, locale: string): string {
  return formatOf(locale, zone, CLOCK).formatRange(startsAt, endsAt)
}

/** "3:00 PM" */
export function startInWords({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>, locale: string): string {
  return formatOf(locale, zone, CLOCK).format(startsAt)
}

/** "EDT": of use to those who join from elsewhere. */
export function zoneInWords({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>, locale: string): string {
  const parts = formatOf(locale, zone, { timeZoneName: 'short' }).formatToParts(startsAt)
  return parts.find((each) => each.type === 'timeZoneName')?.value ?? zone
}

/** What stands on the leaf of a wall calendar: "Tue", "20", "Oct". */
export function leafOf({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>, locale: string) {
  return {
    weekday: formatOf(locale, zone, { weekday: 'short' }).format(startsAt),
    day: formatOf(locale, zone, { day: 'numeric' }).format(startsAt),
    month: formatOf(locale, zone, { month: 'short' }).format(startsAt),
  }
}

/** "October 2026" of a month "2026-10", or of the month of a date. */
export function monthInWords(month: string, locale: string): string {
  return capital(formatOf(locale, 'UTC', { month: 'long', year: 'numeric' }).format(noonOf(`${month.slice(0, 7)}-01`)))
}

/** "Tuesday, October 20" of a date that belongs to no zone. */
export function dateInWords(date: LocalDate, locale: string): string {
  return formatOf(locale, 'UTC', DAY).format(noonOf(date))
}

/** "Mon" to "Sun", by ISO 8601's number. */
export function weekdayInWords(weekday: number, locale: string): string {
  return formatOf(locale, 'UTC', { weekday: 'short' }).format(Date.UTC(2024, 0, weekday, 12))
}

/** For `datetime`, on the wall clock of the zone: "2026-10-20". */
export function dateOf({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>): LocalDate {
  return formatOf('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(startsAt)
}

function noonOf(date: LocalDate): Instant {
  return Date.parse(`${date}T12:00:00Z`)
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
}
