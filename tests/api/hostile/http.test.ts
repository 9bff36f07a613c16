import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proofHeaders, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { BOOK, MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>
let booking: string

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
  desk = await makeDesk(app, database.db)
  booking = JSON.stringify({ query: BOOK, variables: { input: desk.usual } })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

interface Received {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** A request as it is told, with nothing added that `fetch` would add or refuse. */
function send({ method = 'POST', path = '/graphql', headers = {}, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const sent = request(`${app.url}${path}`, { method, headers: { ...proofHeaders(desk.key), ...headers } })
    sent.once('error', reject)
    sent.once('response', async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) })
    })
    sent.end(body)
  })
}

const json = { 'content-type': 'application/json' }

function refusedWith(received: Received): { code: unknown; message: string } {
  const told = JSON.parse(received.body)
  const error = told.errors?.[0]
  return { code: error?.extensions?.code, message: error?.message }
}

const hello = JSON.stringify({ query: '{ __typename }' })

describe('a booking that is sent in another way than POST of JSON in UTF-8 is refused and not made', () => {
  const inUtf16 = (content: string) => Buffer.from(content, 'utf16le')
  const asForm = (content: string) => `query=${encodeURIComponent(JSON.parse(content).query)}`
  const asParts = (content: string) =>
    `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${content}\r\n--x--\r\n`
  const plain = (content: string) => content
  test.each([
    ['as plain text', 415, 'text/plain', plain],
    ['without a type', 415, '', plain],
    ['as GraphQL', 415, 'application/graphql', plain],
    ['as a form', 415, 'application/x-www-form-urlencoded', asForm],
    ['in parts', 415, 'multipart/form-data; boundary=x', asParts],
    ['as something like JSON', 415, 'application/json-seq', plain],
    ['as two types', 415, 'application/json, text/plain', plain],
    ['in EBCDIC', 415, 'application/json; charset=ibm037', plain],
    ['in UTF-16', 415, 'application/json; charset=utf-16', inUtf16],
    ['in UTF-7', 415, 'application/json;charset="utf-7"', plain],
    ['in a charset with spaces about it', 415, 'application/json; charset = utf-16', inUtf16],
    ['in two charsets', 415, 'application/json; charset=utf-8; charset=utf-16', plain],
    ['in UTF-16 without saying so', 400, 'application/json', inUtf16],
  ])('%s', async (_, status, type, encode) => {
    const before = await clinicState(database, desk.clinic.id)
    const received = await send({ headers: { 'content-type': type }, body: encode(booking) })
    expect(received.status).toBe(status)
    expect(refusedWith(received).code).toBe('BAD_USER_INPUT')
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  test.each(['text/html', 'image/*', 'application/json;q=0', 'text/plain, application/xml'])(
    'when the sender accepts only %s',
    async (accept) => {
      const before = await clinicState(database, desk.clinic.id)
      const received = await send({ headers: { ...json, accept }, body: booking })
      expect(received.status).toBe(406)
      expect(await clinicState(database, desk.clinic.id)).toBe(before)
    },
  )

  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('by %s', async (method) => {
    const before = await clinicState(database, desk.clinic.id)
    const { query, variables } = JSON.parse(booking)
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) })
    const received = await send({ method, path: `/graphql?${search}`, headers: json })
    expect(received).toMatchObject({ status: 405, headers: { allow: 'POST' } })
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  test('by GET with a query that reads', async () => {
    const received = await send({ method: 'GET', path: '/graphql?query=%7B__typename%7D' })
    expect(received).toMatchObject({ status: 405, headers: { allow: 'POST' } })
    expect(refusedWith(received).message).toMatch(/POST/)
  })
})

test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
  'JSON in UTF-8 is read as %s',
  async (type) => {
    expect(await send({ headers: { 'content-type': type }, body: hello })).toMatchObject({ status: 200 })
  },
)

describe('a body that is no request', () => {
  test.each([
    ['is empty', ''],
    ['is not JSON', '{"query": '],
    ['has a NUL', '{"query": "{ __typename }\0"}'],
    ['is nothing', 'null'],
    ['is text', '"{ __typename }"'],
    ['is a number', '42'],
    ['is an empty object', '{}'],
    ['is an empty list', '[]'],
    ['is a list of requests', `[${hello}, ${hello}]`],
    ['has no query', '{"variables": {}}'],
    ['has an empty query', '{"query": ""}'],
    ['has a query that is no text', '{"query": {"kind": "Document"}}'],
    ['has a query that is a list', '{"query": ["{ __typename }"]}'],
    ['has variables that are text', '{"query": "{ __typename }", "variables": "{}"}'],
    ['has variables that are a list', '{"query": "{ __typename }", "variables": []}'],
    ['has an operation name that is a number', '{"query": "{ __typename }", "operationName": 1}'],
    ['has extensions that are a list', '{"query": "{ __typename }", "extensions": []}'],
    ['brings a prototype', '{"query": "{ __typename }", "__proto__": {"isAdmin": true}}'],
    ['brings a constructor', '{"query": "{ __typename }", "constructor": {"prototype": {"isAdmin": true}}}'],
    ['is nested without end', '['.repeat(500_000)],
  ])('that %s is refused', async (_, body) => {
    const received = await send({ headers: json, body })
    expect(received.status).toBe(400)
    expect(refusedWith(received).code).toBe('BAD_USER_INPUT')
    expect(received.body).not.toMatch(/node_modules|\.ts\b|\.js\b|stack/)
  })

  test('that names a query by its hash alone is refused', async () => {
    const body = JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } })
    expect(refusedWith(await send({ headers: json, body })).code).toBe('BAD_USER_INPUT')
  })

  test('that is longer than a megabyte is refused', async () => {
    const received = await send({
      headers: json,
      body: JSON.stringify({ query: `{ __typename } ${' '.repeat(2 ** 20)}` }),
    })
    expect(received.status).toBe(413)
    expect(refusedWith(received).code).toBe('BAD_USER_INPUT')
  })

  test('that lies about being compressed is refused', async () => {
    const received = await send({
      headers: { ...json, 'content-encoding': 'gzip' },
      body: Buffer.from([31, 139, 8, 0]),
    })
    expect(received.status).toBe(400)
  })
})

test('bytes that are no UTF-8 are refused', async () => {
  const body = Buffer.concat([Buffer.from('{"query":"{ __typename } #'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])
  expect((await send({ headers: json, body })).status).toBe(400)
})

test.each(['', '%%%', '[', 'a b', 'evil.example/path', '127.0.0.1:99999'])(
  'a Host of %j is no reason to fail',
  async (host) => {
    const received = await send({ headers: { ...json, host }, body: hello })
    expect([200, 400]).toContain(received.status)
  },
)

describe('a browser on another site', () => {
  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ])('cannot use the cookie of a member, with %j', async (from) => {
    const person = await makePerson(database.db, desk.clinic.id, { role: 'admin' })
    const cookie = await sessionCookieOf(database.db, person)
    const before = await clinicState(database, desk.clinic.id)
    const received = await send({ headers: { ...json, authorization: '', cookie, ...from }, body: booking })
    expect(received.status).toBe(403)
    expect(refusedWith(received).code).toBe('FORBIDDEN')
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })
})

describe('nobody we know', () => {
  const nobody = { authorization: 'Bearer nobody', ...json }
  const asked = async (query: string) => {
    const received = await send({ headers: nobody, body: JSON.stringify({ query }) })
    return { status: received.status, ...refusedWith(received) }
  }

  test('is told to sign in', async () => {
    expect(await asked('{ viewer { name } }')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  })

  test.each(['{ __schema { types { name } } }', '{ __type(name: "Client") { fields { name } } }'])(
    'is not shown the schema by %s',
    async (query) => {
      expect(await asked(query)).toMatchObject({ code: 'FORBIDDEN' })
    },
  )

  test.each(['{ viewe }', '{ viewer { nam } }', '{ clients(firs: 1) { nodes { id } } }', '{ ... on Clien { id } }'])(
    'gets no suggestions for %s, which members do',
    async (query) => {
      expect((await asked(query)).message).not.toMatch(/Did you mean/)
      const received = await send({ headers: json, body: JSON.stringify({ query }) })
      expect(received.body).toMatch(/Did you mean/)
    },
  )

  test('may send 1,000 tokens and no more', async () => {
    const comments = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: no`).join(' ')} }`
    expect(await asked(comments(400))).toMatchObject({
      code: 'TOO_COSTLY',
      message: expect.stringMatching(/1000 tokens/),
    })
    expect(await asked(`{ __typename ${', '.repeat(400_000)} }`)).toMatchObject({ status: 200 })
  })
})

test('every MUST of GraphQL over HTTP is kept', async () => {
  const fetchFn = (url: string, init?: RequestInit) =>
    fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), ...proofHeaders(desk.key) } })
  const results = await Promise.all(serverAudits({ url: `${app.url}/graphql`, fetchFn }).map((audit) => audit.fn()))
  const failed = results.filter((each) => each.status !== 'ok').map((each) => each.name)
  expect(results.length).toBeGreaterThan(50)
  expect(failed.filter((name) => !name.startsWith('MAY'))).toEqual([
    // The status says what is wrong here, whatever type of answer is accepted.
    'SHOULD use 200 status code on document parsing failure when accepting application/json',
    'SHOULD use 200 status code on document validation failure when accepting application/json',
    'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
  ])
})

test.each(['/nothing', '/graphql/more', '/api/nothing', '/.env', '/graphql%00', '/%ff', '/..%2f..%2fetc%2fpasswd'])(
  'nothing is at %s',
  async (path) => {
    const received = await send({ method: 'GET', path })
    expect([400, 404]).toContain(received.status)
    expect(received.headers['content-type']).toMatch(/^application\/json/)
    expect(received.headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
    expect(received.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(received.body).not.toMatch(/node_modules|\.ts\b|at /)
  },
)

test.each([
  ['an answer', { headers: json, body: hello }],
  ['a refused method', { method: 'GET' }],
  ['a refused body', { headers: json, body: '{' }],
  ['a path that is not there', { method: 'GET', path: '/nothing' }],
  ['sign-in', { path: '/api/auth/sign-in/email', headers: json, body: '{' }],
])('%s says how it may be used', async (_, sent) => {
  const { headers } = await send(sent)
  expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers['x-powered-by']).toBeUndefined()
})
