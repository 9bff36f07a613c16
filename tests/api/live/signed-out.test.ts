import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { CHANGED, DAY, MONDAY } from '../../support/desk.ts'
import { makeOffice } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { sessionCookieOf } from '../../support/sign-in.ts'
import { openKnown } from '../hostile/raw-socket.ts'

const FORBIDDEN = { code: 4403, reason: 'Forbidden' }

let database: TestDatabase
let app: TestApp
let office: Awaited<ReturnType<typeof makeOffice>>
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY, socketLimits: { recheckMilliseconds: 50 } })
  office = await makeOffice(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function watching(cookie: string) {
  const raw = await openKnown(app, cookie)
  raw.send({ id: '1', type: 'subscribe', payload: { query: CHANGED, variables: DAY } })
  return raw
}

async function post(path: string, cookie: string): Promise<void> {
  const headers = { 'content-type': 'application/json', cookie, origin: 'http://localhost' }
  const response = await fetch(`${app.url}/api/auth/${path}`, { method: 'POST', headers, body: '{}' })
  expect(response.status).toBe(200)
}

describe('an open socket is closed with 4403', () => {
  it('when its person signs out in another window, and those of other sessions stay open', async () => {
    const other = await watching(await sessionCookieOf(database.db, office.receptionist))
    const cookie = await sessionCookieOf(database.db, office.receptionist)
    const raw = await watching(cookie)
    await post('sign-out', cookie)
    expect(await raw.closed).toEqual(FORBIDDEN)
    other.send({ id: '2', type: 'subscribe', payload: { query: '{ viewer { kind } }' } })
    expect(await other.next()).toMatchObject({ id: '2', payload: { data: { viewer: { kind: 'MEMBER' } } } })
    await other.close()
  })

  it('when its person is no longer a member', async () => {
    const raw = await watching(office.therapist.cookie)
    await inClinic(database.db, office.clinic.id, (trx) =>
      sql`update members set archived_at = now() where id = ${office.therapist.memberId}`.execute(trx),
    )
    expect(await raw.closed).toEqual(FORBIDDEN)
  })

  it('when its person is given another role', async () => {
    const raw = await watching(office.receptionist.cookie)
    await inClinic(database.db, office.clinic.id, (trx) =>
      sql`update members set role = 'therapist' where id = ${office.receptionist.memberId}`.execute(trx),
    )
    expect(await raw.closed).toEqual(FORBIDDEN)
  })
})
