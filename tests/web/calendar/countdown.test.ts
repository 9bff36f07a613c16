import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTick, timeLeft, timeLeftSpoken } from '../../../web/calendar/layout/countdown.ts'

const END = Date.parse('2026-03-03T15:05:00Z')
const earlier = (seconds: number) => END - seconds * 1000

describe('the time left', () => {
  it.each([
    [300, '5 min'],
    [299.5, '5 min'],
    [241, '5 min'],
    [240, '4 min'],
    [61, '2 min'],
    [60, '60 s'],
    [59.2, '60 s'],
    [1, '1 s'],
    [0.2, '1 s'],
    [0, '0 s'],
    [-30, '0 s'],
  ])('%d seconds before the end is %s', (seconds, words) => {
    expect(timeLeft(END, earlier(seconds))).toBe(words)
  })

  it('is read aloud by the minute alone', () => {
    expect(timeLeftSpoken(END, earlier(300))).toBe('5 minutes')
    expect(timeLeftSpoken(END, earlier(61))).toBe('2 minutes')
    expect(timeLeftSpoken(END, earlier(42))).toBe('less than a minute')
  })
})

describe('the next tick', () => {
  it('comes a minute later, or a second later in the last minute, on the end’s own beat', () => {
    expect(nextTick([END], earlier(299.5))).toBe(earlier(240))
    expect(nextTick([END], earlier(240))).toBe(earlier(180))
    expect(nextTick([END], earlier(60))).toBe(earlier(59))
    expect(nextTick([END], earlier(0.2))).toBe(END)
  })

  it('is the first of all, and never comes when all are over', () => {
    expect(nextTick([END, earlier(90)], earlier(170))).toBe(earlier(150))
    expect(nextTick([END], END)).toBeUndefined()
    expect(nextTick([], earlier(10))).toBeUndefined()
  })

  it('is just when the words change: not before, and not much later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000 }), (left) => {
        const now = END - left
        const next = nextTick([END], now)!
        expect(next).toBeGreaterThan(now)
        expect(timeLeft(END, next)).not.toBe(timeLeft(END, now))
        if (next - 1 > now) expect(timeLeft(END, next - 1)).toBe(timeLeft(END, now))
      }),
    )
  })
})
