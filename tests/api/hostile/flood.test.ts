import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type WebSocket as Socket, WebSocket } from 'ws'
import { proofHeaders, startApp, type TestApp } from '../../support/app.ts'
import { MONDAY, makeDesk } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

const LIMIT = 5

let database: TestDatabase
let desk: Awaited<ReturnType<typeof makeDesk>>
let direct: TestApp
let proxied: TestApp

beforeAll(async () => {
  database = await testDatabase()
  const options = { now: () => MONDAY, publicRequestsAMinute: LIMIT }
  direct = await startApp(database, options)
  proxied = await startApp(database, { ...options, trustedProxies: ['127.0.0.1', '10.0.0.0/8'] })
  desk = await makeDesk(direct, database.db)
})
afterAll(async () => {
  await direct.close()
  await proxied.close()
  await database.close()
})

function hello(app: TestApp, proof: string | undefined, from?: string): Promise<Response> {
  return fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...proofHeaders(proof), ...(from && { 'x-forwarded-for': from }) },
    body: '{"query":"{ __typename }"}',
  })
}

/** The statuses of that many requests, one after another. */
async function statuses(count: number, send: () => Promise<Response>): Promise<number[]> {
  const seen: number[] = []
  while (seen.length < count) seen.push((await send()).status)
  return seen
}

const refusedAfter = (limit: number, more: number) => [...Array(limit).fill(200), ...Array(more).fill(429)]

describe('requests from nobody we know', () => {
  test('are refused after so many a minute, with how long to wait, whatever key they make up', async () => {
    let key = 0
    expect(await statuses(LIMIT + 2, () => hello(direct, `daybook_nobody_${key++}`))).toEqual(refusedAfter(LIMIT, 2))
    const refused = await hello(direct, undefined)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
  })

  test('cannot pass for others by saying so', async () => {
    expect(await statuses(2, () => hello(direct, undefined, '203.0.113.9'))).toEqual([429, 429])
  })

  test('do not stand in the way of programs and members in the same network', async () => {
    const cookie = await sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id))
    expect(await statuses(20, () => hello(direct, desk.key))).toEqual(Array(20).fill(200))
    expect(await statuses(20, () => hello(direct, cookie))).toEqual(Array(20).fill(200))
  })
})

describe('behind a proxy that is trusted, requests count for where it says they came from', () => {
  test('each network for itself', async () => {
    expect(await statuses(LIMIT + 1, () => hello(proxied, undefined, '203.0.113.1'))).toEqual(refusedAfter(LIMIT, 1))
    expect((await hello(proxied, undefined, '203.0.113.2')).status).toBe(200)
  })

  test('and not for what a sender put in front', async () => {
    const statusesOf203 = await statuses(2, () => hello(proxied, undefined, '198.51.100.7, 203.0.113.1, 10.1.2.3'))
    expect(statusesOf203).toEqual([429, 429])
  })

  test('and a household with many addresses is one network', async () => {
    let host = 1
    const next = () => hello(proxied, undefined, `2001:db8:1:2::${(host++).toString(16)}`)
    expect(await statuses(LIMIT + 1, next)).toEqual(refusedAfter(LIMIT, 1))
  })
})

describe('the audit log says where a booking came from', () => {
  const book = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { __typename } }`
  const forwarded = { 'x-forwarded-for': '203.0.113.44' }
  const auditedIp = async () =>
    (
      await rowsOf(
        database,
        desk.clinic.id,
        'select ip from audit_entries where clinic_id = $1 order by seq desc limit 1',
      )
    )[0]

  test.each([
    ['without a proxy', () => direct, '127.0.0.1'],
    ['behind a proxy that is trusted', () => proxied, '203.0.113.44'],
  ])('over HTTP %s', async (_, app, ip) => {
    const startsAt = ip === '127.0.0.1' ? '2026-03-03T15:00:00Z' : '2026-03-03T17:00:00Z'
    await fetch(`${app().url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...proofHeaders(desk.key), ...forwarded },
      body: JSON.stringify({ query: book, variables: { input: { ...desk.usual, startsAt } } }),
    })
    expect(await auditedIp()).toEqual({ ip })
  })

  test.each([
    ['without a proxy', () => direct, '127.0.0.1'],
    ['behind a proxy that is trusted', () => proxied, '203.0.113.44'],
  ])('over a socket %s', async (_, app, ip) => {
    const startsAt = ip === '127.0.0.1' ? '2026-03-04T15:00:00Z' : '2026-03-04T17:00:00Z'
    const socket = new WebSocket(`${app().url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { ...proofHeaders(desk.key), ...forwarded },
    })
    await once(socket, 'open')
    await answerTo(socket, { type: 'connection_init' })
    const payload = { query: book, variables: { input: { ...desk.usual, startsAt } } }
    expect(await answerTo(socket, { id: '1', type: 'subscribe', payload })).toMatch(/AppointmentBooked/)
    expect(await auditedIp()).toEqual({ ip })
    socket.terminate()
  })
})

async function answerTo(socket: Socket, message: object): Promise<string> {
  const answer = once(socket, 'message')
  socket.send(JSON.stringify(message))
  return String((await answer)[0])
}
