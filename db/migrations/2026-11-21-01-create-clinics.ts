import { type Kysely, sql } from 'kysely'

/**
 * Clinics, their members and keys, and the rule every clinic table follows: a row is seen only by a
 * transaction that has said which clinic it works for (`daybook.clinic_id`), the owner included.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gist`.execute(db)

  await sql`
    do $$ begin
      create role daybook_app nologin nosuperuser nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db)
  await sql`grant usage on schema public to daybook_app`.execute(db)

  await sql`
    create function forbid_change() returns trigger language plpgsql as $$
    begin
      raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege';
    end $$`.execute(db)

  await sql`
    create table clinics (
      id uuid primary key,
      slug text not null constraint clinics_slug_key unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
      name text not null check (length(name) between 1 and 200),
      zone text not null,
      step_minutes smallint not null default 15 check (step_minutes in (5, 10, 15, 20, 30, 60)),
      allows_overbooking boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`alter table clinics enable row level security`.execute(db)
  await sql`alter table clinics force row level security`.execute(db)
  await sql`
    create policy clinics_own on clinics
      using (id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
  await sql`grant select, insert, update on clinics to daybook_app`.execute(db)

  await sql`
    create table members (
      clinic_id uuid not null references clinics,
      id uuid not null,
      user_id text not null,
      name text not null check (length(name) between 1 and 200),
      email text not null,
      role text not null check (role in ('admin', 'receptionist', 'therapist')),
      therapist_id uuid,
      archived_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      constraint members_user_key unique (clinic_id, user_id)
    )`.execute(db)
  await sql`create index members_user on members (user_id)`.execute(db)

  await sql`
    create table api_keys (
      clinic_id uuid not null references clinics,
      id uuid not null,
      name text not null check (length(name) between 1 and 200),
      scopes text[] not null check (scopes <@ array['read', 'write'] and cardinality(scopes) > 0),
      prefix text not null,
      key_hash bytea not null,
      created_by uuid,
      created_at timestamptz not null default now(),
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz,
      primary key (clinic_id, id),
      constraint api_keys_hash_key unique (clinic_id, key_hash)
    )`.execute(db)
  await sql`create index api_keys_hash on api_keys (key_hash)`.execute(db)

  for (const table of ['members', 'api_keys']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }

  // Signing in comes before any clinic is known: a caller may see just what proves who it is.
  await sql`
    create policy members_self on members for select
      using (user_id = nullif(current_setting('daybook.user_id', true), ''))`.execute(db)
  await sql`
    create policy api_keys_holder on api_keys for select
      using (key_hash = decode(nullif(current_setting('daybook.api_key_hash', true), ''), 'hex'))`.execute(db)
}
