import { fileURLToPath } from 'node:url'
import { type FreeSlot, freeSlots, makeBenchClinic } from '../clinic.ts'
import { type BenchDatabase, execute, startDatabase, withDatabase } from '../database.ts'
import { fillBook } from '../fill-book.ts'
import { connectHttp } from '../http.ts'
import type { Section } from '../results.ts'
import { startServer } from '../server.ts'
import { captureTransactions, connectBare, sends } from '../transactions.ts'
import { bookThrough, eachOf } from './booking.ts'
import { restMessages, untilPlanned } from './reminders.ts'
import { bookingRows } from './rows.ts'
import { measureTurns, type Sides } from './turns.ts'

const withoutReminders = fileURLToPath(new URL('./without-reminders.ts', import.meta.url))

export const alone = { warmUp: 300, each: 60 }
export const together = { clients: 8, each: 400 }
const bookedBefore = 12_000

/** Bookings through HTTP beside the same transactions sent bare, each side on its own copy of one database. */
export async function benchBooking(runs: number): Promise<Section> {
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase()
  parts.defer(() => database.stop())
  const clinic = await withDatabase(database.appUrl, makeBenchClinic)
  await withDatabase(database.appUrl, (db) => restMessages(db, clinic.id))
  await fillBook(database.superuserUrl, clinic, dayFrom(-10), bookedBefore)
  const bookings = alone.warmUp + alone.each + (runs + 1) * (alone.each + together.each)
  const slots = freeSlots(clinic, Date.parse(dayFrom(20)), bookings)
  const [captured, served, silent, bare] = await fourCopies(database)

  const all = await captureTransactions(captured.ownerUrl, async (url) => {
    const http = connectHttp(url, clinic.authorization, together.clients)
    await eachOf(slots, together.clients, (slot) => bookThrough(http, clinic, slot))
    http.close()
  })
  const transactions = all.filter((each) => sends(each, /insert into appointments/))
  if (transactions.length !== bookings) throw new Error(`${transactions.length} of ${bookings} bookings were captured`)

  const server = await startServer(served.ownerUrl)
  parts.defer(() => server.stop())
  const http = connectHttp(server.url, clinic.authorization, together.clients)
  parts.defer(() => http.close())
  const quiet = await startServer(silent.ownerUrl, ['--import', withoutReminders])
  parts.defer(() => quiet.stop())
  const quietHttp = connectHttp(quiet.url, clinic.authorization, together.clients)
  parts.defer(() => quietHttp.close())
  const opening = Array.from({ length: together.clients }, () => connectBare(bare.appUrl, parts))
  const clients = await Promise.all(opening)
  const book = (slot: FreeSlot) => bookThrough(http, clinic, slot)
  const bookQuietly = (slot: FreeSlot) => bookThrough(quietHttp, clinic, slot)
  const settle = () => withDatabase(served.appUrl, untilPlanned)
  const analyse = async () => {
    for (const { superuserUrl } of [served, silent, bare]) await execute(superuserUrl, 'analyze')
  }
  const sides: Sides = { server, clients, transactions, slots, book, bookQuietly, settle, analyse }
  return bookingRows(await measureTurns(sides, runs), transactions[0]!)
}

async function fourCopies({ copy }: BenchDatabase) {
  return [await copy('captured'), await copy('served'), await copy('silent'), await copy('bare')] as const
}

function dayFrom(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
}
