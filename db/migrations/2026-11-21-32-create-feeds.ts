import { type Kysely, sql } from 'kysely'

/** Calendars that leave as feeds, and those that come in and take their person's time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_feeds (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      kind text not null check (kind in ('therapist', 'room', 'client')),
      resource_id uuid,
      client_id uuid,
      name text not null check (length(name) between 1 and 100),
      privacy text not null default 'busy' check (privacy in ('busy', 'initials', 'full')),
      includes text[] not null default '{appointments,sessions}'
        check (includes <@ '{appointments,sessions,time_off}' and cardinality(includes) > 0),
      token_hash bytea not null unique,
      created_by text not null,
      pulled_at timestamptz,
      pulled_seq bigint,
      revoked_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, resource_id) references resources (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id),
      constraint calendar_feeds_subject check (
        (kind = 'client') = (client_id is not null) and (kind <> 'client') = (resource_id is not null))
    )`.execute(db)

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
  await sql`create index external_busy_therapist on external_busy (clinic_id, therapist_id, starts_at)`.execute(db)

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

/** Which clinic and feed a token leads to: known before any clinic is. */
async function findFeeds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy calendar_feeds_holder on calendar_feeds for select
      using (token_hash = decode(nullif(current_setting('daybook.link_hash', true), ''), 'hex'))`.execute(db)
  await sql`
    create function auth.feed_of_token(hash bytea)
      returns table (clinic_id uuid, feed_id uuid) language plpgsql as $$
    begin
      perform set_config('daybook.link_hash', encode(hash, 'hex'), true);
      return query select f.clinic_id, f.id from public.calendar_feeds f
        where f.token_hash = hash and f.revoked_at is null;
      perform set_config('daybook.link_hash', '', true);
    end $$`.execute(db)
}
