import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSchema, GraphQLError } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import type { TypedDocumentString } from '../../web/generated/graphql.ts'
import { waitBefore } from '../../web/live/back-off.ts'
import { type ConnectionOptions, makeLiveConnection } from '../../web/live/make-connection.ts'

const opened: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

const COUNTED = 'subscription ($after: Int!) { counted(after: $after) }' as unknown as TypedDocumentString<
  { counted: number },
  { after: number }
>

/** A socket server on a port; `port` takes up the one that a server before had. */
async function listen(port = 0) {
  const http = createServer()
  const sockets = new WebSocketServer({ server: http, handleProtocols: () => 'graphql-transport-ws' })
  http.listen(port, '127.0.0.1')
  await once(http, 'listening')
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
    http.close()
    await once(http, 'close')
  }
  opened.push(close)
  return { sockets, close, port: (http.address() as AddressInfo).port }
}

/** Speaks GraphQL: counts on from `after`, and then waits for ever. */
async function listenCounting(port = 0) {
  const server = await listen(port)
  const schema = buildSchema('type Query { now: Int } type Subscription { counted(after: Int!): Int! }')
  const asked: number[] = []
  async function* counted({ after }: { after: number }) {
    asked.push(after)
    if (after < 0) throw new GraphQLError('Count from 0 on.', { extensions: { code: 'BAD_USER_INPUT' } })
    yield { counted: after + 1 }
    await new Promise(() => {})
  }
  useServer({ schema, roots: { subscription: { counted } } }, server.sockets)
  return { ...server, asked }
}

function connect(port: number, given: Partial<ConnectionOptions> = {}) {
  const connection = makeLiveConnection({
    url: `ws://127.0.0.1:${port}`,
    onSessionEnded: () => {},
    ...given,
  })
  const heard: number[] = []
  const refusals: string[] = []
  let after = 0
  const end = connection.subscribe(COUNTED, () => ({ after }), {
    next: ({ counted }) => {
      after = counted
      heard.push(counted)
    },
    refused: (failure) => refusals.push(failure.code),
  })
  opened.push(end)
  return { connection, heard, refusals, end, kind: () => connection.status().kind }
}

describe('the live connection', () => {
  it('takes up a lost subscription at the last cursor', async () => {
    const before = await listenCounting()
    const { heard, kind } = connect(before.port)
    await expect.poll(() => heard).toEqual([1])
    await before.close()
    await expect.poll(kind).toBe('reconnecting')
    const after = await listenCounting(before.port)
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual([1, 2])
    expect(after.asked).toEqual([1])
    expect(kind()).toBe('live')
  })

  it('says paused, as of when, once the connection stays away', async () => {
    const server = await listenCounting()
    const { connection, heard } = connect(server.port, { pausedAfterMs: 50 })
    await expect.poll(() => heard).toEqual([1])
    const lastWord = Date.now()
    await server.close()
    await expect.poll(() => connection.status().kind).toBe('paused')
    const status = connection.status()
    expect(status.kind === 'paused' && Math.abs(status.since - lastWord)).toBeLessThan(1_000)
  })

  it('gives up a socket that has gone silent', async () => {
    const { sockets, port } = await listen()
    let connections = 0
    sockets.on('connection', (socket) => {
      connections++
      // Acknowledges, and then says nothing more: half open.
      socket.once('message', () => socket.send('{"type":"connection_ack"}'))
    })
    connect(port, { keepAliveMs: 20, pongWithinMs: 20 })
    await expect.poll(() => connections, { timeout: 5_000 }).toBeGreaterThan(1)
  })

  it('asks who is signed in when the server closes it for that reason', async () => {
    const { sockets, port } = await listen()
    sockets.on('connection', (socket) => socket.once('message', () => socket.close(4403, 'Signed out')))
    const ended = Promise.withResolvers<void>()
    connect(port, { onSessionEnded: ended.resolve })
    await ended.promise
  })

  it('hands on a refusal and does not try again', async () => {
    const server = await listenCounting()
    const connection = makeLiveConnection({ url: `ws://127.0.0.1:${server.port}`, onSessionEnded: () => {} })
    const refused = Promise.withResolvers<string>()
    connection.subscribe(COUNTED, () => ({ after: -1 }), {
      next: () => {},
      refused: (failure) => refused.resolve(failure.code),
    })
    expect(await refused.promise).toBe('BAD_USER_INPUT')
    expect(connection.status().kind).toBe('off')
    expect(server.asked).toEqual([-1])
  })

  it('is off when nobody listens any more', async () => {
    const server = await listenCounting()
    const { end, kind, heard } = connect(server.port)
    await expect.poll(() => heard).toEqual([1])
    end()
    expect(kind()).toBe('off')
  })
})

describe('the wait before trying again', () => {
  it.each([
    { attempt: 0, chance: 0, wait: 250 },
    { attempt: 0, chance: 1, wait: 500 },
    { attempt: 3, chance: 0, wait: 2_000 },
    { attempt: 20, chance: 1, wait: 15_000 },
  ])('before attempt $attempt with chance $chance is $wait ms', ({ attempt, chance, wait }) => {
    expect(waitBefore(attempt, chance)).toBe(wait)
  })
})
