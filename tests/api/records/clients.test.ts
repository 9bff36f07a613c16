import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { makeOffice, type Office } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeAppointment, makeClient, makeTherapist, makeType } from '../../support/world.ts'

const CLIENTS = `query ($search: String, $first: Int!, $after: String, $activeOnly: Boolean) {
  clients(search: $search, first: $first, after: $after, activeOnly: $activeOnly) {
    nodes { name } edges { cursor node { name } } pageInfo { hasNextPage endCursor } } }`

interface Clients {
  clients: {
    nodes: { name: string }[]
    edges: { cursor: string; node: { name: string } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

let database: TestDatabase
let app: TestApp
let office: Office

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  office = await makeOffice(app, database)
})

async function found(search: string, more: object = {}): Promise<string[]> {
  const { clients } = await office.read<Clients>(CLIENTS, { search, first: 50, ...more })
  return clients.nodes.map((each) => each.name)
}

test('the desk opens, changes and closes the record of a client', async () => {
  const proof = office.receptionist.cookie
  const opened = await office.save(
    'createClient',
    'Client',
    { name: 'Maya Alvarez', email: 'Maya@Example.com', phone: '+12025550123', zone: 'America/Chicago' },
    proof,
  )
  expect(opened.client).toMatchObject({
    name: 'Maya Alvarez',
    email: 'Maya@Example.com',
    phone: '+12025550123',
    zone: 'America/Chicago',
    referralStatus: 'NEW',
    active: true,
    version: 1,
  })
  const { id } = opened.client as { id: string }
  const change = { id, expectedVersion: 1, email: null, referralStatus: 'CONTACTED' }
  expect((await office.save('updateClient', 'Client', change, proof)).client).toMatchObject({
    name: 'Maya Alvarez',
    email: null,
    phone: '+12025550123',
    referralStatus: 'CONTACTED',
    version: 2,
  })
  const { client } = await office.read<{ client: object }>('query ($id: ID!) { client(id: $id) { name version } }', {
    id,
  })
  expect(client).toEqual({ name: 'Maya Alvarez', version: 2 })
  expect((await office.save('archiveClient', 'Client', { id, expectedVersion: 2 }, proof)).client).toMatchObject({
    active: false,
  })
  expect(await found('maya')).toEqual(['Maya Alvarez'])
  expect(await found('maya', { activeOnly: true })).toEqual([])
})

test('the desk notes in which language and on which channels a client is written to', async () => {
  const { client } = await office.save('createClient', 'Client', { name: 'Maya Alvarez' })
  expect(client).toMatchObject({ language: 'en', consents: ['EMAIL', 'SMS'], smsStoppedAt: null })
  const { id } = client as { id: string }
  const change = { id, expectedVersion: 1, language: 'es', consents: ['VOICE', 'EMAIL', 'VOICE'] }
  const changed = await office.save('updateClient', 'Client', change)
  expect(changed.client).toMatchObject({ language: 'es', consents: ['EMAIL', 'VOICE'] })
  const silent = await office.save('updateClient', 'Client', { id, expectedVersion: 2, consents: [] })
  expect(silent.client).toMatchObject({ language: 'es', consents: [] })
  const wrong = { id, expectedVersion: 3, language: 'Spanish', consents: ['PORTAL'] }
  const { problems } = await office.save('updateClient', 'Client', wrong)
  expect(problems.map((each) => each.path)).toEqual([
    ['input', 'language'],
    ['input', 'consents'],
  ])
})

test('every word of a search occurs in the name, the e-mail or the phone, in any order', async () => {
  const { db } = database
  await makeClient(db, office.clinic.id, { name: 'Maya Alvarez', email: 'ma@harbor.example', phone: '+12025550123' })
  await makeClient(db, office.clinic.id, { name: 'Mayan Reed', email: 'mr@example.com', phone: '+12025550199' })
  expect(await found('alv MAY')).toEqual(['Maya Alvarez'])
  expect(await found('harbor')).toEqual(['Maya Alvarez'])
  expect(await found('5550199')).toEqual(['Mayan Reed'])
  expect(await found('  ')).toEqual(['Maya Alvarez', 'Mayan Reed'])
  expect(await found('nobody')).toEqual([])
})

test('in a search every character stands for itself', async () => {
  const { db } = database
  for (const name of ['100% Well', 'Snake_Case', 'Back\\slash', 'Plain', "O'Brien"])
    await makeClient(db, office.clinic.id, { name })
  expect(await found('%')).toEqual(['100% Well'])
  expect(await found('_')).toEqual(['Snake_Case'])
  expect(await found('\\')).toEqual(['Back\\slash'])
  expect(await found("o'b")).toEqual(["O'Brien"])
  expect(await found('.*')).toEqual([])
})

test('pages follow each other without gap or repeat, also while clients come and go', async () => {
  const { db } = database
  const names = ['anna', 'Anna', 'Bea', 'bea', 'Cleo', 'Dora', 'Élise', 'Zoë', 'ﬁ', 'Bea']
  for (const name of names) await makeClient(db, office.clinic.id, { name })
  const seen: string[] = []
  let after: string | null = null
  for (let page = 0; page < 10; page++) {
    const { clients }: Clients = await office.read<Clients>(CLIENTS, { first: 3, after })
    seen.push(...clients.edges.map((each) => each.node.name))
    after = clients.pageInfo.endCursor
    if (page === 0) await makeClient(db, office.clinic.id, { name: 'aaa, before all seen' })
    if (!clients.pageInfo.hasNextPage) break
  }
  expect([...seen].sort()).toEqual([...names].sort())
  const lower = seen.map((each) => each.toLowerCase())
  expect(lower.indexOf('bea')).toBeGreaterThan(lower.lastIndexOf('anna'))
})

test.each([0, -1, 101])('a page of %i is refused', async (first) => {
  const { errors } = await ask(app, office.admin.cookie, CLIENTS, { first })
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

test.each(['nonsense', '', 'W10', 'WyJhIiwiYiJd', 'WzEsMl0', '%00'])(
  '%j as a cursor is refused or the start',
  async (after) => {
    const { errors } = await ask(app, office.admin.cookie, CLIENTS, { first: 5, after })
    expect(errors?.[0]?.extensions.code ?? 'none').toBe(after === '' ? 'none' : 'BAD_USER_INPUT')
  },
)

test.each(['a\0b', '\ud800', 'x'.repeat(201)])('a search that cannot be is refused, case %$', async (search) => {
  const { errors } = await ask(app, office.admin.cookie, CLIENTS, { first: 5, search })
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

test('a client’s appointments come latest first, page by page', async () => {
  const { db } = database
  const clinicId = office.clinic.id
  const client = await makeClient(db, clinicId)
  const therapist = await makeTherapist(db, clinicId)
  const type = await makeType(db, clinicId)
  for (const hour of [9, 11, 10])
    await makeAppointment(db, clinicId, {
      ...{ clientId: client.id, therapistId: therapist.id, typeId: type.id },
      startsAt: new Date(`2026-03-03T${String(hour).padStart(2, '0')}:00:00Z`),
      endsAt: new Date(`2026-03-03T${String(hour).padStart(2, '0')}:50:00Z`),
    })
  const query = `query ($id: ID!, $after: String) { client(id: $id) { appointments(first: 2, after: $after) {
    nodes { startsAt } pageInfo { hasNextPage endCursor } } } }`
  interface Page {
    client: { appointments: { nodes: { startsAt: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
  }
  const first = (await office.read<Page>(query, { id: client.id })).client.appointments
  const second = (await office.read<Page>(query, { id: client.id, after: first.pageInfo.endCursor })).client
    .appointments
  const hours = [...first.nodes, ...second.nodes].map((each) => each.startsAt.slice(11, 13))
  expect(hours).toEqual(['11', '10', '09'])
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
})
