import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { connect } from '../db/connect.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { makeAuth } from './auth/auth.ts'
import { isLoopback } from './auth/origin.ts'
import type { Env } from './env.ts'
import { prepareFirstRun } from './first-run/first-run.ts'
import { createAnnouncer } from './live/announcer.ts'
import { startChangeFeed } from './live/change-feed.ts'
import { makeSchema } from './schema.ts'
import { keptSecret } from './secret.ts'
import { makeServer } from './server.ts'

export interface Running {
  /** Where the program answers. */
  readonly url: string
  /** Lines for whoever started it: how to get in. */
  readonly welcome: readonly string[]
  close(): Promise<void>
}

const webRoot = fileURLToPath(new URL('../dist/web', import.meta.url))
const CONNECTIONS = 20

/** Brings up everything, the database first; what was started is stopped again when a later part fails. */
export async function startDaybook(env: Env, log: Logger): Promise<Running> {
  await using parts = new AsyncDisposableStack()
  const ownerUrl = env.databaseUrl ?? (await startOwnDatabase(env, parts))
  const { appUrl, applied } = await migrate(ownerUrl)
  if (applied.length > 0) log.info({ migrations: applied.length }, 'the database was brought up to date')

  const onIdleError = (error: Error) => log.warn({ reason: error.message }, 'a database connection was lost')
  const { db, close } = connect({ url: appUrl, applicationName: 'daybook api', max: CONNECTIONS, onIdleError })
  parts.defer(close)
  const feed = startChangeFeed({ db, url: appUrl, log })
  parts.defer(() => feed.stop())

  const secret = env.secret ?? (await keptSecret(env.dataDir))
  const baseUrl = env.publicUrl ?? `http://localhost:${env.port}`
  const auth = await makeAuth({ db, secret, baseUrl })
  const tellOthers = createAnnouncer(db, log)
  const announce = (clinicId: string, seq: number) => {
    feed.hint(clinicId, seq)
    tellOthers(clinicId, seq)
  }
  const now = () => Date.now()
  const services = { db, feed, announce, now, publicUrl: baseUrl, secret }
  const firstRun = await prepareFirstRun({ db, env, now }, baseUrl)
  const { trustedProxies } = env
  const app = await makeServer({ services, auth, schema: makeSchema(), log, webRoot, trustedProxies })
  parts.defer(() => app.close())
  const url = await app.listen({ port: env.port, host: env.host })

  const welcome = await firstRun.welcome(env.publicUrl ?? localAddress(url))

  const running = parts.move()
  return { url, welcome, close: () => running.disposeAsync() }
}

/** The name by which people of this machine know it, where no other can reach it or all names do. */
function localAddress(listening: string): string {
  const url = new URL(listening)
  return isLoopback(url) ? `http://localhost:${url.port}` : url.origin
}

async function startOwnDatabase(env: Env, parts: AsyncDisposableStack): Promise<string> {
  const { ownerUrl, stop } = await startEmbedded({ dataDir: env.dataDir })
  parts.defer(stop)
  return ownerUrl
}
