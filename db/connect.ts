import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type QueryExecutor,
  type RawBuilder,
  sql,
  Transaction,
} from 'kysely'
import pg from 'pg'
import { PreparedClient } from './prepared-client.ts'
import type { Database } from './tables.ts'

export type Db = Kysely<Database>
export type Trx = Transaction<Database>

export interface ConnectOptions {
  readonly url: string
  readonly applicationName: string
  readonly max: number
  /** An idle connection that loses its server says so here; the pool has already dropped it. */
  readonly onIdleError?: (error: Error) => void
}

export interface Connection {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

const INT8 = 20
const DATE = 1082

/** Numbers of logs stay far below 2^53; a date has no instant, so it stays the text that Postgres wrote. */
export const columnParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && oid === INT8) return Number
    if (format !== 'binary' && oid === DATE) return String
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

export function connect({ url, applicationName, max, onIdleError }: ConnectOptions): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    max,
    types: columnParsers,
    Client: PreparedClient,
    // Our statements are few and look things up by key: planning them anew for every booking costs more than it gains.
    options: '-c plan_cache_mode=force_generic_plan',
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  })
  // A connection lost between two statements of a transaction tells nobody but its 'error' event, which would end the
  // program if nobody listened; the transaction's next statement fails and says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', onIdleError ?? ((error) => process.emitWarning(`a database connection was lost: ${error.message}`)))
  const db: Db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}

/**
 * One transaction that sees and writes a single clinic. Statements that are not awaited one by one (`Promise.all`) travel
 * together and run in the order they were called. Serialization failures and deadlocks are tried again, so `work` may run
 * more than once and must leave nothing behind but rows.
 */
export function inClinic<T>(db: Db, clinicId: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  return transacting(db, sql`begin`, clinicId, waitingForAll(work))
}

/** What a transaction came to while the last of its statements are on their way; it counts once they have succeeded. */
export interface Sending<T> {
  readonly result: T
  readonly sent: Promise<unknown>
}

/** The same, where nobody waits for the last statements: the commit travels with them, and fails when they do. */
export function inClinicSending<T>(db: Db, clinicId: string, work: (trx: Trx) => Promise<Sending<T>>): Promise<T> {
  return transacting(db, sql`begin`, clinicId, work)
}

/** One moment of a single clinic: every statement of the transaction sees what the first one saw, and none writes. */
export function inSnapshot<T>(db: Db, clinicId: string, read: (snapshot: Trx) => Promise<T>): Promise<T> {
  return transacting(db, sql`begin isolation level repeatable read read only`, clinicId, waitingForAll(read))
}

function waitingForAll<T>(work: (trx: Trx) => Promise<T>): (trx: Trx) => Promise<Sending<T>> {
  return async (trx) => ({ result: await work(trx), sent: Promise.resolve() })
}

function transacting<T>(
  db: Db,
  begin: RawBuilder<unknown>,
  clinicId: string,
  work: (trx: Trx) => Promise<Sending<T>>,
): Promise<T> {
  const executor = db.getExecutor()
  return retrying(() =>
    executor.provideConnection((connection) => transact(executor, connection, begin, clinicId, work)),
  )
}

async function transact<T>(
  executor: QueryExecutor,
  connection: DatabaseConnection,
  begin: RawBuilder<unknown>,
  clinicId: string,
  work: (trx: Trx) => Promise<Sending<T>>,
): Promise<T> {
  const trx = transactionOn(executor, connection)
  const begun = Promise.all([
    begin.execute(trx),
    sql`select set_config('daybook.clinic_id', ${clinicId}, true)`.execute(trx),
  ])
  try {
    const [, { result, sent }] = await Promise.all([begun, work(trx)])
    await Promise.all([sent, sql`commit`.execute(trx)])
    return result
  } catch (error) {
    await sql`rollback`.execute(trx).catch(() => undefined)
    throw error
  }
}

/** A statement that somebody else wrote: pg-boss's, for a job that is put there with the transaction. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[] | undefined
}

export async function send(trx: Trx, { text, values }: Statement): Promise<void> {
  await trx.executeQuery(CompiledQuery.raw(text, values && [...values]))
}

/** Kysely's own transactions send one statement at a time; this one leaves the order to the connection. */
function transactionOn(executor: QueryExecutor, connection: DatabaseConnection): Trx {
  const pinned = executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) })
  return new Transaction<Database>({
    config: { dialect: unconnected },
    dialect: unconnected,
    driver: unconnected.createDriver(),
    executor: pinned,
  })
}

const unconnected = new PostgresDialect({
  pool: () => Promise.reject(new Error('a transaction stays on its connection')),
})

const ATTEMPTS = 5
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

async function retrying<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt === ATTEMPTS || !mayPassNextTime(error)) throw error
      await backOff(attempt)
    }
  }
}

function mayPassNextTime(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK)
}

function backOff(attempt: number): Promise<void> {
  const milliseconds = Math.random() * 10 * 2 ** attempt
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
