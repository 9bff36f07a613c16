import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson } from '../../support/sign-in.ts'
import { makeClinic } from '../../support/world.ts'
import { type AuthServer, cookieOf, startAuthServer } from './auth-server.ts'

const NEW = 'another battery staple'

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

async function signedIn() {
  const person = await makePerson(database.db, clinicId)
  const cookie = async () => cookieOf(await server.signIn(person.email, person.password))
  return { ...person, desk: await cookie(), phone: await cookie() }
}

test('who knows the password changes it, stays signed in here and nowhere else', async () => {
  const { email, password, desk, phone } = await signedIn()
  const response = await server.post(
    'change-password',
    { currentPassword: password, newPassword: NEW },
    { cookie: desk },
  )
  expect(response.status).toBe(200)
  expect(await server.auth.callerOf({ cookie: cookieOf(response) })).toBeDefined()
  for (const cookie of [desk, phone]) expect(await server.auth.callerOf({ cookie })).toBeUndefined()
  expect((await server.signIn(email, password)).status).toBe(401)
  expect((await server.signIn(email, NEW)).status).toBe(200)
})

test('who does not know it changes nothing, and is locked out after five guesses', async () => {
  const { email, password, desk } = await signedIn()
  const headers = { cookie: desk, 'x-forwarded-for': '203.0.113.50' }
  const guess = (i: number) =>
    server.post('change-password', { currentPassword: `guess ${i}`, newPassword: NEW }, headers)
  const statuses: number[] = []
  for (let i = 0; i < 6; i++) statuses.push((await guess(i)).status)
  expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
  expect(await server.auth.callerOf({ cookie: desk })).toBeDefined()
  expect((await server.signIn(email, password)).status).toBe(429)
})

test('an unfit new password is refused with the reason', async () => {
  const { password, desk } = await signedIn()
  const response = await server.post(
    'change-password',
    { currentPassword: password, newPassword: 'short' },
    { cookie: desk },
  )
  expect(await response.json()).toMatchObject({ code: 'PASSWORD_UNFIT' })
  expect(await server.auth.callerOf({ cookie: desk })).toBeDefined()
})

test('nobody changes a password without a session, or from another site', async () => {
  const { password, desk } = await signedIn()
  const body = { currentPassword: password, newPassword: NEW }
  expect((await server.post('change-password', body)).status).toBe(401)
  const origin = 'https://evil.example'
  expect((await server.post('change-password', body, { cookie: desk, origin })).status).toBe(403)
})
