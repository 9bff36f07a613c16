import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Db, Trx } from '../connect.ts'
import { milliseconds } from './fields.ts'

/** How a clinic's jobs of one kind stand. */
export interface QueueRow {
  readonly name: string
  /** For their time, or for their turn. */
  readonly waiting: number
  readonly active: number
  readonly failed: number
  /** When the next is due; null when none waits. */
  readonly nextAt: Instant | null
}

/** Jobs carry their clinic's id: nothing else tells whose they are. */
const ofClinic = (clinicId: string) => sql`j.data->>'clinicId' = ${clinicId}`

/** The clinic's jobs by their queue; only queues that have some. */
export async function listQueues(trx: Trx, clinicId: string): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select j.name, count(*) filter (where j.state in ('created', 'retry')) as waiting,
      count(*) filter (where j.state = 'active') as active, count(*) filter (where j.state = 'failed') as failed,
      ${sql.raw(milliseconds("min(j.start_after) filter (where j.state in ('created', 'retry'))"))} as "nextAt"
    from pgboss.job j where ${ofClinic(clinicId)} group by j.name`.execute(trx)
  return rows
}

export interface LateJobs {
  readonly queue: string
  readonly count: number
}

/** How many of all clinics were due by then and are not begun; nothing of whose they are. Reads no job that is over. */
export async function countLateJobs(db: Db, dueBy: Instant): Promise<LateJobs[]> {
  const { rows } = await sql<LateJobs>`
    select j.name as queue, count(*) as count from pgboss.job j
    where j.state < 'active' and not j.blocked and j.start_after <= ${new Date(dueBy)} group by j.name`.execute(db)
  return rows
}

export interface FailedJobRow {
  readonly id: string
  readonly queue: string
  readonly failedAt: Instant
  readonly attempts: number
  readonly error: string
}

/** What is tried no more, the latest first. */
export async function listFailedJobs(trx: Trx, clinicId: string, first: number): Promise<FailedJobRow[]> {
  const { rows } = await sql<FailedJobRow>`
    select j.id, j.name as queue, ${sql.raw(milliseconds('j.completed_on'))} as "failedAt",
      j.retry_count + 1 as attempts, coalesce(j.output->>'message', '') as error
    from pgboss.job j where ${ofClinic(clinicId)} and j.state = 'failed'
    order by j.completed_on desc, j.id limit ${first}`.execute(trx)
  return rows
}

export interface DueJobsRow {
  readonly at: Instant
  readonly queue: string
  readonly count: number
}

/** What comes due before `until`, by stretches of so many minutes and queues. What is late counts to the first. */
export async function countDueJobs(
  trx: Trx,
  clinicId: string,
  { now, until, stepMinutes }: { readonly now: Instant; readonly until: Instant; readonly stepMinutes: number },
): Promise<DueJobsRow[]> {
  const { rows } = await sql<DueJobsRow>`
    select ${sql.raw(milliseconds('d.at'))} as at, d.queue, count(*) as count from (
      select date_bin(make_interval(mins => ${stepMinutes}::int), greatest(j.start_after, ${new Date(now)}::timestamptz),
        'epoch'::timestamptz) as at, j.name as queue
      from pgboss.job j where ${ofClinic(clinicId)} and j.state in ('created', 'retry')
        and j.start_after < ${new Date(until)}
    ) d group by d.at, d.queue order by d.at, d.queue`.execute(trx)
  return rows
}

/** The state of a job of the clinic; undefined for one that is not there, or another clinic's. */
export async function lockJobState(
  trx: Trx,
  clinicId: string,
  { id, queue }: { readonly id: string; readonly queue: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`
    select j.state from pgboss.job j where j.name = ${queue} and j.id = ${id} and ${ofClinic(clinicId)}
    for no key update`.execute(trx)
  return rows[0]?.state
}
