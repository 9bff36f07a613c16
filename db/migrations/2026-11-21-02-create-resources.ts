import { type Kysely, sql } from 'kysely'

/** Therapists and rooms are both resources; time is taken from a resource, whichever it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table resources (
      clinic_id uuid not null references clinics,
      id uuid not null,
      kind text not null check (kind in ('therapist', 'room')),
      name text not null check (length(name) between 1 and 200),
      position integer not null default 0,
      archived_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      constraint resources_kind_key unique (clinic_id, id, kind)
    )`.execute(db)
  await sql`
    create unique index resources_active_name_key on resources (clinic_id, kind, lower(name))
      where archived_at is null`.execute(db)

  await sql`
    create table therapists (
      clinic_id uuid not null,
      id uuid not null,
      kind text not null default 'therapist' check (kind = 'therapist'),
      title text check (length(title) <= 100),
      specialties text[] not null default '{}',
      primary key (clinic_id, id),
      foreign key (clinic_id, id, kind) references resources (clinic_id, id, kind)
    )`.execute(db)

  await sql`
    create table rooms (
      clinic_id uuid not null,
      id uuid not null,
      kind text not null default 'room' check (kind = 'room'),
      capacity smallint not null default 2 check (capacity between 1 and 500),
      primary key (clinic_id, id),
      foreign key (clinic_id, id, kind) references resources (clinic_id, id, kind)
    )`.execute(db)

  await sql`
    alter table members add constraint members_therapist_fkey
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id)`.execute(db)

  // Wall-clock time of the clinic's zone; weekday as in ISO 8601, 1 is Monday.
  await sql`
    create table weekly_hours (
      clinic_id uuid not null,
      id uuid not null,
      resource_id uuid not null,
      weekday smallint not null check (weekday between 1 and 7),
      start_time time not null,
      end_time time not null,
      effective_from date,
      effective_until date,
      primary key (clinic_id, id),
      foreign key (clinic_id, resource_id) references resources (clinic_id, id),
      constraint weekly_hours_order check (start_time < end_time)
    )`.execute(db)
  await sql`create index weekly_hours_resource on weekly_hours (clinic_id, resource_id)`.execute(db)

  await sql`
    create table time_off (
      clinic_id uuid not null,
      id uuid not null,
      resource_id uuid not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      reason text not null check (reason in ('vacation', 'sick', 'conference', 'personal', 'other')),
      note text,
      status text not null check (status in ('requested', 'approved', 'denied', 'withdrawn')),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, resource_id) references resources (clinic_id, id),
      constraint time_off_order check (starts_at < ends_at)
    )`.execute(db)
  await sql`create index time_off_resource on time_off (clinic_id, resource_id, ends_at)`.execute(db)

  for (const table of ['resources', 'therapists', 'rooms', 'weekly_hours', 'time_off']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
  await sql`grant delete on weekly_hours to daybook_app`.execute(db)
}
