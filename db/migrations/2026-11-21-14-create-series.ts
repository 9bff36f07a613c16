import { type Kysely, sql } from 'kysely'

/**
 * Appointments that repeat. The series keeps what was said in wall-clock terms; its appointments are rows like any other
 * up to `extended_until`, so that one constraint guards next March as well as today. An appointment keeps the start its
 * series gave it when it is moved, as RECURRENCE-ID does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table clinics
      add column series_horizon_months smallint not null default 12 check (series_horizon_months between 1 and 24)`.execute(
    db,
  )

  await sql`
    create table appointment_series (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      client_id uuid not null,
      therapist_id uuid not null,
      room_id uuid,
      type_id uuid not null,
      rrule text not null check (length(rrule) <= 500),
      local_start timestamp not null,
      zone text not null,
      minutes smallint not null check (minutes between 5 and 720),
      excepted timestamp[] not null default '{}',
      policy text not null check (policy in ('all_or_nothing', 'skip_clashes', 'nearest_alternative')),
      override text[] not null default '{}',
      override_reason text check (length(override_reason) <= 1000),
      notes text check (length(notes) <= 10000),
      last_starts_at timestamptz,
      extended_until timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id),
      foreign key (clinic_id, room_id) references rooms (clinic_id, id),
      foreign key (clinic_id, type_id) references appointment_types (clinic_id, id)
    )`.execute(db)
  await sql`create index appointment_series_extended on appointment_series (clinic_id, extended_until)`.execute(db)

  // Deferrable, so that a whole series may be shifted onto starts that its own appointments leave in that statement.
  await sql`
    alter table appointments
      add column series_id uuid,
      add column original_starts_at timestamptz,
      add foreign key (clinic_id, series_id) references appointment_series (clinic_id, id),
      add constraint appointments_of_series check ((series_id is null) = (original_starts_at is null)),
      add constraint appointments_occurrence_key unique (clinic_id, series_id, original_starts_at) deferrable`.execute(
    db,
  )

  await sql`
    create table series_clashes (
      clinic_id uuid not null,
      series_id uuid not null,
      original_starts_at timestamptz not null,
      ends_at timestamptz not null,
      problems jsonb not null,
      found_at timestamptz not null,
      primary key (clinic_id, series_id, original_starts_at),
      foreign key (clinic_id, series_id) references appointment_series (clinic_id, id)
    )`.execute(db)

  for (const table of ['appointment_series', 'series_clashes']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
}
