import { type Instant, MINUTE } from '../../domain/interval.ts'
import { floatingOf, type LocalDate, localDateOf } from '../../domain/zone.ts'

const DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const
const DAY_OF_YEAR = { ...DAY, year: 'numeric' } as const
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const
const MONTH = { month: 'long', year: 'numeric' } as const
const WEEKDAY = { weekday: 'long' } as const
const SHORT_WEEKDAY = { weekday: 'short' } as const
const SHORT_MONTH = { month: 'short' } as const
const NUMBER = { day: 'numeric' } as const
const ZONE = { timeZoneName: 'short' } as const

const MINUTES_A_DAY = 1440

const formats = new Map<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>()

/** A format takes long to make, and a page asks for the same few again and again. */
function formatOf(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(options) ?? new Map<string, Intl.DateTimeFormat>()
  formats.set(options, known)
  const key = `${locale} ${timeZone}`
  const format = known.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options })
  known.set(key, format)
  return format
}

interface Span {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly zone: string
}

/** "Tuesday, October 20", with the year where it is not this one. */
export function dayInWords({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>, locale: string, now: Instant): string {
  const isThisYear = localDateOf(startsAt, zone).slice(0, 4) === localDateOf(now, zone).slice(0, 4)
  return formatOf(locale, zone, isThisYear ? DAY : DAY_OF_YEAR).format(startsAt)
}

/** "3:00 – 4:30 PM" */
export function timeInWords({ endsAt, startsAt, zone }: Span, locale: string): string {
  const [start, end] = [clockInWords(startsAt, zone, locale), clockInWords(endsAt, zone, locale)]
  // formatRange says the same, and takes twenty times as long.
  const half = /\D*$/.exec(end)![0]
  return `${half !== '' && start.endsWith(half) ? start.slice(0, -half.length) : start} – ${end}`
}

/** "3:00 PM" */
export function startInWords({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>, locale: string): string {
  return clockInWords(startsAt, zone, locale)
}

const clocks = new Map<string, string>()

/** There are 1440 times of a day: each is written once, as a format takes longer than the rest of a line. */
function clockInWords(at: Instant, zone: string, locale: string): string {
  const minute = Math.floor(floatingOf(at, zone) / MINUTE) % MINUTES_A_DAY
  const key = `${locale} ${minute}`
  const known = clocks.get(key) ?? formatOf(locale, 'UTC', CLOCK).format(minute * MINUTE)
  clocks.set(key, known)
  return known
}

/** "EDT": of use to those who join from elsewhere. */
export function zoneInWords({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>, locale: string): string {
  const parts = formatOf(locale, zone, ZONE).formatToParts(startsAt)
  return parts.find((each) => each.type === 'timeZoneName')?.value ?? zone
}

/** What stands on the leaf of a wall calendar: "Tue", "20", "Oct". */
export function leafOf({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>, locale: string) {
  return {
    weekday: formatOf(locale, zone, SHORT_WEEKDAY).format(startsAt),
    day: formatOf(locale, zone, NUMBER).format(startsAt),
    month: formatOf(locale, zone, SHORT_MONTH).format(startsAt),
  }
}

/** "October 2026" of a month "2026-10", or of the month of a date. */
export function monthInWords(month: string, locale: string): string {
  return capital(formatOf(locale, 'UTC', MONTH).format(noonOf(`${month.slice(0, 7)}-01`)))
}

/** "Tuesday, October 20" of a date that belongs to no zone. */
export function dateInWords(date: LocalDate, locale: string): string {
  return formatOf(locale, 'UTC', DAY).format(noonOf(date))
}

/** "Mon" to "Sun", by ISO 8601's number. */
export function weekdayInWords(weekday: number, locale: string): string {
  return formatOf(locale, 'UTC', SHORT_WEEKDAY).format(Date.UTC(2024, 0, weekday, 12))
}

/** "Monday" to "Sunday", by the same number. */
export function fullWeekdayInWords(weekday: number, locale: string): string {
  return formatOf(locale, 'UTC', WEEKDAY).format(Date.UTC(2024, 0, weekday, 12))
}

/** For `datetime`, on the wall clock of the zone: "2026-10-20". */
export function dateOf({ startsAt, zone }: Pick<Span, 'startsAt' | 'zone'>): LocalDate {
  return localDateOf(startsAt, zone)
}

function noonOf(date: LocalDate): Instant {
  return Date.parse(`${date}T12:00:00Z`)
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
}
