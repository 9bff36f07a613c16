import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, type Person } from '../../support/sign-in.ts'
import { makeClinic, makeMember } from '../../support/world.ts'
import { type AuthServer, cookieOf, startAuthServer } from './auth-server.ts'

let database: TestDatabase
let server: AuthServer
let clinicId: string

beforeAll(async () => {
  database = await testDatabase()
  server = await startAuthServer(database.db)
  clinicId = (await makeClinic(database.db)).id
})

afterAll(async () => {
  await server.app.close()
  await database.close()
})

async function signedIn(person: Person): Promise<{ cookie: string }> {
  const response = await server.signIn(person.email, person.password)
  expect(response.status).toBe(200)
  return { cookie: cookieOf(response) }
}

test('signing out ends this session and no other', async () => {
  const person = await makePerson(database.db, clinicId)
  const desk = await signedIn(person)
  const phone = await signedIn(person)
  const caller = await server.auth.callerOf(desk)
  const response = await server.post('sign-out', {}, desk)
  expect(response.status).toBe(200)
  expect(response.headers.getSetCookie()).toEqual([
    'daybook.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
  ])
  expect(await server.auth.callerOf(desk)).toBeUndefined()
  expect(await server.auth.isStillValid(caller!)).toBe(false)
  expect(await server.auth.callerOf(phone)).toBeDefined()
  expect((await server.post('sign-out', {}, desk)).status).toBe(200)
})

test('signing out everywhere ends every session of the person and nobody else’s', async () => {
  const person = await makePerson(database.db, clinicId)
  const other = await signedIn(await makePerson(database.db, clinicId))
  const desk = await signedIn(person)
  const phone = await signedIn(person)
  const caller = await server.auth.callerOf(phone)
  expect(await server.auth.isStillValid(caller!)).toBe(true)
  expect((await server.post('revoke-sessions', {}, desk)).status).toBe(200)
  expect(await server.auth.callerOf(desk)).toBeUndefined()
  expect(await server.auth.callerOf(phone)).toBeUndefined()
  expect(await server.auth.isStillValid(caller!)).toBe(false)
  expect(await server.auth.callerOf(other)).toBeDefined()
  expect((await server.post('revoke-sessions', {}, desk)).status).toBe(401)
})

test('a session ends twelve hours after it was last used', async () => {
  const person = await makePerson(database.db, clinicId)
  const desk = await signedIn(person)
  await unusedFor(person, '11 hours 59 minutes')
  const caller = await server.auth.callerOf(desk)
  expect(caller).toBeDefined()
  await unusedFor(person, '11 hours 59 minutes')
  expect(await server.auth.isStillValid(caller!)).toBe(true)
  await unusedFor(person, '12 hours 1 minute')
  expect(await server.auth.isStillValid(caller!)).toBe(false)
  expect(await server.auth.callerOf(desk)).toBeUndefined()
})

test('a look at whether a session lives does not keep it alive', async () => {
  const person = await makePerson(database.db, clinicId)
  const caller = await server.auth.callerOf(await signedIn(person))
  await unusedFor(person, '11 hours')
  const before = await lastUse(person)
  await server.auth.isStillValid(caller!)
  expect(await lastUse(person)).toEqual(before)
})

test('a session ends after a week, used or not', async () => {
  const person = await makePerson(database.db, clinicId)
  const desk = await signedIn(person)
  const { rows } = await sql<{ days: number }>`
    select extract(epoch from expires_at - now())::float / 86400 as days
      from auth.sessions where user_id = ${person.userId}`.execute(database.db)
  expect(rows[0]!.days).toBeCloseTo(7, 2)
  await sql`update auth.sessions set expires_at = now() where user_id = ${person.userId}`.execute(database.db)
  expect(await server.auth.callerOf(desk)).toBeUndefined()
})

test('an archived member is a caller no more, and one with another role is another caller', async () => {
  const person = await makePerson(database.db, clinicId, { role: 'receptionist' })
  const desk = await signedIn(person)
  const receptionist = await server.auth.callerOf(desk)
  await inClinic(database.db, clinicId, (trx) =>
    sql`update members set role = 'therapist' where id = ${person.memberId}`.execute(trx),
  )
  expect(await server.auth.isStillValid(receptionist!)).toBe(false)
  expect(await server.auth.callerOf(desk)).toMatchObject({ role: 'therapist' })
  await inClinic(database.db, clinicId, (trx) =>
    sql`update members set archived_at = now() where id = ${person.memberId}`.execute(trx),
  )
  expect(await server.auth.callerOf(desk)).toBeUndefined()
})

test('a person of several clinics is in the oldest one, or in the one asked for', async () => {
  const person = await makePerson(database.db, clinicId)
  const second = await makeClinic(database.db)
  const third = await makeClinic(database.db)
  const member = await makeMember(database.db, second.id, { userId: person.userId, role: 'admin' })
  const desk = await signedIn(person)
  expect(await server.auth.callerOf(desk)).toMatchObject({ clinicId, role: 'receptionist' })
  for (const wanted of [second.slug, second.id])
    expect(await server.auth.callerOf({ ...desk, 'x-daybook-clinic': wanted })).toMatchObject({
      clinicId: second.id,
      memberId: member.id,
      role: 'admin',
    })
  for (const wanted of [third.slug, third.id, 'nonsense', '\0'])
    expect(await server.auth.callerOf({ ...desk, 'x-daybook-clinic': wanted })).toBeUndefined()
  const session = await fetch(`${server.url}/api/auth/get-session`, { headers: desk })
  expect(session.headers.get('cache-control')).toBe('no-store')
  expect((await session.json()).clinics.map((each: { slug: string }) => each.slug)).toContain(second.slug)
})

test('says that nobody is signed in without a session', async () => {
  const response = await fetch(`${server.url}/api/auth/get-session`)
  expect(await response.json()).toEqual({ clinics: [], user: null })
})

test('finding out who calls leaves no clinic set behind on the connection', async () => {
  const desk = await signedIn(await makePerson(database.db, clinicId))
  await server.auth.callerOf(desk)
  const { rows } = await sql<{ left: string }>`
    select concat(current_setting('daybook.clinic_id', true), current_setting('daybook.user_id', true)) as left
  `.execute(database.db)
  expect(rows[0]!.left).toBe('')
})

async function unusedFor(person: Person, interval: string): Promise<void> {
  await sql`update auth.sessions set updated_at = now() - ${interval}::interval
    where user_id = ${person.userId}`.execute(database.db)
}

async function lastUse(person: Person): Promise<Date> {
  const { rows } = await sql<{ updated_at: Date }>`
    select updated_at from auth.sessions where user_id = ${person.userId}`.execute(database.db)
  return rows[0]!.updated_at
}
