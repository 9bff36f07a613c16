import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table clients (
      clinic_id uuid not null references clinics,
      id uuid not null,
      name text not null check (length(name) between 1 and 200),
      email text,
      phone text check (phone ~ '^\\+[1-9][0-9]{1,14}$'),
      zone text,
      referral_status text not null default 'new'
        check (referral_status in ('new', 'contacted', 'acceptance_scheduled', 'active', 'discharged')),
      first_session_at timestamptz,
      archived_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id)
    )`.execute(db)
  await sql`create index clients_name on clients (clinic_id, lower(name), id)`.execute(db)

  await sql`
    create table appointment_types (
      clinic_id uuid not null references clinics,
      id uuid not null,
      name text not null check (length(name) between 1 and 200),
      category text not null default 'Individual',
      minutes smallint not null check (minutes between 5 and 720),
      buffer_before_minutes smallint not null default 0 check (buffer_before_minutes between 0 and 120),
      buffer_after_minutes smallint not null default 0 check (buffer_after_minutes between 0 and 120),
      hue smallint not null default 250 check (hue between 0 and 359),
      needs_room boolean not null default true,
      price_cents integer check (price_cents >= 0),
      cpt_code text check (cpt_code ~ '^[0-9A-Z]{5}$'),
      position integer not null default 0,
      archived_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id)
    )`.execute(db)
  await sql`
    create unique index appointment_types_active_name_key on appointment_types (clinic_id, lower(name))
      where archived_at is null`.execute(db)

  for (const table of ['clients', 'appointment_types']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
}
