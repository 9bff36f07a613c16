import type { Row, Section } from '../results.ts'
import { spreadOf } from '../statistics.ts'
import {
  type Contender,
  checkEqual,
  ours,
  rruleTemporal,
  rruleWithZone,
  type WeeklyRule,
  weeklyRules,
} from './contenders.ts'
import { measureExtending, seriesCount } from './extending.ts'

const MOST_EXTENDING_MS = 2000
const about = `Five years of a weekly rule with 40 exceptions, in eight zones, as instants; and a clinic's ${seriesCount} weekly series extended by a month.`

/** The three expand the same rules in turns, in this process; then a real database takes what a month brings. */
export async function benchRecurrence(runs: number): Promise<Section> {
  const rules = weeklyRules()
  checkEqual(rules)
  const times: Record<string, number[]> = { ours: [], rruleTemporal: [], rruleWithZone: [] }
  for (let round = 0; round <= runs; round++)
    for (const contender of [ours, rruleTemporal, rruleWithZone]) {
      const ms = timeOf(contender, rules, contender === rruleWithZone ? 2 : 40)
      if (round > 0) times[contender.name]!.push(ms)
    }
  const extending = await measureExtending(runs)
  return {
    bench: 'recurrence',
    about,
    rows: [...expandingRows(times), extendingRow(extending.ms)],
    notes: notesOf(extending.booked),
  }
}

/** Milliseconds a rule, over so many turns of all the rules. */
function timeOf(contender: Contender, rules: readonly WeeklyRule[], turns: number): number {
  const began = performance.now()
  for (let turn = 0; turn < turns; turn++) for (const rule of rules) contender(rule)
  return (performance.now() - began) / turns / rules.length
}

function expandingRows(times: Readonly<Record<string, number[]>>): Row[] {
  const figure = '5 years of a weekly rule, 40 exceptions'
  const [own, temporal, zoned] = [times.ours!, times.rruleTemporal!, times.rruleWithZone!].map(spreadOf)
  const isFaster = own!.median < temporal!.median && own!.median < zoned!.median
  return [
    { figure, who: 'rrule.js with TZID', value: zoned!, unit: 'ms', floor: own },
    { figure, who: 'rrule-temporal', value: temporal!, unit: 'ms', floor: own },
    { figure, who: 'ours', value: own!, unit: 'ms', target: { text: 'faster than both', met: isFaster } },
  ]
}

function extendingRow(ms: number[]): Row {
  const value = spreadOf(ms)
  const target = { text: `< ${MOST_EXTENDING_MS} ms`, met: value.median < MOST_EXTENDING_MS }
  return {
    figure: `${seriesCount} series extended by a month`,
    who: 'ours, with PostgreSQL',
    value,
    unit: 'ms',
    target,
  }
}

function notesOf(booked: readonly number[]): string[] {
  return [
    'The three give equal instants for all eight rules, or the bench fails. For the peers × floor is how many times ours they take. Each reads its texts anew every time; what each keeps of zones for itself it keeps.',
    `Extending decides every occurrence as a booking is decided and writes it with its occupancies, both logs and their chain of hashes: ${Math.min(...booked)} to ${Math.max(...booked)} appointments a run. Between runs the tables are analyzed, as autovacuum does.`,
  ]
}
