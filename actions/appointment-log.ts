import type { Trx } from '../db/connect.ts'
import { findFirstSession, updateReferral } from '../db/queries/appointments.ts'
import type { Appointment, AppointmentRow, ClientRow, MarkRow } from '../db/queries/book.ts'
import type { LogEntry, Place } from '../db/queries/log.ts'
import type { Instant } from '../domain/interval.ts'
import { type Referral, referralAfterBooking } from '../domain/referral.ts'

/** The appointment's own columns, as kept in the audit log. */
export function rowOf(appointment: Appointment): AppointmentRow {
  const { client: _client, therapist: _therapist, room: _room, type: _type, mark: _mark, ...row } = appointment
  return row
}

/** The mark of an appointment about which nothing has been said yet. */
export const unmarked: MarkRow = {
  version: 0,
  state: null,
  reply: null,
  repliedAt: null,
  lateMinutes: null,
  unread: 0,
}

export function placeOf(row: Pick<AppointmentRow, 'startsAt' | 'endsAt' | 'therapistId' | 'roomId'>): Place {
  const resourceIds = row.roomId ? [row.therapistId, row.roomId] : [row.therapistId]
  return { startsAt: row.startsAt, endsAt: row.endsAt, resourceIds }
}

/** What happened to an appointment, for both logs. `removed` when it leaves the calendar. */
export function appointmentEntry(
  action: string,
  before: Appointment | undefined,
  after: Appointment,
  removed = false,
): LogEntry {
  return {
    action,
    kind: 'appointment',
    id: after.id,
    version: after.version,
    removed,
    place: removed ? undefined : placeOf(after),
    was: before && placeOf(before),
    before: before && rowOf(before),
    after: rowOf(after),
  }
}

/** What a client's record becomes once an appointment was booked at that time; written when it differs. */
export async function noteBooking(
  trx: Trx,
  clinicId: string,
  client: ClientRow,
  startsAt: Instant,
  now: Instant,
): Promise<{ client: ClientRow; log: LogEntry[] }> {
  const after = referralAfterBooking(referralOf(client), startsAt)
  return after ? writeReferral(trx, clinicId, client, after, now) : { client, log: [] }
}

/** The same once an appointment that began then has left its time: the first session may be another now. */
export async function noteDeparture(
  trx: Trx,
  clinicId: string,
  client: ClientRow,
  startedAt: Instant,
  now: Instant,
): Promise<{ client: ClientRow; log: LogEntry[] }> {
  if (client.firstSessionAt !== startedAt) return { client, log: [] }
  const firstSessionAt = await findFirstSession(trx, clinicId, client.id)
  if (firstSessionAt === startedAt) return { client, log: [] }
  return writeReferral(trx, clinicId, client, { ...referralOf(client), firstSessionAt }, now)
}

function referralOf(client: ClientRow): Referral {
  return { status: client.referralStatus, firstSessionAt: client.firstSessionAt ?? undefined }
}

async function writeReferral(trx: Trx, clinicId: string, client: ClientRow, referral: Referral, now: Instant) {
  await updateReferral(trx, clinicId, client.id, referral, now)
  const after: ClientRow = {
    ...client,
    referralStatus: referral.status,
    firstSessionAt: referral.firstSessionAt ?? null,
    version: client.version + 1,
  }
  const entry: LogEntry = {
    action: 'update referral',
    kind: 'client',
    id: client.id,
    version: after.version,
    before: referralOf(client),
    after: referral,
  }
  return { client: after, log: [entry] }
}
