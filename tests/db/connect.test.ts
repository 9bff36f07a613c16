import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, inClinic, type Trx } from '../../db/connect.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { makeClinic, makeRoom } from '../support/world.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(() => database.close())

function lockRoom(trx: Trx, id: string) {
  return sql`select from resources where id = ${id} for no key update`.execute(trx)
}

test('two transactions that lock each other out both succeed in the end', async () => {
  const { db } = database
  const clinic = await makeClinic(db)
  const [one, two] = [await makeRoom(db, clinic.id), await makeRoom(db, clinic.id)]
  const bothHoldOne = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  let runs = 0
  const lockBoth = (first: string, second: string, mine: 0 | 1) =>
    inClinic(db, clinic.id, async (trx) => {
      runs++
      await lockRoom(trx, first)
      bothHoldOne[mine].resolve()
      await bothHoldOne[mine === 0 ? 1 : 0].promise
      await lockRoom(trx, second)
      return mine
    })
  expect(await Promise.all([lockBoth(one.id, two.id, 0), lockBoth(two.id, one.id, 1)])).toEqual([0, 1])
  expect(runs).toBe(3)
})

test('a transaction that can never be serialized gives up after five attempts', async () => {
  const clinic = await makeClinic(database.db)
  let runs = 0
  const hopeless = inClinic(database.db, clinic.id, (trx) => {
    runs++
    return sql`do $$ begin raise exception 'again' using errcode = 'serialization_failure'; end $$`.execute(trx)
  })
  await expect(hopeless).rejects.toThrow('again')
  expect(runs).toBe(5)
})

test('any other failure is not tried again, and leaves nothing behind', async () => {
  const clinic = await makeClinic(database.db)
  let runs = 0
  const failing = inClinic(database.db, clinic.id, async (trx) => {
    runs++
    await sql`update clinics set name = 'Changed'`.execute(trx)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(runs).toBe(1)
  const name = await inClinic(database.db, clinic.id, (trx) => trx.selectFrom('clinics').select('name').execute())
  expect(name).toEqual([{ name: clinic.name }])
})

test('a connection that the server ends while idle is told, and the next question is answered', async () => {
  const ended = Promise.withResolvers<Error>()
  const { db, close } = connect({
    url: database.url,
    applicationName: 'daybook idle',
    max: 1,
    onIdleError: ended.resolve,
  })
  await sql`select 1`.execute(db)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'daybook idle'`.execute(
    database.db,
  )
  expect((await ended.promise).message).toContain('terminating connection')
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  await close()
})

test('a connection that the server ends within a transaction fails that transaction alone', async () => {
  const { db, close } = connect({ url: database.url, applicationName: 'daybook cut off', max: 1 })
  const cutOff = db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await sql`select pg_terminate_backend(${rows[0]!.pid}, 5000)`.execute(database.db)
    await sql`select 1`.execute(trx)
  })
  await expect(cutOff).rejects.toThrow()
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  await close()
})

test('log numbers arrive as numbers, instants as Date, local dates and times as text', async () => {
  const { rows } = await sql`
    select 9007199254740991::bigint as seq, '2026-03-08T07:00Z'::timestamptz as at, '2026-03-08'::date as on,
      '09:00'::time as time`.execute(database.db)
  expect(rows).toEqual([
    { seq: 9007199254740991, at: new Date('2026-03-08T07:00Z'), on: '2026-03-08', time: '09:00:00' },
  ])
})
