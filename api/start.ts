import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { connect, type Db } from '../db/connect.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { openChannels, routesOf } from '../jobs/channels/channels.ts'
import { type Jobs, openJobs } from '../jobs/kit.ts'
import { startJobs } from '../jobs/schedule.ts'
import { makeComposer } from '../jobs/send/compose.ts'
import { makeSender } from '../jobs/send/sender.ts'
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
  /** Where the program answers; undefined when all it does is jobs. */
  readonly url: string | undefined
  /** Lines for whoever started it: how to get in. */
  readonly welcome: readonly string[]
  close(): Promise<void>
}

/** What both roles work with. */
interface Ground {
  readonly env: Env
  readonly log: Logger
  readonly appUrl: string
  readonly db: Db
  readonly jobs: Jobs
  readonly now: () => number
  readonly tellOthers: (clinicId: string, seq: number) => void
  /** Stops what was started, the latest first. */
  readonly parts: AsyncDisposableStack
}

const webRoot = fileURLToPath(new URL('../dist/web', import.meta.url))
const pagesRoot = fileURLToPath(new URL('../dist/pages', import.meta.url))
const CONNECTIONS = 20

/** Brings up everything, the database first; what was started is stopped again when a later part fails. */
export async function startDaybook(env: Env, log: Logger): Promise<Running> {
  await using parts = new AsyncDisposableStack()
  const ground = await openGround(env, log, parts)
  const front = env.role === 'jobs' ? undefined : await openFront(ground)
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

/** Where people and programs come in. */
async function openFront({ env, log, parts, appUrl, db, jobs, now, tellOthers }: Ground) {
  const feed = startChangeFeed({ db, url: appUrl, log })
  parts.defer(() => feed.stop())
  const secret = env.secret ?? (await keptSecret(env.dataDir))
  const baseUrl = publicUrlOf(env)
  const auth = await makeAuth({ db, secret, baseUrl })
  const announce = (clinicId: string, seq: number) => {
    feed.hint(clinicId, seq)
    tellOthers(clinicId, seq)
  }
  const routes = routesOf(env.providers)
  const services = { db, feed, announce, now, publicUrl: baseUrl, secret, jobs, routes }
  const firstRun = await prepareFirstRun({ db, env, now }, baseUrl)
  const { providers, trustedProxies } = env
  const webhookProofs = { twilioAuthToken: providers.twilio?.authToken, postmark: providers.postmarkWebhook }
  const schema = makeSchema()
  const app = await makeServer({ services, auth, schema, log, webRoot, pagesRoot, trustedProxies, webhookProofs })
  parts.defer(() => app.close())
  const url = await app.listen({ port: env.port, host: env.host })
  return { url, announce, welcome: await firstRun.welcome(env.publicUrl ?? localAddress(url)) }
}

/** Where time comes in. */
async function openWorkshop({ env, log, parts, appUrl, db, jobs, now }: Ground, announce: Ground['tellOthers']) {
  const channels = openChannels(env.providers, { db, now })
  const secret = env.secret ?? (await keptSecret(env.dataDir))
  const mailFrom = env.providers.postmark?.from
  const composer = makeComposer({ jobs, publicUrl: publicUrlOf(env), mailFrom, secret })
  const sender = makeSender({ channels, ...composer, log })
  const running = await startJobs({ context: { db, jobs, now, announce }, url: appUrl, log, sender })
  parts.defer(() => running.stop())
}

/** Where people reach the program. */
function publicUrlOf({ publicUrl, port }: Env): string {
  return publicUrl ?? `http://localhost:${port}`
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
