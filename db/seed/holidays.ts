import { addDays, type LocalDate, weekdayOf } from '../../domain/zone.ts'

export interface Holiday {
  readonly name: string
  readonly date: LocalDate
}

/** The first public holiday of the United States after the date on which a practice usually stays shut. */
export function nextHoliday(after: LocalDate): Holiday {
  const year = Number(after.slice(0, 4))
  const coming = [...holidaysOf(year), ...holidaysOf(year + 1)].filter((each) => each.date > after)
  return coming.reduce((first, each) => (each.date < first.date ? each : first))
}

function holidaysOf(year: number): Holiday[] {
  return [
    { name: 'New Year’s Day', date: `${year}-01-01` },
    { name: 'Martin Luther King Jr. Day', date: nthWeekday(`${year}-01-01`, 1, 3) },
    { name: 'Memorial Day', date: addDays(nthWeekday(`${year}-06-01`, 1, 1), -7) },
    { name: 'Independence Day', date: `${year}-07-04` },
    { name: 'Labor Day', date: nthWeekday(`${year}-09-01`, 1, 1) },
    { name: 'Thanksgiving Day', date: nthWeekday(`${year}-11-01`, 4, 4) },
    { name: 'Christmas Day', date: `${year}-12-25` },
  ]
}

/** The third Monday, say, of the month that begins on that date. */
function nthWeekday(first: LocalDate, weekday: number, n: number): LocalDate {
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1))
}
