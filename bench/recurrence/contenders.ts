import rrule from 'rrule'
import { RRuleTemporal } from 'rrule-temporal'
import { expand } from '../../domain/recurrence.ts'
import { floatingOf, instantOfFloating } from '../../domain/zone.ts'

/** A weekly rule over five years, in wall-clock time. */
export interface WeeklyRule {
  readonly zone: string
  /** As if in UTC. */
  readonly start: number
  readonly until: number
  readonly excepted: readonly number[]
}

const WEEK = 7 * 24 * 60 * 60_000
const zones = [
  ...['America/New_York', 'America/Chicago', 'America/Los_Angeles', 'America/Santiago', 'Europe/London'],
  ...['Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe'],
]

/** Tuesdays at 16:00 in eight zones, each with forty exceptions. */
export function weeklyRules(): WeeklyRule[] {
  return zones.map((zone, index) => {
    const start = Date.parse('2026-11-24T16:00Z') + index * WEEK
    const excepted = Array.from({ length: 40 }, (_, at) => start + (3 + at * 6) * WEEK)
    return { zone, start, until: start + 260 * WEEK, excepted }
  })
}

/** Expands the rule from nothing but its texts and numbers, as instants. */
export type Contender = (rule: WeeklyRule) => number[]

export function ours({ zone, start, until, excepted }: WeeklyRule): number[] {
  const text = `FREQ=WEEKLY;UNTIL=${compact(instantOfFloating(until, zone))}Z`
  const range = { start: instantOfFloating(start, zone), end: instantOfFloating(until, zone) + 1 }
  const found = expand({ rrule: text, start, zone, excepted }, range)
  if ('problem' in found) throw new Error(found.problem)
  return found.occurrences.map((each) => each.at)
}

/** The zone is the library's own affair here. It answers in the time of the host, which has to be UTC. */
export function rruleWithZone({ zone, start, until, excepted }: WeeklyRule): number[] {
  const set = new rrule.RRuleSet()
  set.rrule(new rrule.RRule({ freq: rrule.RRule.WEEKLY, dtstart: new Date(start), until: new Date(until), tzid: zone }))
  for (const each of excepted) set.exdate(new Date(each))
  return set.all().map((each) => each.getTime())
}

export function rruleTemporal({ zone, start, until, excepted }: WeeklyRule): number[] {
  const rruleString = [
    `DTSTART;TZID=${zone}:${compact(start)}`,
    `RRULE:FREQ=WEEKLY;UNTIL=${compact(instantOfFloating(until, zone))}Z`,
    `EXDATE;TZID=${zone}:${excepted.map(compact).join(',')}`,
  ].join('\n')
  return new RRuleTemporal({ rruleString }).all().map((each) => each.epochMilliseconds)
}

/** Throws unless all three say the same, 261 Tuesdays but for forty, all of them at 16:00. */
export function checkEqual(rules: readonly WeeklyRule[]): void {
  for (const rule of rules) {
    const expected = ours(rule)
    if (expected.length !== 221 || expected.some((at) => (floatingOf(at, rule.zone) - rule.start) % WEEK !== 0))
      throw new Error(`${rule.zone}: not the Tuesdays asked for`)
    for (const other of [rruleWithZone, rruleTemporal])
      if (JSON.stringify(other(rule)) !== JSON.stringify(expected))
        throw new Error(`${other.name} gives other instants in ${rule.zone}; the host must keep UTC`)
  }
}

function compact(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, '')
}
