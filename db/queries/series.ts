import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { BookingProblemCode } from '../../domain/problem.ts'
import type { SeriesPolicy } from '../../domain/series.ts'
import type { Floating } from '../../domain/zone.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** Appointments that repeat, as they were asked for. */
export interface SeriesRow {
  readonly id: string
  readonly version: number
  readonly clientId: string
  readonly therapistId: string
  readonly roomId: string | null
  readonly typeId: string
  readonly rrule: string
  /** When the first of them begins, on the wall clock of the zone. */
  readonly start: Floating
  readonly zone: string
  readonly minutes: number
  readonly excepted: readonly Floating[]
  readonly policy: SeriesPolicy
  /** Rules that were set aside for all of it, and why. */
  readonly override: readonly BookingProblemCode[]
  readonly overrideReason: string | null
  readonly notes: string | null
  /** When the last of them begins; null for a series without an end. */
  readonly lastStartsAt: Instant | null
  /** Every occurrence before it was decided on. */
  readonly extendedUntil: Instant
}

const seriesFields = {
  id: 's.id',
  version: 's.version',
  clientId: 's.client_id',
  therapistId: 's.therapist_id',
  roomId: 's.room_id',
  typeId: 's.type_id',
  rrule: 's.rrule',
  start: milliseconds('s.local_start'),
  zone: 's.zone',
  minutes: 's.minutes',
  excepted: `to_json(array(select ${milliseconds('e')} from unnest(s.excepted) e))`,
  policy: 's.policy',
  override: 's.override',
  overrideReason: 's.override_reason',
  notes: 's.notes',
  lastStartsAt: milliseconds('s.last_starts_at'),
  extendedUntil: milliseconds('s.extended_until'),
}

export async function listSeries(trx: Trx, clinicId: string, ids: readonly string[]): Promise<SeriesRow[]> {
  const { rows } = await sql<SeriesRow>`
    select ${asColumns(seriesFields)} from appointment_series s
    where s.clinic_id = ${clinicId} and s.id = any(${ids}::uuid[])`.execute(trx)
  return rows
}

/** The series, which nobody else changes before this transaction ends. */
export async function lockSeries(trx: Trx, clinicId: string, id: string): Promise<SeriesRow> {
  const { rows } = await sql<SeriesRow>`
    select ${asColumns(seriesFields)} from appointment_series s
    where s.clinic_id = ${clinicId} and s.id = ${id} for no key update`.execute(trx)
  return rows[0]!
}

/** Some whose occurrences do not all reach that far yet, locked; those that somebody is changing are left out. */
export async function lockSeriesToExtend(
  trx: Trx,
  clinicId: string,
  horizon: Instant,
  most: number,
): Promise<SeriesRow[]> {
  const { rows } = await sql<SeriesRow>`
    select ${asColumns(seriesFields)} from appointment_series s
    where s.clinic_id = ${clinicId} and s.extended_until < ${new Date(horizon)}
      and (s.last_starts_at is null or s.last_starts_at >= s.extended_until)
    order by s.therapist_id, s.id limit ${most} for no key update skip locked`.execute(trx)
  return rows
}

export async function insertSeries(trx: Trx, clinicId: string, row: SeriesRow, now: Instant): Promise<void> {
  await sql`
    insert into appointment_series (clinic_id, id, client_id, therapist_id, room_id, type_id, rrule, local_start, zone,
      minutes, excepted, policy, override, override_reason, notes, last_starts_at, extended_until, created_at, updated_at)
    values (${clinicId}, ${row.id}, ${row.clientId}, ${row.therapistId}, ${row.roomId}, ${row.typeId}, ${row.rrule},
      ${wallClock(row.start)}::timestamp, ${row.zone}, ${row.minutes}, ${row.excepted.map(wallClock)}::timestamp[],
      ${row.policy}, ${row.override}, ${row.overrideReason}, ${row.notes}, ${instantOrNull(row.lastStartsAt)},
      ${new Date(row.extendedUntil)}, ${new Date(now)}, ${new Date(now)})`.execute(trx)
}

/** Writes the row as given, one version on. The row must be locked. */
export async function updateSeries(trx: Trx, clinicId: string, row: SeriesRow, now: Instant): Promise<void> {
  await sql`
    update appointment_series set therapist_id = ${row.therapistId}, room_id = ${row.roomId}, rrule = ${row.rrule},
      local_start = ${wallClock(row.start)}::timestamp, minutes = ${row.minutes},
      excepted = ${row.excepted.map(wallClock)}::timestamp[], override = ${row.override},
      override_reason = ${row.overrideReason}, last_starts_at = ${instantOrNull(row.lastStartsAt)},
      version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${row.id}`.execute(trx)
}

/** Every occurrence of these before that instant was decided on. */
export async function updateExtended(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
  extendedUntil: Instant,
): Promise<void> {
  await sql`
    update appointment_series set extended_until = ${new Date(extendedUntil)}
    where clinic_id = ${clinicId} and id = any(${ids}::uuid[])`.execute(trx)
}

/** The appointments of the series, whatever their status, by the start the series gave them. */
export async function listOccurrenceIds(trx: Trx, clinicId: string, seriesId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from appointments where clinic_id = ${clinicId} and series_id = ${seriesId}
    order by original_starts_at`.execute(trx)
  return rows.map((each) => each.id)
}

function wallClock(floating: Floating): string {
  return new Date(floating).toISOString().slice(0, -1)
}

function instantOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant)
}
