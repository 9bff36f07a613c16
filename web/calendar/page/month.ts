import { addDays, type LocalDate, weekdayOf } from '../../../domain/zone.ts'

/** The weeks of the month that has the date, Sunday first as en-US has it; with the days of its neighbours that fill them. */
export function weeksOf(date: LocalDate): LocalDate[][] {
  const first = `${date.slice(0, 7)}-01`
  const last = addDays(addMonths(first, 1), -1)
  const weeks: LocalDate[][] = []
  for (let day = addDays(first, -(weekdayOf(first) % 7)); day <= last; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)))
  }
  return weeks
}

/** The same day of another month, or its last where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  const next = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())))
  return next.toISOString().slice(0, 10)
}

const STEPS: Readonly<Record<string, (date: LocalDate) => LocalDate>> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  PageUp: (date) => addMonths(date, -1),
  PageDown: (date) => addMonths(date, 1),
  Home: (date) => addDays(date, -(weekdayOf(date) % 7)),
  End: (date) => addDays(date, 6 - (weekdayOf(date) % 7)),
}

/** Where a key leads in a month; undefined when it leads nowhere. */
export function dateByKey(date: LocalDate, key: string): LocalDate | undefined {
  return STEPS[key]?.(date)
}
