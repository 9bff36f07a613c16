import type { Row, Section } from '../results.ts'
import { spreadOf } from '../statistics.ts'
import { type Contender, checkEqual, contenders, sessionCount } from './contenders.ts'
import { measureServed, type Served } from './served.ts'

const MOST_BUILDING_MS = 20
const MOST_UNCHANGED_MS = 1
const builds = 5

const about = `A calendar feed of ${sessionCount} sessions: its text alone beside two packages, in turns, and as the program serves it.`

/** The four write the same sessions in this process; then a real server is asked for a feed, changed and unchanged. */
export async function benchFeeds(runs: number): Promise<Section> {
  const all = await contenders()
  checkEqual(all)
  const times = new Map(all.map((each) => [each, [] as number[]]))
  for (let round = 0; round <= runs; round++)
    for (const [contender, taken] of times) {
      const ms = timeOf(contender)
      if (round > 0) taken.push(ms)
    }
  const served = await measureServed(runs)
  return { bench: 'feeds', about, rows: [...textRows(times), ...servedRows(served)], notes: notesOf(all) }
}

function timeOf({ build }: Contender): number {
  const startedAt = performance.now()
  for (let turn = 0; turn < builds; turn++) build()
  return (performance.now() - startedAt) / builds
}

function textRows(times: ReadonlyMap<Contender, number[]>): Row[] {
  const own = [...times].find(([{ who }]) => who === 'ours, one by one')
  const floor = spreadOf(own?.[1] ?? [])
  return [...times].map(([{ who }, taken]) => {
    const value = spreadOf(taken)
    const target = { text: `< ${MOST_BUILDING_MS} ms`, met: value.median < MOST_BUILDING_MS }
    const row = { figure: `the text of ${sessionCount} sessions`, who, value, unit: 'ms' }
    return who.startsWith('ours') ? { ...row, target } : { ...row, floor }
  })
}

function servedRows({ bare, building, cpuUnchanged, question, unchanged }: Served): Row[] {
  const built = spreadOf(building)
  const same = spreadOf(unchanged)
  return [
    {
      ...{ figure: 'read from PostgreSQL, written and noted', who: 'ours', value: built, unit: 'ms' },
      target: { text: `< ${MOST_BUILDING_MS} ms`, met: built.median < MOST_BUILDING_MS },
    },
    { figure: 'unchanged: the question to PostgreSQL', who: 'ours', value: spreadOf(question), unit: 'ms' },
    { figure: 'unchanged: answered 304', who: 'floor: /livez of the same program', value: spreadOf(bare), unit: 'ms' },
    {
      ...{ figure: 'unchanged: answered 304', who: 'ours, through HTTP', value: same, unit: 'ms' },
      floor: spreadOf(bare),
      target: { text: `< ${MOST_UNCHANGED_MS} ms`, met: same.median < MOST_UNCHANGED_MS },
    },
    { figure: 'unchanged: server process', who: 'ours', value: spreadOf(cpuUnchanged), unit: 'ms CPU' },
  ]
}

function notesOf(all: readonly Contender[]): string[] {
  const sizes = all.map(({ build, who }) => `${who} ${Math.round(Buffer.byteLength(build()) / 1024)} KiB`)
  return [
    `ical.js and node-ical read the same ${sessionCount} instants in all four, or the bench fails. Sizes: ${sizes.join(', ')}. For the peers × floor is how many times ours they take.`,
    'Ours gives times in the zone with its VTIMEZONE, theirs in UTC. As rules is how feeds leave: twenty weekly groups, an entry each.',
    'Unchanged is the whole way of a calendar that has the feed: one request with If-None-Match over a kept connection, one question to PostgreSQL, nothing read or written of the feed.',
  ]
}
