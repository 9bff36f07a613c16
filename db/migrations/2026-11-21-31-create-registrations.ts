import { type Kysely, sql } from 'kysely'

/** Who comes to events: those who registered, the members of a group, who was there and what each is charged. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `line` is the order of arrival within the event, taken under the lock of the row whose places are counted.
  await sql`
    create table registrations (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      event_id uuid not null,
      session_id uuid,
      client_id uuid,
      name text not null check (length(name) between 1 and 200),
      email text not null check (length(email) between 3 and 320),
      phone text check (phone ~ '^\\+[1-9][0-9]{1,14}$'),
      language text not null default 'en' check (language ~ '^[a-z]{2}$'),
      places smallint not null default 1 check (places between 1 and 10),
      status text not null check (status in ('registered', 'waitlisted', 'cancelled')),
      line bigint not null,
      source text not null check (source in ('public', 'desk', 'partner')),
      token_hash bytea not null,
      registered_at timestamptz not null,
      cancelled_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, event_id) references events (clinic_id, id),
      foreign key (clinic_id, session_id) references sessions (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id),
      constraint registrations_cancelled check ((status = 'cancelled') = (cancelled_at is not null))
    )`.execute(db)
  await sql`
    create unique index registrations_once on registrations
      (clinic_id, event_id, coalesce(session_id, event_id), lower(email)) where status <> 'cancelled'`.execute(db)
  await sql`create index registrations_event on registrations (clinic_id, event_id, line)`.execute(db)
  await sql`create index registrations_session on registrations (clinic_id, session_id, line)`.execute(db)
  await sql`create index registrations_token on registrations (token_hash)`.execute(db)

  await sql`
    create table group_members (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      event_id uuid not null,
      client_id uuid not null,
      status text not null check (status in ('screening', 'active', 'on_hold', 'declined', 'exited')),
      asked_at timestamptz not null,
      screened_at timestamptz,
      screened_by text,
      note text check (length(note) <= 2000),
      joined_on date,
      exited_on date,
      exit_reason text check (length(exit_reason) <= 1000),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, event_id) references events (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id)
    )`.execute(db)
  await sql`
    create unique index group_members_once on group_members (clinic_id, event_id, client_id)
      where status not in ('declined', 'exited')`.execute(db)
  await sql`create index group_members_event on group_members (clinic_id, event_id, asked_at)`.execute(db)

  // One line a person and session. What is charged is the amount at that time; nothing is paid here.
  await sql`
    create table attendance (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      session_id uuid not null,
      registration_id uuid,
      member_id uuid,
      status text not null check (status in ('present', 'late', 'absent', 'excused')),
      charge_cents integer not null default 0 check (charge_cents between 0 and 10000000),
      noted_by text not null,
      noted_at timestamptz not null,
      primary key (clinic_id, id),
      foreign key (clinic_id, session_id) references sessions (clinic_id, id),
      foreign key (clinic_id, registration_id) references registrations (clinic_id, id),
      foreign key (clinic_id, member_id) references group_members (clinic_id, id),
      constraint attendance_one_person check ((registration_id is null) <> (member_id is null)),
      constraint attendance_once unique nulls not distinct (clinic_id, session_id, registration_id, member_id)
    )`.execute(db)

  for (const table of ['registrations', 'group_members', 'attendance']) {
    await sql`alter table ${sql.table(table)} enable row level security, force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
  await tellThem(db)
  await findTokens(db)
}

/** What is told to those who come: once about each version of what it is about, whoever asks for it how often. */
async function tellThem(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table messages
      add column registration_id uuid,
      add column member_id uuid,
      add column session_id uuid,
      add column about_version integer,
      add foreign key (clinic_id, registration_id) references registrations (clinic_id, id),
      add foreign key (clinic_id, member_id) references group_members (clinic_id, id),
      add foreign key (clinic_id, session_id) references sessions (clinic_id, id),
      add constraint messages_about_session check ((session_id is null) = (about_version is null))`.execute(db)
  await sql`
    create unique index messages_once_of_session on messages
      (clinic_id, session_id, registration_id, member_id, about_version, kind) nulls not distinct
      where session_id is not null`.execute(db)
}

/** Which clinic and registration a link leads to: known before any clinic is. */
async function findTokens(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy registrations_holder on registrations for select
      using (token_hash = decode(nullif(current_setting('daybook.link_hash', true), ''), 'hex'))`.execute(db)
  await sql`
    create function auth.registration_of_token(hash bytea)
      returns table (clinic_id uuid, registration_id uuid) language plpgsql as $$
    begin
      perform set_config('daybook.link_hash', encode(hash, 'hex'), true);
      return query select r.clinic_id, r.id from public.registrations r where r.token_hash = hash;
      perform set_config('daybook.link_hash', '', true);
    end $$`.execute(db)
}
