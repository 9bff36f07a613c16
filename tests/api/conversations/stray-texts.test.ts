import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { MONDAY } from '../../support/desk.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeReplyDesk, type ReplyDesk } from '../../support/reply-desk.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { makeClient } from '../../support/world.ts'

const STRAY = `query ($first: Int!, $after: String, $clientId: ID) {
  strayTexts(first: $first, after: $after, clientId: $clientId) {
    nodes { text intent phone answer client { name } } pageInfo { hasNextPage endCursor } } }`

interface Stray {
  readonly nodes: {
    text: string
    intent: string
    phone: string
    answer: string | null
    client: { name: string } | null
  }[]
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

let database: TestDatabase
let app: TestApp
let at: ReplyDesk
let rosa: string
let now = MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, webhookProofs })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = MONDAY
  at = await makeReplyDesk(app, database, () => now)
  rosa = await sessionCookieOf(database.db, await makePerson(database.db, at.desk.clinic.id))
})

async function stray(more: object = {}, proof = rosa): Promise<Stray> {
  const { data } = await ask<{ strayTexts: Stray }>(app, proof, STRAY, { first: 50, ...more })
  return data.strayTexts
}

/** Told of an appointment that is over by now. */
async function withNothingAhead(name: string) {
  const client = await at.person(name)
  await at.told(client.id)
  now += 14 * 24 * 60 * 60_000
  return client
}

it('are listed the newest first, page by page, with the client who has the number', async () => {
  const maya = await withNothingAhead('Maya')
  await at.phone.text('Wrong number')
  now += 60_000
  await at.phone.text('Can I come again?')
  const { nodes } = await stray()
  expect(nodes).toEqual([
    expect.objectContaining({ text: 'Can I come again?', phone: at.phone.number, client: { name: 'Maya' } }),
    expect.objectContaining({ text: 'Wrong number', intent: 'UNRECOGNISED', client: { name: 'Maya' } }),
  ])
  const page = await stray({ first: 1 })
  expect(page).toMatchObject({ nodes: nodes.slice(0, 1), pageInfo: { hasNextPage: true } })
  expect((await stray({ first: 1, after: page.pageInfo.endCursor })).nodes).toEqual(nodes.slice(1))
  expect((await stray({ clientId: maya.id })).nodes).toHaveLength(2)
  const other = await makeClient(database.db, at.desk.clinic.id, { name: 'Leo', phone: '+12025559999' })
  expect((await stray({ clientId: other.id })).nodes).toEqual([])
})

it('name no client where several share the number, and hold nothing that belongs to an appointment', async () => {
  await withNothingAhead('Maya')
  await at.person('Leo')
  await at.phone.text('Hello?')
  expect((await stray()).nodes).toMatchObject([{ text: 'Hello?', client: null }])
})

it('are for those who may write to every client', async () => {
  await withNothingAhead('Maya')
  await at.phone.text('Hello?')
  const therapist = await makePerson(database.db, at.desk.clinic.id, { role: 'therapist' })
  expect((await stray({}, await sessionCookieOf(database.db, therapist))).nodes).toEqual([])
  expect((await stray({}, at.desk.key)).nodes).toHaveLength(1)
})
