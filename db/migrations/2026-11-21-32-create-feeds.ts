import { type Kysely, sql } from 'kysely'

/** Calendars that leave as feeds, and those that come in and take their person's time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createFeeds(db)

  await sql`
    create table external_calendars (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      therapist_id uuid not null,
      name text not null check (length(name) between 1 and 100),
      url text check (length(url) <= 2000),
      etag text,
      content_hash bytea,
      read_at timestamptz,
      failed_at timestamptz,
      failure text,
      removed_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id)
    )`.execute(db)

  // Time taken by what stands in somebody's own calendar: known to the slots, not guarded by the book's constraint.
  await sql`
    create table external_busy (
      clinic_id uuid not null,
      calendar_id uuid not null,
      uid text not null check (length(uid) between 1 and 1000),
      original_starts_at timestamptz not null,
      therapist_id uuid not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      primary key (clinic_id, calendar_id, uid, original_starts_at),
      foreign key (clinic_id, calendar_id) references external_calendars (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id),
      constraint external_busy_order check (starts_at < ends_at)
    )`.execute(db)
  await sql`create index external_busy_therapist on external_busy (clinic_id, therapist_id, starts_at, ends_at)`.execute(
    db,
  )

  for (const table of ['calendar_feeds', 'external_calendars', 'external_busy']) {
    await sql`alter table ${sql.table(table)} enable row level security, force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
  await sql`grant delete on external_busy to daybook_app`.execute(db)
  await findFeeds(db)
}

/** What of a feed was last written, so that it is answered without being written again while nothing has changed. */
async function createFeeds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_feeds (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      kind text not null check (kind in ('events', 'therapist', 'room', 'client')),
      resource_id uuid,
      client_id uuid,
      name text not null check (length(name) between 1 and 100),
      privacy text not null default 'busy' check (privacy in ('busy', 'initials', 'full')),
      includes text[] not null default '{appointments,sessions}'
        check (includes <@ '{appointments,sessions,time_off}' and cardinality(includes) > 0),
      token_hash bytea unique,
      created_by text not null,
      pulled_at timestamptz,
      pulled_seq bigint,
      -- What was written: from which state of the feed and the clinic's log, and what it came to.
      content_key text,
      content_seq bigint,
      content_hash text,
      content_changed_at timestamptz,
      revoked_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, resource_id) references resources (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id),
      -- The published events are no secret; everything else has a token.
      constraint calendar_feeds_token check ((kind = 'events') = (token_hash is null)),
      constraint calendar_feeds_subject check (
        (kind = 'client') = (client_id is not null) and (kind in ('therapist', 'room')) = (resource_id is not null))
    )`.execute(db)
  await sql`create unique index calendar_feeds_events on calendar_feeds (clinic_id) where kind = 'events'`.execute(db)
  // Cancelled appointments take no time, so that no occupancy leads to them.
  await sql`
    create index appointments_given_up on appointments (clinic_id, updated_at)
      where status in ('cancelled', 'entered_in_error')`.execute(db)
}

/** Which clinic and feed a token leads to: known before any clinic is. */
async function findFeeds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy calendar_feeds_holder on calendar_feeds for select
      using (token_hash = decode(nullif(current_setting('daybook.link_hash', true), ''), 'hex'))`.execute(db)
  await sql`
    create function feed_shows(feed calendar_feeds, change changes) returns boolean language sql stable as $$
      select case
        when change.item_kind = 'time_off' then
          'time_off' = any (feed.includes) and feed.resource_id = any (change.resource_ids || change.was_resource_ids)
        when change.item_kind = 'appointment' then
          'appointments' = any (feed.includes) and case feed.kind
            when 'client' then exists (select from appointments a
              where a.clinic_id = change.clinic_id and a.id = change.item_id and a.client_id = feed.client_id)
            else feed.resource_id = any (change.resource_ids || change.was_resource_ids) end
        when not 'sessions' = any (feed.includes) then false
        when change.item_kind in ('event', 'session') then case feed.kind
          when 'events' then true
          when 'client' then exists (select from registrations r
              where r.clinic_id = change.clinic_id and r.client_id = feed.client_id
                and change.item_id in (r.event_id, r.session_id))
            or exists (select from group_members m left join sessions s on s.clinic_id = m.clinic_id and s.event_id = m.event_id
              where m.clinic_id = change.clinic_id and m.client_id = feed.client_id
                and change.item_id in (m.event_id, s.id))
          else feed.resource_id = any (change.resource_ids || change.was_resource_ids)
            or exists (select from sessions s left join session_facilitators f
                on f.clinic_id = s.clinic_id and f.session_id = s.id
              where s.clinic_id = change.clinic_id and s.event_id = change.item_id
                and feed.resource_id in (s.room_id, f.therapist_id)) end
        when change.item_kind = 'registration' then exists (select from registrations r
          where r.clinic_id = change.clinic_id and r.id = change.item_id and r.client_id = feed.client_id)
        when change.item_kind = 'group_member' then exists (select from group_members m
          where m.clinic_id = change.clinic_id and m.id = change.item_id and m.client_id = feed.client_id)
        else false end
    $$`.execute(db)
  await pullFeeds(db)
}

/**
 * What is known of a feed that is asked for, by its token or, where the token is null, that of the clinic's published
 * events: whether what was last written still stands. Notes that it was asked for; should the server be lost at once, that
 * may be forgotten.
 */
async function pullFeeds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function auth.pull_feed(hash bytea, clinic uuid, form text, pulled timestamptz)
      returns table (clinic_id uuid, feed_id uuid, content_key text, content_hash text, content_changed_at timestamptz,
        is_current boolean) language plpgsql as $$
    declare
      feed public.calendar_feeds;
      head bigint;
      key text;
      still boolean;
    begin
      if hash is not null then
        perform set_config('daybook.link_hash', encode(hash, 'hex'), true);
        select * into feed from public.calendar_feeds f where f.token_hash = hash and f.revoked_at is null;
        perform set_config('daybook.link_hash', '', true);
        if feed.id is null then return; end if;
      end if;
      perform set_config('daybook.clinic_id', coalesce(feed.clinic_id, clinic)::text, true);
      if hash is null then
        select * into feed from public.calendar_feeds f where f.clinic_id = clinic and f.kind = 'events';
      end if;
      if feed.id is not null then
        select h.change_seq, concat_ws(' ', form, feed.version, (pulled at time zone z.zone)::date) into head, key
          from public.log_heads h join public.clinics z on z.id = h.clinic_id where h.clinic_id = feed.clinic_id;
        still := feed.content_key is not distinct from key and (feed.content_seq = head or not exists (
          select from public.changes c where c.clinic_id = feed.clinic_id and c.seq > feed.content_seq
            and (c.item_kind in ('client', 'therapist', 'room', 'location', 'appointment_type', 'clinic')
              or public.feed_shows(feed, c))));
        if feed.pulled_seq is distinct from head or feed.pulled_at < pulled - interval '1 minute' then
          perform set_config('synchronous_commit', 'off', true);
          update public.calendar_feeds f
            set pulled_at = pulled, pulled_seq = head, content_seq = case when still then head else f.content_seq end
            where (f.clinic_id, f.id) in (select u.clinic_id, u.id from public.calendar_feeds u
              where u.clinic_id = feed.clinic_id and u.id = feed.id for update skip locked);
        end if;
      end if;
      perform set_config('daybook.clinic_id', '', true);
      if feed.id is null then return; end if;
      return query select feed.clinic_id, feed.id, key, feed.content_hash, feed.content_changed_at, still;
    end $$`.execute(db)
}
