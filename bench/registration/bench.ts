import { eachOf } from '../booking/booking.ts'
import { makeBenchClinic } from '../clinic.ts'
import { startDatabase, withDatabase } from '../database.ts'
import { connectHttp } from '../http.ts'
import type { Row, Section } from '../results.ts'
import { startServer } from '../server.ts'
import { percentile, spreadOf } from '../statistics.ts'
import { captureTransactions, connectBare, runBare, sends, type Transaction } from '../transactions.ts'
import { isInOrder, makeWorkshops, people, places, storm } from './storm.ts'

const connections = 16

/** Sixty-four people for eight places through HTTP, beside the same transactions sent bare, in turns. */
export async function benchRegistration(runs: number): Promise<Section> {
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase()
  parts.defer(() => database.stop())
  const clinic = await withDatabase(database.appUrl, makeBenchClinic)
  const { authorization } = clinic
  const eventIds = await setUpWorkshops(database.ownerUrl, authorization, runs + 1)
  const [captured, served, bare] = [
    await database.copy('captured'),
    await database.copy('served'),
    await database.copy('bare'),
  ]

  const all = await captureTransactions(captured.ownerUrl, async (url) => {
    const http = connectHttp(url, authorization, people)
    for (const eventId of eventIds) await storm(http, eventId)
    http.close()
  })
  const transactions = all.filter((each) => sends(each, /insert into registrations/))
  if (transactions.length !== people * eventIds.length) throw new Error(`${transactions.length} were captured`)

  const server = await startServer(served.ownerUrl)
  parts.defer(() => server.stop())
  const http = connectHttp(server.url, authorization, people)
  parts.defer(() => http.close())
  const clients = await Promise.all(Array.from({ length: connections }, () => connectBare(bare.appUrl, parts)))
  const bareStorm = async (which: readonly Transaction[]) => {
    const startedAt = performance.now()
    await eachOf(which, connections, (each, at) => runBare(clients[at]!, each))
    return performance.now() - startedAt
  }
  const measured: Measured = { bareMs: [], httpMs: [], lastP99: [] }
  for (const [round, eventId] of eventIds.entries()) {
    const bareMs = await bareStorm(transactions.slice(round * people, (round + 1) * people))
    const { allMs, eachMs } = await storm(http, eventId)
    if (round === 0) continue
    measured.bareMs.push(bareMs)
    measured.httpMs.push(allMs)
    measured.lastP99.push(percentile(eachMs, 0.99))
  }
  return sectionOf(measured, transactions[0]!, await isInOrder(served.appUrl, clinic, eventIds))
}

async function setUpWorkshops(ownerUrl: string, authorization: string, count: number): Promise<string[]> {
  await using parts = new AsyncDisposableStack()
  const server = await startServer(ownerUrl)
  parts.defer(() => server.stop())
  const http = connectHttp(server.url, authorization, 1)
  parts.defer(() => http.close())
  return await makeWorkshops(http, count)
}

/** One value a round. */
interface Measured {
  readonly bareMs: number[]
  readonly httpMs: number[]
  readonly lastP99: number[]
}

function sectionOf({ bareMs, httpMs, lastP99 }: Measured, transaction: Transaction, met: boolean): Section {
  const figure = `${people} people at once for ${places} places, until all are answered`
  const rate = 'registrations a second'
  const floor = spreadOf(bareMs)
  const floorRate = spreadOf(bareMs.map(perSecond))
  const text = `${places} in, ${people - places} in line, in order, none lost`
  const rows: Row[] = [
    { figure, who: 'floor: the same transactions by pg', value: floor, unit: 'ms' },
    { figure, who: 'ours, through HTTP', value: spreadOf(httpMs), unit: 'ms', floor, target: { text, met } },
    { figure: rate, who: 'floor: the same transactions by pg', value: floorRate, unit: '/s' },
    { figure: rate, who: 'ours, through HTTP', value: spreadOf(httpMs.map(perSecond)), unit: '/s', floor: floorRate },
    { figure: 'an answer, p99', who: 'ours, through HTTP', value: spreadOf(lastP99), unit: 'ms' },
  ]
  const notes = [
    `A registration is ${transaction.flat().length} statements in ${transaction.length} turns, captured from the server while it made the same; by pg they run over ${connections} connections.`,
    'Each round is a workshop of its own; the first is not counted. Every registration schedules its mail too.',
    'That the first eight have places and the others stand in line after them is read from the database, of every round.',
  ]
  return { bench: 'registration', about, rows, notes }
}

function perSecond(milliseconds: number): number {
  return (people * 1000) / milliseconds
}

const about = 'registerForEvent through HTTP with an API key, beside the same statements sent bare by `pg`.'
