import { type Rule, weekdayCodes, writeRule } from '../../domain/rrule-text.ts'
import { addDays, type LocalDate, weekdayOf } from '../../domain/zone.ts'

export const repeatKinds = ['never', 'week', 'two-weeks', 'month-date', 'month-weekday'] as const
export type RepeatKind = (typeof repeatKinds)[number]

/** How an appointment repeats, as entered. */
export interface Repeat {
  readonly kind: RepeatKind
  readonly ends: 'count' | 'date' | 'never'
  readonly count: string
  readonly until: LocalDate
}

export const noRepeat: Repeat = { kind: 'never', ends: 'count', count: '8', until: '' }

export const MOST_TIMES = 260

/** The RRULE of a series that begins on the date; undefined while the entries say none. */
export function ruleOf(repeat: Repeat, date: LocalDate): string | undefined {
  const end = endOf(repeat)
  if (repeat.kind === 'never' || !isDate(date) || !end || (end.until && repeat.until < date)) return undefined
  return writeRule({ ...end, ...everyOf(repeat.kind, date), weekStart: 1 })
}

/** Why the entries say no rule, by field. */
export function repeatProblem(repeat: Repeat, date: LocalDate): string | undefined {
  if (repeat.kind === 'never' || ruleOf(repeat, date) !== undefined) return undefined
  return repeat.ends === 'count'
    ? `Write how many times, from 2 to ${MOST_TIMES}.`
    : 'Choose a day after the first appointment.'
}

function endOf({ ends, count, until }: Repeat): Pick<Rule, 'count' | 'until'> | undefined {
  if (ends === 'never') return {}
  if (ends === 'date') return isDate(until) ? { until: { floating: Date.parse(`${until}T23:59:59Z`) } } : undefined
  const times = /^\d+$/.test(count) ? Number(count) : 0
  return times >= 2 && times <= MOST_TIMES ? { count: times } : undefined
}

function everyOf(kind: Exclude<RepeatKind, 'never'>, date: LocalDate): Pick<Rule, 'frequency' | 'interval' | 'by'> {
  const weekday = weekdayCodes[weekdayOf(date) - 1]!
  switch (kind) {
    case 'week':
      return { frequency: 'WEEKLY', interval: 1, by: { BYDAY: weekday } }
    case 'two-weeks':
      return { frequency: 'WEEKLY', interval: 2, by: { BYDAY: weekday } }
    case 'month-date':
      return { frequency: 'MONTHLY', interval: 1, by: { BYMONTHDAY: String(Number(date.slice(8))) } }
    case 'month-weekday':
      return { frequency: 'MONTHLY', interval: 1, by: { BYDAY: `${placeInMonth(date)}${weekday}` } }
  }
}

/** The first Tuesday is 1; the last of a month that has a fifth is -1, since most months have none. */
export function placeInMonth(date: LocalDate): number {
  const place = Math.ceil(Number(date.slice(8)) / 7)
  return place === 5 ? -1 : place
}

/** Some weeks on, to begin with. */
export function usualUntil(date: LocalDate): LocalDate {
  return isDate(date) ? addDays(date, 12 * 7) : ''
}

function isDate(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '1900'
}
