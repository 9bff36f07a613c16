import rrule from 'rrule'
import type { Instant, Interval } from './interval.ts'
import { type FloatingRange, isPlain, plainStarts } from './plain-rule.ts'
import { type Frequency, MOST_OCCURRENCES, type Rule, readRule, weekdayCodes } from './rrule-text.ts'
import { type Floating, floatingOf, instantOfFloating } from './zone.ts'

/** What repeats, as iCalendar says it (RFC 5545): all of it in the wall-clock time of the zone. */
export interface Recurrence {
  /** The text of an RRULE. */
  readonly rrule: string
  /** DTSTART: when the first one begins. It is an occurrence only where the rule says so. */
  readonly start: Floating
  readonly zone: string
  /** EXDATE: when occurrences begin that do not take place. */
  readonly excepted?: readonly Floating[]
  /** RDATE: those that take place besides. */
  readonly added?: readonly Floating[]
}

export interface Occurrence {
  /** What the wall clock shows by the rule; where the clocks skip that time, the occurrence begins later. */
  readonly floating: Floating
  readonly at: Instant
}

export type Expansion = { readonly occurrences: readonly Occurrence[] } | { readonly problem: string }

const DAY = 24 * 60 * 60_000
const MOST_DATES = 1000
/** More than a rule can give in the days looked at before and after a range. */
const NEAR_BY = 500
const FURTHEST_YEARS = 20
const YEAR = 366 * DAY

/**
 * The occurrences that begin within the range, each instant once and in order, or what is wrong with the recurrence.
 * A time that the clocks skip moves forward by the gap, one that they repeat is the first of the two. Bounded: a rule may
 * be endless because the range is not, but it gives at most `most` occurrences, within 20 years of its start.
 */
export function expand(recurrence: Recurrence, range: Interval, most = MOST_OCCURRENCES): Expansion {
  const reading = readRule(recurrence.rrule)
  if ('problem' in reading) return reading
  const { excepted = [], added = [], zone, start } = recurrence
  if (excepted.length > MOST_DATES || added.length > MOST_DATES)
    return { problem: `must except or add at most ${MOST_DATES} dates` }
  const window = { first: floatingOf(range.start, zone) - DAY, last: floatingOf(range.end, zone) + DAY }
  if (window.last - start > FURTHEST_YEARS * YEAR)
    return { problem: `must not be asked about more than ${FURTHEST_YEARS} years after its start` }
  const left = new Set(excepted.map((each) => instantOfFloating(each, zone)))
  const besides = new Set(added)
  const starts = ruleStarts(reading.rule, start, lastOf(reading.rule, window, zone), most + left.size + NEAR_BY)
  const occurrences = inOrder([...starts, ...besides], zone).filter(
    ({ floating, at }) =>
      at >= range.start &&
      at < range.end &&
      !left.has(at) &&
      (besides.has(floating) || isBefore(reading.rule, floating, at)),
  )
  return occurrences.length > most ? { problem: `must give at most ${most} appointments` } : { occurrences }
}

/** When the last occurrence begins; undefined for a rule without an end. Of a rule that is already known to be right. */
export function lastStart(recurrence: Recurrence): Instant | undefined {
  const reading = readRule(recurrence.rrule)
  if ('problem' in reading || (reading.rule.count === undefined && !reading.rule.until)) return undefined
  const start = instantOfFloating(recurrence.start, recurrence.zone)
  const found = expand(recurrence, { start, end: start + (FURTHEST_YEARS - 1) * YEAR })
  return 'occurrences' in found ? found.occurrences.at(-1)?.at : undefined
}

/** The range, no longer than the rule itself; a day of room for what the clocks do. */
function lastOf({ until }: Rule, window: FloatingRange, zone: string): FloatingRange {
  if (!until) return window
  const end = 'at' in until ? floatingOf(until.at, zone) + DAY : until.floating
  return { first: window.first, last: Math.min(window.last, end) }
}

function isBefore({ until }: Rule, floating: Floating, at: Instant): boolean {
  if (!until) return true
  return 'at' in until ? at <= until.at : floating <= until.floating
}

function inOrder(floatings: readonly Floating[], zone: string): Occurrence[] {
  const occurrences = floatings.map((floating) => ({ floating, at: instantOfFloating(floating, zone) }))
  occurrences.sort((a, b) => a.at - b.at || a.floating - b.floating)
  return occurrences.filter((each, index) => each.at !== occurrences[index - 1]?.at)
}

function ruleStarts(rule: Rule, start: Floating, range: FloatingRange, most: number): Floating[] {
  return isPlain(rule) ? plainStarts(rule, start, range, most) : libraryStarts(rule, start, range, most)
}

const daysOfPeriod: Record<Frequency, number> = { DAILY: 1, WEEKLY: 7, MONTHLY: 28, YEARLY: 365 }

/** Floating times go in and come out as dates in UTC; the library is never told of a zone. */
function libraryStarts(rule: Rule, start: Floating, range: FloatingRange, most: number): Floating[] {
  if (range.last < start) return []
  const by = Object.entries(rule.by).map(([name, value]) => `${name}=${asUnderstood(rule, name, value)}`)
  const text = [
    `FREQ=${rule.frequency}`,
    `INTERVAL=${rule.interval}`,
    `WKST=${weekdayCodes[rule.weekStart - 1]}`,
    ...by,
  ]
  const library = new rrule.RRule({
    ...rrule.RRule.parseString(text.join(';')),
    dtstart: new Date(start),
    until: new Date(range.last),
  })
  const periods = (range.last - start) / (daysOfPeriod[rule.frequency] * rule.interval * DAY) + 2
  stopAfter(library, periods)
  const found: Floating[] = []
  let previous = Number.NaN
  let left = rule.count ?? Infinity
  library.all((date) => {
    const next = date.getTime()
    if (next !== previous && left-- > 0 && next >= range.first) found.push(next)
    previous = next
    return left > 0 && found.length < most
  })
  return found
}

/** The library gives the times of a day in the order in which they are written. */
function asUnderstood(rule: Rule, name: string, value: string): string {
  if (name === 'BYDAY') return allNumbered(rule, value)
  return value
    .split(',')
    .sort((a, b) => Number(a) - Number(b))
    .join(',')
}

/** The library takes SU,-1SA for Sundays that are last Saturdays; with every one numbered it takes either. */
function allNumbered({ frequency, by }: Rule, days: string): string {
  const entries = days.split(',')
  const isNumbered = (entry: string) => entry.length > 2
  if (!entries.some(isNumbered)) return days
  const most = frequency === 'YEARLY' && !by.BYMONTH ? 53 : 5
  const each = (entry: string) => Array.from({ length: most }, (_, index) => `${index + 1}${entry}`)
  return entries.flatMap((entry) => (isNumbered(entry) ? entry : each(entry))).join(',')
}

/**
 * A rule that never comes, 30 February, would be looked for until the year 9999. The library reads the interval twice a
 * period and stops when it is 0; nothing else stops it.
 */
function stopAfter(library: InstanceType<typeof rrule.RRule>, periods: number): void {
  const { interval } = library.options
  let reads = 2 * periods + 1
  Object.defineProperty(library.options, 'interval', { get: () => (reads-- > 0 ? interval : 0) })
}
