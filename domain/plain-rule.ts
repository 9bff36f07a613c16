import { type Rule, type WeekdayCode, weekdayCodes } from './rrule-text.ts'
import type { Floating } from './zone.ts'

const DAY = 24 * 60 * 60_000
/** 1970-01-01 was a Thursday. */
const THURSDAY = 4

/** The stretch of wall-clock time that is asked about; both ends belong to it. */
export interface FloatingRange {
  readonly first: Floating
  readonly last: Floating
}

/** Whether arithmetic alone tells the rule's starts: every so many days, or weekdays of every so many weeks. */
export function isPlain({ frequency, by }: Rule): boolean {
  const parts = Object.keys(by)
  return parts.length === 0
    ? frequency === 'DAILY' || frequency === 'WEEKLY'
    : frequency === 'WEEKLY' && parts.join() === 'BYDAY'
}

/** The starts of a plain rule within the range, in order, at most so many. A rule with a count is counted from its start. */
export function plainStarts(rule: Rule, start: Floating, range: FloatingRange, most: number): Floating[] {
  const period = rule.interval * (rule.frequency === 'DAILY' ? DAY : 7 * DAY)
  const steps = rule.frequency === 'DAILY' ? [0] : weekSteps(rule, start)
  const ahead = rule.count === undefined ? Math.max(0, Math.floor((range.first - start) / period) - 1) : 0
  const found: Floating[] = []
  let left = rule.count ?? Infinity
  for (let begin = start + ahead * period; ; begin += period)
    for (const step of steps) {
      const next = begin + step
      if (next < start) continue
      if (next > range.last || left-- === 0) return found
      if (next >= range.first && found.push(next) === most) return found
    }
}

/** From the start's own weekday to each weekday of the rule, in the order of the rule's week. */
function weekSteps(rule: Rule, start: Floating): number[] {
  const own = weekdayIn(start)
  const inWeek = (weekday: number) => (weekday - rule.weekStart + 7) % 7
  const days = rule.by.BYDAY?.split(',').map((code) => weekdayCodes.indexOf(code as WeekdayCode) + 1) ?? [own]
  const steps = [...new Set(days)].map((weekday) => (inWeek(weekday) - inWeek(own)) * DAY)
  return steps.sort((a, b) => a - b)
}

/** ISO 8601: 1 is Monday. */
export function weekdayIn(floating: Floating): number {
  const days = Math.floor(floating / DAY)
  return ((((days + THURSDAY - 1) % 7) + 7) % 7) + 1
}
