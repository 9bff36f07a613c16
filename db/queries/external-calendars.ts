import { type RawBuilder, sql } from 'kysely'
import type { ExternalBusy } from '../../domain/imported-calendar.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { asJson, milliseconds } from './fields.ts'

export interface ExternalCalendarRow {
  readonly id: string
  readonly version: number
  readonly therapistId: string
  readonly name: string
  /** Where it is read from again and again; null for a file. */
  readonly url: string | null
  /** When it was last read with success. */
  readonly readAt: Instant | null
  /** Since when it cannot be read; null when it could the last time. */
  readonly failedAt: Instant | null
  /** Why not. */
  readonly failure: string | null
  readonly createdAt: Instant
}

const calendarFields = {
  id: 'e.id',
  version: 'e.version',
  therapistId: 'e.therapist_id',
  name: 'e.name',
  url: 'e.url',
  readAt: milliseconds('e.read_at'),
  failedAt: milliseconds('e.failed_at'),
  failure: 'e.failure',
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

/** It was read; a new version only where that changed what it takes. */
export async function noteCalendarRead(
  trx: Trx,
  clinicId: string,
  id: string,
  { hasChanged, now }: { readonly hasChanged: boolean; readonly now: Instant },
): Promise<void> {
  await sql`
    update external_calendars set read_at = ${new Date(now)}, failed_at = null, failure = null,
      version = version + ${hasChanged ? 1 : 0}, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

/** It takes nobody's time any more. */
export async function removeCalendarAt(trx: Trx, clinicId: string, id: string, now: Instant): Promise<void> {
  await sql`
    with gone as (delete from external_busy where clinic_id = ${clinicId} and calendar_id = ${id})
    update external_calendars set removed_at = ${new Date(now)}, version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

export interface BusyCounts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** What the calendar takes from now on; what is over leaves without being counted. What is there already stays untouched. */
export async function replaceExternalBusy(
  trx: Trx,
  clinicId: string,
  { id, therapistId }: Pick<ExternalCalendarRow, 'id' | 'therapistId'>,
  busy: readonly ExternalBusy[],
  window: Interval,
): Promise<BusyCounts> {
  const given = busy.map(({ uid, originalStart, start, end }) => ({
    ...{ uid, original_starts_at: new Date(originalStart), starts_at: new Date(start), ends_at: new Date(end) },
  }))
  const { rows } = await sql<BusyCounts>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g(uid text, original_starts_at timestamptz, starts_at timestamptz, ends_at timestamptz)
    ), gone as (
      delete from external_busy b where b.clinic_id = ${clinicId} and b.calendar_id = ${id}
        and (b.uid, b.original_starts_at) not in (select g.uid, g.original_starts_at from given g)
      returning b.ends_at
    ), put as (
      insert into external_busy as b
        (clinic_id, calendar_id, uid, original_starts_at, therapist_id, starts_at, ends_at)
      select ${clinicId}, ${id}, uid, original_starts_at, ${therapistId}, starts_at, ends_at from given
      on conflict (clinic_id, calendar_id, uid, original_starts_at) do update
        set starts_at = excluded.starts_at, ends_at = excluded.ends_at
        where (b.starts_at, b.ends_at) is distinct from (excluded.starts_at, excluded.ends_at)
      returning xmax = 0 as is_new
    )
    select (select count(*) from put where is_new) as added, (select count(*) from put where not is_new) as changed,
      (select count(*) from gone where ends_at > ${new Date(window.start)}) as removed`.execute(trx)
  return rows[0]!
}
