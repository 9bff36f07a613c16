import { sql } from 'kysely'
import type { DateRange, HoursException } from '../../domain/availability.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { asColumns, exceptionFields } from './fields.ts'

export interface ExceptionRow extends HoursException {
  readonly id: string
  readonly version: number
  readonly resourceId: string
  readonly note: string | null
}

/** Those on the dates, of these resources or of all, by date. */
export async function listExceptions(
  trx: Trx,
  clinicId: string,
  { from, to }: DateRange,
  resourceIds: readonly string[] | null,
): Promise<ExceptionRow[]> {
  const { rows } = await sql<ExceptionRow>`
    select ${asColumns(exceptionFields)} from hours_exceptions e
    where e.clinic_id = ${clinicId} and e.on_date between ${from} and ${to}
      and (${resourceIds}::uuid[] is null or e.resource_id = any(${resourceIds}::uuid[]))
    order by e.on_date, e.start_time, e.id`.execute(trx)
  return rows
}

export async function lockException(trx: Trx, clinicId: string, id: string): Promise<ExceptionRow | undefined> {
  const { rows } = await sql<ExceptionRow>`
    select ${asColumns(exceptionFields)} from hours_exceptions e where e.clinic_id = ${clinicId} and e.id = ${id}
    for no key update`.execute(trx)
  return rows[0]
}

export async function insertException(trx: Trx, clinicId: string, row: ExceptionRow, now: Instant): Promise<void> {
  await sql`
    insert into hours_exceptions (clinic_id, id, resource_id, on_date, kind, start_time, end_time, note, created_at,
      updated_at)
    values (${clinicId}, ${row.id}, ${row.resourceId}, ${row.date}, ${row.kind}, ${row.startTime}, ${row.endTime},
      ${row.note}, ${new Date(now)}, ${new Date(now)})`.execute(trx)
}

/** Writes the row as given, its version with it. */
export async function updateException(trx: Trx, clinicId: string, row: ExceptionRow, now: Instant): Promise<void> {
  await sql`
    update hours_exceptions set resource_id = ${row.resourceId}, on_date = ${row.date}, kind = ${row.kind},
      start_time = ${row.startTime}, end_time = ${row.endTime}, note = ${row.note}, version = ${row.version},
      updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${row.id}`.execute(trx)
}

export async function deleteException(trx: Trx, clinicId: string, id: string): Promise<void> {
  await sql`delete from hours_exceptions where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}
