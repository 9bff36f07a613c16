import { type BenchClinic, makeBenchClinic } from '../clinic.ts'
import { type BenchDatabase, type DatabaseUrls, startDatabase, withDatabase } from '../database.ts'
import { day, dayQuery } from '../day-query.ts'
import { cardsPerDay, fillBook } from '../fill-book.ts'
import { connectHttp } from '../http.ts'
import type { Section } from '../results.ts'
import { startServer } from '../server.ts'
import { spreadOf } from '../statistics.ts'
import { captureTransactions, connectBare, runBare, sends } from '../transactions.ts'
import { calendarSection, type Measured, sizes } from './rows.ts'

const dayMs = 24 * 60 * 60_000
const readings = 20

/** One full day read through HTTP from a small table and from a large one, in turns, beside the same statements bare. */
export async function benchCalendar(runs: number): Promise<Section> {
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase()
  parts.defer(() => database.stop())
  const clinic = await withDatabase(database.appUrl, makeBenchClinic)
  const small = await openSide(await filledCopy(database, clinic, 'small'), clinic, parts)
  const large = await openSide(await filledCopy(database, clinic, 'large'), clinic, parts)

  const measured: Measured = { small: { http: [], bare: [] }, large: { http: [], bare: [] }, bytes: small.bytes }
  for (let round = 0; round <= runs; round++) {
    for (const [name, side] of [
      ['small', small],
      ['large', large],
    ] as const) {
      const bare = await medianOf(side.readBare)
      const http = await medianOf(side.readHttp)
      if (round === 0) continue
      measured[name].bare.push(bare)
      measured[name].http.push(http)
    }
  }
  return calendarSection(measured)
}

/** The same day in the middle of more days like it. */
async function filledCopy(
  database: BenchDatabase,
  clinic: BenchClinic,
  name: 'small' | 'large',
): Promise<DatabaseUrls> {
  const urls = await database.copy(name)
  const daysBefore = Math.floor(sizes[name] / cardsPerDay / 2)
  const firstDay = new Date(Date.parse(day.from) - daysBefore * dayMs).toISOString().slice(0, 10)
  await fillBook(urls.superuserUrl, clinic, firstDay, sizes[name])
  return urls
}

async function openSide(urls: DatabaseUrls, clinic: BenchClinic, parts: AsyncDisposableStack) {
  const read = async (url: string) => {
    const once = connectHttp(url, clinic.authorization, 1)
    const answer = await once.post(dayQuery, day)
    once.close()
    return answer
  }
  const captured = await captureTransactions(urls.ownerUrl, async (url) => {
    checkDay(await read(url))
  })
  const transaction = captured.find((each) => sends(each, /from appointments/))
  if (!transaction) throw new Error('The server did not read the appointments')

  const server = await startServer(urls.ownerUrl)
  parts.defer(() => server.stop())
  const http = connectHttp(server.url, clinic.authorization, 1)
  parts.defer(() => http.close())
  const client = await connectBare(urls.appUrl, parts)
  const bytes = Buffer.byteLength(await http.post(dayQuery, day))
  return { bytes, readHttp: () => http.post(dayQuery, day), readBare: () => runBare(client, transaction) }
}

function checkDay(answer: string): void {
  const { data } = JSON.parse(answer) as { data?: { calendar: { appointments: unknown[] } } }
  const count = data?.calendar.appointments.length
  if (count !== cardsPerDay)
    throw new Error(`The day has ${count} appointments, not ${cardsPerDay}: ${answer.slice(0, 500)}`)
}

async function medianOf(read: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < readings; at++) {
    const startedAt = performance.now()
    await read()
    times.push(performance.now() - startedAt)
  }
  return spreadOf(times).median
}
