import { fromKysely, PgBoss } from 'pg-boss'
import type { Db, Trx } from '../db/connect.ts'
import type { Instant } from '../domain/interval.ts'
import { contracts, idsOf, type JobContract, type JobIds } from './contracts.ts'

/** How an action asks for something to be done later. */
export interface Jobs {
  /** Puts a job into its queue with the transaction: it is there once that is committed, and never when it is not. */
  enqueue<Id extends string>(trx: Trx, contract: JobContract<Id>, ids: JobIds<Id>, options?: JobOptions): Promise<void>
}

export interface JobOptions {
  /** Not before then; at once when left out. */
  readonly startAfter?: Instant
}

/** The queues of the database, for putting jobs into them. Those that are missing are made over a connection to `url`. */
export async function openJobs(db: Db, url: string): Promise<Jobs> {
  const boss = new PgBoss({ db: fromKysely(db), supervise: false, schedule: false, migrate: false })
  const known = new Set((await boss.getQueues()).map((each) => each.name))
  const missing = contracts.filter(({ queue }) => !known.has(queue))
  if (missing.length > 0) await makeQueues(url, missing)
  return {
    async enqueue(trx, contract, ids, { startAfter } = {}) {
      await boss.send(contract.queue, idsOf(contract, ids), {
        db: fromKysely(trx),
        singletonKey: contract.onePer && ids[contract.onePer],
        startAfter: startAfter === undefined ? undefined : new Date(startAfter),
        retryLimit: contract.retries,
        retryDelay: contract.retryDelaySeconds,
        retryBackoff: true,
        expireInSeconds: contract.longestSeconds,
        deleteAfterSeconds: KEPT_SECONDS,
      })
    },
  }
}

/** pg-boss makes a queue with several statements at once, which a prepared connection does not take. */
async function makeQueues(url: string, missing: readonly JobContract[]): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false, migrate: false })
  await boss.start()
  for (const { queue, onePer } of missing) await boss.createQueue(queue, { policy: onePer ? 'short' : 'standard' })
  await boss.stop({ graceful: false })
}

/** How long a job that is done can be looked at. */
const KEPT_SECONDS = 24 * 60 * 60
