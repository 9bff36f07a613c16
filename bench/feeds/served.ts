import { Agent, request } from 'node:http'
import { sql } from 'kysely'
import pg from 'pg'
import { FEED_FORM, makeFeedFiles } from '../../api/ics/feed-files.ts'
import { type Db, inClinic } from '../../db/connect.ts'
import { type PulledFeed, pullFeed } from '../../db/queries/feeds.ts'
import { makeClinic, makeTherapist } from '../../tests/support/world.ts'
import { startDatabase, withDatabase } from '../database.ts'
import { startServer } from '../server.ts'
import { spreadOf } from '../statistics.ts'
import { twentyGroups } from './contenders.ts'

const readings = 200
const builds = 10

/** Milliseconds, the median of each run's readings. */
export interface Served {
  readonly building: number[]
  readonly unchanged: number[]
  readonly question: number[]
  readonly cpuUnchanged: number[]
  /** A request that asks for nothing, to the same program. */
  readonly bare: number[]
}

/** The clinic's feed of its published events, as the real program sends it over a kept connection. */
export async function measureServed(runs: number): Promise<Served> {
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase()
  parts.defer(() => database.stop())
  const clinic = await withDatabase(database.appUrl, fillClinic)
  await analyze(database.superuserUrl)
  const server = await startServer(database.ownerUrl, [], { DAYBOOK_TRUSTED_PROXIES: '127.0.0.1' })
  parts.defer(() => server.stop())
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  parts.defer(() => agent.destroy())
  const ask = (headers: Record<string, string>) =>
    get(agent, `${server.url}/c/${clinic.slug}/feeds/events.ics`, headers)
  const { etag } = await ask({})
  if (!etag) throw new Error('the feed has no tag')
  /** Each round from another address: nobody may ask so often from one. */
  const again = async (round: number) => {
    const { status } = await ask({ 'if-none-match': etag, 'x-forwarded-for': `10.0.0.${round}` })
    if (status !== 304) throw new Error(`the unchanged feed was answered with ${status}`)
  }
  const served: Served = { building: [], unchanged: [], question: [], cpuUnchanged: [], bare: [] }
  await withDatabase(database.appUrl, async (db) => {
    for (let round = 0; round <= runs; round++) {
      const building = await medianOf(builds, () => build(db, clinic.id))
      const question = await medianOf(readings, () => pull(db, clinic.id))
      const bare = await medianOf(readings, () => get(agent, `${server.url}/livez`, {}))
      const before = server.cpuSeconds()
      const unchanged = await medianOf(readings, () => again(round))
      const cpu = ((server.cpuSeconds() - before) * 1000) / readings
      if (round === 0) continue
      served.building.push(building)
      served.question.push(question)
      served.bare.push(bare)
      served.unchanged.push(unchanged)
      served.cpuUnchanged.push(cpu)
    }
  })
  return served
}

/** As autovacuum does before long. */
async function analyze(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('analyze')
  await client.end()
}

async function pull(db: Db, clinicId: string): Promise<PulledFeed> {
  const pulled = await pullFeed(db, { clinicId }, FEED_FORM, Date.now())
  if (!pulled?.isCurrent) throw new Error('the feed is not current')
  return pulled
}

/** Reads, writes and notes it, as when something has changed. */
async function build(db: Db, clinicId: string): Promise<void> {
  const fileOf = makeFeedFiles({ db, now: () => Date.now(), publicUrl: 'http://localhost' })
  const { text } = await fileOf(await pull(db, clinicId))
  if (text.length < 10_000) throw new Error('the feed is empty')
}

async function fillClinic(db: Db): Promise<{ id: string; slug: string }> {
  const clinic = await makeClinic(db, { zone: 'America/New_York' })
  const therapist = await makeTherapist(db, clinic.id)
  const events = twentyGroups().map(({ start, told }) => ({
    ...told,
    start: new Date(start).toISOString().slice(0, 19),
  }))
  const sessions = twentyGroups().flatMap(({ sessions }, number) =>
    sessions.map(({ endsAt, startsAt }) => ({ number, start: new Date(startsAt), end: new Date(endsAt) })),
  )
  await inClinic(db, clinic.id, async (trx) => {
    await sql`
      with made as (
        insert into events (clinic_id, id, kind, title, description, publish_status, rrule, local_start, zone, minutes, extended_until)
        select ${clinic.id}, gen_random_uuid(), 'group_therapy', e.summary, e.description, 'published', 'FREQ=WEEKLY',
          e.start, 'America/New_York', 90, '2035-01-01'
        from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(summary text, description text, start timestamp)
        returning clinic_id, id, title),
      named as (
        insert into event_slugs (clinic_id, slug, event_id, is_current)
        select clinic_id, replace(lower(title), ' ', '-'), id, true from made)
      insert into sessions (clinic_id, id, event_id, original_starts_at, starts_at, ends_at, publish_status)
      select ${clinic.id}, gen_random_uuid(), made.id, s.start, s.start, s."end", 'published'
      from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as s(number int, start timestamptz, "end" timestamptz)
      join made on made.title = 'Skills group ' || s.number + 1`.execute(trx)
    await sql`
      insert into session_facilitators (clinic_id, session_id, therapist_id, position)
      select clinic_id, id, ${therapist.id}, 0 from sessions where clinic_id = ${clinic.id}`.execute(trx)
  })
  return clinic
}

async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let at = 0; at < times; at++) {
    const startedAt = performance.now()
    await work()
    taken.push(performance.now() - startedAt)
  }
  return spreadOf(taken).median
}

function get(agent: Agent, url: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; etag: string | undefined }>((resolve, reject) => {
    const outgoing = request(url, { agent, headers }, (incoming) => {
      incoming.on('error', reject)
      incoming.on('end', () => resolve({ status: incoming.statusCode, etag: incoming.headers.etag }))
      incoming.resume()
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}
