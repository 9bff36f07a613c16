import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { EventFilling } from '../../domain/place-offer.ts'
import type { Admitting } from '../../domain/registration.ts'
import type { Trx } from '../connect.ts'
import type { Place } from './log.ts'

/** Where places are counted: in a session, or in an event that is registered for as a whole. */
export interface Counted {
  readonly eventId: string
  /** Null for the event as a whole. */
  readonly sessionId: string | null
}

/** How many wait for a place in the event or in any of its sessions. */
export async function countWaitlisted(trx: Trx, clinicId: string, eventId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from registrations
    where clinic_id = ${clinicId} and event_id = ${eventId} and status = 'waitlisted'`.execute(trx)
  return rows[0]!.count
}

/** How many wait for a place in each of the sessions, or in its event where that is registered for as a whole. */
export async function countWaitlistedOf(
  trx: Trx,
  clinicId: string,
  sessionIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select s.id, count(*) as count from sessions s
      join registrations g on g.clinic_id = s.clinic_id and g.event_id = s.event_id
        and (g.session_id = s.id or g.session_id is null)
    where s.clinic_id = ${clinicId} and s.id = any(${sessionIds}::uuid[]) and g.status = 'waitlisted'
    group by s.id`.execute(trx)
  return new Map(rows.map((each) => [each.id, each.count]))
}

/** Nobody else counts places there before this transaction ends. Whoever changes the event waits too. */
export async function lockCounted(
  trx: Trx,
  clinicId: string,
  counted: Counted | { readonly sessionId: string },
): Promise<void> {
  const { sessionId } = counted
  const eventId = 'eventId' in counted ? counted.eventId : null
  await (sessionId
    ? sql`select from sessions where clinic_id = ${clinicId} and id = ${sessionId} for no key update`
    : sql`select from events where clinic_id = ${clinicId} and id = ${eventId} for no key update`
  ).execute(trx)
}

/** How one registers for the event, and the only session of it that lies ahead, if it is the only one. */
export async function findRegistering(
  trx: Trx,
  clinicId: string,
  eventId: string,
  now: Instant,
): Promise<{ registersFor: 'session' | 'event'; facilitatorIds: string[]; onlySessionId: string | null } | undefined> {
  const { rows } = await sql<{
    registersFor: 'session' | 'event'
    facilitatorIds: string[]
    onlySessionId: string | null
  }>`
    select v.registers_for as "registersFor",
      array(select f.therapist_id from facilitators f where f.clinic_id = v.clinic_id and f.event_id = v.id)
        as "facilitatorIds",
      (select case when count(*) = 1 then (array_agg(s.id))[1] end from sessions s
        where s.clinic_id = v.clinic_id and s.event_id = v.id and s.ends_at > ${new Date(now)}) as "onlySessionId"
    from events v where v.clinic_id = ${clinicId} and v.id = ${eventId}`.execute(trx)
  return rows[0]
}

/** How places of the event that are freed go to its line. */
export async function getFilling(trx: Trx, clinicId: string, eventId: string): Promise<EventFilling> {
  const { rows } = await sql<{ filling: EventFilling }>`
    select filling from events where clinic_id = ${clinicId} and id = ${eventId}`.execute(trx)
  return rows[0]!.filling
}

/** Where in the event somebody waits whom no offer has passed over. */
export async function listAwaited(trx: Trx, clinicId: string, eventId: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select distinct event_id as "eventId", session_id as "sessionId" from registrations
    where clinic_id = ${clinicId} and event_id = ${eventId} and status = 'waitlisted' and passed_at is null
    order by session_id`.execute(trx)
  return rows
}

/** What somebody wants to be let in to; undefined when it is not there. */
export async function findAdmitting(
  trx: Trx,
  clinicId: string,
  { eventId, sessionId }: Counted,
): Promise<Omit<Admitting, 'isAwaited'> | undefined> {
  const event = sql.raw(`json_build_object('publishStatus', v.publish_status, 'admission', v.admission,
    'registersFor', v.registers_for, 'isOpen', v.is_open) as event`)
  const { rows } = await (sessionId
    ? sql<AdmittingColumns>`
        select coalesce(s.title, v.title) as title, ${event}, s.publish_status, s.status, s.starts_at, s.ends_at, s.capacity,
          s.places_taken
        from sessions s join events v on v.clinic_id = s.clinic_id and v.id = s.event_id
        where s.clinic_id = ${clinicId} and s.id = ${sessionId} and s.event_id = ${eventId}`
    : sql<AdmittingColumns>`
        select v.title, ${event}, v.publish_status, case when l.ends_at is null then 'cancelled' else 'scheduled' end as status,
          coalesce(l.starts_at, v.created_at) as starts_at, coalesce(l.ends_at, v.created_at) as ends_at, v.capacity,
          v.places_taken
        from events v left join lateral (
          select s.starts_at, s.ends_at from sessions s
          where s.clinic_id = v.clinic_id and s.event_id = v.id and s.status <> 'cancelled'
          order by s.ends_at desc limit 1) l on true
        where v.clinic_id = ${clinicId} and v.id = ${eventId}`
  ).execute(trx)
  const [found] = rows
  return (
    found && {
      ...{ title: found.title, event: found.event, publishStatus: found.publish_status, status: found.status },
      ...{ startsAt: found.starts_at.getTime(), endsAt: found.ends_at.getTime() },
      ...{ capacity: found.capacity, placesTaken: found.places_taken },
    }
  )
}

interface AdmittingColumns extends Pick<Admitting, 'title' | 'event' | 'status' | 'capacity'> {
  readonly publish_status: Admitting['publishStatus']
  readonly starts_at: Date
  readonly ends_at: Date
  readonly places_taken: number
}

/** A session whose places are shown otherwise from now on. */
export interface CountedSession {
  readonly id: string
  readonly version: number
  readonly placesTaken: number
  readonly placesVersion: number
  readonly place: Place
}

/** A calendar is read for at most so long: what lies further off is read with its places once somebody looks. */
const SHOWN_AHEAD = 62 * 24 * 60 * 60_000

/**
 * Takes so many places, frees them when negative, or for none says that the line has changed. Answers with the sessions that
 * show it; with nothing where there are not so many places. What is counted must be locked.
 */
export async function countPlaces(
  trx: Trx,
  clinicId: string,
  counted: Counted,
  places: number,
  now: Instant,
): Promise<CountedSession[] | undefined> {
  const { eventId, sessionId } = counted
  if (sessionId) {
    const shown = await showPlaces(
      trx,
      places,
      sql`s.clinic_id = ${clinicId} and s.id = ${sessionId} and (s.capacity is null or s.places_taken + ${places}::int <= s.capacity)`,
    )
    return shown.length > 0 ? shown : undefined
  }
  const { rows } = await sql`
    update events set places_taken = places_taken + ${places}::int
    where clinic_id = ${clinicId} and id = ${eventId} and (capacity is null or places_taken + ${places}::int <= capacity)
    returning id`.execute(trx)
  if (rows.length === 0) return undefined
  const ahead = sql`s.clinic_id = ${clinicId} and s.event_id = ${eventId} and s.status <> 'cancelled'
    and s.ends_at > ${new Date(now)} and s.starts_at < ${new Date(now + SHOWN_AHEAD)}`
  return showPlaces(trx, 0, ahead)
}

async function showPlaces(trx: Trx, places: number, condition: ReturnType<typeof sql>): Promise<CountedSession[]> {
  const { rows } = await sql<Omit<CountedSession, 'place'> & { starts_at: Date; ends_at: Date; resources: string[] }>`
    update sessions s set places_taken = s.places_taken + ${places}::int, places_version = s.places_version + 1
    where ${condition}
    returning s.id, s.version, s.places_taken as "placesTaken", s.places_version as "placesVersion", s.starts_at, s.ends_at,
      array(select f.therapist_id from session_facilitators f where f.clinic_id = s.clinic_id and f.session_id = s.id)
        || array_remove(array[s.room_id], null) as resources`.execute(trx)
  return rows.map(({ starts_at, ends_at, resources, ...row }) => ({
    ...row,
    place: { startsAt: starts_at.getTime(), endsAt: ends_at.getTime(), resourceIds: resources },
  }))
}
