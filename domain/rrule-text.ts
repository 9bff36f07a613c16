import type { Instant } from './interval.ts'
import type { Floating } from './zone.ts'

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** Where a rule ends: at an instant, as RFC 5545 has it beside a zone, or at a time on the wall; both belong to it. */
export type Until = { readonly at: Instant } | { readonly floating: Floating }

/** One RRULE of RFC 5545, taken apart. */
export interface Rule {
  readonly frequency: Frequency
  readonly interval: number
  readonly count?: number
  readonly until?: Until
  /** ISO 8601: 1 is Monday. */
  readonly weekStart: number
  /** The parts that choose within a period, BYDAY and the like, as they were written. */
  readonly by: Readonly<Record<string, string>>
}

export type RuleReading = { readonly rule: Rule } | { readonly problem: string }

export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type WeekdayCode = (typeof weekdayCodes)[number]

const LONGEST_TEXT = 500
const MOST_INTERVAL = 1000
export const MOST_OCCURRENCES = 1000
const MOST_TIMES_A_DAY = 100

const day = '(MO|TU|WE|TH|FR|SA|SU)'
const listOf = (entry: string) => new RegExp(`^${entry}(,${entry})*$`)
const signed = (numbers: string) => `[+-]?(${numbers})`
const UNTIL = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/

const partShapes: Readonly<Record<string, RegExp>> = {
  FREQ: /^[A-Z]+$/,
  INTERVAL: /^\d{1,6}$/,
  COUNT: /^\d{1,6}$/,
  UNTIL,
  WKST: new RegExp(`^${day}$`),
  BYMONTH: listOf('0?([1-9]|1[0-2])'),
  BYMONTHDAY: listOf(signed('0?[1-9]|[12]\\d|3[01]')),
  BYDAY: listOf(`(${signed('0?[1-9]|[1-4]\\d|5[0-3]')})?${day}`),
  BYYEARDAY: listOf(signed('[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6]')),
  BYWEEKNO: listOf(signed('0?[1-9]|[1-4]\\d|5[0-3]')),
  BYSETPOS: listOf(signed('[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6]')),
  BYHOUR: listOf('([01]?\\d|2[0-3])'),
  BYMINUTE: listOf('[0-5]?\\d'),
}

/** Reads the text of a rule, with or without `RRULE:` before it, or says what is wrong with it. */
export function readRule(text: string): RuleReading {
  if (text.length > LONGEST_TEXT) return { problem: `must have at most ${LONGEST_TEXT} characters` }
  const parts = new Map<string, string>()
  const written = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
  for (const part of written.split(';')) {
    const [name = '', value = '', more] = part.split('=')
    if (more !== undefined || !value) return { problem: 'must be an RRULE of RFC 5545, like FREQ=WEEKLY;BYDAY=TU' }
    if (parts.has(name)) return { problem: `must say ${name} once` }
    parts.set(name, value)
  }
  const problem = problemOf(parts)
  return problem ? { problem } : { rule: ruleOf(parts) }
}

/** The rule as text again, its parts in the order of RFC 5545. */
export function writeRule(rule: Rule): string {
  const parts = [`FREQ=${rule.frequency}`]
  if (rule.until) parts.push(`UNTIL=${untilText(rule.until)}`)
  if (rule.count !== undefined) parts.push(`COUNT=${rule.count}`)
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`)
  for (const [name, value] of Object.entries(rule.by)) parts.push(`${name}=${value}`)
  if (rule.weekStart !== 1) parts.push(`WKST=${weekdayCodes[rule.weekStart - 1]}`)
  return parts.join(';')
}

/** The same rule as it is kept: one way to write each. The rule must be right. */
export function tidyRule(text: string): string {
  const reading = readRule(text)
  if ('problem' in reading) throw new RangeError(`not a rule: ${reading.problem}`)
  return writeRule(reading.rule)
}

function problemOf(parts: ReadonlyMap<string, string>): string | undefined {
  const frequency = parts.get('FREQ')
  if (!frequency) return 'must say FREQ'
  if (/^(SECONDLY|MINUTELY|HOURLY)$/.test(frequency)) return 'must repeat by days, weeks, months or years, no faster'
  if (!isFrequency(frequency)) return 'must have a FREQ of DAILY, WEEKLY, MONTHLY or YEARLY'
  for (const [name, value] of parts) {
    if (!partShapes[name]) return `must not say ${name.slice(0, 20)}`
    if (!partShapes[name].test(value)) return `must have a ${name} as in RFC 5545`
  }
  return boundProblem(parts) ?? togetherProblem(parts, frequency)
}

function boundProblem(parts: ReadonlyMap<string, string>): string | undefined {
  const interval = Number(parts.get('INTERVAL') ?? 1)
  if (interval < 1 || interval > MOST_INTERVAL) return `must have an INTERVAL from 1 to ${MOST_INTERVAL}`
  const count = Number(parts.get('COUNT') ?? 1)
  if (count < 1 || count > MOST_OCCURRENCES) return `must have a COUNT from 1 to ${MOST_OCCURRENCES}`
  if (parts.has('COUNT') && parts.has('UNTIL')) return 'must not say both COUNT and UNTIL'
  const until = parts.get('UNTIL')
  if (until && !untilOf(until)) return 'must have an UNTIL that exists'
  const timesADay = (parts.get('BYHOUR') ?? '').split(',').length * (parts.get('BYMINUTE') ?? '').split(',').length
  if (timesADay > MOST_TIMES_A_DAY) return `must give at most ${MOST_TIMES_A_DAY} times a day`
  return undefined
}

/** RFC 5545, 3.3.10: which parts go together. */
function togetherProblem(parts: ReadonlyMap<string, string>, frequency: Frequency): string | undefined {
  if (parts.has('BYWEEKNO') && frequency !== 'YEARLY') return 'must say BYWEEKNO with FREQ=YEARLY alone'
  if (parts.has('BYYEARDAY') && frequency !== 'YEARLY') return 'must say BYYEARDAY with FREQ=YEARLY alone'
  if (parts.has('BYMONTHDAY') && frequency === 'WEEKLY') return 'must not say BYMONTHDAY with FREQ=WEEKLY'
  const isNumbered = /\d/.test(parts.get('BYDAY') ?? '')
  if (isNumbered && (frequency === 'DAILY' || frequency === 'WEEKLY' || parts.has('BYWEEKNO')))
    return 'must number the weekdays of BYDAY by month or year alone'
  if (parts.has('BYSETPOS') && (frequency === 'DAILY' || frequency === 'WEEKLY'))
    return 'must say BYSETPOS with months or years alone'
  const chooses = [...parts.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS')
  if (parts.has('BYSETPOS') && !chooses) return 'must say BYSETPOS beside another BY'
  return undefined
}

function ruleOf(parts: ReadonlyMap<string, string>): Rule {
  const count = parts.get('COUNT')
  const until = parts.get('UNTIL')
  return {
    frequency: parts.get('FREQ') as Frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    ...(count && { count: Number(count) }),
    ...(until && { until: untilOf(until) }),
    weekStart: weekdayCodes.indexOf((parts.get('WKST') ?? 'MO') as WeekdayCode) + 1,
    by: Object.fromEntries([...parts].filter(([name]) => name.startsWith('BY'))),
  }
}

/** A date alone means the whole of that day. */
function untilOf(text: string): Until | undefined {
  const [, year, month, date, hour = '23', minute = '59', second = '59', utc] = UNTIL.exec(text)!
  const at = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(at) || new Date(at).getUTCDate() !== Number(date)) return undefined
  return utc ? { at } : { floating: at }
}

function untilText(until: Until): string {
  const time = 'at' in until ? until.at : until.floating
  const text = new Date(time).toISOString().replace(/[-:]|\.\d+/g, '')
  return 'at' in until ? text : text.replace('Z', '')
}

function isFrequency(word: string): word is Frequency {
  return frequencies.some((each) => each === word)
}
