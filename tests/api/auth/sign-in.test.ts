import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson } from '../../support/sign-in.ts'
import { makeClinic, makeTherapist } from '../../support/world.ts'
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

test('signs a member in and says who calls', async () => {
  const therapist = await makeTherapist(database.db, clinicId)
  const person = await makePerson(database.db, clinicId, { role: 'therapist', therapistId: therapist.id })
  const response = await server.signIn(person.email, person.password)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ success: true })
  const caller = await server.auth.callerOf({ cookie: cookieOf(response) })
  expect(caller).toMatchObject({
    kind: 'member',
    clinicId,
    memberId: person.memberId,
    userId: person.userId,
    role: 'therapist',
    therapistId: therapist.id,
  })
})

test('takes the e-mail in any case and with spaces around it', async () => {
  const person = await makePerson(database.db, clinicId)
  const response = await server.signIn(` ${person.email.toUpperCase()} `, person.password)
  expect(response.status).toBe(200)
})

test('keeps the cookie from scripts and from other sites', async () => {
  const person = await makePerson(database.db, clinicId)
  const [cookie, ...more] = (await server.signIn(person.email, person.password)).headers.getSetCookie()
  expect(more).toEqual([])
  expect(cookie).toMatch(/^daybook\.session_token=/)
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; SameSite=Strict/)
  expect(cookie).toMatch(/; Path=\//)
  expect(cookie).toMatch(/; Max-Age=604800/)
  expect(cookie).not.toMatch(/Secure|Domain/)
})

test.each(['https://daybook.example.com', 'http://10.0.0.7:4000'])(
  'sends the cookie over TLS alone at %s',
  async (url) => {
    const person = await makePerson(database.db, clinicId)
    const secure = await startAuthServer(database.db, url)
    const response = await secure.signIn(person.email, person.password)
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-daybook\.session_token=.*; Secure/)
    expect(await secure.auth.callerOf({ cookie: cookieOf(response) })).toMatchObject({ memberId: person.memberId })
    const out = await secure.post('sign-out', {}, { cookie: cookieOf(response) })
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Secure-daybook\.session_token=; Max-Age=0; .*; Secure$/)
    await secure.app.close()
  },
)

test('does not know a cookie that somebody else signed, or nobody did', async () => {
  const person = await makePerson(database.db, clinicId)
  const cookie = cookieOf(await server.signIn(person.email, person.password))
  const [name, value] = cookie.split('=')
  const token = decodeURIComponent(value!).split('.')[0]
  for (const forged of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`, '.', `${value}x`.slice(1)])
    expect(await server.auth.callerOf({ cookie: `${name}=${forged}` })).toBeUndefined()
  expect(await server.auth.callerOf({})).toBeUndefined()
  expect(await server.auth.callerOf({ cookie })).toBeDefined()
})

test('answers a wrong password and an unknown e-mail alike', async () => {
  const person = await makePerson(database.db, clinicId)
  const wrong = await server.signIn(person.email, 'not the password')
  const unknown = await server.signIn('nobody@example.com', 'not the password')
  const malformed = await server.signIn('nobody', 'not the password')
  const bodies = await Promise.all([wrong.text(), unknown.text(), malformed.text()])
  expect([wrong.status, unknown.status, malformed.status]).toEqual([401, 401, 401])
  expect(new Set(bodies).size).toBe(1)
  expect(unknown.headers.getSetCookie()).toEqual([])
})

test('works as long for an unknown e-mail as for a wrong password', async () => {
  const median = async (emails: string[]) => {
    const times: number[] = []
    for (const email of emails) {
      const start = performance.now()
      await server.signIn(email, 'not the password', { 'x-forwarded-for': '198.51.100.77' })
      times.push(performance.now() - start)
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
  }
  const people = await Promise.all(Array.from({ length: 7 }, () => makePerson(database.db, clinicId)))
  const known = await median(people.map((each) => each.email))
  const unknown = await median(people.map((each) => `not-${each.email}`))
  expect(unknown / known).toBeGreaterThan(0.5)
  expect(unknown / known).toBeLessThan(2)
})

test('lets in nobody who is a member no longer, with the answer of a wrong password', async () => {
  const person = await makePerson(database.db, clinicId)
  await inClinic(database.db, clinicId, (trx) =>
    sql`update members set archived_at = now() where id = ${person.memberId}`.execute(trx),
  )
  const response = await server.signIn(person.email, person.password)
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' })
  const { rows } = await sql`select from auth.sessions where user_id = ${person.userId}`.execute(database.db)
  expect(rows).toHaveLength(0)
})

test('refuses bodies that are not small JSON objects of the right shape', async () => {
  for (const body of [
    {},
    { email: 'a@b.c' },
    { email: 'a@b.c', password: '' },
    { email: 'a@b.c', password: 'x'.repeat(2000) },
  ])
    expect((await server.post('sign-in/email', body)).status).toBe(400)
  expect((await server.post('sign-in/email', { email: 'a', password: 'b', more: 'x'.repeat(5000) })).status).toBe(413)
  const form = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ email: 'a@b.c', password: 'x' }),
  })
  expect(form.status).toBe(415)
  expect((await server.signIn('a\0@example.com', 'pass\0word')).status).toBe(401)
  expect((await server.signIn('\ud800@example.com', 'pass\udc00word')).status).toBe(401)
})

test('serves nothing else of the library, sign-up least of all', async () => {
  const body = { email: 'new@example.com', password: 'a long password', name: 'New' }
  for (const path of ['sign-up/email', 'request-password-reset', 'reset-password', 'update-user', 'change-email', 'ok'])
    expect((await server.post(path, body)).status).toBe(404)
  for (const path of ['ok', 'error', 'list-sessions', 'sign-out', 'sign-in/email'])
    expect((await fetch(`${server.url}/api/auth/${path}`)).status).toBe(404)
})

test('refuses requests that another site makes', async () => {
  const person = await makePerson(database.db, clinicId)
  const cookie = cookieOf(await server.signIn(person.email, person.password))
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:9', 'http://localhost.evil.example']) {
    expect((await server.signIn(person.email, person.password, { origin })).status).toBe(403)
    expect((await server.post('revoke-sessions', {}, { origin, cookie })).status).toBe(403)
    expect((await server.post('sign-out', {}, { origin, cookie })).status).toBe(403)
  }
  expect((await server.post('sign-out', {}, { 'sec-fetch-site': 'cross-site', cookie })).status).toBe(403)
  expect(await server.auth.callerOf({ cookie })).toBeDefined()
})

test('takes requests from its own pages, by any name of this machine when it runs on it', async () => {
  const person = await makePerson(database.db, clinicId)
  for (const origin of ['http://127.0.0.1:4000', server.url])
    expect((await server.signIn(person.email, person.password, { origin })).status).toBe(200)
  const port = new URL(server.url).port
  const { auth } = server
  expect(auth.isForeignOrigin({ origin: `http://localhost:${port}`, host: `localhost:${port}` })).toBe(false)
  expect(auth.isForeignOrigin({ origin: `http://localhost:${port}`, host: 'evil.example' })).toBe(true)
})
