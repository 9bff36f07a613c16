import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import { connect } from '../db/connect.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { openChannels } from '../jobs/channels/channels.ts'
import { openJobs } from '../jobs/kit.ts'
import { startJobs } from '../jobs/schedule.ts'
import { makeComposer } from '../jobs/send/compose.ts'
import { makeSender } from '../jobs/send/sender.ts'
import type { Env } from './env.ts'
import { fetchTextOf, type Ground, publicUrlOf } from './ground.ts'
import { watchJobs } from './job-metrics.ts'
import { createAnnouncer } from './live/announcer.ts'
import { countTries, watchLateMessages } from './message-metrics.ts'
import { unheardOf } from './providers.ts'
import { keptSecret } from './secret.ts'
import { makeWatchServer } from './watch-server.ts'

export interface Running {
  /** Where the program answers: when all it does is jobs, only whoever watches it. */
  readonly url: string
  /** Lines for whoever started it: how to get in. */
  readonly welcome: readonly string[]
  close(): Promise<void>
}

const CONNECTIONS = 20

/** Brings up everything, the database first; what was started is stopped again when a later part fails. */
export async function startDaybook(env: Env, log: Logger): Promise<Running> {
  await using parts = new AsyncDisposableStack()
  // The larger half of the program: only loaded where somebody comes in, and while the database starts.
  const loading = env.role === 'jobs' ? undefined : import('./front.ts')
  const ground = await openGround(env, log, parts)
  watchLateMessages(ground.metrics, ground)
  watchJobs(ground.metrics, ground)
  const front = await (loading ? (await loading).openFront(ground) : openWindow(ground))
  if (env.role !== 'api') await openWorkshop(ground, front)
  const running = parts.move()
  return { url: front.url, welcome: front.welcome, close: () => running.disposeAsync() }
}

async function openGround(env: Env, log: Logger, parts: AsyncDisposableStack): Promise<Ground> {
  const ownerUrl = env.databaseUrl ?? (await startOwnDatabase(env, parts))
  const { appUrl, applied } = await migrate(ownerUrl)
  for (const warning of unheardOf(env.providers)) log.warn(warning)
  if (applied.length > 0) log.info({ migrations: applied.length }, 'the database was brought up to date')
  const onIdleError = (error: Error) => log.warn({ reason: error.message }, 'a database connection was lost')
  const applicationName = env.role === 'jobs' ? 'daybook jobs' : 'daybook api'
  const { db, close } = connect({ url: appUrl, applicationName, max: CONNECTIONS, onIdleError })
  parts.defer(close)
  const jobs = await openJobs(db, appUrl)
  const metrics = new Registry()
  return { env, log, parts, appUrl, db, jobs, now: () => Date.now(), tellOthers: createAnnouncer(db, log), metrics }
}

/** Where one that does jobs alone is looked at. */
async function openWindow({ env, log, parts, db, tellOthers, metrics }: Ground) {
  const app = await makeWatchServer({ db, log, metrics })
  parts.defer(() => app.close())
  const url = await app.listen({ port: env.watchPort, host: env.host })
  return { url, announce: tellOthers, publicUrl: publicUrlOf(env), welcome: [] }
}

/** Where time comes in. */
async function openWorkshop(
  { env, log, parts, appUrl, db, jobs, now, metrics }: Ground,
  { announce, publicUrl }: { readonly announce: Ground['tellOthers']; readonly publicUrl: string },
) {
  const channels = openChannels(env.providers, { db, now })
  const secret = env.secret ?? (await keptSecret(env.dataDir))
  const mailFrom = env.providers.postmark?.from
  const composer = makeComposer({ jobs, publicUrl, mailFrom, secret })
  const sender = makeSender({ channels, ...composer, log, onTried: countTries(metrics) })
  const running = await startJobs({
    context: { db, jobs, now, announce },
    ...{ url: appUrl, log, sender, secret },
    fetchText: fetchTextOf(env),
  })
  parts.defer(() => running.stop())
}

async function startOwnDatabase(env: Env, parts: AsyncDisposableStack): Promise<string> {
  const { ownerUrl, stop } = await startEmbedded({ dataDir: env.dataDir })
  parts.defer(stop)
  return ownerUrl
}
