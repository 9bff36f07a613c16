import { sql } from 'kysely'
import type { Closure, DateRange } from '../../domain/availability.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { asColumns, closureFields } from './fields.ts'

export interface ClosureRow extends Closure {
  readonly id: string
  readonly version: number
}

/** Those that touch one of the dates, by their first day. */
export async function listClosures(trx: Trx, clinicId: string, { from, to }: DateRange): Promise<ClosureRow[]> {
  const { rows } = await sql<ClosureRow>`
    select ${asColumns(closureFields)} from closures z
    where z.clinic_id = ${clinicId} and z.ends_on >= ${from} and z.starts_on <= ${to}
    order by z.starts_on, z.start_time, z.id`.execute(trx)
  return rows
}

export async function lockClosure(trx: Trx, clinicId: string, id: string): Promise<ClosureRow | undefined> {
  const { rows } = await sql<ClosureRow>`
    select ${asColumns(closureFields)} from closures z where z.clinic_id = ${clinicId} and z.id = ${id}
    for no key update`.execute(trx)
  return rows[0]
}

export async function insertClosure(trx: Trx, clinicId: string, row: ClosureRow, now: Instant): Promise<void> {
  await sql`
    insert into closures (clinic_id, id, name, starts_on, ends_on, start_time, end_time, created_at, updated_at)
    values (${clinicId}, ${row.id}, ${row.name}, ${row.startsOn}, ${row.endsOn}, ${row.startTime}, ${row.endTime},
      ${new Date(now)}, ${new Date(now)})`.execute(trx)
}

/** Writes the row as given, its version with it. */
export async function updateClosureRow(trx: Trx, clinicId: string, row: ClosureRow, now: Instant): Promise<void> {
  await sql`
    update closures set name = ${row.name}, starts_on = ${row.startsOn}, ends_on = ${row.endsOn},
      start_time = ${row.startTime}, end_time = ${row.endTime}, version = ${row.version}, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${row.id}`.execute(trx)
}

export async function deleteClosure(trx: Trx, clinicId: string, id: string): Promise<void> {
  await sql`delete from closures where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}
