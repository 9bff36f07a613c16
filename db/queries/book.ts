import { sql } from 'kysely'
import type { WeeklyHours } from '../../domain/availability.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { BookingProblemCode } from '../../domain/problem.ts'
import type { ReferralStatus } from '../../domain/referral.ts'
import type { AppointmentStatus } from '../../domain/status.ts'
import type { Trx } from '../connect.ts'

export interface ResourceRow {
  readonly id: string
  readonly kind: 'therapist' | 'room'
  readonly name: string
  readonly active: boolean
  readonly position: number
  readonly version: number
  readonly title: string | null
  readonly specialties: readonly string[]
  readonly capacity: number
  readonly weeklyHours: readonly WeeklyHours[]
}

export interface ClientRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly zone: string | null
  readonly referralStatus: ReferralStatus
  readonly firstSessionAt: Instant | null
  readonly active: boolean
  readonly version: number
}

export interface AppointmentTypeRow {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly minutes: number
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly hue: number
  readonly needsRoom: boolean
  readonly priceCents: number | null
  readonly cptCode: string | null
  readonly position: number
  readonly active: boolean
  readonly version: number
}

export interface CancellationRow {
  readonly reason: string
  readonly note: string | null
  readonly cancelledAt: Instant
  readonly cancelledBy: string
}

/** An appointment as the table has it, instants as numbers. */
export interface AppointmentRow {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly clientId: string
  readonly therapistId: string
  readonly roomId: string | null
  readonly typeId: string
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly lane: number
  readonly notes: string | null
  readonly confirmedAt: Instant | null
  readonly cancellation: CancellationRow | null
  readonly overriddenRules: readonly BookingProblemCode[]
  readonly overrideReason: string | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** An appointment with everything it names. */
export interface Appointment extends AppointmentRow {
  readonly client: ClientRow
  readonly therapist: ResourceRow
  readonly room: ResourceRow | null
  readonly type: AppointmentTypeRow
}

export interface TimeOffRow {
  readonly id: string
  readonly version: number
  readonly resourceId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly reason: string
  readonly note: string | null
  readonly status: string
}

/** Part of the book as it stood at one moment: everything here comes from one statement, hence one snapshot. */
export interface Book {
  /** The number of the last change the snapshot contains. */
  readonly head: number
  readonly zone: string
  readonly appointments: readonly Appointment[]
  readonly timeOff: readonly TimeOffRow[]
  readonly resources: readonly ResourceRow[]
}

/** Milliseconds since 1970 of a timestamptz column. */
export const ms = (column: string) => sql.raw(`(date_part('epoch', ${column}) * 1000)::bigint`)

export const resourceJson = sql.raw(`json_build_object(
  'id', r.id, 'kind', r.kind, 'name', r.name, 'active', r.archived_at is null, 'position', r.position,
  'version', r.version, 'title', t.title, 'specialties', coalesce(to_json(t.specialties), '[]'::json),
  'capacity', coalesce(m.capacity, 0),
  'weeklyHours', coalesce((select json_agg(json_build_object('weekday', h.weekday,
      'startTime', to_char(h.start_time, 'HH24:MI'), 'endTime', case when h.end_time = '24:00' then '24:00' else to_char(h.end_time, 'HH24:MI') end)
      order by h.weekday, h.start_time)
    from weekly_hours h where h.clinic_id = r.clinic_id and h.resource_id = r.id), '[]'::json))`)

export const resourceTables = sql.raw(`resources r
  left join therapists t on t.clinic_id = r.clinic_id and t.id = r.id
  left join rooms m on m.clinic_id = r.clinic_id and m.id = r.id`)

export const clientJson = sql.raw(`json_build_object(
  'id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'zone', c.zone, 'referralStatus', c.referral_status,
  'firstSessionAt', (date_part('epoch', c.first_session_at) * 1000)::bigint, 'active', c.archived_at is null,
  'version', c.version)`)

export const typeJson = sql.raw(`json_build_object(
  'id', y.id, 'name', y.name, 'category', y.category, 'minutes', y.minutes,
  'bufferBeforeMinutes', y.buffer_before_minutes, 'bufferAfterMinutes', y.buffer_after_minutes, 'hue', y.hue,
  'needsRoom', y.needs_room, 'priceCents', y.price_cents, 'cptCode', y.cpt_code, 'position', y.position,
  'active', y.archived_at is null, 'version', y.version)`)

const cancellationJson = `(select json_build_object('reason', x.reason, 'note', x.note,
    'cancelledAt', (date_part('epoch', x.cancelled_at) * 1000)::bigint, 'cancelledBy', x.cancelled_by)
  from cancellations x where x.clinic_id = a.clinic_id and x.appointment_id = a.id)`

export const appointmentJson = sql.raw(`json_build_object(
  'id', a.id, 'version', a.version, 'status', a.status,
  'startsAt', (date_part('epoch', a.starts_at) * 1000)::bigint, 'endsAt', (date_part('epoch', a.ends_at) * 1000)::bigint,
  'clientId', a.client_id, 'therapistId', a.therapist_id, 'roomId', a.room_id, 'typeId', a.type_id,
  'bufferBeforeMinutes', a.buffer_before_minutes, 'bufferAfterMinutes', a.buffer_after_minutes, 'lane', a.lane,
  'notes', a.notes, 'confirmedAt', (date_part('epoch', a.confirmed_at) * 1000)::bigint,
  'cancellation', case when a.status = 'cancelled' then ${cancellationJson} end,
  'overriddenRules', to_json(a.overridden_rules), 'overrideReason', a.override_reason,
  'createdAt', (date_part('epoch', a.created_at) * 1000)::bigint,
  'updatedAt', (date_part('epoch', a.updated_at) * 1000)::bigint)`)

const timeOffJson = sql.raw(`json_build_object('id', o.id, 'version', o.version, 'resourceId', o.resource_id,
  'startsAt', (date_part('epoch', o.starts_at) * 1000)::bigint, 'endsAt', (date_part('epoch', o.ends_at) * 1000)::bigint,
  'reason', o.reason, 'note', o.note, 'status', o.status)`)

interface BookJson {
  head: number
  zone: string
  appointments: AppointmentRow[]
  clients: ClientRow[]
  types: AppointmentTypeRow[]
  resources: ResourceRow[]
  timeOff: TimeOffRow[]
}

/**
 * What stands in the book within the window, cancelled appointments aside; only what takes one of the resources when
 * `resourceIds` is given.
 */
export async function readBookWindow(
  trx: Trx,
  clinicId: string,
  window: Interval,
  resourceIds?: readonly string[],
): Promise<Book> {
  const from = new Date(window.start)
  const to = new Date(window.end)
  const ids = resourceIds ?? null
  const { rows } = await sql<{ book: BookJson }>`
    with shown as materialized (
      select a.* from appointments a
      where a.clinic_id = ${clinicId} and a.starts_at < ${to} and a.starts_at > ${from}::timestamptz - interval '24 hours'
        and a.ends_at > ${from} and a.status not in ('cancelled', 'entered_in_error')
        and (${ids}::uuid[] is null or a.therapist_id = any(${ids}::uuid[]) or a.room_id = any(${ids}::uuid[]))
    )
    select json_build_object(
      'head', (select change_seq from log_heads where clinic_id = ${clinicId}),
      'zone', (select zone from clinics where id = ${clinicId}),
      'appointments', (select coalesce(json_agg(${appointmentJson} order by a.starts_at, a.id), '[]') from shown a),
      'clients', (select coalesce(json_agg(${clientJson}), '[]') from clients c
        where c.clinic_id = ${clinicId} and c.id in (select client_id from shown)),
      'types', (select coalesce(json_agg(${typeJson}), '[]') from appointment_types y where y.clinic_id = ${clinicId}),
      'resources', (select coalesce(json_agg(${resourceJson} order by r.kind desc, r.position, r.name), '[]')
        from ${resourceTables} where r.clinic_id = ${clinicId}),
      'timeOff', (select coalesce(json_agg(${timeOffJson} order by o.starts_at, o.id), '[]') from time_off o
        where o.clinic_id = ${clinicId} and o.status = 'approved' and o.starts_at < ${to} and o.ends_at > ${from}
          and (${ids}::uuid[] is null or o.resource_id = any(${ids}::uuid[])))
    ) as book`.execute(trx)
  return assemble(rows[0]!.book)
}

/** Those appointments, whatever their status, in the order of the ids; ids that are not there are left out. */
export async function listAppointments(trx: Trx, clinicId: string, ids: readonly string[]): Promise<Appointment[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ book: BookJson }>`
    with shown as materialized (
      select a.* from appointments a where a.clinic_id = ${clinicId} and a.id = any(${ids}::uuid[])
    )
    select json_build_object(
      'appointments', (select coalesce(json_agg(${appointmentJson}), '[]') from shown a),
      'clients', (select coalesce(json_agg(${clientJson}), '[]') from clients c
        where c.clinic_id = ${clinicId} and c.id in (select client_id from shown)),
      'types', (select coalesce(json_agg(${typeJson}), '[]') from appointment_types y
        where y.clinic_id = ${clinicId} and y.id in (select type_id from shown)),
      'resources', (select coalesce(json_agg(${resourceJson}), '[]') from ${resourceTables} where r.clinic_id = ${clinicId}
        and r.id in (select therapist_id from shown union all select room_id from shown)),
      'timeOff', '[]'::json
    ) as book`.execute(trx)
  const byId = new Map(assemble(rows[0]!.book).appointments.map((each) => [each.id, each]))
  return ids.map((id) => byId.get(id)).filter((each) => each !== undefined)
}

export async function findAppointment(trx: Trx, clinicId: string, id: string): Promise<Appointment | undefined> {
  const [appointment] = await listAppointments(trx, clinicId, [id])
  return appointment
}

export async function listTimeOff(trx: Trx, clinicId: string, ids: readonly string[]): Promise<TimeOffRow[]> {
  const { rows } = await sql<{ row: TimeOffRow }>`
    select ${timeOffJson} as row from time_off o where o.clinic_id = ${clinicId} and o.id = any(${ids}::uuid[])
  `.execute(trx)
  return rows.map((each) => each.row)
}

function assemble(json: BookJson): Book {
  const clients = new Map(json.clients.map((each) => [each.id, each]))
  const types = new Map(json.types.map((each) => [each.id, each]))
  const resources = new Map(json.resources.map((each) => [each.id, each]))
  const appointments = json.appointments.map(
    (row): Appointment => ({
      ...row,
      client: clients.get(row.clientId)!,
      therapist: resources.get(row.therapistId)!,
      room: row.roomId === null ? null : resources.get(row.roomId)!,
      type: types.get(row.typeId)!,
    }),
  )
  return { head: json.head, zone: json.zone, appointments, timeOff: json.timeOff, resources: json.resources }
}
