import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import { PreparedClient } from '../../db/prepared-client.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { rowsOf } from '../support/rows.ts'
import { makeClinic } from '../support/world.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

describe('statements of a transaction that are not awaited one by one', () => {
  it('run in the order they were called', async () => {
    const clinic = await makeClinic(database.db)
    const heads = await inClinic(database.db, clinic.id, (trx) =>
      Promise.all(
        Array.from({ length: 40 }, (_, index) => {
          const value = String(index)
          return index % 2
            ? sql<{ seen: string }>`select current_setting('daybook.test') as seen`.execute(trx)
            : sql<{ seen: string }>`select set_config('daybook.test', ${value}, true) as seen`.execute(trx)
        }),
      ),
    )
    expect(heads.map(({ rows }) => Number(rows[0]?.seen))).toEqual(heads.map((_, index) => index - (index % 2)))
  })

  it('leave nothing behind when one of them fails, and the connection goes on', async () => {
    const clinic = await makeClinic(database.db)
    const rename = (name: string) => sql`update clinics set name = ${name} where id = ${clinic.id}`
    await expect(
      inClinic(database.db, clinic.id, (trx) =>
        Promise.all([rename('First').execute(trx), rename('').execute(trx), rename('Last').execute(trx)]),
      ),
    ).rejects.toThrow('clinics_name_check')
    expect(await rowsOf(database, clinic.id, 'select name from clinics where id = $1')).toEqual([{ name: clinic.name }])
    await inClinic(database.db, clinic.id, (trx) => rename('Harbor').execute(trx))
    expect(await rowsOf(database, clinic.id, 'select name from clinics where id = $1')).toEqual([{ name: 'Harbor' }])
  })

  it('never mix with those of another transaction', async () => {
    const clinics = await Promise.all(Array.from({ length: 30 }, () => makeClinic(database.db)))
    const seen = await Promise.all(
      clinics.map((clinic) =>
        inClinic(database.db, clinic.id, async (trx) => {
          const [one, two] = await Promise.all(
            [1, 2].map(() => sql<{ id: string }>`select id from clinics`.execute(trx)),
          )
          return [...one!.rows, ...two!.rows].map((row) => row.id)
        }),
      ),
    )
    expect(seen).toEqual(clinics.map((clinic) => [clinic.id, clinic.id]))
  })
})

describe('statements that are sent together', () => {
  it('are answered up to one that cannot be sent, and the connection goes on', async () => {
    const clinic = await makeClinic(database.db)
    const endless: { self?: unknown } = {}
    endless.self = endless
    const settled = inClinic(database.db, clinic.id, async (trx) => {
      const one = sql<{ one: number }>`select 1 as one`.execute(trx)
      const none = sql`select ${endless}::jsonb as none`.execute(trx)
      const two = sql`select 2 as two`.execute(trx)
      return Promise.allSettled([one, none, two])
    })
    const [one, none, two] = await settled
    expect(one).toMatchObject({ status: 'fulfilled', value: { rows: [{ one: 1 }] } })
    for (const each of [none, two])
      expect(each).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('circular') } })
    expect(await rowsOf(database, clinic.id, 'select name from clinics where id = $1')).toEqual([{ name: clinic.name }])
  })

  it('fail with what stopped them, and are prepared anew when they are asked again', async () => {
    const clinic = await makeClinic(database.db)
    const [broken, later] = [sql`select 1 / 0 as broken`, sql`select 'later' as later, ${clinic.id}::text as id`]
    await inClinic(database.db, clinic.id, async (trx) => {
      await sql`savepoint before`.execute(trx)
      const reasons = await Promise.allSettled([broken.execute(trx), later.execute(trx)])
      for (const each of reasons)
        expect(each).toMatchObject({ status: 'rejected', reason: { message: 'division by zero' } })
      await sql`rollback to savepoint before`.execute(trx)
      expect((await later.execute(trx)).rows).toEqual([{ later: 'later', id: clinic.id }])
    })
  })

  it('fail one by one where they belong to no transaction', async () => {
    const { db } = database
    const settled = await db
      .connection()
      .execute((one) =>
        Promise.allSettled([
          sql`create temporary table kept as select ${1}::int as one`.execute(one),
          sql`select 1 / ${0}::int as broken`.execute(one),
          sql<{ one: number }>`select one from kept where one = ${1}`.execute(one),
        ]),
      )
    expect(settled.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await sql`discard temp`.execute(db)
  })

  it('tell how many rows they wrote', async () => {
    const clinic = await makeClinic(database.db)
    const [updated, none] = await inClinic(database.db, clinic.id, (trx) =>
      Promise.all([
        sql`update clinics set name = 'Harbor' where id = ${clinic.id}`.execute(trx),
        sql`update clinics set name = 'Harbor' where false`.execute(trx),
      ]),
    )
    expect([updated.numAffectedRows, none.numAffectedRows]).toEqual([1n, 0n])
  })

  it('are answered alike when there are too many of them to be kept', async () => {
    const clinic = await makeClinic(database.db)
    const asked = Array.from({ length: 520 }, (_, at) => `at_${at}`)
    const answers = await inClinic(database.db, clinic.id, (trx) =>
      Promise.all(
        asked.map((name, at) => sql<Record<string, number>>`select ${at}::int as ${sql.ref(name)}`.execute(trx)),
      ),
    )
    expect(answers.map(({ rows }) => rows)).toEqual(asked.map((name, at) => [{ [name]: at }]))
    const again = await inClinic(database.db, clinic.id, (trx) =>
      Promise.allSettled([
        sql`select 1 / 0 as never_kept`.execute(trx),
        sql`select 'not run' as never_kept_either`.execute(trx),
      ]),
    )
    for (const each of again) expect(each).toMatchObject({ reason: { message: 'division by zero' } })
  })

  it('fail where their answer cannot be read, and the connection goes on', async () => {
    const read = (text: string) => {
      if (text === 'unreadable') throw new Error('not to be read')
      return text
    }
    const client = new PreparedClient({
      connectionString: database.url,
      pipeline: true,
      types: { getTypeParser: () => read } as pg.CustomTypesConfig,
    })
    await client.connect()
    await expect(client.query('select $1::text as said', ['unreadable'])).rejects.toThrow('not to be read')
    const { rows }: pg.QueryResult = await client.query('select $1::text as said', ['readable'])
    expect(rows).toEqual([{ said: 'readable' }])
    await client.end()
  })
})
