import { fromKysely, PgBoss } from 'pg-boss'
import { NIL } from 'uuid'
import { type Db, type Statement, send, type Trx } from '../db/connect.ts'
import type { Instant } from '../domain/interval.ts'
import { contracts, idsOf, type JobContract, type JobIds } from './contracts.ts'

/** How an action asks for something to be done later. */
export interface Jobs {
  /** Puts a job into its queue with the transaction: it is there once that is committed, and never when it is not. */
  enqueue<Id extends string>(trx: Trx, contract: JobContract<Id>, ids: JobIds<Id>, options?: JobOptions): Promise<void>
  /** The same in two steps: what is answered sends its statement when it is called, so that others can travel with it. */
  prepare<Id extends string>(contract: JobContract<Id>, ids: JobIds<Id>, options?: JobOptions): Promise<Enqueue>
  /** Has a job done once more that failed too often. */
  retry(trx: Trx, queue: string, id: string): Promise<void>
}

export type Enqueue = (trx: Trx) => Promise<void>

export interface JobOptions {
  /** Not before then; when left out, as soon as the contract says. */
  readonly startAfter?: Instant
}

/** The queues of the database, for putting jobs into them. Those that are missing are made over a connection to `url`. */
export async function openJobs(db: Db, url: string): Promise<Jobs> {
  const boss = new PgBoss({ db: fromKysely(db), supervise: false, schedule: false, migrate: false })
  const known = new Set((await boss.getQueues()).map((each) => each.name))
  const missing = contracts.filter(({ queue }) => !known.has(queue))
  if (missing.length > 0) await makeQueues(url, missing)
  async function prepare<Id extends string>(contract: JobContract<Id>, ids: JobIds<Id>, options: JobOptions = {}) {
    let statement: Statement | undefined
    const recorder = {
      executeSql: async (text: string, values?: unknown[]) => {
        statement = { text, values }
        return { rows: [{ id: '' }] }
      },
    }
    await boss.send(contract.queue, idsOf(contract, ids), { ...sendOptions(contract, ids, options), db: recorder })
    if (!statement) throw new Error(`pg-boss has no statement for a job of ${contract.queue}`)
    const prepared = statement
    return (trx: Trx) => send(trx, prepared)
  }
  // pg-boss looks a queue up when it is first asked for: in a transaction it would wait for a connection that only other
  // transactions hold, which may be waiting for this one.
  for (const contract of contracts) await prepare(contract, anyIds(contract))
  return {
    prepare,
    enqueue: async (trx, contract, ids, options) => (await prepare(contract, ids, options))(trx),
    retry: async (trx, queue, id) => void (await boss.retry(queue, id, { db: fromKysely(trx) })),
  }
}

function anyIds({ ids }: JobContract): JobIds {
  return Object.fromEntries(ids.map((id) => [id, NIL]))
}

function sendOptions<Id extends string>(contract: JobContract<Id>, ids: JobIds<Id>, { startAfter }: JobOptions) {
  const { onePer, everySeconds, afterSeconds } = contract
  const stretch = everySeconds && startAfter !== undefined ? Math.ceil(startAfter / (everySeconds * 1000)) : undefined
  const due = stretch === undefined ? startAfter : stretch * everySeconds! * 1000
  return {
    singletonKey: onePer && (stretch === undefined ? ids[onePer] : `${ids[onePer]} ${stretch}`),
    startAfter: due === undefined ? afterSeconds : new Date(due),
    retryLimit: contract.retries,
    retryDelay: contract.retryDelaySeconds,
    retryBackoff: true,
    expireInSeconds: contract.longestSeconds,
    deleteAfterSeconds: KEPT_SECONDS,
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
