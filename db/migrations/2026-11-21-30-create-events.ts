import { type Kysely, sql } from 'kysely'

/**
 * Events are groups, workshops and classes; what takes place on one day is a session. A session takes the time of its
 * facilitators and its room in `occupancies`, under the constraint that guards appointments. Places are counted in the
 * row they belong to and checked there, so that a storm of registrations cannot fill more than there are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createBrand(db)
  await createEvents(db)
  await createSessions(db)
  await guard(db, [
    'images',
    'events',
    'event_slugs',
    'facilitators',
    'sessions',
    'session_facilitators',
    'session_clashes',
  ])
  await sql`grant delete on images, facilitators, sessions, session_facilitators, session_clashes to daybook_app`.execute(
    db,
  )
  await findHosts(db)
}

/** What a clinic's public pages wear, and the Host name by which they are found. */
async function createBrand(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table images (
      clinic_id uuid not null references clinics,
      id uuid not null,
      media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
      width smallint not null check (width between 1 and 8000),
      height smallint not null check (height between 1 and 8000),
      bytes bytea not null check (length(bytes) between 1 and 524288),
      alt text not null default '' check (length(alt) <= 300),
      created_at timestamptz not null default now(),
      primary key (clinic_id, id)
    )`.execute(db)
  await sql`
    alter table clinics
      add column hue smallint not null default 250 check (hue between 0 and 359),
      add column logo_id uuid,
      add column about text check (length(about) <= 2000),
      add column host text unique check (host ~ '^[a-z0-9.-]{1,253}$' and length(host) > 0),
      add foreign key (id, logo_id) references images (clinic_id, id)`.execute(db)
}

async function createEvents(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table events (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      kind text not null check (kind in ('group_therapy', 'workshop', 'class', 'community')),
      title text not null check (length(title) between 1 and 200),
      description text not null default '' check (length(description) <= 20000),
      tags text[] not null default '{}',
      publish_status text not null default 'draft' check (publish_status in ('draft', 'published', 'archived')),
      -- Whoever registers has a place at once; who enrols is screened first and becomes a member of the group.
      admission text not null default 'registration' check (admission in ('registration', 'enrolment')),
      -- Whether one registers for each session by itself or for all of them.
      registers_for text not null default 'session' check (registers_for in ('session', 'event')),
      is_open boolean not null default true,
      capacity integer check (capacity between 1 and 1000),
      places_taken integer not null default 0 check (places_taken >= 0),
      price_cents integer check (price_cents between 0 and 10000000),
      room_id uuid,
      online_url text check (length(online_url) <= 1000),
      image_id uuid,
      rrule text check (length(rrule) <= 500),
      local_start timestamp not null,
      zone text not null,
      minutes smallint not null check (minutes between 5 and 720),
      -- How much later on the wall clock what the rule still brings begins, once a change was made for all to come.
      shift_minutes integer not null default 0,
      excepted timestamp[] not null default '{}',
      new_sessions text not null default 'inherit' check (new_sessions in ('inherit', 'draft')),
      last_starts_at timestamptz,
      extended_until timestamptz not null,
      published_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, room_id) references rooms (clinic_id, id),
      foreign key (clinic_id, image_id) references images (clinic_id, id),
      constraint events_capacity_kept check (places_taken <= capacity),
      constraint events_enrolment_is_whole check (admission = 'registration' or registers_for = 'event')
    )`.execute(db)
  await sql`create index events_published on events (clinic_id, publish_status, id)`.execute(db)
  await sql`create index events_extended on events (clinic_id, extended_until) where rrule is not null`.execute(db)

  // Every slug an event ever had leads to it; one of them is its own.
  await sql`
    create table event_slugs (
      clinic_id uuid not null,
      slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
      event_id uuid not null,
      is_current boolean not null,
      primary key (clinic_id, slug),
      foreign key (clinic_id, event_id) references events (clinic_id, id)
    )`.execute(db)
  await sql`
    create unique index event_slugs_current on event_slugs (clinic_id, event_id) where is_current`.execute(db)

  await sql`
    create table facilitators (
      clinic_id uuid not null,
      event_id uuid not null,
      therapist_id uuid not null,
      position smallint not null,
      primary key (clinic_id, event_id, therapist_id),
      foreign key (clinic_id, event_id) references events (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id)
    )`.execute(db)
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  // places_version rises with every registration, so that a place taken makes no edit of a desk stale.
  await sql`
    create table sessions (
      clinic_id uuid not null,
      id uuid not null,
      version integer not null default 1,
      event_id uuid not null,
      original_starts_at timestamptz not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      title text check (length(title) between 1 and 200),
      room_id uuid,
      online_url text check (length(online_url) <= 1000),
      capacity integer check (capacity between 1 and 1000),
      places_taken integer not null default 0 check (places_taken >= 0),
      places_version integer not null default 0,
      publish_status text not null check (publish_status in ('draft', 'published')),
      status text not null default 'scheduled'
        check (status in ('scheduled', 'rescheduled', 'postponed', 'cancelled', 'moved_online')),
      cancellation_note text check (length(cancellation_note) <= 1000),
      cancelled_at timestamptz,
      lane smallint not null default 0 check (lane between 0 and 9),
      overridden_rules text[] not null default '{}',
      override_reason text check (length(override_reason) <= 1000),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, event_id) references events (clinic_id, id),
      foreign key (clinic_id, room_id) references rooms (clinic_id, id),
      constraint sessions_order check (starts_at < ends_at),
      constraint sessions_at_most_a_day check (ends_at - starts_at <= interval '24 hours'),
      constraint sessions_capacity_kept check (places_taken <= capacity),
      constraint sessions_cancelled check ((status = 'cancelled') = (cancelled_at is not null)),
      constraint sessions_occurrence_key unique (clinic_id, event_id, original_starts_at) deferrable
    )`.execute(db)
  await sql`create index sessions_start on sessions (clinic_id, starts_at)`.execute(db)
  await sql`create index sessions_event on sessions (clinic_id, event_id, starts_at)`.execute(db)

  await sql`
    create table session_facilitators (
      clinic_id uuid not null,
      session_id uuid not null,
      therapist_id uuid not null,
      position smallint not null,
      primary key (clinic_id, session_id, therapist_id),
      foreign key (clinic_id, session_id) references sessions (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id)
    )`.execute(db)

  // Occurrences that the job could not put into the book, each with why.
  await sql`
    create table session_clashes (
      clinic_id uuid not null,
      event_id uuid not null,
      original_starts_at timestamptz not null,
      ends_at timestamptz not null,
      problems jsonb not null,
      found_at timestamptz not null,
      primary key (clinic_id, event_id, original_starts_at),
      foreign key (clinic_id, event_id) references events (clinic_id, id)
    )`.execute(db)

  await sql`
    alter table occupancies
      add foreign key (clinic_id, session_id) references sessions (clinic_id, id)`.execute(db)
  await sql`create index occupancies_session on occupancies (clinic_id, session_id) where session_id is not null`.execute(
    db,
  )
}

/** Which clinic's pages an address shows: known before any clinic is. */
async function findHosts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy clinics_shown on clinics for select
      using (slug = nullif(current_setting('daybook.clinic_slug', true), '')
        or host = nullif(current_setting('daybook.clinic_host', true), ''))`.execute(db)
  await sql`
    create function auth.clinic_of_slug(wanted text) returns uuid language plpgsql as $$
    declare found uuid;
    begin
      perform set_config('daybook.clinic_slug', wanted, true);
      select id into found from public.clinics where slug = wanted;
      perform set_config('daybook.clinic_slug', '', true);
      return found;
    end $$`.execute(db)
  await sql`
    create function auth.clinic_of_host(wanted text) returns uuid language plpgsql as $$
    declare found uuid;
    begin
      perform set_config('daybook.clinic_host', wanted, true);
      select id into found from public.clinics where host = wanted;
      perform set_config('daybook.clinic_host', '', true);
      return found;
    end $$`.execute(db)
}

async function guard(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} enable row level security, force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
}
