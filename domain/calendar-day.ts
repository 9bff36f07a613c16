/**
 * Dates as days counted from 1970-01-01, in the proleptic Gregorian calendar. After Howard Hinnant's chrono-compatible
 * low-level date algorithms: years are counted from March, so that the leap day comes last.
 */
const DAYS_OF_400_YEARS = 146_097
const DAYS_FROM_YEAR_0_TO_1970 = 719_468

/** The number of a date, `2026-03-08`; undefined when there is no such date. */
export function dayOfDate(date: string): number | undefined {
  if (date.length !== 10 || date[4] !== '-' || date[7] !== '-') return undefined
  const year = digits(date, 0, 4)
  const month = digits(date, 5, 7)
  const dayOfMonth = digits(date, 8, 10)
  const isThere = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= monthLength(year, month)
  return isThere ? dayNumber(year, month, dayOfMonth) : undefined
}

/** The number that the characters write; not a number when one of them is no digit. */
export function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function monthLength(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return isLeap ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The date with that number. */
export function dateOfDay(day: number): string {
  const shifted = day + DAYS_FROM_YEAR_0_TO_1970
  const era = Math.floor(shifted / DAYS_OF_400_YEARS)
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

/** `09` of 9. */
export function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : String(count)
}

/** ISO 8601 weekday of the day with that number: 1 is Monday, 7 is Sunday. */
export function weekdayOfDay(day: number): number {
  const sinceMonday = (day + 3) % 7
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
}

function dayNumber(year: number, month: number, dayOfMonth: number): number {
  const fromMarch = month > 2 ? month - 3 : month + 9
  const yearFromMarch = month > 2 ? year : year - 1
  const era = Math.floor(yearFromMarch / 400)
  const yearOfEra = yearFromMarch - era * 400
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_400_YEARS + dayOfEra - DAYS_FROM_YEAR_0_TO_1970
}
