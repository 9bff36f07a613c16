import { type Rule, readRule, type Until, type WeekdayCode, weekdayCodes } from '../../domain/rrule-text.ts'
import { type LocalDate, localDateOf, weekdayOf } from '../../domain/zone.ts'
import { placeInMonth, type RepeatKind } from './repeat.ts'

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const places: Readonly<Record<string, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  '-1': 'last',
}
const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const

/** `Every 2 weeks on Tuesday, 8 times`: a rule as a person would say it. */
export function ruleInWords(text: string, zone: string): string {
  const reading = readRule(text)
  if ('problem' in reading) return `By the rule ${text}`
  const { rule } = reading
  const days = daysInWords(rule)
  if (days === undefined) return `By the rule ${text}`
  return `${everyInWords(rule)}${days}${endInWords(rule, zone)}`
}

/** What a way to repeat comes to on that date: `Every week on Tuesday`. */
export function kindInWords(kind: RepeatKind, date: LocalDate): string {
  const weekday = names[weekdayOf(date) - 1]!
  switch (kind) {
    case 'never':
      return 'Does not repeat'
    case 'week':
      return `Every week on ${weekday}`
    case 'two-weeks':
      return `Every 2 weeks on ${weekday}`
    case 'month-date':
      return everyDateInWords(Number(date.slice(8)))
    case 'month-weekday':
      return `Every month on the ${places[placeInMonth(date)]} ${weekday}`
  }
}

/** Not every month has a 31st: those that have none are left out. */
function everyDateInWords(day: number): string {
  return day > 28 ? `Every month that has a ${ordinal(day)}` : `Every month on the ${ordinal(day)}`
}

function everyInWords({ frequency, interval }: Rule): string {
  return interval === 1 ? `Every ${units[frequency]}` : `Every ${interval} ${units[frequency]}s`
}

/** Undefined where there are no plain words for it. */
function daysInWords({ by, frequency }: Rule): string | undefined {
  const { BYDAY, BYMONTHDAY, ...rest } = by
  if (Object.keys(rest).length > 0 || (BYDAY && BYMONTHDAY)) return undefined
  if (BYDAY) return weekdaysInWords(BYDAY)
  if (!BYMONTHDAY) return ''
  const days = BYMONTHDAY.split(',').map(Number)
  if (frequency !== 'MONTHLY' || days.some((day) => day < -1)) return undefined
  return ` on the ${list(days.map((day) => (day === -1 ? 'last day' : ordinal(day))))}`
}

function weekdaysInWords(text: string): string | undefined {
  const words = text.split(',').map((each) => {
    const [, place, code] = /^([+-]?\d+)?([A-Z]{2})$/.exec(each) ?? []
    const name = names[weekdayCodes.indexOf(code as WeekdayCode)]
    if (!place) return name
    const word = places[String(Number(place))]
    return word && name && `the ${word} ${name}`
  })
  return words.every((word) => word !== undefined) ? ` on ${list(words)}` : undefined
}

function endInWords({ count, until }: Rule, zone: string): string {
  if (count !== undefined) return `, ${count} ${count === 1 ? 'time' : 'times'}`
  return until ? `, until ${dateFormat.format(Date.parse(dateOf(until, zone)))}` : ''
}

function dateOf(until: Until, zone: string): LocalDate {
  return 'at' in until ? localDateOf(until.at, zone) : new Date(until.floating).toISOString().slice(0, 10)
}

const dateFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

export function ordinal(number: number): string {
  const ending = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
