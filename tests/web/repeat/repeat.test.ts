import { describe, expect, it } from 'vitest'
import { expand } from '../../../domain/recurrence.ts'
import { floatingOf, instantOf, localDateOf } from '../../../domain/zone.ts'
import { noRepeat, type Repeat, repeatProblem, ruleOf } from '../../../web/repeat/repeat.ts'
import { kindInWords, ruleInWords } from '../../../web/repeat/rule-words.ts'

const zone = 'America/New_York'
/** The first Tuesday of the month. */
const TUESDAY = '2026-03-03'
const times = (kind: Repeat['kind'], count = '4'): Repeat => ({ ...noRepeat, kind, count })

function datesOf(rrule: string, date: string): string[] {
  const start = instantOf(date, '16:00', zone)
  const window = { start, end: start + 400 * 24 * 60 * 60_000 }
  const expansion = expand({ rrule, start: floatingOf(start, zone), zone, excepted: [] }, window)
  if ('problem' in expansion) throw new Error(expansion.problem)
  return expansion.occurrences.map(({ at }) => localDateOf(at, zone))
}

describe('the rule of what is entered', () => {
  it.each([
    ['week', 'FREQ=WEEKLY;COUNT=4;BYDAY=TU', ['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24']],
    ['two-weeks', 'FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=TU', ['2026-03-03', '2026-03-17', '2026-03-31', '2026-04-14']],
    ['month-date', 'FREQ=MONTHLY;COUNT=4;BYMONTHDAY=3', ['2026-03-03', '2026-04-03', '2026-05-03', '2026-06-03']],
    ['month-weekday', 'FREQ=MONTHLY;COUNT=4;BYDAY=1TU', ['2026-03-03', '2026-04-07', '2026-05-05', '2026-06-02']],
  ] as const)('%s is %s', (kind, rule, dates) => {
    expect(ruleOf(times(kind), TUESDAY)).toBe(rule)
    expect(datesOf(rule, TUESDAY)).toEqual(dates)
  })

  it('means the last where the month has a fifth', () => {
    const rule = ruleOf(times('month-weekday', '3'), '2026-03-31')!
    expect(rule).toBe('FREQ=MONTHLY;COUNT=3;BYDAY=-1TU')
    expect(datesOf(rule, '2026-03-31')).toEqual(['2026-03-31', '2026-04-28', '2026-05-26'])
  })

  it('takes the last day along when it ends on a date', () => {
    const rule = ruleOf({ ...noRepeat, kind: 'week', ends: 'date', until: '2026-03-17' }, TUESDAY)!
    expect(datesOf(rule, TUESDAY)).toEqual(['2026-03-03', '2026-03-10', '2026-03-17'])
  })

  it('goes on without an end', () => {
    expect(ruleOf({ ...noRepeat, kind: 'two-weeks', ends: 'never' }, TUESDAY)).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU')
  })

  it('is none while something is missing, and says what', () => {
    expect(ruleOf(noRepeat, TUESDAY)).toBeUndefined()
    expect(repeatProblem(noRepeat, TUESDAY)).toBeUndefined()
    expect(repeatProblem(times('week', ''), TUESDAY)).toMatch('how many times')
    expect(repeatProblem(times('week', '1'), TUESDAY)).toMatch('how many times')
    const ended: Repeat = { ...noRepeat, kind: 'week', ends: 'date', until: '2026-03-01' }
    expect(repeatProblem(ended, TUESDAY)).toMatch('after the first')
    expect(repeatProblem({ ...ended, until: '2026-03-10' }, TUESDAY)).toBeUndefined()
  })
})

describe('a rule in words', () => {
  it.each([
    ['FREQ=WEEKLY;COUNT=8;BYDAY=TU', 'Every week on Tuesday, 8 times'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', 'Every 2 weeks on Tuesday and Thursday'],
    ['FREQ=WEEKLY;UNTIL=20260505T235959;BYDAY=MO', 'Every week on Monday, until May 5, 2026'],
    ['FREQ=WEEKLY;UNTIL=20260506T035959Z;BYDAY=MO', 'Every week on Monday, until May 5, 2026'],
    ['FREQ=MONTHLY;BYMONTHDAY=3', 'Every month on the 3rd'],
    ['FREQ=MONTHLY;BYDAY=5FR', 'Every month on the fifth Friday'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=11,22', 'Every 3 months on the 11th and 22nd'],
    ['FREQ=MONTHLY;BYDAY=1TU', 'Every month on the first Tuesday'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'Every month on the last Friday'],
    ['FREQ=DAILY;COUNT=1', 'Every day, 1 time'],
    ['FREQ=YEARLY', 'Every year'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1', 'By the rule FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1'],
  ])('%s is "%s"', (rule, words) => {
    expect(ruleInWords(rule, zone)).toBe(words)
  })

  it('is the same as what is chosen, but for its end', () => {
    for (const kind of ['week', 'two-weeks', 'month-date', 'month-weekday'] as const) {
      expect(ruleInWords(ruleOf(times(kind), TUESDAY)!, zone)).toBe(`${kindInWords(kind, TUESDAY)}, 4 times`)
    }
  })
})

it('says of a day that not every month has that the others are left out', () => {
  expect(kindInWords('month-date', '2026-03-28')).toBe('Every month on the 28th')
  expect(kindInWords('month-date', '2026-03-31')).toBe('Every month that has a 31st')
})
