import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { AppointmentStatus } from '../../domain/status.ts'
import type { Trx } from '../connect.ts'
import type { AppointmentRow, CancellationRow } from './book.ts'
import { asJson, holdFields } from './fields.ts'
import type { HoldRow } from './holds.ts'
import { rememberSwept } from './swept-holds.ts'

/**
 * Locks what a booking will decide about: the resources in id order, so that two bookings over the same ones wait for
 * each other instead of for the deadlock detector, then the clients. Holds that have expired on these resources leave the
 * book on the way; one that another transaction is removing is left to it.
 */
export async function lockBooking(
  trx: Trx,
  clinicId: string,
  resourceIds: readonly string[],
  clientIds: readonly string[],
  now: Instant,
): Promise<void> {
  const { rows } = await sql<{ hasExpired: boolean }>`
    with held as materialized (
      select 1 from resources where clinic_id = ${clinicId} and id = any(${resourceIds}::uuid[])
      order by id for no key update
    ), met as materialized (
      select 1 from clients where clinic_id = ${clinicId} and id = any(${clientIds}::uuid[])
        and (select count(*) from held) >= 0
      order by id for no key update
    )
    select (select count(*) from met) as met,
      exists (select ${expiredHolds(clinicId, resourceIds, now)}) as "hasExpired"`.execute(trx)
  if (rows[0]!.hasExpired) await sweepHolds(trx, clinicId, resourceIds, now)
}

async function sweepHolds(trx: Trx, clinicId: string, resourceIds: readonly string[], now: Instant): Promise<void> {
  const { rows } = await sql<{ expired: HoldRow[] | null }>`
    with expired as (
      update slot_holds s set status = 'expired', version = s.version + 1, updated_at = ${new Date(now)}
      where s.clinic_id = ${clinicId} and s.id in (
        select h.id ${expiredHolds(clinicId, resourceIds, now)} for no key update skip locked)
      returning s.id, ${asJson(holdFields)} as hold
    ), freed as (
      delete from occupancies o where o.clinic_id = ${clinicId} and o.hold_id in (select id from expired)
    )
    select json_agg(hold) as expired from expired`.execute(trx)
  const expired = rows[0]?.expired
  if (expired) rememberSwept(trx, expired)
}

function expiredHolds(clinicId: string, resourceIds: readonly string[], now: Instant) {
  return sql`from slot_holds h where h.clinic_id = ${clinicId} and h.status = 'held' and h.expires_at <= ${new Date(now)}
    and (h.therapist_id = any(${resourceIds}::uuid[]) or h.room_id = any(${resourceIds}::uuid[]))`
}

export type NewAppointment = Omit<AppointmentRow, 'version' | 'cancellation' | 'createdAt' | 'updatedAt'>

/** The row alone: the time it takes is a hold's that becomes it. */
export async function insertAppointment(trx: Trx, clinicId: string, row: NewAppointment, now: Instant): Promise<void> {
  await rowInsert(clinicId, row, now).execute(trx)
}

/** The appointment and the time it takes of each resource, guarded by the exclusion constraint. */
export async function insertBooking(trx: Trx, clinicId: string, row: NewAppointment, now: Instant): Promise<void> {
  await sql`
    with booked as (${rowInsert(clinicId, row, now)} returning id, therapist_id, room_id, starts_at, ends_at, lane,
      type_id, buffer_before_minutes, buffer_after_minutes)
    insert into occupancies (clinic_id, resource_id, during, lane, kind, appointment_id, type_id, buffer_before_minutes,
      buffer_after_minutes)
    select ${clinicId}, resource_id, tstzrange(starts_at, ends_at, '[)'), lane, 'appointment', id, type_id,
      buffer_before_minutes, buffer_after_minutes
    from booked, unnest(array[therapist_id, room_id]) resource_id where resource_id is not null`.execute(trx)
}

function rowInsert(clinicId: string, row: NewAppointment, now: Instant) {
  return sql`
    insert into appointments (clinic_id, id, client_id, therapist_id, room_id, type_id, status, starts_at, ends_at,
      buffer_before_minutes, buffer_after_minutes, lane, notes, confirmed_at, overridden_rules, override_reason,
      created_at, updated_at)
    values (${clinicId}, ${row.id}, ${row.clientId}, ${row.therapistId}, ${row.roomId}, ${row.typeId}, ${row.status},
      ${new Date(row.startsAt)}, ${new Date(row.endsAt)}, ${row.bufferBeforeMinutes}, ${row.bufferAfterMinutes},
      ${row.lane}, ${row.notes}, ${instantOrNull(row.confirmedAt)}, ${row.overriddenRules}, ${row.overrideReason},
      ${new Date(now)}, ${new Date(now)})`
}

/** Writes the row as given, one version on. False when somebody else wrote a version first. */
export async function updateAppointment(
  trx: Trx,
  clinicId: string,
  row: AppointmentRow,
  now: Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update appointments set therapist_id = ${row.therapistId}, room_id = ${row.roomId}, status = ${row.status},
      starts_at = ${new Date(row.startsAt)}, ends_at = ${new Date(row.endsAt)}, lane = ${row.lane},
      confirmed_at = ${instantOrNull(row.confirmedAt)}, overridden_rules = ${row.overriddenRules},
      override_reason = ${row.overrideReason}, version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${row.id} and version = ${row.version}`.execute(trx)
  return numAffectedRows === 1n
}

type TakingTime = Pick<
  AppointmentRow,
  | 'id'
  | 'therapistId'
  | 'roomId'
  | 'startsAt'
  | 'endsAt'
  | 'lane'
  | 'typeId'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
>

/** The time the appointment takes of each resource, guarded by the exclusion constraint. */
export async function insertOccupancies(
  trx: Trx,
  clinicId: string,
  appointments: readonly TakingTime[],
): Promise<void> {
  const rows = appointments.flatMap((each) =>
    [each.therapistId, each.roomId]
      .filter((resourceId) => resourceId !== null)
      .map((resourceId) => ({
        appointment_id: each.id,
        resource_id: resourceId,
        lane: each.lane,
        starts_at: new Date(each.startsAt),
        ends_at: new Date(each.endsAt),
        type_id: each.typeId,
        buffer_before_minutes: each.bufferBeforeMinutes,
        buffer_after_minutes: each.bufferAfterMinutes,
      })),
  )
  await sql`
    insert into occupancies (clinic_id, resource_id, during, lane, kind, appointment_id, type_id, buffer_before_minutes,
      buffer_after_minutes)
    select ${clinicId}, o.resource_id, tstzrange(o.starts_at, o.ends_at, '[)'), o.lane, 'appointment', o.appointment_id,
      o.type_id, o.buffer_before_minutes, o.buffer_after_minutes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as o(appointment_id uuid, resource_id uuid, lane smallint, starts_at timestamptz, ends_at timestamptz, type_id uuid,
        buffer_before_minutes smallint, buffer_after_minutes smallint)`.execute(trx)
}

export async function deleteOccupancies(trx: Trx, clinicId: string, appointmentIds: readonly string[]): Promise<void> {
  await sql`delete from occupancies where clinic_id = ${clinicId} and appointment_id = any(${appointmentIds}::uuid[])`.execute(
    trx,
  )
}

export async function insertCancellation(
  trx: Trx,
  clinicId: string,
  row: CancellationRow & { readonly appointmentId: string },
): Promise<void> {
  await sql`
    insert into cancellations (clinic_id, appointment_id, reason, note, cancelled_at, cancelled_by, late)
    values (${clinicId}, ${row.appointmentId}, ${row.reason}, ${row.note}, ${new Date(row.cancelledAt)}, ${row.cancelledBy},
      ${row.late})
  `.execute(trx)
}

/** An appointment that is put back is not cancelled any more. */
export async function deleteCancellation(trx: Trx, clinicId: string, appointmentId: string): Promise<void> {
  await sql`delete from cancellations where clinic_id = ${clinicId} and appointment_id = ${appointmentId}`.execute(trx)
}

/** When the client's first session that still stands begins; undefined when there is none. */
export async function findFirstSession(trx: Trx, clinicId: string, clientId: string): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(starts_at) as at from appointments
    where clinic_id = ${clinicId} and client_id = ${clientId} and status not in ('cancelled', 'noshow', 'entered_in_error')
  `.execute(trx)
  return rows[0]?.at?.getTime()
}

export async function updateReferral(
  trx: Trx,
  clinicId: string,
  clientId: string,
  referral: { status: string; firstSessionAt: Instant | undefined },
  now: Instant,
): Promise<void> {
  await sql`
    update clients set referral_status = ${referral.status},
      first_session_at = ${instantOrNull(referral.firstSessionAt ?? null)},
      version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${clientId}`.execute(trx)
}

/** The ids whose appointments exist and what they take, for locking before they are read for good. */
export async function listTaken(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
): Promise<{ id: string; clientId: string; resourceIds: string[]; status: AppointmentStatus }[]> {
  const { rows } = await sql<{
    id: string
    client_id: string
    therapist_id: string
    room_id: string | null
    status: AppointmentStatus
  }>`
    select id, client_id, therapist_id, room_id, status from appointments
    where clinic_id = ${clinicId} and id = any(${ids}::uuid[])`.execute(trx)
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    resourceIds: row.room_id ? [row.therapist_id, row.room_id] : [row.therapist_id],
    status: row.status,
  }))
}

function instantOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant)
}
