import { type RawBuilder, sql } from 'kysely'
import type { FeedWindow } from '../../domain/feed.ts'
import type { AppointmentOfFeed, EventOfFeed, SessionOfFeed, TimeOffOfFeed } from '../../domain/ics/feed-facts.ts'
import type { Trx } from '../connect.ts'
import type { FeedRow } from './feeds.ts'
import { asColumns, milliseconds } from './fields.ts'

type Whose = Pick<FeedRow, 'kind' | 'resourceId' | 'clientId'>

const dated = (alias: string) => ({
  id: `${alias}.id`,
  createdAt: milliseconds(`${alias}.created_at`),
  updatedAt: milliseconds(`${alias}.updated_at`),
})

const span = (alias: string) => ({
  startsAt: milliseconds(`${alias}.starts_at`),
  endsAt: milliseconds(`${alias}.ends_at`),
})

/** Where the room is, of the resource that goes by `place`. */
const place = `concat_ws(', ', location.name, location.address, place.name)`
const placeOf = (alias: string) =>
  sql.raw(`left join resources place on place.clinic_id = ${alias}.clinic_id and place.id = ${alias}.room_id
    left join rooms on rooms.clinic_id = place.clinic_id and rooms.id = place.id
    left join locations location on location.clinic_id = rooms.clinic_id and location.id = rooms.location_id`)

const appointmentColumns = asColumns({
  ...dated('a'),
  ...span('a'),
  ...{ version: 'a.version', status: 'a.status', client: 'c.name', therapist: 't.name', type: 'y.name', place },
})

/** By their start. Cancelled ones take no time, so that another index leads to them. */
export async function listAppointmentsOfFeed(
  trx: Trx,
  clinicId: string,
  { clientId, kind, resourceId }: Whose,
  window: FeedWindow,
): Promise<AppointmentOfFeed[]> {
  const [from, to] = [new Date(window.start), new Date(window.end)]
  const standing =
    kind === 'client'
      ? sql`select id from appointments where clinic_id = ${clinicId} and client_id = ${clientId}
          and status not in ('cancelled', 'entered_in_error')`
      : sql`select appointment_id from occupancies where clinic_id = ${clinicId} and resource_id = ${resourceId}
          and kind = 'appointment' and starts_at >= ${from}::timestamptz - interval '1 day' and starts_at < ${to}`
  const { rows } = await sql<AppointmentOfFeed>`
    select ${appointmentColumns}
    from (
      select * from appointments where clinic_id = ${clinicId} and id in (${standing})
      union all
      select * from appointments where clinic_id = ${clinicId} and status in ('cancelled', 'entered_in_error')
        and updated_at >= ${new Date(window.cancelledSince)}
        and (client_id = ${clientId} or ${resourceId}::uuid in (therapist_id, room_id))
    ) a
    join clients c on c.clinic_id = a.clinic_id and c.id = a.client_id
    join resources t on t.clinic_id = a.clinic_id and t.id = a.therapist_id
    join appointment_types y on y.clinic_id = a.clinic_id and y.id = a.type_id
    ${placeOf('a')}
    where a.starts_at >= ${from} and a.starts_at < ${to} order by a.starts_at, a.id`.execute(trx)
  return rows
}

export async function listTimeOffOfFeed(
  trx: Trx,
  clinicId: string,
  { resourceId }: Whose,
  window: FeedWindow,
): Promise<TimeOffOfFeed[]> {
  const columns = asColumns({ ...dated('o'), ...span('o'), version: 'o.version' })
  const { rows } = await sql<TimeOffOfFeed>`
    select ${columns} from time_off o where o.clinic_id = ${clinicId} and o.resource_id = ${resourceId}
      and o.status = 'approved' and o.ends_at > ${new Date(window.start)} and o.starts_at < ${new Date(window.end)}
    order by o.starts_at, o.id`.execute(trx)
  return rows
}

const eventColumns = asColumns({
  ...dated('v'),
  ...{ title: 'v.title', description: 'v.description', tags: 'to_json(v.tags)', rrule: 'v.rrule', zone: 'v.zone' },
  ...{ minutes: 'v.minutes', onlineUrl: 'v.online_url', start: milliseconds('v.local_start'), place },
  slug: `(select g.slug from event_slugs g where g.clinic_id = v.clinic_id and g.event_id = v.id and g.is_current)`,
  isDraft: `v.publish_status = 'draft'`,
  sequence: 'v.version + n.versions',
  updatedAt: milliseconds('greatest(v.updated_at, n.updated_at)'),
})

/** Those that take place after the window begins, with all their sessions: what repeats is told from its beginning. */
export async function listEventsOfFeed(
  trx: Trx,
  clinicId: string,
  whose: Whose,
  window: FeedWindow,
): Promise<{ events: EventOfFeed[]; sessions: SessionOfFeed[] }> {
  const { rows: sessions } = await sql<SessionOfFeed>`
    with shown as materialized (
      select s.*, s.publish_status = 'draft' or e.publish_status = 'draft' as is_draft
      from sessions s join events e on e.clinic_id = s.clinic_id and e.id = s.event_id
      where s.clinic_id = ${clinicId} and ${sessionsOf(whose)}
        and (s.status <> 'cancelled' or s.cancelled_at >= ${new Date(window.cancelledSince)}))
    select ${sessionColumns} from shown s ${placeOf('s')}
    where s.event_id in (select event_id from shown where ends_at > ${new Date(window.start)})
    order by s.starts_at, s.id`.execute(trx)
  const ids = [...new Set(sessions.map((each) => each.eventId))]
  const { rows: events } = await sql<EventOfFeed>`
    select ${eventColumns} from events v ${placeOf('v')}
    join lateral (select sum(s.version) as versions, max(s.updated_at) as updated_at from sessions s
      where s.clinic_id = v.clinic_id and s.event_id = v.id) n on true
    where v.clinic_id = ${clinicId} and v.id = any(${ids}::uuid[]) order by v.id`.execute(trx)
  return { events, sessions }
}

const sessionColumns = asColumns({
  ...dated('s'),
  ...span('s'),
  ...{ eventId: 's.event_id', title: 's.title', status: 's.status', onlineUrl: 's.online_url', place },
  originalStartsAt: milliseconds('s.original_starts_at'),
  isDraft: 's.is_draft',
})

/** Sessions are s, their events e. The public and clients see what is published, those who work there what takes their time. */
function sessionsOf({ clientId, kind, resourceId }: Whose): RawBuilder<unknown> {
  const isPublished = sql`s.publish_status = 'published' and e.publish_status = 'published'`
  if (kind === 'events') return isPublished
  if (kind === 'room') return sql`s.room_id = ${resourceId}`
  if (kind === 'therapist')
    return sql`exists (select from session_facilitators f
      where f.clinic_id = s.clinic_id and f.session_id = s.id and f.therapist_id = ${resourceId})`
  return sql`s.publish_status = 'published' and e.publish_status <> 'draft' and (
    exists (select from registrations r where r.clinic_id = s.clinic_id and r.event_id = s.event_id
      and coalesce(r.session_id, s.id) = s.id and r.client_id = ${clientId} and r.status = 'registered')
    or exists (select from group_members m where m.clinic_id = s.clinic_id and m.event_id = s.event_id
      and m.client_id = ${clientId} and m.status = 'active'))`
}
