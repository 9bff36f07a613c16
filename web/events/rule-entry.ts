import { isPlain, plainStarts } from '../../domain/plain-rule.ts'
import { readRule } from '../../domain/rrule-text.ts'
import { type LocalDate, localDateOf } from '../../domain/zone.ts'
import { noRepeat, type Repeat, repeatKinds, ruleOf } from '../repeat/repeat.ts'

/** The rule as it is entered; undefined for one that the fields cannot say. */
export function repeatOf(rrule: string | null, date: LocalDate, zone: string): Repeat | undefined {
  if (rrule === null) return noRepeat
  const reading = readRule(rrule)
  if ('problem' in reading) return undefined
  const { count, until } = reading.rule
  const end: Omit<Repeat, 'kind'> = {
    ends: count !== undefined ? 'count' : until ? 'date' : 'never',
    count: String(count ?? noRepeat.count),
    until: until ? ('at' in until ? localDateOf(until.at, zone) : dateOfFloating(until.floating)) : '',
  }
  const wanted = everyOf(rrule)
  const kind = repeatKinds.find((each) => everyOf(ruleOf({ ...end, ends: 'never', kind: each }, date)) === wanted)
  return kind && { ...end, kind }
}

/** Whether a rule that begins that day gives the other one as far as is plain to see; the server knows all of them. */
export function mayGive(rrule: string, first: LocalDate, day: LocalDate): boolean {
  const reading = readRule(rrule)
  if ('problem' in reading || !isPlain(reading.rule)) return true
  const at = Date.parse(day)
  return plainStarts(reading.rule, Date.parse(first), { first: at, last: at }, 1).length > 0
}

/** Which days a rule gives, whenever it ends. */
function everyOf(rrule: string | undefined): string | undefined {
  if (rrule === undefined) return undefined
  const reading = readRule(rrule)
  if ('problem' in reading) return undefined
  const { frequency, interval, by } = reading.rule
  return JSON.stringify([frequency, interval, Object.entries(by).sort()])
}

function dateOfFloating(floating: number): LocalDate {
  return new Date(floating).toISOString().slice(0, 10)
}
