import { Agent, request } from 'node:http'
import { sql } from 'kysely'
import { type Db, inClinic } from '../../db/connect.ts'
import { makeClinic } from '../../tests/support/world.ts'
import { execute, startDatabase, withDatabase } from '../database.ts'
import { startServer } from '../server.ts'
import { spreadOf } from '../statistics.ts'

export const eventCount = 500
const sessionsEach = 8
const requests = 60
const WEEK = 7 * 24 * 60 * 60_000

/** Milliseconds, the median of each run's requests. */
export interface Served {
  readonly bare: number[]
  readonly changed: number[]
  readonly cpuChanged: number[]
  readonly month: number[]
  readonly kept: number[]
  readonly cpuKept: number[]
  readonly unchanged: number[]
  readonly kilobytes: number
}

export async function measureServed(runs: number): Promise<Served> {
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase()
  parts.defer(() => database.stop())
  const clinic = await withDatabase(database.appUrl, fillClinic)
  // As autovacuum does before long.
  await execute(database.superuserUrl, 'analyze')
  const server = await startServer(database.ownerUrl, [], { DAYBOOK_TRUSTED_PROXIES: '127.0.0.1' })
  parts.defer(() => server.stop())
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  parts.defer(() => agent.destroy())
  const list = `${server.url}/c/${clinic.slug}/events`
  const calendar = `${list}?view=calendar&month=${new Date(Date.now() + 2 * WEEK).toISOString().slice(0, 7)}`
  const plain = await get(agent, list, {})
  const served: Served = {
    ...{ bare: [], changed: [], cpuChanged: [], month: [], kept: [], cpuKept: [], unchanged: [] },
    kilobytes: plain.bytes / 1024,
  }
  const cpu = async (work: () => Promise<number>) => {
    const before = server.cpuSeconds()
    const median = await work()
    return { median, cpu: ((server.cpuSeconds() - before) * 1000) / requests }
  }
  await withDatabase(database.superuserUrl, async (db) => {
    for (let round = 0; round <= runs; round++) {
      // Each round from another address: nobody may ask so often from one.
      const headers = { 'accept-encoding': 'gzip', 'x-forwarded-for': `10.0.0.${round}` }
      const asking =
        (url: string, more: Record<string, string> = {}, wanted = 200) =>
        async () => {
          const { status } = await get(agent, url, { ...headers, ...more })
          if (status !== wanted) throw new Error(`${url} was answered with ${status}`)
        }
      const grow = () => growLog(db, clinic.id)
      const bare = await medianOf(asking(`${server.url}/livez`))
      const changed = await cpu(() => medianOf(asking(list), grow))
      const month = await medianOf(asking(calendar), grow)
      const kept = await cpu(() => medianOf(asking(list)))
      const { etag } = await get(agent, list, headers)
      const unchanged = await medianOf(asking(list, { 'if-none-match': etag ?? '' }, 304))
      if (round === 0) continue
      served.bare.push(bare)
      served.changed.push(changed.median)
      served.cpuChanged.push(changed.cpu)
      served.month.push(month)
      served.kept.push(kept.median)
      served.cpuKept.push(kept.cpu)
      served.unchanged.push(unchanged)
    }
  })
  return served
}

/** As every change of the clinic does. */
async function growLog(db: Db, clinicId: string): Promise<void> {
  await inClinic(db, clinicId, (trx) =>
    sql`update log_heads set change_seq = change_seq + 1 where clinic_id = ${clinicId}`.execute(trx),
  )
}

const description = `A group for young people who want better ways through **strong feelings**.

- mindfulness
- distress tolerance

Whoever would like to join meets one of us first. There is a place for as long as it helps, and nobody has to speak.`

async function fillClinic(db: Db): Promise<{ id: string; slug: string }> {
  const clinic = await makeClinic(db, { zone: 'America/New_York' })
  const first = new Date(Date.now() + WEEK)
  await inClinic(db, clinic.id, (trx) =>
    sql`
      with made as (
        insert into events (clinic_id, id, kind, title, description, tags, publish_status, rrule, local_start, zone, minutes,
          capacity, extended_until)
        select ${clinic.id}, gen_random_uuid(), 'group_therapy', 'Skills group ' || number, ${description},
          array['topic ' || (number % 20)], 'published', 'FREQ=WEEKLY', ${first}::timestamp + number * interval '20 minutes',
          'America/New_York', 90, 8, '2035-01-01'
        from generate_series(1, ${eventCount}::int) as number
        returning clinic_id, id, title, local_start),
      named as (
        insert into event_slugs (clinic_id, slug, event_id, is_current)
        select clinic_id, replace(lower(title), ' ', '-'), id, true from made)
      insert into sessions (clinic_id, id, event_id, original_starts_at, starts_at, ends_at, publish_status, capacity)
      select clinic_id, gen_random_uuid(), id, at, at, at + interval '90 minutes', 'published', 8
      from made, generate_series(0, ${sessionsEach - 1}::int) as week,
        lateral (select (local_start + week * interval '7 days') at time zone 'America/New_York' as at) as starting`.execute(
      trx,
    ),
  )
  return clinic
}

async function medianOf(ask: () => Promise<void>, before?: () => Promise<void>): Promise<number> {
  const taken: number[] = []
  for (let at = 0; at < requests; at++) {
    await before?.()
    const startedAt = performance.now()
    await ask()
    taken.push(performance.now() - startedAt)
  }
  return spreadOf(taken).median
}

interface Answer {
  readonly status: number | undefined
  readonly etag: string | undefined
  readonly bytes: number
}

function get(agent: Agent, url: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, headers }, (incoming) => {
      let bytes = 0
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      incoming.on('error', reject)
      incoming.on('end', () => resolve({ status: incoming.statusCode, etag: incoming.headers.etag, bytes }))
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}
