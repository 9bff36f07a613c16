import { sql } from 'kysely'
import { takesTime } from '../../domain/status.ts'
import type { Trx } from '../connect.ts'
import { insertOccupancies } from '../queries/appointments.ts'
import type { AppointmentRow } from '../queries/book.ts'

/** Writes appointments with what they take of their resources, some thousands at once. */
export async function writeAppointments(trx: Trx, clinicId: string, rows: readonly AppointmentRow[]): Promise<void> {
  await insertAppointments(trx, clinicId, rows)
  await insertOccupancies(
    trx,
    clinicId,
    rows.filter((each) => takesTime(each.status)),
  )
  await insertCancellations(trx, clinicId, rows)
}

async function insertAppointments(trx: Trx, clinicId: string, rows: readonly AppointmentRow[]): Promise<void> {
  await sql`
    insert into appointments (clinic_id, id, client_id, therapist_id, room_id, type_id, status, starts_at, ends_at,
      buffer_before_minutes, buffer_after_minutes, notes, confirmed_at, version, created_at, updated_at)
    select ${clinicId}, a.id, a."clientId", a."therapistId", a."roomId", a."typeId", a.status,
      to_timestamp(a."startsAt" / 1000.0), to_timestamp(a."endsAt" / 1000.0), a."bufferBeforeMinutes",
      a."bufferAfterMinutes", a.notes, to_timestamp(a."confirmedAt" / 1000.0), a.version,
      to_timestamp(a."createdAt" / 1000.0), to_timestamp(a."updatedAt" / 1000.0)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(id uuid, "clientId" uuid, "therapistId" uuid,
      "roomId" uuid, "typeId" uuid, status text, "startsAt" bigint, "endsAt" bigint, "bufferBeforeMinutes" smallint,
      "bufferAfterMinutes" smallint, notes text, "confirmedAt" bigint, version int, "createdAt" bigint,
      "updatedAt" bigint)`.execute(trx)
}

async function insertCancellations(trx: Trx, clinicId: string, rows: readonly AppointmentRow[]): Promise<void> {
  const cancellations = rows.flatMap(({ id, cancellation }) =>
    cancellation ? [{ ...cancellation, appointmentId: id }] : [],
  )
  await sql`
    insert into cancellations (clinic_id, appointment_id, reason, note, cancelled_at, cancelled_by)
    select ${clinicId}, x."appointmentId", x.reason, x.note, to_timestamp(x."cancelledAt" / 1000.0), x."cancelledBy"
    from jsonb_to_recordset(${JSON.stringify(cancellations)}::jsonb) as x("appointmentId" uuid, reason text, note text,
      "cancelledAt" bigint, "cancelledBy" text)`.execute(trx)
}
