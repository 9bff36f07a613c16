import { type Kysely, sql } from 'kysely'

/** Where the clinic works, the dates on which a resource keeps other hours, and those on which all is shut. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table locations (
      clinic_id uuid not null references clinics,
      id uuid not null,
      name text not null check (length(name) between 1 and 200),
      address text check (length(address) <= 500),
      archived_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id)
    )`.execute(db)
  await sql`
    create unique index locations_active_name_key on locations (clinic_id, lower(name))
      where archived_at is null`.execute(db)

  await sql`
    alter table weekly_hours
      add column location_id uuid,
      add column telehealth boolean not null default false,
      add column most_appointments smallint check (most_appointments between 1 and 100),
      add foreign key (clinic_id, location_id) references locations (clinic_id, id),
      add constraint weekly_hours_effective check (effective_from <= effective_until)`.execute(db)
  await sql`
    alter table rooms
      add column location_id uuid,
      add foreign key (clinic_id, location_id) references locations (clinic_id, id)`.execute(db)

  // Wall-clock times of the clinic's zone; 00:00 to 24:00 is the whole date.
  await sql`
    create table hours_exceptions (
      clinic_id uuid not null,
      id uuid not null,
      resource_id uuid not null,
      on_date date not null,
      kind text not null check (kind in ('open', 'closed')),
      start_time time not null default '00:00',
      end_time time not null default '24:00',
      note text check (length(note) <= 1000),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, resource_id) references resources (clinic_id, id),
      constraint hours_exceptions_order check (start_time < end_time)
    )`.execute(db)
  await sql`create index hours_exceptions_resource on hours_exceptions (clinic_id, resource_id, on_date)`.execute(db)

  await sql`
    create table closures (
      clinic_id uuid not null references clinics,
      id uuid not null,
      name text not null check (length(name) between 1 and 200),
      starts_on date not null,
      ends_on date not null,
      start_time time not null default '00:00',
      end_time time not null default '24:00',
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      constraint closures_order check (starts_on <= ends_on and start_time < end_time)
    )`.execute(db)
  await sql`create index closures_end on closures (clinic_id, ends_on)`.execute(db)

  for (const table of ['locations', 'hours_exceptions', 'closures']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
  await sql`grant delete on hours_exceptions, closures to daybook_app`.execute(db)
}
