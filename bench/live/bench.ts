import { makeBenchClinic } from '../clinic.ts'
import { startDatabase, withDatabase } from '../database.ts'
import { day, dayChanges } from '../day-query.ts'
import { fillBook } from '../fill-book.ts'
import { connectHttp } from '../http.ts'
import type { Section } from '../results.ts'
import { startServer } from '../server.ts'
import { openDesk } from './desk.ts'
import { startBroadcaster, startSubscribers } from './processes.ts'
import { liveSection, type Measured } from './rows.ts'
import { costOf, p99, rateOf, type Sides, tellBare, tellOurs } from './turns.ts'

const few = 200
const many = 1_000
const latencyChanges = 150
const broadcastChanges = 40

/** Changes told to sockets of another process, beside a bare `ws` server that sends the same bytes. */
export async function benchLive(runs: number): Promise<Section> {
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase(['track_commit_timestamp=on'])
  parts.defer(() => database.stop())
  const clinic = await withDatabase(database.appUrl, makeBenchClinic)
  await fillBook(database.superuserUrl, clinic, '2027-03-01', 3_000)
  const server = await startServer(database.ownerUrl)
  parts.defer(() => server.stop())
  const broadcaster = await startBroadcaster()
  parts.defer(() => broadcaster.stop())
  const http = connectHttp(server.url, clinic.authorization, 1)
  parts.defer(() => http.close())
  const desk = await openDesk(database, clinic, http, parts)
  const measured: Measured = {
    here: [],
    elsewhere: [],
    bareP99: [],
    rate: [],
    bareRate: [],
    micros: [],
    bareMicros: [],
  }

  const withSockets = async (sockets: number, work: (sides: Sides) => Promise<void>) => {
    const hello = greeting(clinic.authorization, await desk.lastSeq())
    const ours = await startSubscribers({ url: `${server.url.replace(/^http/, 'ws')}/graphql`, count: sockets, hello })
    const bare = await startSubscribers({ url: broadcaster.url, count: sockets, hello: [] })
    await work({ sockets, server, ours, broadcaster, bare, desk })
    await ours.stop()
    await bare.stop()
  }
  await withSockets(few, (sides) => measureDelay(sides, runs, measured))
  await withSockets(many, (sides) => measureBroadcast(sides, runs, measured))
  return liveSection(measured)
}

/** What the calendar page says when its socket opens. */
function greeting(authorization: string, after: number): string[] {
  const payload = { query: dayChanges, variables: { ...day, after: String(after) } }
  return [
    JSON.stringify({ type: 'connection_init', payload: { authorization } }),
    JSON.stringify({ id: 'day', type: 'subscribe', payload }),
  ]
}

async function measureDelay(sides: Sides, runs: number, measured: Measured): Promise<void> {
  for (let round = 0; round <= runs; round++) {
    const here = await tellOurs(sides, latencyChanges, sides.desk.changeHere)
    const elsewhere = await tellOurs(sides, latencyChanges, sides.desk.changeElsewhere)
    const bare = await tellBare(sides, latencyChanges, here.text)
    if (round === 0) continue
    measured.here.push(p99(here.delays))
    measured.elsewhere.push(p99(elsewhere.delays))
    measured.bareP99.push(p99(bare))
  }
}

async function measureBroadcast(sides: Sides, runs: number, measured: Measured): Promise<void> {
  for (let round = 0; round <= runs; round++) {
    let text = ''
    const ours = await costOf(sides.server, async () => {
      const told = await tellOurs(sides, broadcastChanges, sides.desk.changeElsewhere)
      text = told.text
      return told.delays
    })
    const bare = await costOf(sides.broadcaster, () => tellBare(sides, broadcastChanges, text))
    if (round === 0) continue
    measured.rate.push(rateOf(ours.delays))
    measured.bareRate.push(rateOf(bare.delays))
    measured.micros.push(ours.micros)
    measured.bareMicros.push(bare.micros)
  }
}
