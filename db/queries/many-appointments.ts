import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { Appointment, AppointmentRow, CancellationRow } from './book.ts'

/** Many appointments in one statement. */
export async function insertAppointments(
  trx: Trx,
  clinicId: string,
  appointments: readonly AppointmentRow[],
  now: Instant,
): Promise<void> {
  if (appointments.length === 0) return
  await sql`
    insert into appointments (clinic_id, id, client_id, therapist_id, room_id, type_id, status, starts_at, ends_at,
      buffer_before_minutes, buffer_after_minutes, lane, notes, overridden_rules, override_reason, series_id,
      original_starts_at, created_at, updated_at)
    select ${clinicId}, a.id, a.client_id, a.therapist_id, a.room_id, a.type_id, a.status, a.starts_at, a.ends_at,
      a.buffer_before_minutes, a.buffer_after_minutes, a.lane, a.notes, a.overridden_rules, a.override_reason, a.series_id,
      a.original_starts_at, ${new Date(now)}, ${new Date(now)}
    from jsonb_populate_recordset(null::appointments, ${JSON.stringify(appointments.map(columnsOf))}::jsonb) a`.execute(
    trx,
  )
}

/** Writes the rows as given, each one version on. False when somebody else wrote a version of one first. */
export async function updateAppointments(
  trx: Trx,
  clinicId: string,
  appointments: readonly AppointmentRow[],
  now: Instant,
): Promise<boolean> {
  if (appointments.length === 0) return true
  const { numAffectedRows } = await sql`
    update appointments a set therapist_id = n.therapist_id, room_id = n.room_id, status = n.status,
      starts_at = n.starts_at, ends_at = n.ends_at, lane = n.lane, confirmed_at = n.confirmed_at,
      overridden_rules = n.overridden_rules, override_reason = n.override_reason, series_id = n.series_id,
      original_starts_at = n.original_starts_at, version = a.version + 1, updated_at = ${new Date(now)}
    from jsonb_populate_recordset(null::appointments, ${JSON.stringify(appointments.map(columnsOf))}::jsonb) n
    where a.clinic_id = ${clinicId} and a.id = n.id and a.version = n.version`.execute(trx)
  return numAffectedRows === BigInt(appointments.length)
}

export type CancelledAppointment = Appointment & { readonly cancellation: CancellationRow }

/** Why each of them was cancelled, and whether that was late. */
export async function insertCancellations(
  trx: Trx,
  clinicId: string,
  appointments: readonly CancelledAppointment[],
): Promise<void> {
  const rows = appointments.map(({ cancellation, id }) => ({
    ...{ appointment_id: id, reason: cancellation.reason, note: cancellation.note, late: cancellation.late },
    ...{ cancelled_at: new Date(cancellation.cancelledAt), cancelled_by: cancellation.cancelledBy },
  }))
  await sql`
    insert into cancellations (clinic_id, appointment_id, reason, note, cancelled_at, cancelled_by, late)
    select ${clinicId}, n.appointment_id, n.reason, n.note, n.cancelled_at, n.cancelled_by, n.late
    from jsonb_populate_recordset(null::cancellations, ${JSON.stringify(rows)}::jsonb) n`.execute(trx)
}

function columnsOf(row: AppointmentRow) {
  return {
    id: row.id,
    version: row.version,
    client_id: row.clientId,
    therapist_id: row.therapistId,
    room_id: row.roomId,
    type_id: row.typeId,
    status: row.status,
    starts_at: new Date(row.startsAt),
    ends_at: new Date(row.endsAt),
    buffer_before_minutes: row.bufferBeforeMinutes,
    buffer_after_minutes: row.bufferAfterMinutes,
    lane: row.lane,
    notes: row.notes,
    confirmed_at: row.confirmedAt === null ? null : new Date(row.confirmedAt),
    overridden_rules: row.overriddenRules,
    override_reason: row.overrideReason,
    series_id: row.seriesId,
    original_starts_at: row.originalStartsAt === null ? null : new Date(row.originalStartsAt),
  }
}
