import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson } from '../../support/sign-in.ts'
import { makeClinic } from '../../support/world.ts'

let database: TestDatabase
let app: TestApp
let email: string

beforeAll(async () => {
  database = await testDatabase()
  // Each case as from a household of its own: guesses are counted by network.
  app = await startApp(database, { trustedProxies: ['127.0.0.1'] })
  email = (await makePerson(database.db, (await makeClinic(database.db)).id)).email
})
afterAll(async () => {
  await app.close()
  await database.close()
})

let households = 0

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  households += 1
  const from = `10.${households >> 16}.${(households >> 8) & 255}.${households & 255}`
  const response = await fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...headers },
    body,
  })
  return { status: response.status, cookie: response.headers.get('set-cookie'), text: await response.text() }
}

const texts = ['', ' ', 'a\0b', '\ud800', '\u202e', "' or 1=1 --", 'x'.repeat(3_000), '{}', '%', '\r\nSet-Cookie: a=b']
const shapes = [42, true, null, [], {}, { $gt: '' }, [['a']]]

const routes: readonly (readonly [string, readonly string[]])[] = [
  ['/api/auth/sign-in/email', ['email', 'password']],
  ['/api/auth/join', ['token', 'password']],
  ['/api/setup', ['token', 'password', 'slug', 'zone', 'clinicName', 'name', 'email']],
]
const fields = routes.flatMap(([path, names]) => names.map((field) => [path, field, names] as const))

describe.each(fields)('%s, given as %s', (path, field, names) => {
  const usual = Object.fromEntries(names.map((name) => [name, name === 'email' ? email : 'something quite usual']))

  test.each([...texts, ...shapes].map((value) => [JSON.stringify(value).slice(0, 40), value]))(
    '%s, lets nobody in and fails nowhere',
    async (_, value) => {
      const { status, cookie, text } = await post(path, JSON.stringify({ ...usual, [field]: value }))
      expect([400, 401, 403, 413]).toContain(status)
      expect(cookie).toBeNull()
      const told = JSON.parse(text)
      expect(told).toEqual({ code: expect.any(String), message: expect.any(String) })
      expect(told.code).not.toBe('INTERNAL')
    },
  )
})

test.each(routes)('%s reads nothing but small JSON', async (path) => {
  const body = JSON.stringify({ email, password: 'something' })
  expect(await post(path, body, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
  expect(await post(path, `email=${email}`, { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
    status: 415,
  })
  expect(await post(path, '{"email":')).toMatchObject({ status: 400 })
  expect(await post(path, '[]')).toMatchObject({ status: 400 })
  expect(await post(path, JSON.stringify({ email, password: 'x'.repeat(20_000) }))).toMatchObject({ status: 413 })
  expect(await post(path, '{"email":"a","__proto__":{"password":"b"}}')).toMatchObject({ status: 400 })
})

test.each([
  'daybook.session_token=',
  'daybook.session_token=.',
  'daybook.session_token=%00.%00',
  `daybook.session_token=${'x'.repeat(8_000)}`,
  'daybook.session_token=a.b; daybook.session_token=c.d',
  '=; ;;; =a',
])('a cookie of %j is nobody', async (cookie) => {
  const response = await fetch(`${app.url}/api/auth/get-session`, { headers: { cookie } })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ clinics: [], user: null })
})

test.each([
  '',
  'Bearer',
  'Bearer ',
  'Basic YTpi',
  'Bearer \u00e9',
  `Bearer ${'x'.repeat(8_000)}`,
  'bearer a b',
  'Bearer %00',
])('an authorization of %j is nobody', async (authorization) => {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: '{"query":"{ viewer { name } }"}',
  })
  expect(response.status).toBe(401)
})
