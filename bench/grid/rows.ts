import type { Row } from '../results.ts'
import { spreadOf } from '../statistics.ts'
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

function ratio({ value, floor }: Row): number {
  return value.median / floor!.median
}
