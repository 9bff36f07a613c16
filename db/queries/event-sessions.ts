import { type RawBuilder, sql } from 'kysely'
import type { SessionStatus } from '../../domain/event.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { BookingProblemCode } from '../../domain/problem.ts'
import type { Trx } from '../connect.ts'
import { type NamedResource, resourceTables } from './book.ts'
import { type EventRow, listEvents } from './events.ts'
import { asColumns, milliseconds, namedResourceFields } from './fields.ts'

/** What takes place of an event on one day, as the table has it; those who run it with it. */
export interface SessionRow {
  readonly id: string
  readonly version: number
  readonly eventId: string
  /** The start that the event's rule gave it: kept when it is moved (RECURRENCE-ID). */
  readonly originalStartsAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Null where it is called like its event. */
  readonly ownTitle: string | null
  readonly facilitatorIds: readonly string[]
  readonly roomId: string | null
  readonly onlineUrl: string | null
  readonly capacity: number | null
  readonly placesTaken: number
  readonly placesVersion: number
  readonly publishStatus: 'draft' | 'published'
  readonly status: SessionStatus
  readonly cancellationNote: string | null
  readonly cancelledAt: Instant | null
  readonly lane: number
  readonly overriddenRules: readonly BookingProblemCode[]
  readonly overrideReason: string | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** A session with everything it names. */
export interface Session extends SessionRow {
  readonly event: EventRow
  /** What it is called by itself, or its event. */
  readonly title: string
  readonly facilitators: readonly NamedResource[]
  readonly room: NamedResource | null
}

/** Sessions are n. */
const sessionFields = {
  id: 'n.id',
  version: 'n.version',
  eventId: 'n.event_id',
  originalStartsAt: milliseconds('n.original_starts_at'),
  startsAt: milliseconds('n.starts_at'),
  endsAt: milliseconds('n.ends_at'),
  ownTitle: 'n.title',
  facilitatorIds: `(select coalesce(json_agg(f.therapist_id order by f.position), '[]') from session_facilitators f
    where f.clinic_id = n.clinic_id and f.session_id = n.id)`,
  roomId: 'n.room_id',
  onlineUrl: 'n.online_url',
  capacity: 'n.capacity',
  placesTaken: 'n.places_taken',
  placesVersion: 'n.places_version',
  publishStatus: 'n.publish_status',
  status: 'n.status',
  cancellationNote: 'n.cancellation_note',
  cancelledAt: milliseconds('n.cancelled_at'),
  lane: 'n.lane',
  overriddenRules: 'to_json(n.overridden_rules)',
  overrideReason: 'n.override_reason',
  createdAt: milliseconds('n.created_at'),
  updatedAt: milliseconds('n.updated_at'),
}

/** Those sessions, whatever their status, by their start; ids that are not there are left out. */
export async function listSessions(trx: Trx, clinicId: string, ids: readonly string[]): Promise<Session[]> {
  if (ids.length === 0) return []
  return sessionsWhere(trx, clinicId, sql`n.id = any(${ids}::uuid[])`)
}

export async function findSession(trx: Trx, clinicId: string, id: string): Promise<Session | undefined> {
  const [session] = await listSessions(trx, clinicId, [id])
  return session
}

/** Those of the sessions that stand where somebody who runs them, or their room, is away, and nobody said that they should. */
export async function listSessionsOnTimeOff(trx: Trx, clinicId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select n.id from sessions n
    where n.clinic_id = ${clinicId} and n.id = any(${ids}::uuid[]) and n.status <> 'cancelled'
      and not 'ON_TIME_OFF' = any(n.overridden_rules) and exists (
        select from time_off o
        where o.clinic_id = n.clinic_id and o.status = 'approved' and o.starts_at < n.ends_at and o.ends_at > n.starts_at
          and (o.resource_id = n.room_id or o.resource_id in (
            select f.therapist_id from session_facilitators f where f.clinic_id = n.clinic_id and f.session_id = n.id)))`.execute(
    trx,
  )
  return new Set(rows.map((each) => each.id))
}

/** Every session of the event, whatever its status, locked, by its start. The event must be locked. */
export async function lockSessionsOf(trx: Trx, clinicId: string, eventId: string): Promise<Session[]> {
  await sql`
    select from sessions where clinic_id = ${clinicId} and event_id = ${eventId} order by id for no key update`.execute(
    trx,
  )
  return sessionsWhere(trx, clinicId, sql`n.event_id = ${eventId}`)
}

/** What stands in the calendar in the window, by its start; only what takes one of the resources when those are given. */
export async function listSessionsWithin(
  trx: Trx,
  clinicId: string,
  window: Interval,
  resourceIds?: readonly string[],
): Promise<Session[]> {
  const ids = resourceIds ?? null
  return sessionsWhere(
    trx,
    clinicId,
    sql`n.starts_at < ${new Date(window.end)} and n.ends_at > ${new Date(window.start)}
      and n.starts_at > ${new Date(window.start)}::timestamptz - interval '24 hours' and n.status <> 'cancelled'
      and (${ids}::uuid[] is null or n.room_id = any(${ids}::uuid[]) or exists (
        select from session_facilitators f
        where f.clinic_id = n.clinic_id and f.session_id = n.id and f.therapist_id = any(${ids}::uuid[])))`,
  )
}

export async function sessionsWhere(
  trx: Trx,
  clinicId: string,
  condition: RawBuilder<unknown>,
  most?: number,
): Promise<Session[]> {
  const { rows } = await sql<SessionRow>`
    select ${asColumns(sessionFields)} from sessions n where n.clinic_id = ${clinicId} and ${condition}
    order by n.starts_at, n.id limit ${most ?? null}`.execute(trx)
  if (rows.length === 0) return []
  const resourceIds = new Set(rows.flatMap((each) => [...each.facilitatorIds, ...(each.roomId ? [each.roomId] : [])]))
  const [events, resources] = await Promise.all([
    listEvents(trx, clinicId, [...new Set(rows.map((each) => each.eventId))]),
    listResourcesById(trx, clinicId, [...resourceIds]),
  ])
  const eventOf = new Map(events.map((each) => [each.id, each]))
  return rows.map((row) => named(row, eventOf.get(row.eventId)!, resources))
}

/** The session with what it names; all of it must be there. */
export function named(row: SessionRow, event: EventRow, resources: ReadonlyMap<string, NamedResource>): Session {
  return {
    ...row,
    event,
    title: row.ownTitle ?? event.title,
    facilitators: row.facilitatorIds.map((id) => resources.get(id)!),
    room: row.roomId ? resources.get(row.roomId)! : null,
  }
}

export async function listResourcesById(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
): Promise<Map<string, NamedResource>> {
  const { rows } = await sql<NamedResource>`
    select ${asColumns(namedResourceFields)} from ${resourceTables}
    where r.clinic_id = ${clinicId} and r.id = any(${ids}::uuid[])`.execute(trx)
  return new Map(rows.map((each) => [each.id, each]))
}

export interface SessionSearch {
  readonly from: Instant | null
  readonly to: Instant | null
  readonly publicOnly: boolean
  readonly after: { readonly startsAt: Instant; readonly id: string } | undefined
  readonly limit: number
}

/** The sessions of an event by their start, cancelled ones too. */
export function listSessionsOfEvent(
  trx: Trx,
  clinicId: string,
  eventId: string,
  { from, to, publicOnly, after, limit }: SessionSearch,
): Promise<Session[]> {
  const date = (instant: Instant | null) => (instant === null ? null : new Date(instant))
  return sessionsWhere(
    trx,
    clinicId,
    sql`n.event_id = ${eventId} and (${date(from)}::timestamptz is null or n.ends_at > ${date(from)})
      and (${date(to)}::timestamptz is null or n.starts_at < ${date(to)})
      and (not ${publicOnly}::boolean or n.publish_status = 'published')
      and (${after?.id ?? null}::uuid is null
        or (n.starts_at, n.id) > (${date(after?.startsAt ?? null)}::timestamptz, ${after?.id ?? null}::uuid))`,
    limit,
  )
}

/** Of each event the next session that takes place. */
export async function listNextSessions(
  trx: Trx,
  clinicId: string,
  eventIds: readonly string[],
  { now, publicOnly }: { readonly now: Instant; readonly publicOnly: boolean },
): Promise<Session[]> {
  return sessionsWhere(
    trx,
    clinicId,
    sql`n.id in (
      select distinct on (s.event_id) s.id from sessions s
      where s.clinic_id = ${clinicId} and s.event_id = any(${eventIds}::uuid[]) and s.ends_at > ${new Date(now)}
        and s.status <> 'cancelled' and (not ${publicOnly}::boolean or s.publish_status = 'published')
      order by s.event_id, s.starts_at, s.id)`,
  )
}

/** The starts that the event's rule gave to sessions from then on. */
export async function listOriginals(
  trx: Trx,
  clinicId: string,
  eventId: string,
  since: Instant,
): Promise<Set<Instant>> {
  const { rows } = await sql<{ at: Date }>`
    select original_starts_at as at from sessions
    where clinic_id = ${clinicId} and event_id = ${eventId} and original_starts_at >= ${new Date(since)}`.execute(trx)
  return new Set(rows.map((each) => each.at.getTime()))
}

/** How many sessions that are not over take the therapist's or the room's time. */
export async function countSessionsAhead(
  trx: Trx,
  clinicId: string,
  resourceId: string,
  now: Instant,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from occupancies
    where clinic_id = ${clinicId} and resource_id = ${resourceId} and session_id is not null
      and ends_at > ${new Date(now)}`.execute(trx)
  return rows[0]!.count
}
