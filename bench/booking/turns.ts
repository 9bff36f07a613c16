import type pg from 'pg'
import type { FreeSlot } from '../clinic.ts'
import type { Server } from '../server.ts'
import { spreadOf } from '../statistics.ts'
import { runBare, type Transaction, timeBare } from '../transactions.ts'
import { alone, together } from './bench.ts'
import { eachOf } from './booking.ts'

export interface Sides {
  readonly server: Server
  readonly clients: readonly pg.Client[]
  readonly transactions: readonly Transaction[]
  readonly slots: readonly FreeSlot[]
  readonly book: (slot: FreeSlot) => Promise<void>
  /** The same at a server that asks for no plan of messages. */
  readonly bookQuietly: (slot: FreeSlot) => Promise<void>
  /** Until nothing of what was booked is being planned any more. */
  readonly settle: () => Promise<void>
  /** Counts what is in the tables, as the server does by itself within a minute of their growing. */
  readonly analyse: () => Promise<void>
}

/** One value a round. */
export interface Turns {
  readonly oneMs: { http: number[]; quiet: number[]; bare: number[] }
  readonly perSecond: { http: number[]; bare: number[] }
  readonly serverCpuMs: number[]
  /** Milliseconds of each statement of the bare transaction, one list a booking. */
  readonly statementMs: number[][]
}

/** The sides in turns, booking by booking the same; the first round and what comes before it is not counted. */
export async function measureTurns(sides: Sides, runs: number): Promise<Turns> {
  const turns: Turns = {
    oneMs: { http: [], quiet: [], bare: [] },
    perSecond: { http: [], bare: [] },
    serverCpuMs: [],
    statementMs: [],
  }
  const slots = sides.slots.values()
  const quietSlots = sides.slots.values()
  const transactions = sides.transactions.values()
  const bareAlone = (count: number) => oneByOne(take(transactions, count), (each) => runBare(sides.clients[0]!, each))
  const httpAlone = (count: number) => oneByOne(take(slots, count), sides.book)
  const quietAlone = (count: number) => oneByOne(take(quietSlots, count), sides.bookQuietly)
  await bareAlone(alone.warmUp)
  await httpAlone(alone.warmUp)
  await quietAlone(alone.warmUp)
  for (const each of take(transactions, alone.each)) turns.statementMs.push(await timeBare(sides.clients[0]!, each))
  await httpAlone(alone.each)
  await quietAlone(alone.each)
  await sides.settle()
  await sides.analyse()
  for (let round = 0; round <= runs; round++) {
    await sides.settle()
    const bareMs = await bareAlone(alone.each)
    const [httpMs, quietMs] = await inTurns(sides, take(slots, alone.each), take(quietSlots, alone.each))
    const bareRate = await perSecond(take(transactions, together.each), (each, at) => runBare(sides.clients[at]!, each))
    const cpuBefore = sides.server.cpuSeconds()
    const httpRate = await perSecond(take(slots, together.each), sides.book)
    if (round === 0) continue
    turns.oneMs.bare.push(bareMs)
    turns.oneMs.http.push(httpMs)
    turns.oneMs.quiet.push(quietMs)
    turns.perSecond.bare.push(bareRate)
    turns.perSecond.http.push(httpRate)
    turns.serverCpuMs.push(((sides.server.cpuSeconds() - cpuBefore) * 1000) / together.each)
  }
  return turns
}

function take<T>(from: IteratorObject<T>, count: number): T[] {
  return Array.from({ length: count }, () => from.next().value as T)
}

/** The median of the milliseconds each took. */
async function oneByOne<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<number> {
  const times: number[] = []
  for (const item of items) {
    const startedAt = performance.now()
    await work(item)
    times.push(performance.now() - startedAt)
  }
  return spreadOf(times).median
}

/** The medians of the milliseconds with and without reminders, booking by booking, so that the machine is the same for both. */
async function inTurns(sides: Sides, slots: readonly FreeSlot[], quietSlots: readonly FreeSlot[]) {
  const [withThem, without]: [number[], number[]] = [[], []]
  for (const [at, slot] of slots.entries()) {
    withThem.push(await oneByOne([slot], sides.book))
    without.push(await oneByOne([quietSlots[at]!], sides.bookQuietly))
  }
  return [spreadOf(withThem).median, spreadOf(without).median] as const
}

async function perSecond<T>(items: readonly T[], work: (item: T, worker: number) => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await eachOf(items, together.clients, work)
  return (items.length * 1000) / (performance.now() - startedAt)
}
