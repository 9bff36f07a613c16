import type { LocalDate } from '../../../domain/zone.ts'

const long = format({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' })
const short = format({ weekday: 'short', month: 'short', day: 'numeric' })
const month = format({ month: 'long', year: 'numeric' })

/** `Tuesday, March 3, 2026`. */
export function longDate(date: LocalDate): string {
  return long.format(Date.parse(date))
}

/** `Tue, Mar 3`. */
export function shortDate(date: LocalDate): string {
  return short.format(Date.parse(date))
}

/** `March 2026`. */
export function monthOf(date: LocalDate): string {
  return month.format(Date.parse(date))
}

// A date has no zone: read as one of UTC and written as one of UTC, it stays itself.
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
}
