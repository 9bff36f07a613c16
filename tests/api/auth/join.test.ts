import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLinkToken } from '../../../actions/one-time-secret.ts'
import { findSignIn, insertInvitation, insertUser } from '../../../db/queries/sign-ins.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson } from '../../support/sign-in.ts'
import { makeClinic, makeMember } from '../../support/world.ts'
import { type AuthServer, cookieOf, startAuthServer } from './auth-server.ts'

const PASSWORD = 'correct horse battery'

let database: TestDatabase
let server: AuthServer
let clinicId: string
let networks = 0

beforeAll(async () => {
  database = await testDatabase()
  server = await startAuthServer(database.db)
  clinicId = (await makeClinic(database.db)).id
})

afterAll(async () => {
  await server.app.close()
  await database.close()
})

function join(token: string, password: string): Promise<Response> {
  return server.post('join', { token, password }, { 'x-forwarded-for': `203.0.113.${++networks}` })
}

async function invite(existingUserId?: string) {
  const email = `${uuid()}@example.com`
  const { token, hash } = makeLinkToken()
  const userId = await database.db.transaction().execute(async (trx) => {
    const id = existingUserId ?? (await insertUser(trx, { id: uuid(), name: 'Noor Haddad', email }))
    await insertInvitation(trx, id, hash)
    return id
  })
  if (!existingUserId) await makeMember(database.db, clinicId, { userId })
  return { token, userId, email }
}

test('an invited member chooses a password and is signed in', async () => {
  const { token, userId, email } = await invite()
  expect(await findSignIn(database.db, email)).toEqual({ userId, hasPassword: false })
  const response = await join(token, PASSWORD)
  expect(response.status).toBe(200)
  expect(await server.auth.callerOf({ cookie: cookieOf(response) })).toMatchObject({ userId, clinicId })
  expect(await findSignIn(database.db, email)).toEqual({ userId, hasPassword: true })
  expect((await server.signIn(email, PASSWORD)).status).toBe(200)
})

test('nobody signs in before a password was chosen', async () => {
  const { email } = await invite()
  expect((await server.signIn(email, PASSWORD)).status).toBe(401)
})

test('a link works once, also when it is used many times at once', async () => {
  const { token, email } = await invite()
  const answers = await Promise.all(Array.from({ length: 4 }, (_, i) => join(token, `${PASSWORD} ${i}`)))
  expect(answers.map((each) => each.status).sort()).toEqual([200, 400, 400, 400])
  const winner = answers.findIndex((each) => each.status === 200)
  expect((await join(token, 'another long password')).status).toBe(400)
  expect((await server.signIn(email, `${PASSWORD} ${winner}`)).status).toBe(200)
})

test('a link never replaces a password that is there', async () => {
  const person = await makePerson(database.db, clinicId)
  const { token } = await invite(person.userId)
  const response = await join(token, 'the password of somebody else')
  expect(response.status).toBe(400)
  expect(response.headers.getSetCookie()).toEqual([])
  expect((await server.signIn(person.email, person.password)).status).toBe(200)
})

test('a link is good for seven days', async () => {
  const { token, userId } = await invite()
  const { rows } = await sql<{ days: number }>`select extract(epoch from expires_at - now())::float / 86400 as days
    from auth.invitations where user_id = ${userId}`.execute(database.db)
  expect(rows[0]!.days).toBeCloseTo(7, 2)
  await sql`update auth.invitations set expires_at = now() where user_id = ${userId}`.execute(database.db)
  const old = await join(token, PASSWORD)
  const unknown = await join('no such token', PASSWORD)
  expect([old.status, unknown.status]).toEqual([400, 400])
  expect(await old.json()).toEqual(await unknown.json())
})

test('an unfit password is refused with the reason and leaves the link as it was', async () => {
  const { token, email } = await invite()
  const shown = await (await join(token, 'short')).json()
  expect(shown).toMatchObject({ code: 'PASSWORD_UNFIT', message: 'Choose a password of at least 12 characters.' })
  for (const password of ['x'.repeat(129), email.toUpperCase(), 'aaaaaaaaaaaaaaaa'])
    expect(await (await join(token, password)).json()).toMatchObject({ code: 'PASSWORD_UNFIT' })
  expect((await join(token, PASSWORD)).status).toBe(200)
})

test('guessing links is limited by network', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.9' }
  const guess = (i: number) => server.post('join', { token: `guess ${i}`, password: PASSWORD }, headers)
  const statuses = (await Promise.all(Array.from({ length: 31 }, (_, i) => guess(i)))).map((each) => each.status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
})

test('the token is not in the database', async () => {
  const { token, userId } = await invite()
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(i)::text as row from auth.invitations i where user_id = ${userId}`.execute(database.db)
  expect(rows[0]!.row).not.toContain(token)
})
