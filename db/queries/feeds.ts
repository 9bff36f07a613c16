import { type RawBuilder, sql } from 'kysely'
import type { FeedContent, FeedKind, FeedPrivacy } from '../../domain/feed.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Db, Trx } from '../connect.ts'
import { asJson, milliseconds } from './fields.ts'

export interface FeedRow {
  readonly id: string
  readonly version: number
  readonly kind: FeedKind
  /** Whose it is: a therapist or a room. */
  readonly resourceId: string | null
  readonly clientId: string | null
  /** The name of that therapist, room or client; null of the published events. */
  readonly subject: string | null
  readonly name: string
  readonly privacy: FeedPrivacy
  readonly includes: readonly FeedContent[]
  readonly createdBy: string
  /** When a calendar last asked for it, to the minute. */
  readonly pulledAt: Instant | null
  readonly revokedAt: Instant | null
  readonly createdAt: Instant
}

const feedFields = {
  id: 'f.id',
  version: 'f.version',
  kind: 'f.kind',
  resourceId: 'f.resource_id',
  clientId: 'f.client_id',
  subject: `coalesce((select r.name from resources r where r.clinic_id = f.clinic_id and r.id = f.resource_id),
    (select c.name from clients c where c.clinic_id = f.clinic_id and c.id = f.client_id))`,
  name: 'f.name',
  privacy: 'f.privacy',
  includes: 'to_json(f.includes)',
  createdBy: 'f.created_by',
  pulledAt: milliseconds('f.pulled_at'),
  revokedAt: milliseconds('f.revoked_at'),
  createdAt: milliseconds('f.created_at'),
}

/** Those that lead somewhere, by their names; that of the published events first, where it was ever asked for. */
export function listFeeds(trx: Trx, clinicId: string, ofResourceId?: string): Promise<FeedRow[]> {
  return feedsWhere(
    trx,
    sql`f.clinic_id = ${clinicId} and f.revoked_at is null
      and (${ofResourceId ?? null}::uuid is null or f.resource_id = ${ofResourceId ?? null})
      order by f.kind <> 'events', f.name, f.id`,
  )
}

export async function lockFeed(trx: Trx, clinicId: string, id: string): Promise<FeedRow | undefined> {
  const [feed] = await feedsWhere(trx, sql`f.clinic_id = ${clinicId} and f.id = ${id} for no key update`)
  return feed
}

export async function getFeed(trx: Trx, clinicId: string, id: string): Promise<FeedRow> {
  const [feed] = await feedsWhere(trx, sql`f.clinic_id = ${clinicId} and f.id = ${id}`)
  if (!feed) throw new Error('the feed that was asked for is gone')
  return feed
}

async function feedsWhere(trx: Trx, condition: RawBuilder<unknown>): Promise<FeedRow[]> {
  const { rows } = await sql<{ row: FeedRow }>`
    select ${asJson(feedFields)} as row from calendar_feeds f where ${condition}`.execute(trx)
  return rows.map((each) => each.row)
}

export type FeedValues = Pick<FeedRow, 'id' | 'kind' | 'resourceId' | 'clientId' | 'name' | 'privacy' | 'includes'>

export async function insertFeed(
  trx: Trx,
  clinicId: string,
  feed: FeedValues & { readonly tokenHash: Buffer; readonly createdBy: string },
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('calendar_feeds')
    .values({
      ...{ clinic_id: clinicId, id: feed.id, kind: feed.kind, resource_id: feed.resourceId, client_id: feed.clientId },
      ...{ name: feed.name, privacy: feed.privacy, includes: [...feed.includes], token_hash: feed.tokenHash },
      ...{ created_by: feed.createdBy, created_at: new Date(now), updated_at: new Date(now) },
    })
    .execute()
}

/** What the clinic's feed of published events is remembered by: made when it is first asked for. */
export async function insertEventsFeed(trx: Trx, clinicId: string, id: string, now: Instant): Promise<void> {
  await sql`
    insert into calendar_feeds (clinic_id, id, kind, name, privacy, includes, created_by, created_at, updated_at)
    values (${clinicId}, ${id}, 'events', 'Published events', 'full', '{sessions}', 'Daybook', ${new Date(now)}, ${new Date(now)})
    on conflict (clinic_id) where kind = 'events' do nothing`.execute(trx)
}

export async function updateFeedRow(
  trx: Trx,
  clinicId: string,
  { id, includes, name, privacy }: Pick<FeedRow, 'id' | 'name' | 'privacy' | 'includes'>,
  now: Instant,
): Promise<void> {
  await sql`
    update calendar_feeds set name = ${name}, privacy = ${privacy}, includes = ${[...includes]}, version = version + 1,
      updated_at = ${new Date(now)} where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

/** The feed goes by another token from now on; whoever has the one before has nothing. */
export async function updateFeedToken(
  trx: Trx,
  clinicId: string,
  id: string,
  tokenHash: Buffer,
  now: Instant,
): Promise<void> {
  await sql`
    update calendar_feeds set token_hash = ${tokenHash}, pulled_at = null, pulled_seq = null, version = version + 1,
      updated_at = ${new Date(now)} where clinic_id = ${clinicId} and id = ${id}`.execute(trx)
}

export async function revokeFeedAt(trx: Trx, clinicId: string, id: string, now: Instant): Promise<void> {
  await sql`
    update calendar_feeds set revoked_at = ${new Date(now)}, version = version + 1, updated_at = ${new Date(now)}
    where clinic_id = ${clinicId} and id = ${id} and revoked_at is null`.execute(trx)
}

/** How many things of each feed have changed since a calendar last asked for it; those that never were asked for are left out. */
export async function countChangedSincePulled(
  trx: Trx,
  clinicId: string,
  feedIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select f.id, count(distinct c.item_id) as count
    from calendar_feeds f join changes c on c.clinic_id = f.clinic_id and c.seq > f.pulled_seq
    where f.clinic_id = ${clinicId} and f.id = any(${[...feedIds]}::uuid[]) and feed_shows(f, c)
      -- A message sent or a place taken is told in the log too, but changes no time.
      and case c.item_kind
        when 'appointment' then exists (select from appointments a
          where a.clinic_id = c.clinic_id and a.id = c.item_id and a.updated_at > f.pulled_at)
        when 'session' then exists (select from sessions s
          where s.clinic_id = c.clinic_id and s.id = c.item_id and s.updated_at > f.pulled_at)
        else true end
    group by f.id`.execute(trx)
  return new Map(rows.map(({ count, id }) => [id, count]))
}

/** What is known of a feed that is asked for. */
export interface PulledFeed {
  readonly clinicId: string
  readonly feedId: string
  /** The state of the feed and the day that what is written now is written from. */
  readonly contentKey: string
  /** Of what was written last; null when nothing was yet. */
  readonly contentHash: string | null
  readonly contentChangedAt: Date | null
  /** Whether what was written last still stands. */
  readonly isCurrent: boolean
}

/** By its token, or, of published events, by the clinic whose they are: its slug, its Host name or its id. */
export type FeedAsked =
  | { readonly tokenHash: Buffer }
  | { readonly slug: string }
  | { readonly host: string }
  | { readonly clinicId: string }

/** The feed that is asked for; `form` names the way in which feeds are written. One question, whatever the answer. */
export async function pullFeed(db: Db, by: FeedAsked, form: string, now: Instant): Promise<PulledFeed | undefined> {
  const tokenHash = 'tokenHash' in by ? by.tokenHash : null
  const { rows } = await sql<PulledFeed>`
    select clinic_id as "clinicId", feed_id as "feedId", content_key as "contentKey", content_hash as "contentHash",
      content_changed_at as "contentChangedAt", is_current as "isCurrent"
    from auth.pull_feed(${tokenHash}, ${clinicOf(by)}, ${form}, ${new Date(now)})`.execute(db)
  return rows[0]
}

/** The only clinic there is has every Host name that is no other's. */
function clinicOf(by: FeedAsked): RawBuilder<unknown> {
  if ('slug' in by) return sql`auth.clinic_of_slug(${by.slug})`
  if ('host' in by)
    return sql`coalesce(auth.clinic_of_host(${by.host.toLowerCase()}),
      (select min(clinic_id::text)::uuid from auth.clinic_ids having count(*) = 1))`
  return sql`${'clinicId' in by ? by.clinicId : null}::uuid`
}

export interface FeedContentState {
  readonly feedId: string
  readonly key: string
  /** The number of the last change it contains. */
  readonly seq: number
  readonly hash: string
}

/**
 * Remembers what was written, unless something later was. What differs from what was written before has changed a second
 * later at least: calendars ask by whole seconds.
 */
export async function noteFeedContent(
  trx: Trx,
  clinicId: string,
  { feedId, hash, key, seq }: FeedContentState,
  now: Instant,
): Promise<Date> {
  await sql`set local synchronous_commit = off`.execute(trx)
  const { rows } = await sql<{ changed_at: Date }>`
    update calendar_feeds set content_key = ${key}, content_seq = ${seq}, content_hash = ${hash},
      content_changed_at = case when content_hash = ${hash} then content_changed_at else greatest(
        date_trunc('second', ${new Date(now)}::timestamptz), content_changed_at + interval '1 second') end
    where clinic_id = ${clinicId} and id = ${feedId} and (content_seq is null or content_seq <= ${seq})
    returning content_changed_at as changed_at`.execute(trx)
  return rows[0]?.changed_at ?? new Date(now)
}
