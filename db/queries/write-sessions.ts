import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { SessionRow } from './event-sessions.ts'

/** Writes new sessions with those who run them, and the time they take. */
export async function insertSessions(
  trx: Trx,
  clinicId: string,
  sessions: readonly SessionRow[],
  now: Instant,
): Promise<void> {
  if (sessions.length === 0) return
  await Promise.all([
    sql`
      insert into sessions (clinic_id, id, event_id, original_starts_at, starts_at, ends_at, title, room_id, online_url,
        capacity, publish_status, status, lane, overridden_rules, override_reason, created_at, updated_at)
      select ${clinicId}, n.id, n.event_id, n.original_starts_at, n.starts_at, n.ends_at, n.title, n.room_id, n.online_url,
        n.capacity, n.publish_status, n.status, n.lane, n.overridden_rules, n.override_reason, ${new Date(now)},
        ${new Date(now)}
      from ${recordsOf(sessions)}`.execute(trx),
    insertPlaces(trx, clinicId, sessions),
  ])
}

/**
 * Writes the rows as given, each one version on, and the time they take from now on: none when cancelled. The rows must
 * be locked. Places taken are counted elsewhere.
 */
export async function updateSessions(
  trx: Trx,
  clinicId: string,
  sessions: readonly SessionRow[],
  now: Instant,
): Promise<void> {
  if (sessions.length === 0) return
  const ids = sessions.map((each) => each.id)
  await Promise.all([
    sql`
      update sessions s set original_starts_at = n.original_starts_at, starts_at = n.starts_at, ends_at = n.ends_at,
        title = n.title, room_id = n.room_id, online_url = n.online_url, capacity = n.capacity,
        publish_status = n.publish_status, status = n.status, cancellation_note = n.cancellation_note,
        cancelled_at = n.cancelled_at, lane = n.lane, overridden_rules = n.overridden_rules,
        override_reason = n.override_reason, version = s.version + 1, updated_at = ${new Date(now)}
      from ${recordsOf(sessions)} where s.clinic_id = ${clinicId} and s.id = n.id`.execute(trx),
    sql`delete from occupancies where clinic_id = ${clinicId} and session_id = any(${ids}::uuid[])`.execute(trx),
    sql`delete from session_facilitators where clinic_id = ${clinicId} and session_id = any(${ids}::uuid[])`.execute(
      trx,
    ),
    insertPlaces(trx, clinicId, sessions),
  ])
}

/** Removes sessions that nobody has registered for, with the time they take. */
export async function deleteSessions(trx: Trx, clinicId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await Promise.all([
    sql`delete from occupancies where clinic_id = ${clinicId} and session_id = any(${ids}::uuid[])`.execute(trx),
    sql`delete from session_facilitators where clinic_id = ${clinicId} and session_id = any(${ids}::uuid[])`.execute(
      trx,
    ),
    sql`delete from sessions where clinic_id = ${clinicId} and id = any(${ids}::uuid[])`.execute(trx),
  ])
}

/** Who runs the sessions, and the time that each takes of them and of its room, guarded by the exclusion constraint. */
async function insertPlaces(trx: Trx, clinicId: string, sessions: readonly SessionRow[]): Promise<void> {
  const facilitators = sessions.flatMap((each) =>
    each.facilitatorIds.map((id, position) => ({ session_id: each.id, therapist_id: id, position })),
  )
  const taken = sessions.filter(takesTime).flatMap((each) =>
    resourceIdsOf(each).map((id) => ({
      ...{ session_id: each.id, resource_id: id, lane: each.lane },
      ...{ starts_at: new Date(each.startsAt), ends_at: new Date(each.endsAt) },
    })),
  )
  await Promise.all([
    sql`
      insert into session_facilitators (clinic_id, session_id, therapist_id, position)
      select ${clinicId}, f.session_id, f.therapist_id, f.position
      from jsonb_to_recordset(${JSON.stringify(facilitators)}::jsonb)
        as f(session_id uuid, therapist_id uuid, position smallint)`.execute(trx),
    sql`
      insert into occupancies (clinic_id, resource_id, during, lane, kind, session_id, buffer_before_minutes,
        buffer_after_minutes)
      select ${clinicId}, o.resource_id, tstzrange(o.starts_at, o.ends_at, '[)'), o.lane, 'session', o.session_id, 0, 0
      from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb)
        as o(session_id uuid, resource_id uuid, lane smallint, starts_at timestamptz, ends_at timestamptz)`.execute(
      trx,
    ),
  ])
}

/** What the session takes of the book. */
export function resourceIdsOf({ facilitatorIds, roomId }: Pick<SessionRow, 'facilitatorIds' | 'roomId'>): string[] {
  return roomId ? [...facilitatorIds, roomId] : [...facilitatorIds]
}

function takesTime({ status }: SessionRow): boolean {
  return status !== 'cancelled'
}

function recordsOf(sessions: readonly SessionRow[]) {
  const rows = sessions.map((each) => ({
    ...{ id: each.id, event_id: each.eventId, original_starts_at: new Date(each.originalStartsAt) },
    ...{ starts_at: new Date(each.startsAt), ends_at: new Date(each.endsAt), title: each.ownTitle },
    ...{ room_id: each.roomId, online_url: each.onlineUrl, capacity: each.capacity, lane: each.lane },
    ...{ publish_status: each.publishStatus, status: each.status, cancellation_note: each.cancellationNote },
    ...{ cancelled_at: each.cancelledAt === null ? null : new Date(each.cancelledAt) },
    ...{ overridden_rules: each.overriddenRules, override_reason: each.overrideReason },
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, event_id uuid,
    original_starts_at timestamptz, starts_at timestamptz, ends_at timestamptz, title text, room_id uuid, online_url text,
    capacity int, lane smallint, publish_status text, status text, cancellation_note text, cancelled_at timestamptz,
    overridden_rules text[], override_reason text)`
}
