import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { makeLog } from '../../api/log.ts'
import { connect, inClinic } from '../../db/connect.ts'
import { expireHold } from '../../jobs/contracts.ts'
import { openJobs } from '../../jobs/kit.ts'
import { startJobs } from '../../jobs/schedule.ts'
import { task } from '../../jobs/task.ts'
import { type DatabaseUrls, startDatabase } from '../database.ts'
import { installPeers, peerPath } from '../peers.ts'

export const queued = 1_000
/** As many at a time as four of our workers take. */
const atOnce = 20

/** Jobs a second, from the start of the worker to the end of the last job, and milliseconds to put one there. */
export interface Queues {
  readonly ours: number[]
  readonly peer: number[]
  readonly oursPutMs: number[]
  readonly peerPutMs: number[]
}

interface GraphileWorker {
  Logger: new (factory: () => () => void) => object
  run(options: {
    pgPool: pg.Pool
    concurrency: number
    logger: object
    noHandleSignals: boolean
    pollInterval: number
    taskList: Record<string, () => Promise<void>>
  }): Promise<{ stop(): Promise<void> }>
  makeWorkerUtils(options: { pgPool: pg.Pool }): Promise<{
    migrate(): Promise<void>
    addJob(task: string, payload: object): Promise<unknown>
    release(): Promise<void>
  }>
}

/** The same jobs, which do nothing, in our queue and in graphile-worker's, in turns over the same database. */
export async function measureQueues(runs: number): Promise<Queues> {
  installPeers()
  const peer = (await import(`${peerPath('graphile-worker')}/dist/index.js`)) as GraphileWorker
  const database = await startDatabase()
  const measured: Queues = { ours: [], peer: [], oursPutMs: [], peerPutMs: [] }
  try {
    for (let round = 0; round <= runs; round++) {
      const ours = await measureOurs(database)
      const theirs = await measurePeer(peer, database.ownerUrl)
      if (round === 0) continue
      measured.ours.push(ours.perSecond)
      measured.oursPutMs.push(ours.putMs)
      measured.peer.push(theirs.perSecond)
      measured.peerPutMs.push(theirs.putMs)
    }
  } finally {
    await database.stop()
  }
  return measured
}

interface Turn {
  readonly perSecond: number
  readonly putMs: number
}

async function measureOurs({ appUrl }: DatabaseUrls): Promise<Turn> {
  const { db, close } = connect({ url: appUrl, applicationName: 'daybook bench', max: 4 })
  const jobs = await openJobs(db, appUrl)
  const clinicId = uuid()
  const put = () => inClinic(db, clinicId, (trx) => jobs.enqueue(trx, expireHold, { clinicId, holdId: uuid() }))
  const putMs = await putEach(put)
  const counter = countTo(queued)
  const noOp = { ...task(expireHold, async () => counter.count()), workers: 4 }
  const log = makeLog('silent')
  const context = { db, jobs, now: () => Date.now(), announce: () => undefined }
  const startedAt = performance.now()
  const running = await startJobs({ context, url: appUrl, log, tasks: [noOp] })
  await counter.done
  const perSecond = (queued * 1000) / (performance.now() - startedAt)
  await running.stop()
  await close()
  return { perSecond, putMs }
}

async function measurePeer({ run, makeWorkerUtils, Logger }: GraphileWorker, ownerUrl: string): Promise<Turn> {
  const pgPool = new pg.Pool({ connectionString: ownerUrl, max: atOnce })
  // It still listens when it has been stopped, until the server is stopped as well.
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => client.on('error', () => undefined))
  const utils = await makeWorkerUtils({ pgPool })
  await utils.migrate()
  const putMs = await putEach(() => utils.addJob('no-op', { clinicId: uuid(), holdId: uuid() }))
  const counter = countTo(queued)
  const taskList = { 'no-op': async () => counter.count() }
  const startedAt = performance.now()
  const logger = new Logger(() => () => undefined)
  const options = { concurrency: atOnce, logger, noHandleSignals: true, pollInterval: 2_000, taskList }
  const runner = await run({ pgPool, ...options })
  await counter.done
  const perSecond = (queued * 1000) / (performance.now() - startedAt)
  await runner.stop()
  await utils.release()
  await pgPool.end()
  return { perSecond, putMs }
}

/** One after the other, each in a transaction of its own. */
async function putEach(put: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  for (let at = 0; at < queued; at++) await put()
  return (performance.now() - startedAt) / queued
}

function countTo(count: number): { count(): void; readonly done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>()
  let counted = 0
  return {
    count() {
      counted++
      if (counted === count) resolve()
    },
    done: promise,
  }
}
