import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Db } from '../../../db/connect.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson } from '../../support/sign-in.ts'
import { makeClinic } from '../../support/world.ts'
import { type AuthServer, startAuthServer } from './auth-server.ts'

let database: TestDatabase
let first: AuthServer
let second: AuthServer
let other: { db: Db; close(): Promise<void> }
let clinicId: string
let networks = 0

/** Two servers with a pool each, as two processes have. */
beforeAll(async () => {
  database = await testDatabase()
  other = connect({ url: database.url, applicationName: 'second', max: 5 })
  first = await startAuthServer(database.db)
  second = await startAuthServer(other.db)
  clinicId = (await makeClinic(database.db)).id
})

afterAll(async () => {
  await first.app.close()
  await second.app.close()
  await other.close()
  await database.close()
})

/** A place of the world that has not failed yet. */
function elsewhere(): Record<string, string> {
  return { 'x-forwarded-for': `203.0.113.${++networks}` }
}

async function fail(times: number, email: string, headers: Record<string, string>): Promise<number[]> {
  const statuses: number[] = []
  for (let i = 0; i < times; i++)
    statuses.push((await (i % 2 ? first : second).signIn(email, `guess ${i}`, headers)).status)
  return statuses
}

test('locks an e-mail after five failures, however many processes they were spread over', async () => {
  const person = await makePerson(database.db, clinicId)
  expect(await fail(6, person.email, elsewhere())).toEqual([401, 401, 401, 401, 401, 429])
  for (const server of [first, second]) {
    const response = await server.signIn(person.email, person.password, elsewhere())
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(880)
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(900)
    expect(response.headers.getSetCookie()).toEqual([])
  }
})

test('locks an e-mail that nobody has just the same', async () => {
  expect(await fail(7, 'nobody@example.com', elsewhere())).toEqual([401, 401, 401, 401, 401, 429, 429])
})

test('opens again when the lock has run out', async () => {
  const person = await makePerson(database.db, clinicId)
  await fail(5, person.email, elsewhere())
  expect((await first.signIn(person.email, person.password, elsewhere())).status).toBe(429)
  await later(15)
  expect((await first.signIn(person.email, person.password, elsewhere())).status).toBe(200)
})

test('counts failures of the last fifteen minutes alone', async () => {
  const person = await makePerson(database.db, clinicId)
  await fail(4, person.email, elsewhere())
  await later(16)
  expect(await fail(4, person.email, elsewhere())).toEqual([401, 401, 401, 401])
  expect((await first.signIn(person.email, person.password, elsewhere())).status).toBe(200)
})

test('forgets the failures of whoever gets it right', async () => {
  const person = await makePerson(database.db, clinicId)
  for (let round = 0; round < 3; round++) {
    expect(await fail(4, person.email, elsewhere())).toEqual([401, 401, 401, 401])
    expect((await first.signIn(person.email, person.password, elsewhere())).status).toBe(200)
  }
})

test('lets no more than five guesses through when they all come at once', async () => {
  const person = await makePerson(database.db, clinicId)
  const headers = elsewhere()
  const guesses = Array.from({ length: 20 }, (_, i) => (i % 2 ? first : second).signIn(person.email, `${i}`, headers))
  const statuses = (await Promise.all(guesses)).map((each) => each.status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(15)
})

test('locks a network that tries one e-mail after the other, and no other network', async () => {
  const person = await makePerson(database.db, clinicId)
  const headers = (i: number) => ({ 'x-forwarded-for': `2001:db8:1:2::${i.toString(16)}` })
  const guesses = Array.from({ length: 31 }, (_, i) => first.signIn(`${i}@example.com`, 'guess', headers(i)))
  const statuses = (await Promise.all(guesses)).map((each) => each.status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
  expect((await second.signIn(person.email, person.password, headers(99))).status).toBe(429)
  expect((await second.signIn(person.email, person.password, { 'x-forwarded-for': '2001:db8:1:3::1' })).status).toBe(
    200,
  )
})

test('does not hold it against a clinic that many of its people sign in', async () => {
  const person = await makePerson(database.db, clinicId)
  const headers = elsewhere()
  for (let i = 0; i < 32; i++) expect((await first.signIn(person.email, person.password, headers)).status).toBe(200)
})

test('keeps no e-mail that somebody typed', async () => {
  await first.signIn('my-password-by-mistake', 'x', elsewhere())
  const { rows } = await sql<{ text: string }>`
    select encode(subject, 'escape') as text from auth.sign_in_failures`.execute(database.db)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some((row) => row.text.includes('my-password'))).toBe(false)
})

/** As if so many minutes had passed since every failure. */
async function later(minutes: number): Promise<void> {
  await sql`update auth.sign_in_failures set since = since - make_interval(mins => ${minutes}),
    locked_until = locked_until - make_interval(mins => ${minutes})`.execute(database.db)
}
