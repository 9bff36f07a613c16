import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Connection, connect, inClinic } from '../../db/connect.ts'
import { constraints, isExclusionViolation } from '../../db/constraints.ts'
import { binariesIn } from '../../db/embedded/binaries.ts'
import { startThrowaway, type Throwaway } from '../../db/embedded/throwaway.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import { databaseFolder } from '../support/env.ts'
import { execute, onDatabase } from '../support/global-setup.ts'
import { makeAppointment, makeClient, makeClinic, makeRoom, makeTherapist, makeType } from '../support/world.ts'

const OLDEST = binariesIn(resolve('node_modules/postgres-15/native'))

let server: Throwaway

beforeAll(async () => {
  server = await startThrowaway({ binaries: OLDEST, locale: 'C', parent: databaseFolder })
})

afterAll(() => server.stop())

/** A database as an operator would hand it over: its owner may make roles and databases, and is no superuser. */
async function handedOver(): Promise<string> {
  const name = `outside_${randomBytes(4).toString('hex')}`
  const owner = new URL(server.superuserUrl)
  owner.username = name
  owner.password = 'p@ss/word:1'
  await execute(server.superuserUrl, `create role ${name} login createdb createrole password 'p@ss/word:1'`)
  await execute(onDatabase(owner.href, 'postgres'), `create database ${name}`)
  return onDatabase(owner.href, name)
}

async function withApp<T>(url: string, work: (app: Connection) => Promise<T>): Promise<T> {
  const app = connect({ url, applicationName: 'daybook test', max: 4 })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

describe('a PostgreSQL 15 that somebody else runs', () => {
  test('is set up by an owner that is no superuser', async () => {
    const { applied, appUrl } = await migrate(await handedOver())
    expect(applied).toEqual(Object.keys(migrations).sort())
    const version = await withApp(appUrl, ({ db }) => sql<{ server_version: string }>`show server_version`.execute(db))
    expect(version.rows[0]?.server_version).toMatch(/^15\./)
  })

  test('holds several installs, none of whose logins may enter another’s database', async () => {
    const [one, two] = [await migrate(await handedOver()), await migrate(await handedOver())]
    const strayed = onDatabase(one.appUrl, new URL(two.appUrl).pathname.slice(1))
    await withApp(strayed, ({ db }) =>
      expect(sql`select 1`.execute(db)).rejects.toThrow('permission denied for database'),
    )
    await withApp(one.appUrl, ({ db }) => makeClinic(db))
    await withApp(two.appUrl, ({ db }) => makeClinic(db))
  })

  test('books once and refuses the second, clinic by clinic', async () => {
    const { appUrl } = await migrate(await handedOver())
    await withApp(appUrl, async ({ db }) => {
      const clinic = await makeClinic(db)
      const [therapist, room] = [await makeTherapist(db, clinic.id), await makeRoom(db, clinic.id)]
      const [client, type] = [await makeClient(db, clinic.id), await makeType(db, clinic.id)]
      const ids = { clientId: client.id, therapistId: therapist.id, roomId: room.id, typeId: type.id }
      const times = { startsAt: new Date('2026-03-10T14:00Z'), endsAt: new Date('2026-03-10T15:00Z') }
      await makeAppointment(db, clinic.id, { ...ids, ...times })
      const again = await makeAppointment(db, clinic.id, { ...ids, ...times }).catch((reason: unknown) => reason)
      expect(isExclusionViolation(again, constraints.occupanciesNoOverlap)).toBe(true)

      const other = await makeClinic(db)
      const count = (clinicId: string) => inClinic(db, clinicId, (trx) => sql`select from appointments`.execute(trx))
      expect((await count(clinic.id)).rows).toHaveLength(1)
      expect((await count(other.id)).rows).toHaveLength(0)
      expect((await sql`select from appointments`.execute(db)).rows).toHaveLength(0)
    })
  })

  test('binds even its owner to row-level security', async () => {
    const ownerUrl = await handedOver()
    const { appUrl } = await migrate(ownerUrl)
    await withApp(appUrl, ({ db }) => makeClinic(db))
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    expect((await owner.query('select from clinics')).rowCount).toBe(0)
    await owner.end()
  })
})
