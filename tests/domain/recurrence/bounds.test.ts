import { describe, expect, it } from 'vitest'
import { expand } from '../../../domain/recurrence.ts'
import { readRule, writeRule } from '../../../domain/rrule-text.ts'
import { floating } from './floating.ts'

const start = floating('20261124T160000')
const YEAR = 366 * 24 * 60 * 60_000
const ask = (rrule: string, years = 5, more: { excepted?: number[] } = {}) =>
  expand({ rrule, start, zone: 'America/New_York', ...more }, { start, end: start + years * YEAR })

describe('a rule that asks for too much', () => {
  it.each([
    ['FREQ=DAILY', /at most 1000 appointments/],
    ['FREQ=DAILY;COUNT=1001', /COUNT from 1 to 1000/],
    ['FREQ=DAILY;INTERVAL=0', /INTERVAL from 1 to 1000/],
    ['FREQ=WEEKLY;BYHOUR=9,10,11,12,13,14,15,16,17;BYMINUTE=0,5,10,15,20,25,30,35,40,45,50,55', /100 times a day/],
    ['FREQ=SECONDLY', /no faster/],
    ['FREQ=FORTNIGHTLY', /FREQ of DAILY, WEEKLY, MONTHLY or YEARLY/],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20270101', /both COUNT and UNTIL/],
    ['FREQ=WEEKLY;UNTIL=20270231', /UNTIL that exists/],
    ['FREQ=WEEKLY;FREQ=DAILY', /FREQ once/],
    ['FREQ=WEEKLY;BYSECOND=1', /must not say BYSECOND/],
    ['FREQ=WEEKLY;TZID=Europe/Berlin', /must not say TZID/],
    ['FREQ=WEEKLY;BYMONTHDAY=3', /BYMONTHDAY with FREQ=WEEKLY/],
    ['FREQ=WEEKLY;BYDAY=2TU', /number the weekdays/],
    ['FREQ=MONTHLY;BYSETPOS=1', /beside another BY/],
    ['FREQ=WEEKLY;BYDAY=TU;BYSETPOS=1', /months or years alone/],
    ['FREQ=MONTHLY;BYWEEKNO=3', /BYWEEKNO/],
    ['FREQ=MONTHLY;BYYEARDAY=3', /BYYEARDAY/],
    ['FREQ=MONTHLY;BYMONTHDAY=32', /BYMONTHDAY as in RFC 5545/],
    ['BYDAY=TU', /say FREQ/],
    ['', /RRULE of RFC 5545/],
    [`FREQ=WEEKLY;BYDAY=${'TU,'.repeat(200)}TU`, /500 characters/],
  ])('%s is refused', (rrule, says) => {
    const found = ask(rrule)
    expect('problem' in found && found.problem).toMatch(says)
  })

  it('is told how many dates may be excepted', () => {
    const found = ask('FREQ=WEEKLY', 1, { excepted: Array.from({ length: 10_000 }, (_, index) => start + index) })
    expect(found).toEqual({ problem: 'must except or add at most 1000 dates' })
  })

  it('is told how far it reaches', () => {
    expect(ask('FREQ=YEARLY', 21)).toEqual({ problem: 'must not be asked about more than 20 years after its start' })
  })

  it.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1',
    'FREQ=WEEKLY;INTERVAL=1000;BYMONTH=2;BYDAY=MO',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6',
  ])('%s never comes and is not looked for until the year 9999', (rrule) => {
    ask(rrule, 19)
    const began = performance.now()
    expect(ask(rrule, 19)).toEqual({ occurrences: [] })
    expect(performance.now() - began).toBeLessThan(500)
  })
})

it.each([
  ['rrule:freq=weekly;byday=tu;interval=1;wkst=mo;', 'FREQ=WEEKLY;BYDAY=TU'],
  ['RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=4', 'FREQ=MONTHLY;COUNT=4;BYDAY=-1FR'],
  ['FREQ=WEEKLY;UNTIL=20270331T235959Z;INTERVAL=2', 'FREQ=WEEKLY;UNTIL=20270331T235959Z;INTERVAL=2'],
  ['FREQ=WEEKLY;UNTIL=20270331', 'FREQ=WEEKLY;UNTIL=20270331T235959'],
])('%s is written %s', (text, tidy) => {
  const reading = readRule(text)
  expect('rule' in reading && writeRule(reading.rule)).toBe(tidy)
})
