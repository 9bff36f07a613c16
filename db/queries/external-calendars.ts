import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { asJson, milliseconds } from './fields.ts'

export interface ExternalCalendarRow {
  readonly id: string
  readonly version: number
  readonly therapistId: string
  readonly name: string
  /** Where it is read from again and again, as far as everybody may know it: the rest of an address may be a secret. Null for a file. */
  readonly host: string | null
  /** How many entries take time. */
  readonly busyCount: number
  /** When it was last read with success. */
  readonly readAt: Instant | null
  /** Since when it cannot be read; null when it could the last time. */
  readonly failedAt: Instant | null
  /** Why not: a sentence. */
  readonly failure: string | null
  /** When it is read again; null for a file. */
  readonly nextReadAt: Instant | null
  readonly createdAt: Instant
}

const calendarFields = {
  id: 'e.id',
  version: 'e.version',
  therapistId: 'e.therapist_id',
  name: 'e.name',
  host: `substring(e.url from '^[a-zA-Z]+://([^/?#]+)')`,
  busyCount: '(select count(*) from external_busy b where b.clinic_id = e.clinic_id and b.calendar_id = e.id)',
  readAt: milliseconds('e.read_at'),
  failedAt: milliseconds('e.failed_at'),
  failure: 'e.failure',
  nextReadAt: milliseconds('e.next_read_at'),
  createdAt: milliseconds('e.created_at'),
}

/** Those that are read, by their names; of one therapist or of all. */
export function listExternalCalendars(
  trx: Trx,
  clinicId: string,
  therapistId?: string | null,
): Promise<ExternalCalendarRow[]> {
  const of = therapistId ? sql`and e.therapist_id = ${therapistId}` : sql``
  return calendarsWhere(trx, clinicId, sql`${of} order by e.name, e.id`)
}

export async function findExternalCalendar(
  trx: Trx,
  clinicId: string,
  id: string,
): Promise<ExternalCalendarRow | undefined> {
  const [calendar] = await calendarsWhere(trx, clinicId, sql`and e.id = ${id}`)
  return calendar
}

export async function lockExternalCalendar(
  trx: Trx,
  clinicId: string,
  id: string,
): Promise<ExternalCalendarRow | undefined> {
  const [calendar] = await calendarsWhere(trx, clinicId, sql`and e.id = ${id} for no key update`)
  return calendar
}

/** The therapist's own calendar of that name, when there is one already. */
export async function lockCalendarNamed(
  trx: Trx,
  clinicId: string,
  { name, therapistId }: Pick<ExternalCalendarRow, 'name' | 'therapistId'>,
): Promise<ExternalCalendarRow | undefined> {
  const same = sql`and e.therapist_id = ${therapistId} and e.name = ${name}`
  const [calendar] = await calendarsWhere(trx, clinicId, sql`${same} order by e.id for no key update`)
  return calendar
}

async function calendarsWhere(
  trx: Trx,
  clinicId: string,
  condition: RawBuilder<unknown>,
): Promise<ExternalCalendarRow[]> {
  const { rows } = await sql<{ row: ExternalCalendarRow }>`
    select ${asJson(calendarFields)} as row from external_calendars e
    where e.clinic_id = ${clinicId} and e.removed_at is null ${condition}`.execute(trx)
  return rows.map((each) => each.row)
}

export async function insertExternalCalendar(
  trx: Trx,
  clinicId: string,
  { id, name, therapistId }: Pick<ExternalCalendarRow, 'id' | 'name' | 'therapistId'>,
  now: Instant,
): Promise<void> {
  await sql`
    insert into external_calendars (clinic_id, id, therapist_id, name, created_at, updated_at)
    values (${clinicId}, ${id}, ${therapistId}, ${name}, ${new Date(now)}, ${new Date(now)})`.execute(trx)
}

/** It takes nobody's time any more. */
export async function removeCalendarAt(trx: Trx, clinicId: string, id: string, now: Instant): Promise<void> {
  await sql`
    with gone as (delete from external_busy where clinic_id = ${clinicId} and calendar_id = ${id})
    update external_calendars
    set removed_at = ${new Date(now)}, next_read_at = null, version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}
