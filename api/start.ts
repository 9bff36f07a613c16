import type { Logger } from 'pino'
import { connect } from '../db/connect.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { openChannels } from '../jobs/channels/channels.ts'
import { openJobs } from '../jobs/kit.ts'
import { startJobs } from '../jobs/schedule.ts'
import { makeComposer } from '../jobs/send/compose.ts'
import { makeSender } from '../jobs/send/sender.ts'
import type { Env } from './env.ts'
import { type Ground, publicUrlOf } from './ground.ts'
import { createAnnouncer } from './live/announcer.ts'

export interface Running {
  /** Where the program answers; undefined when all it does is jobs. */
  readonly url: string | undefined
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
  const front = await (await loading)?.openFront(ground)
  if (env.role !== 'api') await openWorkshop(ground, front?.announce ?? ground.tellOthers)
  const running = parts.move()
  return { url: front?.url, welcome: front?.welcome ?? [], close: () => running.disposeAsync() }
}

async function openGround(env: Env, log: Logger, parts: AsyncDisposableStack): Promise<Ground> {
  const ownerUrl = env.databaseUrl ?? (await startOwnDatabase(env, parts))
  const { appUrl, applied } = await migrate(ownerUrl)
  if (applied.length > 0) log.info({ migrations: applied.length }, 'the database was brought up to date')
  const onIdleError = (error: Error) => log.warn({ reason: error.message }, 'a database connection was lost')
  const applicationName = env.role === 'jobs' ? 'daybook jobs' : 'daybook api'
  const { db, close } = connect({ url: appUrl, applicationName, max: CONNECTIONS, onIdleError })
  parts.defer(close)
  const jobs = await openJobs(db, appUrl)
  return { env, log, parts, appUrl, db, jobs, now: () => Date.now(), tellOthers: createAnnouncer(db, log) }
}

/** Where time comes in. */
async function openWorkshop({ env, log, parts, appUrl, db, jobs, now }: Ground, announce: Ground['tellOthers']) {
  const channels = openChannels(env.providers, { db, now })
  const composer = makeComposer({ jobs, publicUrl: publicUrlOf(env), mailFrom: env.providers.postmark?.from })
  const sender = makeSender({ channels, ...composer, log })
  const running = await startJobs({ context: { db, jobs, now, announce }, url: appUrl, log, sender })
  parts.defer(() => running.stop())
}

async function startOwnDatabase(env: Env, parts: AsyncDisposableStack): Promise<string> {
  const { ownerUrl, stop } = await startEmbedded({ dataDir: env.dataDir })
  parts.defer(stop)
  return ownerUrl
}
