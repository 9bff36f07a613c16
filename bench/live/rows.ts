import type { Row, Section } from '../results.ts'
import { spreadOf } from '../statistics.ts'

/** One value a run: milliseconds, messages a second, microseconds. */
export interface Measured {
  here: number[]
  elsewhere: number[]
  bareP99: number[]
  rate: number[]
  bareRate: number[]
  micros: number[]
  bareMicros: number[]
}

const mostMs = 50
const leastShare = 0.5
const mostCost = 2

export function liveSection(measured: Measured): Section {
  return { bench: 'live', about, rows: [...delayRows(measured), ...broadcastRows(measured)], notes }
}

function delayRows({ here, elsewhere, bareP99 }: Measured): Row[] {
  const floor = spreadOf(bareP99)
  const ours = (who: string, values: number[]): Row => {
    const value = spreadOf(values)
    const target = { text: `p99 < ${mostMs} ms`, met: value.median < mostMs }
    return { figure: 'commit to 200 sockets, p99', who, value, unit: 'ms', floor, target }
  }
  return [
    { figure: 'commit to 200 sockets, p99', who: 'floor: bare ws, from its first send', value: floor, unit: 'ms' },
    ours('ours, changed through this server', here),
    ours('ours, changed by another process', elsewhere),
  ]
}

function broadcastRows({ rate, bareRate, micros, bareMicros }: Measured): Row[] {
  const [ours, floor] = [spreadOf(rate), spreadOf(bareRate)]
  const [cost, floorCost] = [spreadOf(micros), spreadOf(bareMicros)]
  const fast = { text: `≥ ${leastShare} × floor`, met: ours.median >= leastShare * floor.median }
  const cheap = { text: `≤ ${mostCost} × floor`, met: cost.median <= mostCost * floorCost.median }
  const [speed, effort] = ['one change to 1,000 sockets, messages a second', 'server process a message']
  return [
    { figure: speed, who: 'floor: bare ws, same bytes', value: floor, unit: '/s' },
    { figure: speed, who: 'ours, from commit to the last socket', value: ours, unit: '/s', floor, target: fast },
    { figure: effort, who: 'floor: bare ws, same bytes', value: floorCost, unit: 'µs CPU' },
    {
      figure: effort,
      who: 'ours, reading the log included',
      value: cost,
      unit: 'µs CPU',
      floor: floorCost,
      target: cheap,
    },
  ]
}

const about = 'One change of a day told to everybody who watches it, beside a bare `ws` broadcast of the same bytes.'

const notes = [
  'Each change is told to all sockets before the next is made; the sockets live in a process of their own, on the same cores.',
  'The moment of commit is PostgreSQL’s own (pg_xact_commit_timestamp), taken before the commit reaches the disk.',
  'The broadcast is of changes another process made, so that the server’s processor time is that of telling alone.',
]
