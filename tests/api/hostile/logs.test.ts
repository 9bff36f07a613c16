import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { loggedError, makeLog } from '../../../api/log.ts'
import { makeApiKey, proofHeaders, startApp, type TestApp } from '../../support/app.ts'
import { BOOK, MONDAY, makeDesk } from '../../support/desk.ts'
import { execute } from '../../support/global-setup.ts'
import { signInAs } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makePerson } from '../../support/sign-in.ts'
import { openKnown, openRaw } from './raw-socket.ts'

interface Line {
  readonly level: number
  readonly msg: string
  readonly requestId?: string
  readonly err?: { readonly type: string; readonly message: string; readonly stack: string; readonly code?: string }
}

const ERROR = 50
const NAME = 'Petra Geheim'
const CREATE = 'mutation ($input: CreateClientInput!) { createClient(input: $input) { __typename } }'
const input = { name: NAME, email: 'petra.geheim@example.com', phone: '+12025550177' }

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
let written: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  const log = makeLog('trace', { write: (line) => written.push(line) })
  app = await startApp(database, { now: () => MONDAY, log })
  desk = await makeDesk(app, database.db)
  // A fault that nobody foresaw: Postgres answers with the whole row.
  await execute(database.ownerUrl, `alter table clients add constraint no_petra check (name <> '${NAME}')`)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
afterEach(() => {
  written = []
})

const errorsLogged = () => written.map((line): Line => JSON.parse(line)).filter((line) => line.level === ERROR)

function post(body: unknown, proof: string | undefined = desk.key, path = '/graphql'): Promise<Response> {
  return fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...proofHeaders(proof) },
    body: JSON.stringify(body),
  })
}

test('what went wrong inside is told as a number: in the answer, in its header and in the log', async () => {
  const response = await post({ query: CREATE, variables: { input } })
  const body = await response.text()
  const requestId = response.headers.get('x-request-id')
  expect(JSON.parse(body).errors).toEqual([
    {
      message: `Something went wrong here. Request ${requestId}.`,
      locations: expect.anything(),
      path: ['createClient'],
      extensions: { code: 'INTERNAL', requestId },
    },
  ])
  const [line, ...more] = errorsLogged()
  expect(more).toEqual([])
  expect(line).toMatchObject({ requestId, msg: 'an operation failed' })
  expect(line?.err).toEqual({
    type: 'DatabaseError',
    code: '23514',
    constraint: 'no_petra',
    message: 'new row for relation "clients" violates check constraint "no_petra"',
    stack: expect.stringContaining('create-client.ts'),
  })
})

test('the audit log knows a change by the same number', async () => {
  const response = await post({ query: CREATE, variables: { input: { ...input, name: 'Maya Alvarez' } } })
  const last = 'select request_id from audit_entries where clinic_id = $1 order by seq desc limit 1'
  expect(await rowsOf(database, desk.clinic.id, last)).toEqual([{ request_id: response.headers.get('x-request-id') }])
})

test('over a socket it is told as the number in the log', async () => {
  const raw = await openKnown(app, desk.key)
  raw.send({ id: '1', type: 'subscribe', payload: { query: CREATE, variables: { input } } })
  const { payload } = await raw.next()
  const [error] = (payload as { errors: { message: string; extensions: { code: string; requestId: string } }[] }).errors
  const { requestId } = error!.extensions
  expect(error).toEqual({
    message: `Something went wrong here. Request ${requestId}.`,
    path: ['createClient'],
    extensions: { code: 'INTERNAL', requestId },
  })
  expect(errorsLogged()).toEqual([expect.objectContaining({ requestId })])
  await raw.close()
})

test('a database that fails while a caller is looked up is told as a number too', async () => {
  const other = await testDatabase()
  const broken = await startApp(other, { log: makeLog('trace', { write: (line) => written.push(line) }) })
  await execute(other.ownerUrl, 'drop function auth.caller_of_api_key')
  const response = await fetch(`${broken.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...proofHeaders(desk.key) },
    body: '{"query":"{ __typename }"}',
  })
  const requestId = response.headers.get('x-request-id')
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({
    errors: [
      { message: `Something went wrong here. Request ${requestId}.`, extensions: { code: 'INTERNAL', requestId } },
    ],
  })
  expect(errorsLogged()).toEqual([expect.objectContaining({ requestId, msg: 'a request failed' })])
  const raw = await openRaw(broken, { proof: desk.key })
  raw.send({ type: 'connection_init' })
  expect(await raw.closed).toEqual({ code: 1013, reason: 'Try again later' })
  await broken.close()
  await other.close()
})

test('no log line says who a client is, what was noted, or with what somebody got in', async () => {
  const person = await makePerson(database.db, desk.clinic.id, { name: 'Rosa Quinn' })
  const cookie = await signInAs(app, person)
  const key = await makeApiKey(database.db, desk.clinic.id)
  const notes = 'Panic attacks since May'
  await post({ query: CREATE, variables: { input } }, cookie)
  await post({ query: BOOK, variables: { input: { ...desk.usual, notes, clientMutationId: 'secret-id-1' } } }, key)
  await post({ query: `{ clients(first: 5, search: "${NAME}") { nodes { nam } } }` }, key)
  await post({ query: `mutation { createClient(input: { name: "${NAME}" }) { __typename } }` }, cookie)
  await post({ query: CREATE, variables: { input: { ...input, email: 'petra geheim' } } }, cookie)
  await post(`not an object but ${NAME}`, key)
  await post({ email: person.email, password: 'Wrong guess 17' }, undefined, '/api/auth/sign-in/email')
  await fetch(`${app.url}/nothing?name=${encodeURIComponent(NAME)}`, { headers: { cookie } })
  const raw = await openKnown(app, key)
  raw.send(`not JSON but ${NAME}`)
  await raw.closed
  const secrets = [NAME, 'Petra', 'geheim', '5550177', notes, 'Panic', 'Maya', 'Wrong guess', 'secret-id-1']
  const proofs = [person.email, person.password, key, cookie.split('=')[1]!]
  const log = written.join('')
  expect(log).toContain('an operation failed')
  expect([...secrets, ...proofs].filter((each) => log.includes(each))).toEqual([])
})

test.each([
  ['a value that cannot be', () => sql`select ${NAME}::uuid`],
  ['a date that cannot be', () => sql`select ${NAME}::timestamptz`],
  ['a number that cannot be', () => sql`select ('5550177' || '5550177')::int`],
  ['a document that cannot be', () => sql`select ${`{"name": ${NAME}`}::jsonb`],
])('what Postgres says of %s is not logged', async (_, query) => {
  const error = await query()
    .execute(database.db)
    .catch((thrown: unknown) => thrown)
  const logged = loggedError(error)
  expect(logged.code).toMatch(/^22/)
  expect(JSON.stringify(logged)).not.toMatch(/Petra|5550177/)
  expect(logged.stack).toMatch(/^\s+at /)
})

test('an error that comes of another tells of both, and of nothing else that hangs on them', () => {
  const inner = Object.assign(new Error('the lock was lost'), { detail: NAME, query: 'insert', parameters: [NAME] })
  const logged = loggedError(Object.assign(new Error('no booking', { cause: inner }), { input: { name: NAME } }))
  expect(logged).toMatchObject({ type: 'Error', message: 'no booking', cause: { message: 'the lock was lost' } })
  expect(JSON.stringify(logged)).not.toContain(NAME)
})

test('what JSON that cannot be read says of itself is not logged', () => {
  const thrown = (() => {
    try {
      return JSON.parse(NAME)
    } catch (error) {
      return error
    }
  })()
  expect(JSON.stringify(loggedError(thrown))).not.toMatch(/Petra/)
})
