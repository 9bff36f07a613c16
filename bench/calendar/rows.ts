import type { Row, Section } from '../results.ts'
import { spreadOf } from '../statistics.ts'

interface Side {
  http: number[]
  bare: number[]
}

/** Milliseconds, the median of a run's readings. */
export interface Measured {
  small: Side
  large: Side
  bytes: number
}

/** Appointments in the table. */
export const sizes = { small: 10_000, large: 1_000_000 }

const mostMs = 25
const mostGrowth = 1.3

export function calendarSection({ small, large, bytes }: Measured): Section {
  const notes = [
    `24 therapists and 24 rooms, a day of 600 appointments each with both: ${Math.round(bytes / 1024)} KiB of JSON. A run’s figure is the median of 20 readings, one client, connection kept.`,
    'The table holds days like the one that is read; the two sizes are two copies of one database, read in turns.',
  ]
  const rows = [...sideRows(sizes.small, small), ...sideRows(sizes.large, large), growthRow(small.http, large.http)]
  return { bench: 'calendar', about, rows, notes }
}

function sideRows(size: number, { http, bare }: Side): Row[] {
  const figure = `a day among ${size.toLocaleString('en')} appointments`
  const [ours, floor] = [spreadOf(http), spreadOf(bare)]
  const target = { text: `p50 < ${mostMs} ms`, met: ours.median < mostMs }
  return [
    { figure, who: 'floor: the same statements by pg', value: floor, unit: 'ms' },
    { figure, who: 'ours, through HTTP', value: ours, unit: 'ms', floor, target },
  ]
}

/** Run by run, so that a slow minute of the machine is in both. */
function growthRow(small: number[], large: number[]): Row {
  const value = spreadOf(large.map((each, at) => each / small[at]!))
  const target = { text: `≤ ${mostGrowth}`, met: value.median <= mostGrowth }
  const figure = `${sizes.large.toLocaleString('en')} against ${sizes.small.toLocaleString('en')}`
  return { figure, who: 'ours, through HTTP', value, unit: '×', target }
}

const about =
  '`calendar` for one day of 24 resources × 600 appointments through HTTP, beside the same statements by `pg`.'
