import { once } from 'node:events'
import type { Socket } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { CHANGED, DAY, MONDAY, makeDesk, watchDay } from '../../support/desk.ts'
import { execute } from '../../support/global-setup.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { openKnown, openRaw } from '../hostile/raw-socket.ts'

const TRY_AGAIN_LATER = { code: 1013, reason: 'Try again later' }

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
beforeAll(async () => {
  database = await testDatabase({ max: 20 })
  app = await startApp(database, { now: () => MONDAY })
  desk = await makeDesk(app, database.db)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const subscribe = { id: '1', type: 'subscribe', payload: { query: CHANGED, variables: { ...DAY, after: '0' } } }

/** The program may not do that for as long as `work` lasts: a database in trouble, at a moment of our choosing. */
async function without(right: string, work: () => Promise<void>): Promise<void> {
  await execute(database.ownerUrl, `revoke ${right} from daybook_app`)
  await work().finally(() => execute(database.ownerUrl, `grant ${right} to daybook_app`))
}

describe('when the database fails, a socket is told to come again', () => {
  it('and not that its subscription is over, for want of the log', async () => {
    await without('select on changes', async () => {
      const raw = await openKnown(app, desk.key)
      raw.send(subscribe)
      expect(await raw.closed).toEqual(TRY_AGAIN_LATER)
    })
    const again = watchDay(app, desk.key, { ...DAY, after: '0' })
    await desk.book()
    expect((await again.next()).upserted?.__typename).toBe('Appointment')
    await again.close()
  })

  it('and not that it is forbidden, for want of knowing who it is', async () => {
    await without('execute on function auth.caller_of_api_key', async () => {
      const raw = await openRaw(app, { proof: desk.key })
      raw.send({ type: 'connection_init' })
      expect(await raw.closed).toEqual(TRY_AGAIN_LATER)
    })
  })
})

it('survives a subscriber that leaves while the log cannot be read, and one that comes then', async () => {
  const quiet = await makeDesk(app, database.db)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('begin')
  await owner.query('lock table log_heads in access exclusive mode')

  const left = closedAtServer()
  const raw = await openKnown(app, quiet.key)
  raw.send(subscribe)
  raw.send({ id: '2', type: 'subscribe', payload: { query: '{ __typename }' } })
  await raw.next()
  await raw.close()
  await left
  const late = await openKnown(app, quiet.key)
  late.send(subscribe)
  await cutWaiting()
  await owner.query('rollback')
  await owner.end()
  expect(await late.closed).toEqual(TRY_AGAIN_LATER)

  const screen = watchDay(app, quiet.key, { ...DAY, after: '0' })
  await quiet.book()
  expect((await screen.next()).upserted?.__typename).toBe('Appointment')
  await screen.close()
})

/** When the server has seen the end of the next socket that comes. */
async function closedAtServer(): Promise<void> {
  const [socket] = (await once(app.server.server, 'connection')) as [Socket]
  await once(socket, 'close')
}

/** Cuts off whatever waits for a lock; what is about to wait is an event away. */
async function cutWaiting(): Promise<void> {
  for (let cut = 0; cut === 0; ) {
    const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db)
    cut = rows.length
  }
}
