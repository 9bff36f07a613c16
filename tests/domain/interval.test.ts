import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, type Interval, intersect, merge, overlaps, subtract } from '../../domain/interval.ts'

const at = (start: number, end: number): Interval => ({ start, end })
const some = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 })), { maxLength: 8 })
  .map((pairs) => pairs.map(([start, length]) => at(start, start + length)))

/** The obvious way: every instant on its own. */
const instantsOf = (intervals: readonly Interval[]) =>
  Array.from({ length: 60 }, (_, instant) => instant).filter((instant) =>
    intervals.some((each) => each.start <= instant && instant < each.end),
  )

describe('intervals', () => {
  it.each([
    [at(0, 10), at(10, 20), false],
    [at(0, 10), at(9, 20), true],
    [at(0, 30), at(10, 20), true],
    [at(10, 20), at(0, 30), true],
    [at(10, 20), at(20, 30), false],
  ])('%o and %o overlap: %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected)
    expect(intersect(a, b) !== undefined).toBe(expected)
  })

  it('contain themselves and what lies within', () => {
    expect(contains(at(0, 10), at(0, 10))).toBe(true)
    expect(contains(at(0, 10), at(5, 11))).toBe(false)
  })

  it('merge into sorted ones that hold the same instants and do not touch', () => {
    fc.assert(
      fc.property(some, (intervals) => {
        const merged = merge(intervals)
        expect(instantsOf(merged)).toEqual(instantsOf(intervals))
        for (const [index, each] of merged.entries())
          if (index > 0) expect(each.start).toBeGreaterThan(merged[index - 1]!.end)
      }),
    )
  })

  it('leave, when others are taken out, the instants that only they hold', () => {
    fc.assert(
      fc.property(some, some, (from, taken) => {
        const gone = new Set(instantsOf(taken))
        expect(instantsOf(subtract(from, taken))).toEqual(instantsOf(from).filter((each) => !gone.has(each)))
      }),
    )
  })
})
