import { type RawBuilder, sql } from 'kysely'
import type { EventAdmission, EventKind, RegistersFor } from '../../domain/event.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { PublicSession, PublicTag } from '../../domain/public-page.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'
import type { ImageRow } from './images.ts'

type ShownImage = Omit<ImageRow, 'mediaType'>

/** An event of the public list with one of its sessions. */
export interface ShownEvent extends PublicSession {
  readonly kind: EventKind
  readonly tags: readonly string[]
  /** The beginning of it, in Markdown. */
  readonly description: string
  readonly image: ShownImage | null
  /** How many more sessions there are on that side of now. */
  readonly further: number
}

/** Events are v, sessions n. */
const sessionFields = {
  id: 'n.id',
  slug: `(select g.slug from event_slugs g where g.clinic_id = v.clinic_id and g.event_id = v.id and g.is_current)`,
  title: 'coalesce(n.title, v.title)',
  startsAt: milliseconds('n.starts_at'),
  endsAt: milliseconds('n.ends_at'),
  originalStartsAt: milliseconds('n.original_starts_at'),
  zone: 'v.zone',
  status: 'n.status',
  note: 'n.cancellation_note',
  placeName: `nullif(concat_ws(', ', location.name, place.name), '')`,
  address: 'location.address',
  isOnline: 'n.online_url is not null',
  placesLeft: `case when v.registers_for = 'event' then greatest(v.capacity - v.places_taken, 0) when n.capacity is not null
    then greatest(n.capacity - n.places_taken, 0) end`,
  isOpen: 'v.is_open',
  admission: 'v.admission',
  isDraft: `n.publish_status = 'draft' or v.publish_status = 'draft'`,
}

const placeOfSession = sql`left join resources place on place.clinic_id = n.clinic_id and place.id = n.room_id
  left join rooms on rooms.clinic_id = place.clinic_id and rooms.id = place.id
  left join locations location on location.clinic_id = rooms.clinic_id and location.id = rooms.location_id`

const imageOfEvent = `(select json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'alt', i.alt)
  from images i where i.clinic_id = v.clinic_id and i.id = v.image_id)`

const listFields = {
  ...sessionFields,
  ...{ kind: 'v.kind', tags: 'to_json(v.tags)', description: 'left(v.description, 800)', image: imageOfEvent },
  further: 'n.how_many - 1',
}

export interface PublicSearch {
  readonly tag: string | null
  readonly now: Instant
  readonly limit: number
  readonly offset: number
}

/** What is published and still to come, each event with its next session: the soonest first, a cancelled one at need. */
export async function listEventsAhead(trx: Trx, clinicId: string, search: PublicSearch): Promise<ShownEvent[]> {
  const { limit, now, offset, tag } = search
  const isAhead = sql`s.publish_status = 'published' and s.ends_at > ${new Date(now)}
    and s.starts_at > ${new Date(now)}::timestamptz - interval '24 hours'`
  const { rows } = await sql<ShownEvent>`
    select ${asColumns(listFields)} from (
      select v.clinic_id, v.id as event_id, next.id as session_id from events v
      cross join lateral (
        (select s.id, s.starts_at from sessions s
          where s.clinic_id = v.clinic_id and s.event_id = v.id and ${isAhead} and s.status <> 'cancelled'
          order by s.starts_at limit 1)
        union all
        (select s.id, s.starts_at from sessions s
          where s.clinic_id = v.clinic_id and s.event_id = v.id and ${isAhead} and s.status = 'cancelled'
          order by s.starts_at limit 1)
        limit 1) next
      where v.clinic_id = ${clinicId} and v.publish_status = 'published' and (${tag}::text is null or ${tag} = any(v.tags))
      order by next.starts_at, v.id limit ${limit} offset ${offset}) listed
    join events v on v.clinic_id = listed.clinic_id and v.id = listed.event_id
    cross join lateral (
      select n.*, (select count(*) from sessions s
        where s.clinic_id = n.clinic_id and s.event_id = n.event_id and ${isAhead}) as how_many
      from sessions n where n.clinic_id = listed.clinic_id and n.id = listed.session_id) n
    ${placeOfSession}
    order by n.starts_at, v.id`.execute(trx)
  return rows
}

/** What is published and over, each event with its last session: the latest first. */
export async function listEventsPast(trx: Trx, clinicId: string, search: PublicSearch): Promise<ShownEvent[]> {
  const { limit, now, offset, tag } = search
  const { rows } = await sql<ShownEvent>`
    select ${asColumns(listFields)} from events v
    cross join lateral (
      select s.*, count(*) over () as how_many from sessions s
      where s.clinic_id = v.clinic_id and s.event_id = v.id and s.publish_status = 'published'
      order by s.starts_at desc limit 1) n
    ${placeOfSession}
    where v.clinic_id = ${clinicId} and v.publish_status = 'published' and (${tag}::text is null or ${tag} = any(v.tags))
      and not exists (select from sessions s where s.clinic_id = v.clinic_id and s.event_id = v.id
        and s.publish_status = 'published' and s.ends_at > ${new Date(now)})
    order by n.starts_at desc, v.id limit ${limit} offset ${offset}`.execute(trx)
  return rows
}

/** The published sessions that begin in the window, cancelled ones too. */
export function listPublicSessions(
  trx: Trx,
  clinicId: string,
  { start, end }: Interval,
  { limit, offset, tag }: Omit<PublicSearch, 'now'>,
): Promise<PublicSession[]> {
  return sessionsWhere(
    trx,
    sql`n.clinic_id = ${clinicId} and n.starts_at >= ${new Date(start)} and n.starts_at < ${new Date(end)}
      and n.publish_status = 'published' and v.publish_status = 'published'
      and (${tag}::text is null or ${tag} = any(v.tags))
      order by n.starts_at, n.id limit ${limit} offset ${offset}`,
  )
}

/** A session of the wall calendar of a month. */
export interface WallSession extends PublicSession {
  /** How many begin on its day. */
  readonly thatDay: number
}

/** Of the published sessions that begin in the window the first of each day, cancelled ones too. */
export async function listWallSessions(
  trx: Trx,
  clinicId: string,
  { start, end }: Interval,
  { mostADay, tag }: { readonly mostADay: number; readonly tag: string | null },
): Promise<WallSession[]> {
  const { rows } = await sql<WallSession>`
    select ${asColumns({ ...sessionFields, thatDay: 'wall.that_day' })} from (
      select s.clinic_id, s.id, row_number() over (partition by day.at order by s.starts_at, s.id) as nth,
        count(*) over (partition by day.at) as that_day
      from sessions s join events e on e.clinic_id = s.clinic_id and e.id = s.event_id
        cross join lateral (select (s.starts_at at time zone e.zone)::date as at) day
      where s.clinic_id = ${clinicId} and s.starts_at >= ${new Date(start)} and s.starts_at < ${new Date(end)}
        and s.publish_status = 'published' and e.publish_status = 'published'
        and (${tag}::text is null or ${tag} = any(e.tags))) wall
    join sessions n on n.clinic_id = wall.clinic_id and n.id = wall.id
    join events v on v.clinic_id = n.clinic_id and v.id = n.event_id ${placeOfSession}
    where wall.nth <= ${mostADay} order by n.starts_at, n.id`.execute(trx)
  return rows
}

/** The next sessions of the event, and when nothing is to come its last. */
export async function listSessionsForPage(
  trx: Trx,
  clinicId: string,
  eventId: string,
  { limit, now, withDrafts }: { readonly limit: number; readonly now: Instant; readonly withDrafts: boolean },
): Promise<PublicSession[]> {
  const shown = sql`n.clinic_id = ${clinicId} and n.event_id = ${eventId}
    and (${withDrafts}::boolean or n.publish_status = 'published')`
  const ahead = await sessionsWhere(
    trx,
    sql`${shown} and n.ends_at > ${new Date(now)} order by n.starts_at limit ${limit}`,
  )
  return ahead.length > 0 ? ahead : sessionsWhere(trx, sql`${shown} order by n.starts_at desc limit 1`)
}

async function sessionsWhere(trx: Trx, condition: RawBuilder<unknown>): Promise<PublicSession[]> {
  const { rows } = await sql<PublicSession>`
    select ${asColumns(sessionFields)} from sessions n
    join events v on v.clinic_id = n.clinic_id and v.id = n.event_id ${placeOfSession}
    where ${condition}`.execute(trx)
  return rows
}

/** What an event's own page says of it. */
export interface PublicEvent {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly kind: EventKind
  readonly description: string
  readonly tags: readonly string[]
  readonly publishStatus: 'draft' | 'published' | 'archived'
  readonly admission: EventAdmission
  readonly registersFor: RegistersFor
  readonly isOpen: boolean
  readonly priceCents: number | null
  readonly image: ShownImage | null
  readonly facilitators: readonly { readonly name: string; readonly title: string | null }[]
}

const eventFields = asColumns({
  ...{ id: 'v.id', slug: sessionFields.slug, title: 'v.title', kind: 'v.kind', description: 'v.description' },
  ...{ tags: 'to_json(v.tags)', publishStatus: 'v.publish_status', admission: 'v.admission' },
  ...{ registersFor: 'v.registers_for', isOpen: 'v.is_open', priceCents: 'v.price_cents', image: imageOfEvent },
  facilitators: `(select coalesce(json_agg(json_build_object('name', r.name, 'title', t.title) order by f.position), '[]')
    from facilitators f join resources r on r.clinic_id = f.clinic_id and r.id = f.therapist_id
    join therapists t on t.clinic_id = r.clinic_id and t.id = r.id
    where f.clinic_id = v.clinic_id and f.event_id = v.id)`,
})

/** The event of a slug that it has or had. */
export async function findPublicEvent(trx: Trx, clinicId: string, slug: string): Promise<PublicEvent | undefined> {
  const { rows } = await sql<PublicEvent>`
    select ${eventFields} from event_slugs s join events v on v.clinic_id = s.clinic_id and v.id = s.event_id
    where s.clinic_id = ${clinicId} and s.slug = ${slug}`.execute(trx)
  return rows[0]
}

/** The tags of what is published, those of most events first. */
export async function listPublicTags(trx: Trx, clinicId: string): Promise<PublicTag[]> {
  const { rows } = await sql<PublicTag>`
    select tag, count(*) as count from events v, unnest(v.tags) as tag
    where v.clinic_id = ${clinicId} and v.publish_status = 'published'
    group by tag order by count(*) desc, tag limit 24`.execute(trx)
  return rows
}

/** Every published event's slug, and when it or one of its sessions was changed last. */
export async function listPublicSlugs(
  trx: Trx,
  clinicId: string,
  limit: number,
): Promise<{ slug: string; updatedAt: Instant }[]> {
  const updatedAt = milliseconds(`greatest(v.updated_at, (select max(n.updated_at) from sessions n
    where n.clinic_id = v.clinic_id and n.event_id = v.id))`)
  const { rows } = await sql<{ slug: string; updatedAt: Instant }>`
    select ${asColumns({ slug: sessionFields.slug, updatedAt })} from events v
    where v.clinic_id = ${clinicId} and v.publish_status = 'published' order by v.id desc limit ${limit}`.execute(trx)
  return rows
}
