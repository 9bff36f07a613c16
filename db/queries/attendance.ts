import { sql } from 'kysely'
import type { AttendanceStatus } from '../../domain/attendance.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** Whether somebody came to a session, and what it costs her. */
export interface AttendanceRow {
  readonly id: string
  readonly version: number
  readonly sessionId: string
  readonly registrationId: string | null
  readonly memberId: string | null
  readonly status: AttendanceStatus
  readonly chargeCents: number
  readonly notedBy: string
  readonly notedAt: Instant
}

/** Attendance is q. */
const attendanceFields = {
  id: 'q.id',
  version: 'q.version',
  sessionId: 'q.session_id',
  registrationId: 'q.registration_id',
  memberId: 'q.member_id',
  status: 'q.status',
  chargeCents: 'q.charge_cents',
  notedBy: 'q.noted_by',
  notedAt: milliseconds('q.noted_at'),
}

/** Who is expected at a session. */
export interface RosterRow {
  readonly sessionId: string
  readonly registrationId: string | null
  readonly memberId: string | null
  readonly clientId: string | null
  readonly name: string
  readonly places: number
}

/**
 * Those who have a place in the sessions, or are active members of their groups, and those of whom it was noted whether they
 * came; by name.
 */
export async function listRosters(trx: Trx, clinicId: string, sessionIds: readonly string[]): Promise<RosterRow[]> {
  const { rows } = await sql<RosterRow>`
    select s.id as "sessionId", g.id as "registrationId", null::uuid as "memberId", g.client_id as "clientId", g.name,
      g.places
    from sessions s join registrations g on g.clinic_id = s.clinic_id and g.event_id = s.event_id
      and (g.session_id = s.id or g.session_id is null)
    where s.clinic_id = ${clinicId} and s.id = any(${sessionIds}::uuid[]) and (g.status = 'registered' or exists (
      select from attendance q where q.clinic_id = s.clinic_id and q.session_id = s.id and q.registration_id = g.id))
    union all
    select s.id, null, w.id, w.client_id, c.name, 1
    from sessions s join group_members w on w.clinic_id = s.clinic_id and w.event_id = s.event_id
      join clients c on c.clinic_id = w.clinic_id and c.id = w.client_id
    where s.clinic_id = ${clinicId} and s.id = any(${sessionIds}::uuid[]) and (w.status = 'active' or exists (
      select from attendance q where q.clinic_id = s.clinic_id and q.session_id = s.id and q.member_id = w.id))
    order by "sessionId", name, "registrationId", "memberId"`.execute(trx)
  return rows
}

/** What was noted of those sessions. */
export async function listAttendanceOf(
  trx: Trx,
  clinicId: string,
  sessionIds: readonly string[],
): Promise<AttendanceRow[]> {
  const { rows } = await sql<AttendanceRow>`
    select ${asColumns(attendanceFields)} from attendance q
    where q.clinic_id = ${clinicId} and q.session_id = any(${sessionIds}::uuid[]) order by q.noted_at, q.id`.execute(
    trx,
  )
  return rows
}

/** What was noted of those members, by when the sessions were. */
export async function listAttendanceOfMembers(
  trx: Trx,
  clinicId: string,
  memberIds: readonly string[],
): Promise<AttendanceRow[]> {
  const { rows } = await sql<AttendanceRow>`
    select ${asColumns(attendanceFields)} from attendance q
      join sessions s on s.clinic_id = q.clinic_id and s.id = q.session_id
    where q.clinic_id = ${clinicId} and q.member_id = any(${memberIds}::uuid[]) order by s.starts_at, q.id`.execute(trx)
  return rows
}

/** Takes back what was noted of those people, registrations or members, at the session. */
export async function forgetAttendance(
  trx: Trx,
  clinicId: string,
  sessionId: string,
  people: readonly string[],
): Promise<AttendanceRow[]> {
  if (people.length === 0) return []
  const { rows } = await sql<AttendanceRow>`
    delete from attendance q where q.clinic_id = ${clinicId} and q.session_id = ${sessionId}
      and coalesce(q.registration_id, q.member_id) = any(${people}::uuid[])
    returning ${asColumns(attendanceFields)}`.execute(trx)
  return rows
}

export type NotedAttendance = Omit<AttendanceRow, 'version'>

/** Notes whether each came; what was noted of the same person before is replaced. Each person once. */
export async function noteAttendance(
  trx: Trx,
  clinicId: string,
  noted: readonly NotedAttendance[],
): Promise<AttendanceRow[]> {
  const rows = noted.map((each) => ({
    ...{ id: each.id, session_id: each.sessionId, registration_id: each.registrationId, member_id: each.memberId },
    ...{
      status: each.status,
      charge_cents: each.chargeCents,
      noted_by: each.notedBy,
      noted_at: new Date(each.notedAt),
    },
  }))
  const { rows: kept } = await sql<AttendanceRow>`
    insert into attendance as q (clinic_id, id, session_id, registration_id, member_id, status, charge_cents, noted_by,
      noted_at)
    select ${clinicId}, n.id, n.session_id, n.registration_id, n.member_id, n.status, n.charge_cents, n.noted_by, n.noted_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, session_id uuid, registration_id uuid,
      member_id uuid, status text, charge_cents int, noted_by text, noted_at timestamptz)
    on conflict on constraint attendance_once do update set status = excluded.status,
      charge_cents = excluded.charge_cents, noted_by = excluded.noted_by, noted_at = excluded.noted_at,
      version = q.version + 1
    returning ${asColumns(attendanceFields)}`.execute(trx)
  return kept
}
