import type { Instant } from '../interval.ts'
import { type Rule, readRule, writeRule } from '../rrule-text.ts'

/**
 * Whether calendars agree on what the rule means: each day, weekdays of a week, one day or one weekday of a month, a day of
 * the year. Of the others they know more or less; their sessions are told one by one.
 */
export function isCommonRule(text: string): boolean {
  const { by, frequency } = ruleOf(text)
  const parts = Object.keys(by)
  if (parts.length === 0) return true
  if (parts.length > 1) return false
  if (frequency === 'WEEKLY') return by.BYDAY !== undefined
  if (frequency !== 'MONTHLY') return false
  return /^\d+$/.test(by.BYMONTHDAY ?? '') || /^(-1|[1-4])[A-Z]{2}$/.test(by.BYDAY ?? '')
}

/** The rule up to the occurrence at that instant, however it said its end. */
export function boundedRule(text: string, until: Instant): string {
  const { count: _, ...rule } = ruleOf(text)
  return writeRule({ ...rule, until: { at: until } })
}

function ruleOf(text: string): Rule {
  const reading = readRule(text)
  if ('problem' in reading) throw new Error(`a rule that was kept cannot be read: ${reading.problem}`)
  return reading.rule
}
