import { randomInt } from 'node:crypto'
import { onTestFailed } from 'vitest'
import { testSeed } from './env.ts'

/** Chance that can be had again: the same seed makes the same choices. */
export interface Chance {
  /** True in that share of all cases. */
  happens(share: number): boolean
  pick<T>(from: readonly T[]): T
}

/** For the test that is running: says its seed when the test fails. */
export function chanceOfTest(seed = testSeed ?? randomInt(2 ** 32)): Chance {
  onTestFailed(() => {
    process.stderr.write(`Its chance came from DAYBOOK_TEST_SEED=${seed}\n`)
  })
  return makeChance(seed)
}

/** Mulberry32, a generator of 32 bits by Tommy Ettinger in the public domain. */
export function makeChance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    happens: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)]!,
  }
}
