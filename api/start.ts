import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { connect } from '../db/connect.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { makeAuth } from './auth/auth.ts'
import type { Env } from './env.ts'
import { createAnnouncer } from './live/announcer.ts'
import { startChangeFeed } from './live/change-feed.ts'
import { makeSchema } from './schema.ts'
import { keptSecret } from './secret.ts'
import { makeServer } from './server.ts'

export interface Running {
  /** Where the program answers. */
  readonly url: string
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
  const services = { db, feed, announce, now: () => Date.now(), publicUrl: baseUrl }
  const app = await makeServer({ services, auth, schema: makeSchema(), log, webRoot })
  parts.defer(() => app.close())
  const url = await app.listen({ port: env.port, host: env.host })

  const running = parts.move()
  return { url, close: () => running.disposeAsync() }
}

async function startOwnDatabase(env: Env, parts: AsyncDisposableStack): Promise<string> {
  const { ownerUrl, stop } = await startEmbedded({ dataDir: env.dataDir })
  parts.defer(stop)
  return ownerUrl
}
