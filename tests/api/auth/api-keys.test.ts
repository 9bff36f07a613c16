import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Auth, makeAuth } from '../../../api/auth/auth.ts'
import { inClinic } from '../../../db/connect.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeApiKey, makePerson } from '../../support/sign-in.ts'
import { makeClinic } from '../../support/world.ts'
import { cookieOf, SECRET, startAuthServer } from './auth-server.ts'

let database: TestDatabase
let auth: Auth
let clinicId: string

beforeAll(async () => {
  database = await testDatabase()
  auth = await makeAuth({ db: database.db, secret: SECRET, baseUrl: 'http://127.0.0.1:4000' })
  clinicId = (await makeClinic(database.db)).id
})

afterAll(() => database.close())

test('knows a program by its key', async () => {
  const key = await makeApiKey(database.db, clinicId, { scopes: ['read'] })
  expect(key.secret).toMatch(/^daybook_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/)
  const expected = { kind: 'partner', clinicId, apiKeyId: key.id, name: 'Referral portal', scopes: ['read'] }
  expect(await auth.callerOf({ authorization: key.authorization })).toEqual(expected)
  expect(await auth.callerOf({ authorization: `bearer  ${key.secret} ` })).toEqual(expected)
})

test('knows no key that was never made, even beside a good cookie', async () => {
  const server = await startAuthServer(database.db)
  const person = await makePerson(database.db, clinicId)
  const cookie = cookieOf(await server.signIn(person.email, person.password))
  const { secret } = await makeApiKey(database.db, clinicId)
  const wrong = ['', 'Bearer', `Basic ${secret}`, secret, `Bearer ${secret}x`, `Bearer ${secret.slice(0, -1)}`]
  for (const authorization of [...wrong, 'Bearer x', `Bearer ${'x'.repeat(10_000)}`, 'Bearer \0', `Bearer ${secret} b`])
    expect(await auth.callerOf({ authorization, cookie })).toBeUndefined()
  await server.app.close()
})

test('refuses a key that has expired', async () => {
  const future = new Date(Date.now() + 60_000)
  const key = await makeApiKey(database.db, clinicId, { expiresAt: future })
  const caller = await auth.callerOf({ authorization: key.authorization })
  expect(caller).toBeDefined()
  await inClinic(database.db, clinicId, (trx) =>
    sql`update api_keys set expires_at = now() where id = ${key.id}`.execute(trx),
  )
  expect(await auth.callerOf({ authorization: key.authorization })).toBeUndefined()
  expect(await auth.isStillValid(caller!)).toBe(false)
})

test('refuses a key that was revoked', async () => {
  const key = await makeApiKey(database.db, clinicId)
  const caller = await auth.callerOf({ authorization: key.authorization })
  expect(await auth.isStillValid(caller!)).toBe(true)
  await inClinic(database.db, clinicId, (trx) =>
    sql`update api_keys set revoked_at = now() where id = ${key.id}`.execute(trx),
  )
  expect(await auth.callerOf({ authorization: key.authorization })).toBeUndefined()
  expect(await auth.isStillValid(caller!)).toBe(false)
})

test('notes the use of a key once a minute', async () => {
  const key = await makeApiKey(database.db, clinicId)
  expect(await lastUse(key.id)).toBeNull()
  await Promise.all(Array.from({ length: 20 }, () => auth.callerOf({ authorization: key.authorization })))
  const first = await lastUse(key.id)
  expect(first).not.toBeNull()
  await auth.callerOf({ authorization: key.authorization })
  expect(await lastUse(key.id)).toEqual(first)
  await inClinic(database.db, clinicId, (trx) =>
    sql`update api_keys set last_used_at = now() - interval '61 seconds' where id = ${key.id}`.execute(trx),
  )
  await auth.callerOf({ authorization: key.authorization })
  expect((await lastUse(key.id))!.getTime()).toBeGreaterThanOrEqual(first!.getTime())
})

test('keeps no key that could be read back', async () => {
  const key = await makeApiKey(database.db, clinicId)
  const { rows } = await inClinic(database.db, clinicId, (trx) =>
    sql<{ row: string }>`select to_jsonb(k)::text as row from api_keys k where id = ${key.id}`.execute(trx),
  )
  expect(rows[0]!.row).not.toContain(key.secret.slice(-20))
})

async function lastUse(id: string): Promise<Date | null> {
  const { rows } = await inClinic(database.db, clinicId, (trx) =>
    sql<{ last_used_at: Date | null }>`select last_used_at from api_keys where id = ${id}`.execute(trx),
  )
  return rows[0]!.last_used_at
}
