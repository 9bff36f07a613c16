import { connect } from 'node:net'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { BOOK, CHANGED, DAY, MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { openKnown, openRaw, refusalOf } from './raw-socket.ts'

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeDesk>>

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY, socketLimits: { initMilliseconds: 1_000 } })
  desk = await makeDesk(app, database.db)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const subscribe = (id: string) => ({ id, type: 'subscribe', payload: { query: CHANGED, variables: DAY } })
const hello = (id: string) => ({ id, type: 'subscribe', payload: { query: '{ __typename }' } })

describe('an upgrade is refused', () => {
  test.each<[string, number, object]>([
    ['to a page of another site', 403, { headers: { origin: 'https://evil.example' } }],
    ['to a page without an origin of its own', 403, { headers: { origin: 'null' } }],
    ['at another path', 404, { path: '/socket' }],
    ['beside the path', 404, { path: '/graphql/' }],
  ])('%s', async (_, status, knock) => {
    expect(await refusalOf(app, { proof: desk.key, ...knock })).toBe(status)
  })

  test('and the server outlives a sender that is gone before it hears of it', async () => {
    const { port, hostname } = new URL(app.url)
    const lines = ['GET /nowhere HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket', '', '']
    for (let knock = 0; knock < 20; knock++) {
      const socket = connect(Number(port), hostname)
      const gone = new Promise((resolve) => socket.once('close', resolve))
      socket.write(lines.join('\r\n'))
      socket.resetAndDestroy()
      await gone
    }
    expect((await fetch(`${app.url}/livez`)).status).toBe(200)
  })
})

describe('a socket is closed', () => {
  test('with 4406 when it speaks no protocol of ours', async () => {
    const raw = await openRaw(app, { proof: desk.key, protocols: [] })
    expect(await raw.closed).toMatchObject({ code: 4406 })
  })

  test('with 4408 when it does not say who it is', async () => {
    const raw = await openRaw(app, { proof: desk.key })
    expect(await raw.closed).toMatchObject({ code: 4408 })
  })

  test('with 4429 when it says so twice', async () => {
    const raw = await openKnown(app, desk.key)
    raw.send({ type: 'connection_init' })
    expect(await raw.closed).toMatchObject({ code: 4429 })
  })

  test('with 4401 when it asks before it is let in', async () => {
    const raw = await openRaw(app, { proof: desk.key })
    raw.send(hello('1'))
    expect(await raw.closed).toMatchObject({ code: 4401 })
  })

  test('with 4409 when it gives one id to two', async () => {
    const raw = await openKnown(app, desk.key)
    raw.send(subscribe('1'))
    raw.send(subscribe('1'))
    expect(await raw.closed).toMatchObject({ code: 4409 })
  })

  test.each([
    ['nothing', undefined],
    ['a key nobody made', `daybook_${'x'.repeat(40)}`],
    ['a cookie nobody signed', 'daybook.session_token=forged.c2lnbmF0dXJl'],
  ])('with 4403 when it shows %s', async (_, proof) => {
    const raw = await openRaw(app, { proof })
    raw.send({ type: 'connection_init' })
    expect(await raw.closed).toEqual({ code: 4403, reason: 'Forbidden' })
  })

  test.each([
    ['a key in its first message that nobody made', { authorization: 'Bearer nobody' }],
    ['something else than text for a key', { authorization: { toString: 'x' } }],
  ])('with 4403 when it sends %s', async (_, payload) => {
    const raw = await openRaw(app)
    raw.send({ type: 'connection_init', payload })
    expect(await raw.closed).toMatchObject({ code: 4403 })
  })

  test.each([
    ['is no JSON', 'hello'],
    ['is empty', ''],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['has no type', '{}'],
    ['has a type that is none', '{"type":"drop_table"}'],
    ['only a server sends', '{"type":"connection_ack"}'],
    ['only a server sends, with a result', '{"id":"1","type":"next","payload":{"data":{}}}'],
    ['has no id', '{"type":"subscribe","payload":{"query":"{ __typename }"}}'],
    ['has an empty id', '{"id":"","type":"subscribe","payload":{"query":"{ __typename }"}}'],
    ['has a number for an id', '{"id":1,"type":"subscribe","payload":{"query":"{ __typename }"}}'],
    ['has no query', '{"id":"1","type":"subscribe","payload":{}}'],
    ['has a query that is no text', '{"id":"1","type":"subscribe","payload":{"query":{}}}'],
    [
      'has variables that are text',
      '{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","variables":"x"}}',
    ],
    [
      'has an operation name that is a list',
      '{"id":"1","type":"subscribe","payload":{"query":"{ a }","operationName":[]}}',
    ],
    ['is a list of requests', '[{"id":"1","type":"subscribe","payload":{"query":"{ __typename }"}}]'],
  ])('with 4400 after a message that %s', async (_, text) => {
    const raw = await openKnown(app, desk.key)
    raw.send(text)
    expect(await raw.closed).toEqual({ code: 4400, reason: 'Invalid message received' })
  })

  test('with 4400 after a message in bytes', async () => {
    const raw = await openKnown(app, desk.key)
    raw.socket.send(Buffer.from(JSON.stringify(hello('1'))))
    expect(await raw.closed).toMatchObject({ code: 4400 })
  })

  test('after a message of more than 256 kB', async () => {
    const raw = await openKnown(app, desk.key)
    raw.send(hello('x'.repeat(300_000)))
    expect(await raw.closed).toMatchObject({ code: 1009 })
  })
})

describe('a socket that was let in', () => {
  let raw: Awaited<ReturnType<typeof openKnown>>
  beforeEach(async () => {
    raw = await openKnown(app, desk.key)
  })
  afterEach(() => raw.close())

  test('carries 50 subscriptions and not one more, until one ends', async () => {
    for (let i = 0; i < 51; i++) raw.send(subscribe(`s${i}`))
    const refused = await raw.next()
    expect(refused).toMatchObject({ id: 's50', type: 'error', payload: [{ extensions: { code: 'TOO_COSTLY' } }] })
    raw.send({ id: 's0', type: 'complete' })
    raw.send(hello('after'))
    expect(await raw.next()).toMatchObject({ id: 'after', type: 'next', payload: { data: { __typename: 'Query' } } })
  })

  test('may use names of JavaScript for its ids', async () => {
    for (const id of ['__proto__', 'constructor', 'hasOwnProperty']) {
      raw.send(hello(id))
      expect(await raw.next()).toMatchObject({ id, type: 'next' })
      expect(await raw.next()).toMatchObject({ id, type: 'complete' })
    }
  })

  test('books as over HTTP', async () => {
    raw.send({ id: '1', type: 'subscribe', payload: { query: BOOK, variables: { input: desk.usual } } })
    expect(await raw.next()).toMatchObject({
      payload: { data: { bookAppointment: { __typename: 'AppointmentBooked' } } },
    })
  })
})

test('a key that only reads reads over a socket, and writes nothing', async () => {
  const raw = await openKnown(app, await makeApiKey(database.db, desk.clinic.id, ['read']))
  const before = await clinicState(database, desk.clinic.id)
  const input = { ...desk.usual, startsAt: '2026-03-03T17:00:00Z' }
  raw.send({ id: '1', type: 'subscribe', payload: { query: BOOK, variables: { input } } })
  expect(await raw.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
  expect(await clinicState(database, desk.clinic.id)).toBe(before)
  await raw.next()
  raw.send({ id: '2', type: 'subscribe', payload: { query: '{ viewer { kind } }' } })
  expect(await raw.next()).toMatchObject({ payload: { data: { viewer: { kind: 'PARTNER' } } } })
  await raw.close()
})

test('a network with too many sockets that say nothing is not let in further, and is once one is gone', async () => {
  const narrow = await startApp(database, { socketLimits: { mostUnknown: 2 } })
  const known = await openKnown(narrow, desk.key)
  const [silent, other] = [await openRaw(narrow), await openRaw(narrow)]
  expect(await refusalOf(narrow, { proof: desk.key })).toBe(429)
  await silent.close()
  const knocked = () => openKnown(narrow, desk.key).then((late) => late.close().then(() => 'let in'), String)
  await expect.poll(knocked).toBe('let in')
  await Promise.all([known.close(), other.close()])
  await narrow.close()
})

test('a socket is closed with 4403 once its key is revoked', async () => {
  const watchful = await startApp(database, { socketLimits: { recheckMilliseconds: 50 } })
  const raw = await openKnown(watchful, await makeApiKey(database.db, desk.clinic.id))
  await inClinic(database.db, desk.clinic.id, (trx) => sql`update api_keys set revoked_at = now()`.execute(trx))
  expect(await raw.closed).toEqual({ code: 4403, reason: 'Forbidden' })
  await watchful.close()
})
