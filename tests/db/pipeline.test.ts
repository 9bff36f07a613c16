import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../../db/connect.ts'
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
