import { sql } from 'kysely'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { TimeOffSpan, TimeOffStatus } from '../../domain/time-off.ts'
import type { Trx } from '../connect.ts'
import { type ResourceRow, resourceTables, type TimeOffRow } from './book.ts'
import { asColumns, asJson, resourceFields, timeOffFields } from './fields.ts'

/** Time off with whom it is about and who covers. */
export interface TimeOff extends TimeOffRow {
  readonly resource: ResourceRow
  readonly coverTherapist: ResourceRow | null
}

const resourceOf = (column: string) => sql`(select ${asJson(resourceFields)} from ${resourceTables}
  where r.clinic_id = o.clinic_id and r.id = ${sql.raw(column)})`

const withResources = sql`${asColumns(timeOffFields)}, ${resourceOf('o.resource_id')} as resource,
  ${resourceOf('o.cover_therapist_id')} as "coverTherapist"`

export async function findTimeOff(trx: Trx, clinicId: string, id: string): Promise<TimeOff | undefined> {
  const [found] = await listTimeOff(trx, clinicId, [id])
  return found
}

/** Those, wherever they stand; ids that are not there are left out. */
export async function listTimeOff(trx: Trx, clinicId: string, ids: readonly string[]): Promise<TimeOff[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<TimeOff>`
    select ${withResources} from time_off o where o.clinic_id = ${clinicId} and o.id = any(${ids}::uuid[])
  `.execute(trx)
  return rows
}

export interface TimeOffSearch {
  readonly resourceId: string | null
  readonly status: TimeOffStatus | null
  readonly from: Instant | null
  readonly to: Instant | null
  /** All of them, or only what stands and what concerns this therapist. */
  readonly seenBy: 'all' | { readonly therapistId: string | null }
  readonly after: { readonly startsAt: Instant; readonly id: string } | undefined
  readonly limit: number
}

/** The latest first. */
export async function searchTimeOff(trx: Trx, clinicId: string, search: TimeOffSearch): Promise<TimeOff[]> {
  const { resourceId, status, seenBy, after } = search
  const own = seenBy === 'all' ? null : seenBy.therapistId
  const { rows } = await sql<TimeOff>`
    select ${withResources} from time_off o
    where o.clinic_id = ${clinicId}
      and (${resourceId}::uuid is null or o.resource_id = ${resourceId})
      and (${status}::text is null or o.status = ${status})
      and (${dateOrNull(search.from)}::timestamptz is null or o.ends_at > ${dateOrNull(search.from)})
      and (${dateOrNull(search.to)}::timestamptz is null or o.starts_at < ${dateOrNull(search.to)})
      and (${seenBy === 'all'}::boolean or o.status = 'approved' or o.resource_id = ${own}::uuid)
      and (${after?.id ?? null}::uuid is null
        or (o.starts_at, o.id) < (${dateOrNull(after?.startsAt ?? null)}::timestamptz, ${after?.id ?? null}::uuid))
    order by o.starts_at desc, o.id desc limit ${search.limit}`.execute(trx)
  return rows
}

/** What of the resource's time off, asked for or approved, touches the interval. */
export async function listTimeOffWithin(
  trx: Trx,
  clinicId: string,
  resourceId: string,
  window: Interval,
): Promise<TimeOffSpan[]> {
  const { rows } = await sql<{ startsAt: Instant; endsAt: Instant; status: TimeOffStatus }>`
    select ${asColumns(timeOffFields)} from time_off o
    where o.clinic_id = ${clinicId} and o.resource_id = ${resourceId} and o.status in ('requested', 'approved')
      and o.starts_at < ${new Date(window.end)} and o.ends_at > ${new Date(window.start)}
    order by o.starts_at`.execute(trx)
  return rows.map((row) => ({ start: row.startsAt, end: row.endsAt, status: row.status }))
}

export async function insertTimeOff(trx: Trx, clinicId: string, row: TimeOffRow, now: Instant): Promise<void> {
  await trx
    .insertInto('time_off')
    .values({
      ...{ clinic_id: clinicId, id: row.id, resource_id: row.resourceId, cover_therapist_id: row.coverTherapistId },
      ...{ starts_at: new Date(row.startsAt), ends_at: new Date(row.endsAt), reason: row.reason, note: row.note },
      ...{ requested_by: row.requestedBy, created_at: new Date(now) },
      ...standingColumns(row, now),
    })
    .execute()
}

/** Writes where the row stands now, one version on. False when somebody else wrote a version first. */
export async function updateTimeOff(trx: Trx, clinicId: string, row: TimeOffRow, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('time_off')
    .set({ ...standingColumns(row, now), version: sql`version + 1` })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

function standingColumns(row: TimeOffRow, now: Instant) {
  return {
    ...{ status: row.status, decided_by: row.decidedBy, decided_at: dateOrNull(row.decidedAt) },
    ...{ decision_note: row.decisionNote, updated_at: new Date(now) },
  }
}

/** The appointments that take the resource's time within the interval and are not over: those an absence concerns. */
export async function listAffectedIds(
  trx: Trx,
  clinicId: string,
  resourceId: string,
  absence: Interval,
  now: Instant,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from appointments a
    where a.clinic_id = ${clinicId} and (a.therapist_id = ${resourceId} or a.room_id = ${resourceId})
      and a.starts_at < ${new Date(absence.end)} and a.ends_at > ${new Date(absence.start)}
      and a.starts_at > ${new Date(absence.start)}::timestamptz - interval '24 hours' and a.starts_at >= ${new Date(now)}
      and a.status in ('pending', 'booked', 'arrived')
    order by a.starts_at, a.id`.execute(trx)
  return rows.map((each) => each.id)
}

function dateOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant)
}
