import { describe, expect, it } from 'vitest'
import { isLate, isLateCancellation, originOf } from '../../domain/booking-settings.ts'
import { googleLink, outlookLink } from '../../domain/ics/add-links.ts'
import { answersTo, type IntakeQuestion } from '../../domain/intake.ts'

const START = Date.parse('2040-03-06T15:00:00Z')
const HOUR = 60 * 60_000

describe('notice', () => {
  it('is kept up to the very instant', () => {
    expect(isLate(START, 60, START - HOUR)).toBe(false)
    expect(isLate(START, 60, START - HOUR + 1)).toBe(true)
    expect(isLate(START, 0, START)).toBe(false)
  })

  it('is nobody’s to keep who is called off by the clinic, or for what has begun', () => {
    const asked = { cancelNoticeMinutes: 1440 }
    const at = START - HOUR
    expect(isLateCancellation('client_ill', START, asked, at)).toBe(true)
    for (const reason of ['provider', 'provider_ill', 'provider_leave', 'administrative', 'weather'])
      expect(isLateCancellation(reason, START, asked, at)).toBe(false)
    expect(isLateCancellation('client', START, asked, START + HOUR)).toBe(false)
  })
})

describe('a site', () => {
  it.each([
    ['https://www.harbor.example/booking?x=1', 'https://www.harbor.example'],
    ['harbor.example', 'https://harbor.example'],
    ['HTTPS://Harbor.Example:8443/', 'https://harbor.example:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://harbor.example', undefined],
    ['https://user:pass@harbor.example', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ["https://harbor.example; script-src 'unsafe-inline'", undefined],
    ['*', undefined],
    ['', undefined],
  ])('typed as %s is %s', (typed, origin) => {
    expect(originOf(typed)).toBe(origin)
  })
})

describe('answers', () => {
  const ask = (change: Partial<IntakeQuestion>): IntakeQuestion[] => [
    { id: 'one', label: 'Why?', kind: 'text', required: false, choices: [], ...change },
  ]

  it('are kept with what was asked, those left empty left out', () => {
    expect(answersTo(ask({}), { one: '  because \n of it ' })).toEqual({
      answers: [{ question: 'Why?', answer: 'because of it' }],
    })
    expect(answersTo(ask({}), { one: ' ', two: 'x' })).toEqual({ answers: [] })
  })

  it.each([
    ['empty where it must be answered', ask({ required: true }), ''],
    ['none of the choices', ask({ kind: 'choice', choices: ['a', 'b'] }), 'c'],
    ['another tick than yes', ask({ kind: 'yes' }), 'on'],
    ['longer than can be kept', ask({ kind: 'long' }), 'x'.repeat(2001)],
    ['what cannot be kept', ask({ kind: 'text' }), 'a\u202eb'],
  ])('that are %s are refused', (_, questions, one) => {
    expect(answersTo(questions, { one })).toEqual({ wrong: ['one'] })
  })
})

describe('the links that add it to a calendar', () => {
  it('say when in the way that each reads', () => {
    const entry = { title: 'Appointment at Harbor & Co.', startsAt: START, endsAt: START + HOUR, location: '1 Quay' }
    expect(new URL(googleLink(entry)).searchParams.get('dates')).toBe('20400306T150000Z/20400306T160000Z')
    const outlook = new URL(outlookLink(entry)).searchParams
    expect(outlook.get('startdt')).toBe('2040-03-06T15:00:00.000Z')
    expect(outlook.get('subject')).toBe('Appointment at Harbor & Co.')
  })
})
