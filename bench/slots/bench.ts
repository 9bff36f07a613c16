import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { connect } from '../../db/connect.ts'
import type { Slot } from '../../domain/slots/request.ts'
import { type BenchDatabase, startDatabase } from '../database.ts'
import { connectHttp } from '../http.ts'
import type { Section } from '../results.ts'
import { startServer } from '../server.ts'
import { spreadOf } from '../statistics.ts'
import { captureTransactions, connectBare, runBare, sends } from '../transactions.ts'
import { dayCount, makeSlotClinic, type SlotClinic, windowOf } from './clinic.ts'
import { type Measured, sizes, slotsSection } from './rows.ts'
import { openSearches, type Searches } from './searches.ts'

const searchesForHeap = 1_000
const readings = 20

/** Ours and the obvious algorithm in turns over the same appointments, then the whole way through HTTP. */
export async function benchSlots(runs: number): Promise<Section> {
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase()
  parts.defer(() => database.stop())
  const { db, close } = connect({ url: database.appUrl, applicationName: 'daybook bench', max: 2 })
  parts.defer(close)
  const clinic = await makeSlotClinic(db, database.superuserUrl)
  const measured: Measured[] = []
  const growth: number[] = []
  for (const size of sizes) {
    const searches = await openSearches({ db, appUrl: database.appUrl, clinic, parts }, size)
    const [slots, times] = [await checkEqual(searches), timesOf()]
    for (let round = 0; round <= runs; round++) await measureRound(searches, round === 0 ? timesOf() : times)
    measured.push({ size, slots, ...times })
    if (size.therapists === 1 && size.days === dayCount)
      for (let run = 0; run < runs; run++) growth.push(heapGrowth(searches.ours))
  }
  const http = await throughHttp(database, clinic, runs, parts)
  return slotsSection(measured, { ...http, growth, appointments: clinic.appointments })
}

type Times = Record<keyof Searches, number[]>

function timesOf(): Times {
  return { ours: [], obvious: [], oursLoading: [], obviousQuerying: [] }
}

async function measureRound(searches: Searches, times: Times): Promise<void> {
  times.obvious.push(await cpuOf(searches.obvious, 1))
  times.ours.push(await cpuOf(async () => searches.ours(), readings))
  times.obviousQuerying.push(await elapsed(searches.obviousQuerying, 1))
  times.oursLoading.push(await elapsed(searches.oursLoading, readings))
}

/** Milliseconds of processor time of one of so many searches, what collects its garbage included. */
async function cpuOf(search: () => Promise<unknown>, count: number): Promise<number> {
  const before = process.cpuUsage()
  for (let at = 0; at < count; at++) await search()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / count
}

async function elapsed(search: () => Promise<unknown>, count: number): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const startedAt = performance.now()
    await search()
    times.push(performance.now() - startedAt)
  }
  return spreadOf(times).median
}

/** Every way must find the same slots; answers how many. */
async function checkEqual(searches: Searches): Promise<number> {
  const ours = told(searches.ours())
  for (const way of ['obvious', 'oursLoading', 'obviousQuerying'] as const)
    if (told(await searches[way]()) !== ours) throw new Error(`"${way}" found other slots than "ours"`)
  return searches.ours().length
}

/** Whom of those free at one time is told first is a matter of taste: here by their ids. */
function told(slots: readonly Slot[]): string {
  return slots
    .map(({ start, end, therapistId, roomId }) => `${start} ${end} ${therapistId} ${roomId}`)
    .sort()
    .join('\n')
}

/** Megabytes that are in use after so many searches and were not before. */
function heapGrowth(search: () => unknown): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const before = process.memoryUsage().heapUsed
  for (let at = 0; at < searchesForHeap; at++) search()
  collect()
  return (process.memoryUsage().heapUsed - before) / 2 ** 20
}

const slotsQuery = `query Slots($input: AvailableSlotsInput!) {
  availableSlots(input: $input) { slots { startsAt endsAt therapist { id name } room { id name } } }
}`

async function throughHttp(database: BenchDatabase, clinic: SlotClinic, runs: number, parts: AsyncDisposableStack) {
  const { start, end } = windowOf(dayCount)
  const input = {
    typeId: clinic.typeId,
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
    first: 100,
  }
  const ask = async (url: string) => {
    const once = connectHttp(url, clinic.authorization, 1)
    const answer = await once.post(slotsQuery, { input })
    once.close()
    const { data } = JSON.parse(answer) as { data?: { availableSlots: { slots: unknown[] } } }
    if (data?.availableSlots.slots.length !== 100) throw new Error(`Not 100 slots: ${answer.slice(0, 500)}`)
  }
  const captured = await captureTransactions(database.ownerUrl, ask)
  const transaction = captured.find((each) => sends(each, /from occupancies/))
  if (!transaction) throw new Error('The server did not read the book')
  const server = await startServer(database.ownerUrl)
  parts.defer(() => server.stop())
  const http = connectHttp(server.url, clinic.authorization, 1)
  parts.defer(() => http.close())
  const client = await connectBare(database.appUrl, parts)
  const times: { http: number[]; bare: number[] } = { http: [], bare: [] }
  for (let round = 0; round <= runs; round++) {
    const bare = await elapsed(() => runBare(client, transaction), readings)
    const whole = await elapsed(() => http.post(slotsQuery, { input }), readings)
    if (round === 0) continue
    times.bare.push(bare)
    times.http.push(whole)
  }
  return times
}
