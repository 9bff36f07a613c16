import { type Instant } from './interval.ts'
import { weekdayIn } from './plain-rule.ts'
import { expand, lastStart, type Recurrence } from './recurrence.ts'
import { type Rule, readRule, type WeekdayCode, weekdayCodes, writeRule } from './rrule-text.ts'
import { type Floating, floatingOf, instantOfFloating } from './zone.ts'

/** What a series repeats, and how far it was turned into appointments. */
export interface Repeating extends Recurrence {
  readonly excepted: readonly Floating[]
  readonly lastStartsAt: Instant | null
  readonly extendedUntil: Instant
}

/** The part of a series from one of its occurrences on, standing so much earlier or later on the wall clock. */
export interface SeriesRest {
  readonly recurrence: Repeating
  /** Where the occurrence that began then begins now. */
  readonly shifted: (original: Instant) => Instant
}

/** A third Tuesday moved by a day is no third Wednesday. */
const NOT_SHIFTED =
  'The days of the month or year on which this series repeats cannot be shifted: move one alone, or cancel those to come and book another series.'

const DAY = 24 * 60 * 60_000
/** Twenty years of days. */
const MOST_BEFORE = 7400

/** The rest of a series from the occurrence `first` on, shifted; says why where its rule cannot be. */
export function restOf(series: Repeating, first: Instant, shift: number): SeriesRest | { readonly problem: string } {
  const { zone } = series
  const begin = instantOfFloating(series.start, zone)
  const whole = expand({ ...series, excepted: [] }, { start: begin, end: series.extendedUntil }, MOST_BEFORE)
  if ('problem' in whole) return { problem: `The rule of the series ${whole.problem}.` }
  const wallClock = new Map(whole.occurrences.map((each) => [each.at, each.floating]))
  const floating = (at: Instant) => wallClock.get(at) ?? floatingOf(at, zone)
  const before = whole.occurrences.filter((each) => each.at < first).length
  const rule = shiftRule(ruleOf(series), floating(first), shift, zone)
  if (!rule) return { problem: NOT_SHIFTED }
  const recurrence = {
    rrule: writeRule(rule.count === undefined ? rule : { ...rule, count: rule.count - before }),
    start: floating(first) + shift,
    zone,
    excepted: series.excepted.filter((each) => each >= floating(first)).map((each) => each + shift),
  }
  const later = (at: Instant) => instantOfFloating(floating(at) + shift, zone)
  const lastStartsAt = series.lastStartsAt === null ? null : (lastStart(recurrence) ?? recurrence.start)
  return { recurrence: { ...recurrence, lastStartsAt, extendedUntil: later(series.extendedUntil) }, shifted: later }
}

/** The series without what begins at that instant or later: until the last before it, where there is one. */
export function endedBefore(series: Repeating, first: Instant): Pick<Repeating, 'rrule' | 'lastStartsAt'> {
  const until = (at: Instant) => writeRule({ ...ruleOf(series), count: undefined, until: { at } })
  const justBefore = first - 1000
  const lastStartsAt = lastStart({ ...series, rrule: until(justBefore) }) ?? justBefore
  return { rrule: until(lastStartsAt), lastStartsAt }
}

/** Weekdays move with the shift; days that a rule names in any other way, or hours, cannot. */
function shiftRule(rule: Rule, first: Floating, shift: number, zone: string): Rule | undefined {
  const days = Math.floor((first + shift) / DAY) - Math.floor(first / DAY)
  const { BYDAY, ...by } = rule.by
  if (shift !== 0 && (by.BYHOUR || by.BYMINUTE)) return undefined
  if (days !== 0 && (Object.keys(by).length > 0 || (rule.frequency !== 'DAILY' && rule.frequency !== 'WEEKLY')))
    return undefined
  return {
    ...rule,
    until: rule.until && shiftUntil(rule.until, shift, zone),
    // Which weekdays share a week matters only where weeks are left out.
    weekStart: BYDAY && rule.interval > 1 ? shiftWeekday(rule.weekStart, days) : rule.weekStart,
    by: {
      ...by,
      ...(BYDAY && {
        BYDAY:
          days === 0
            ? BYDAY
            : BYDAY.split(',')
                .map((each) => shiftCode(each, days))
                .join(','),
      }),
    },
  }
}

function shiftUntil(until: NonNullable<Rule['until']>, shift: number, zone: string): Rule['until'] {
  if ('floating' in until) return { floating: until.floating + shift }
  return { at: instantOfFloating(floatingOf(until.at, zone) + shift, zone) }
}

function shiftCode(code: string, days: number): string {
  return weekdayCodes[shiftWeekday(weekdayCodes.indexOf(code as WeekdayCode) + 1, days) - 1]!
}

function shiftWeekday(weekday: number, days: number): number {
  return weekdayIn((weekday + 3 + days) * DAY)
}

function ruleOf({ rrule }: Recurrence): Rule {
  const reading = readRule(rrule)
  if ('problem' in reading) throw new RangeError(`not a rule: ${reading.problem}`)
  return reading.rule
}
