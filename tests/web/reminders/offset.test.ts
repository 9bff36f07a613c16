import { describe, expect, it } from 'vitest'
import { minutesOf, offsetInWords, offsetOf, offsetProblem } from '../../../web/reminders/offset.ts'

describe('an offset', () => {
  it.each([
    [60, '1 hour'],
    [90, '90 minutes'],
    [120, '2 hours'],
    [1440, '24 hours'],
    [2880, '48 hours'],
    [4320, '3 days'],
    [10_080, '1 week'],
    [20_160, '2 weeks'],
    [10_081, '10081 minutes'],
  ])('of %i minutes is spoken of as %s, and comes back the same', (minutes, words) => {
    expect(offsetInWords(offsetOf(minutes))).toBe(words)
    expect(minutesOf(offsetOf(minutes))).toBe(minutes)
  })

  it.each([
    [{ amount: '', unit: 'hours' }, 'Write a whole number, like 24.'],
    [{ amount: '1.5', unit: 'hours' }, 'Write a whole number, like 24.'],
    [{ amount: '0', unit: 'days' }, 'Write a whole number, like 24.'],
    [{ amount: '4', unit: 'minutes' }, 'At least 5 minutes.'],
    [{ amount: '9', unit: 'weeks' }, 'At most 60 days.'],
    [{ amount: '60', unit: 'days' }, undefined],
  ] as const)('%j is answered with %s', (offset, problem) => {
    expect(offsetProblem(offset)).toBe(problem)
  })
})
