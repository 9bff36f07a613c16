import type { Row } from '../results.ts'
import { spreadOf } from '../statistics.ts'
import type { Frames } from './frames.ts'
import type { Measured } from './rounds.ts'

const most = 2

/** Painted and busy for every contender beside the floor; only ours has something to meet. */
export function gridRows(measured: Measured[]): Row[] {
  return measured.flatMap((one) => [rowOf(measured, one, 'painted'), rowOf(measured, one, 'busy')])
}

function rowOf(measured: Measured[], one: Measured, what: 'painted' | 'busy'): Row {
  const floor = measured.find((other) => other.figure === one.figure && other.contender === 'floor')!
  const row: Row = { figure: `${one.figure}, ${what}`, who: one.contender, value: spreadOf(one[what]), unit: 'ms' }
  if (one.contender === 'floor') return row
  const beside: Row = { ...row, floor: spreadOf(floor[what]) }
  const asked = one.contender === 'ours' && what === 'painted'
  return asked ? { ...beside, target: { text: `≤ ${most} × floor`, met: ratio(beside) <= most } } : beside
}

export function dragRows(drags: Frames[]): Row[] {
  const figure = 'a drag across the grid'
  const who = 'ours'
  const long = spreadOf(drags.map((each) => each.long))
  const gap = spreadOf(drags.map((each) => each.longestGap))
  const target = { text: 'none', met: long.max === 0 }
  return [
    { figure: `${figure}, frames over 50 ms`, who, value: long, unit: 'frames', target },
    { figure: `${figure}, longest gap between frames`, who, value: gap, unit: 'ms' },
  ]
}

function ratio({ value, floor }: Row): number {
  return value.median / floor!.median
}
