import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type Client, createClient } from 'graphql-ws'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { v7 as uuid } from 'uuid'
import { WebSocket } from 'ws'
import { makeAuth } from '../../api/auth/auth.ts'
import { fetchTextOf } from '../../api/ground.ts'
import { createAnnouncer } from '../../api/live/announcer.ts'
import { startChangeFeed } from '../../api/live/change-feed.ts'
import { makeLog } from '../../api/log.ts'
import { makeSchema } from '../../api/schema.ts'
import { makeServer, type ServerOptions } from '../../api/server.ts'
import { type Db, inClinic } from '../../db/connect.ts'
import type { Instant } from '../../domain/interval.ts'
import { type Routes, routesOf } from '../../jobs/channels/channels.ts'
import { openJobs } from '../../jobs/kit.ts'
import type { TestDatabase } from './postgres.ts'

const schema = makeSchema()

/** The secret of the install that the tests run. */
export const SECRET = 'a secret of this test'

export interface TestApp {
  readonly url: string
  readonly server: FastifyInstance
  close(): Promise<void>
}

export interface AppOptions extends Partial<Omit<ServerOptions, 'auth' | 'schema' | 'services'>> {
  readonly now?: () => Instant
  readonly pollMilliseconds?: number
  /** Who takes messages; nobody, when left out. */
  readonly routes?: Routes
  /** Whether calendars are read from this machine. */
  readonly allowsPrivateFetch?: boolean
}

let usualPort = 0

/** At the address of the app before it, whose programs a browser has kept; of its own as long as that one is open. */
async function listen(server: FastifyInstance): Promise<string> {
  try {
    return await server.listen({ port: usualPort, host: '127.0.0.1' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return server.listen({ port: 0, host: '127.0.0.1' })
  }
}

/** The real server with everything on it. */
export async function startApp(database: TestDatabase, options: AppOptions = {}): Promise<TestApp> {
  const { db } = database
  const { now = () => Date.now(), pollMilliseconds = 500, log = quietLog(), ...others } = options
  const {
    routes = routesOf({ postmark: undefined, twilio: undefined }),
    allowsPrivateFetch = false,
    ...serverOptions
  } = others
  const feed = startChangeFeed({ db, url: database.url, log, pollMilliseconds })
  const publicUrl = 'http://localhost'
  const secret = SECRET
  const jobs = await openJobs(db, database.url)
  const auth = await makeAuth({ db, secret, baseUrl: publicUrl })
  const tellOthers = createAnnouncer(db, log)
  const announce = (clinicId: string, seq: number) => {
    feed.hint(clinicId, seq)
    tellOthers(clinicId, seq)
  }
  const server = await makeServer({
    ...serverOptions,
    services: {
      db,
      feed,
      announce,
      now,
      publicUrl,
      secret,
      jobs,
      routes,
      fetchCalendar: fetchTextOf({ allowsPrivateFetch }),
    },
    auth,
    schema,
    log,
  })
  const url = await listen(server)
  usualPort ||= Number(new URL(url).port)
  return {
    url,
    server,
    async close() {
      await server.close()
      await feed.stop()
    },
  }
}

function quietLog(): Logger {
  return makeLog(process.env.DAYBOOK_LOG_LEVEL ?? 'silent')
}

/** A key of the clinic, with both scopes unless told otherwise. */
export async function makeApiKey(
  db: Db,
  clinicId: string,
  scopes: readonly ('read' | 'write')[] = ['read', 'write'],
): Promise<string> {
  const key = `daybook_test_${randomBytes(32).toString('base64url')}`
  const hash = createHash('sha256').update(key).digest()
  await inClinic(db, clinicId, (trx) =>
    sql`insert into api_keys (clinic_id, id, name, scopes, prefix, key_hash)
      values (${clinicId}, ${uuid()}, 'Test program', ${[...scopes]}, 'test', ${hash})`.execute(trx),
  )
  return key
}

export interface Answer<Data> {
  readonly status: number
  readonly data: Data
  readonly errors:
    | readonly { message: string; path?: string[]; extensions: { code: string; path?: string[] } }[]
    | undefined
}

/** One request over HTTP. `proof` is an API key or a cookie; `more` is what else the body says. */
export async function ask<Data = Record<string, never>>(
  app: { url: string },
  proof: string | undefined,
  query: string,
  variables: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...proofHeaders(proof) },
    body: JSON.stringify({ query, variables, ...more }),
  })
  const body = (await response.json()) as { data: Data; errors?: Answer<Data>['errors'] }
  return { status: response.status, data: body.data, errors: body.errors }
}

export function proofHeaders(proof: string | undefined): Record<string, string> {
  if (!proof) return {}
  return proof.startsWith('daybook_') ? { authorization: `Bearer ${proof}` } : { cookie: proof }
}

/** A client of GraphQL over WebSocket. Dispose of it when done. */
export function openSocket(app: { url: string }, proof: string | undefined): Client {
  const headers = proofHeaders(proof)
  class Socket extends WebSocket {
    constructor(url: string, protocols: string | string[]) {
      super(url, protocols, { headers })
    }
  }
  return createClient({ url: `${app.url.replace('http', 'ws')}/graphql`, webSocketImpl: Socket, retryAttempts: 0 })
}

/** What a subscription says, one after another: `await heard.next()`. */
export function subscribe<Data>(
  client: Client,
  query: string,
  variables: Record<string, unknown>,
): AsyncIterableIterator<Data> {
  const iterator = client.iterate<Data>({ query, variables })
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      const { done, value } = await iterator.next()
      if (done) return { done: true, value: undefined }
      if (value.errors) throw new Error(value.errors.map((each) => each.message).join('; '))
      return { done: false, value: value.data as Data }
    },
    async return() {
      await iterator.return?.()
      return { done: true, value: undefined }
    },
  }
}
