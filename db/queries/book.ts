import { sql } from 'kysely'
import type { WeeklyHours } from '../../domain/availability.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ConsentChannel, MessageMark } from '../../domain/message.ts'
import type { BookingProblemCode } from '../../domain/problem.ts'
import type { ReferralStatus } from '../../domain/referral.ts'
import type { AppointmentStatus } from '../../domain/status.ts'
import type { TimeOffReason, TimeOffStatus } from '../../domain/time-off.ts'
import type { Trx } from '../connect.ts'
import { appointmentFields, asJson, clientFields, namedResourceFields, typeFields } from './fields.ts'
import type { LocationRow } from './locations.ts'

export interface HoursRow extends WeeklyHours {
  readonly location: LocationRow | null
}

/** A therapist or a room as whatever names one carries it: without the hours it keeps. */
export interface NamedResource {
  readonly id: string
  readonly kind: 'therapist' | 'room'
  readonly name: string
  readonly active: boolean
  readonly position: number
  readonly version: number
  readonly title: string | null
  readonly specialties: readonly string[]
  readonly skills: readonly string[]
  readonly capacity: number
  readonly features: readonly string[]
  readonly locationId: string | null
  readonly location: LocationRow | null
}

export interface ResourceRow extends NamedResource {
  readonly weeklyHours: readonly HoursRow[]
}

export interface ClientRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly zone: string | null
  /** Of ISO 639-1: in which messages are written. */
  readonly language: string
  /** On which channels she lets the clinic write to her. */
  readonly consents: readonly ConsentChannel[]
  /** When STOP came from her number; null when it did not, or START came after it. */
  readonly smsStoppedAt: Instant | null
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
  readonly requiredSkills: readonly string[]
  readonly requiredFeatures: readonly string[]
  readonly minCapacity: number
  readonly dailyLimit: number | null
  readonly online: boolean
  readonly leadMinutes: number
  readonly horizonDays: number
  readonly position: number
  readonly active: boolean
  readonly version: number
}

export interface CancellationRow {
  readonly reason: string
  readonly note: string | null
  readonly cancelledAt: Instant
  readonly cancelledBy: string
  /** With less notice than the clinic asks for. */
  readonly late: boolean
}

/** What a card shows of its messages, with a version of its own: a message sent makes no edit of a desk stale. */
export interface MarkRow extends MessageMark {
  readonly version: number
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
  /** What it is an occurrence of, and the start it was given there: kept when it is moved (RECURRENCE-ID). */
  readonly seriesId: string | null
  readonly originalStartsAt: Instant | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** An appointment with everything it names. */
export interface Appointment extends AppointmentRow {
  readonly mark: MarkRow
  readonly client: ClientRow
  readonly therapist: NamedResource
  readonly room: NamedResource | null
  readonly type: AppointmentTypeRow
}

export interface TimeOffRow {
  readonly id: string
  readonly version: number
  readonly resourceId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly reason: TimeOffReason
  readonly note: string | null
  readonly status: TimeOffStatus
  readonly coverTherapistId: string | null
  readonly requestedBy: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly decisionNote: string | null
}

export const resourceTables = sql.raw(`resources r
  left join therapists t on t.clinic_id = r.clinic_id and t.id = r.id
  left join rooms m on m.clinic_id = r.clinic_id and m.id = r.id`)

interface AppointmentsJson {
  appointments: (AppointmentRow & Pick<Appointment, 'mark'>)[]
  clients: ClientRow[]
  types: AppointmentTypeRow[]
  resources: NamedResource[]
}

/** Those appointments, whatever their status, in the order of the ids; ids that are not there are left out. */
export async function listAppointments(trx: Trx, clinicId: string, ids: readonly string[]): Promise<Appointment[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ book: AppointmentsJson }>`
    with shown as materialized (
      select a.* from appointments a where a.clinic_id = ${clinicId} and a.id = any(${ids}::uuid[])
    )
    select json_build_object(
      'appointments', (select coalesce(json_agg(${asJson(appointmentFields)}), '[]') from shown a),
      'clients', (select coalesce(json_agg(${asJson(clientFields)}), '[]') from clients c
        where c.clinic_id = ${clinicId} and c.id in (select client_id from shown)),
      'types', (select coalesce(json_agg(${asJson(typeFields)}), '[]') from appointment_types y
        where y.clinic_id = ${clinicId} and y.id in (select type_id from shown)),
      'resources', (select coalesce(json_agg(${asJson(namedResourceFields)}), '[]') from ${resourceTables} where r.clinic_id = ${clinicId}
        and r.id in (select therapist_id from shown union all select room_id from shown))
    ) as book`.execute(trx)
  const byId = new Map(assemble(rows[0]!.book).map((each) => [each.id, each]))
  return ids.map((id) => byId.get(id)).filter((each) => each !== undefined)
}

export async function findAppointment(trx: Trx, clinicId: string, id: string): Promise<Appointment | undefined> {
  const [appointment] = await listAppointments(trx, clinicId, [id])
  return appointment
}

function assemble(found: AppointmentsJson): Appointment[] {
  const clients = new Map(found.clients.map((each) => [each.id, each]))
  const types = new Map(found.types.map((each) => [each.id, each]))
  const resources = new Map(found.resources.map((each) => [each.id, each]))
  return found.appointments.map((row) => ({
    ...row,
    client: clients.get(row.clientId)!,
    therapist: resources.get(row.therapistId)!,
    room: row.roomId === null ? null : resources.get(row.roomId)!,
    type: types.get(row.typeId)!,
  }))
}
