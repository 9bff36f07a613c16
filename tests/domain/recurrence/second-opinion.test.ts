import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, it } from 'vitest'
import { expand } from '../../../domain/recurrence.ts'
import { chanceOfTest } from '../../support/chance.ts'
import { floating } from './floating.ts'
import { type RandomRule, randomRule } from './random-rule.ts'

const RULES = 1500
const YEAR = 366 * 24 * 60 * 60_000

function ours({ rrule, start, zone }: RandomRule, from: number, to: number): string[] {
  const found = expand({ rrule, start: floating(start), zone }, { start: from, end: to }, 100_000)
  if ('problem' in found) throw new Error(`${rrule}: ${found.problem}`)
  return found.occurrences.map((each) => new Date(each.at).toISOString())
}

/** Another program's answer to the same question; where clocks skip two of its times to one instant it says that twice. */
function temporals({ rrule, start, zone }: RandomRule, from: number, to: number): string[] {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${zone}:${start}\nRRULE:${rrule}`,
    maxIterations: 100_000,
  })
  const found = rule.between(new Date(from), new Date(to - 1), true).map((each) => each.epochMilliseconds)
  return [...new Set(found)].sort((a, b) => a - b).map((each) => new Date(each).toISOString())
}

describe('random rules', () => {
  it(`come out as rrule-temporal has them, ${RULES} of them in six zones`, () => {
    const chance = chanceOfTest()
    for (let made = 0; made < RULES; made++) {
      const rule = randomRule(chance)
      const from = floating(rule.start) + chance.pick([-1, 0, 0.7, 3]) * YEAR
      const to = from + chance.pick([0.1, 1, 2.5]) * YEAR
      expect({ rule, starts: ours(rule, from, to) }).toEqual({ rule, starts: temporals(rule, from, to) })
    }
    // All of it is computing: on a machine that has other work it takes as long as that work lets it.
  }, 120_000)
})
