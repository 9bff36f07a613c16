import { sql } from 'kysely'
import type { ExternalBusy } from '../../domain/imported-calendar.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { ExternalCalendarRow } from './external-calendars.ts'
import { milliseconds } from './fields.ts'

export interface BusyCounts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** What became different, and within which time. */
export interface BusyChange extends BusyCounts {
  readonly span: Interval | undefined
}

interface ChangeColumns extends BusyCounts {
  readonly start: Instant | null
  readonly end: Instant | null
}

/** What the calendar takes from now on; what is over leaves without being counted. What is there already stays untouched. */
export async function replaceExternalBusy(
  trx: Trx,
  clinicId: string,
  { id, therapistId }: Pick<ExternalCalendarRow, 'id' | 'therapistId'>,
  busy: readonly ExternalBusy[],
  window: Interval,
): Promise<BusyChange> {
  const given = busy.map(({ uid, originalStart, start, end }) => ({
    ...{ uid, original_starts_at: new Date(originalStart), starts_at: new Date(start), ends_at: new Date(end) },
  }))
  const { rows } = await sql<ChangeColumns>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g(uid text, original_starts_at timestamptz, starts_at timestamptz, ends_at timestamptz)
    ), gone as (
      delete from external_busy b where b.clinic_id = ${clinicId} and b.calendar_id = ${id}
        and (b.uid, b.original_starts_at) not in (select g.uid, g.original_starts_at from given g)
      returning b.starts_at, b.ends_at
    ), was as (
      select b.starts_at, b.ends_at from external_busy b join given g using (uid, original_starts_at)
      where b.clinic_id = ${clinicId} and b.calendar_id = ${id}
        and (b.starts_at, b.ends_at) is distinct from (g.starts_at, g.ends_at)
    ), put as (
      insert into external_busy as b
        (clinic_id, calendar_id, uid, original_starts_at, therapist_id, starts_at, ends_at)
      select ${clinicId}, ${id}, uid, original_starts_at, ${therapistId}, starts_at, ends_at from given
      on conflict (clinic_id, calendar_id, uid, original_starts_at) do update
        set starts_at = excluded.starts_at, ends_at = excluded.ends_at
        where (b.starts_at, b.ends_at) is distinct from (excluded.starts_at, excluded.ends_at)
      returning xmax = 0 as is_new, starts_at, ends_at
    ), gone_ahead as (select * from gone where ends_at > ${new Date(window.start)}),
    touched as (
      select starts_at, ends_at from put union all select * from was union all select * from gone_ahead)
    select (select count(*) from put where is_new) as added, (select count(*) from put where not is_new) as changed,
      (select count(*) from gone_ahead) as removed,
      ${sql.raw(milliseconds('(select min(starts_at) from touched)'))} as start,
      ${sql.raw(milliseconds('(select max(ends_at) from touched)'))} as end`.execute(trx)
  const { added, changed, end, removed, start } = rows[0]!
  return { added, changed, removed, span: start === null || end === null ? undefined : { start, end } }
}

/** From the first to the last of what the calendar takes; undefined when that is nothing. */
export async function findBusySpan(trx: Trx, clinicId: string, calendarId: string): Promise<Interval | undefined> {
  const { rows } = await sql<{ start: Instant | null; end: Instant | null }>`
    select ${sql.raw(milliseconds('min(starts_at)'))} as start, ${sql.raw(milliseconds('max(ends_at)'))} as end
    from external_busy where clinic_id = ${clinicId} and calendar_id = ${calendarId}`.execute(trx)
  const { end, start } = rows[0]!
  return start === null || end === null ? undefined : { start, end }
}

export interface BusyTime extends Interval {
  readonly therapistId: string
}

/** What calendars from elsewhere take within the window, by its start: of those resources, or of all. */
export async function listExternalBusy(
  trx: Trx,
  clinicId: string,
  window: Interval,
  resourceIds: readonly string[] | undefined,
): Promise<BusyTime[]> {
  const of = resourceIds ? sql`and therapist_id = any(${resourceIds}::uuid[])` : sql``
  const { rows } = await sql<BusyTime>`
    select therapist_id as "therapistId", ${sql.raw(milliseconds('starts_at'))} as start,
      ${sql.raw(milliseconds('ends_at'))} as end
    from external_busy where clinic_id = ${clinicId}
      and starts_at < ${new Date(window.end)} and ends_at > ${new Date(window.start)} ${of}
    order by starts_at`.execute(trx)
  return rows
}
