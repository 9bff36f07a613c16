import { type Kysely, sql } from 'kysely'

/** The book itself. `occupancies` is the guard: whatever takes a resource's time is a row there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments (
      clinic_id uuid not null references clinics,
      id uuid not null,
      client_id uuid not null,
      therapist_id uuid not null,
      room_id uuid,
      type_id uuid not null,
      status text not null default 'booked'
        check (status in ('pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'entered_in_error')),
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      buffer_before_minutes smallint not null default 0,
      buffer_after_minutes smallint not null default 0,
      lane smallint not null default 0 check (lane between 0 and 9),
      notes text check (length(notes) <= 10000),
      confirmed_at timestamptz,
      overridden_rules text[] not null default '{}',
      override_reason text check (length(override_reason) <= 1000),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id),
      foreign key (clinic_id, room_id) references rooms (clinic_id, id),
      foreign key (clinic_id, type_id) references appointment_types (clinic_id, id),
      constraint appointments_order check (starts_at < ends_at),
      constraint appointments_at_most_a_day check (ends_at - starts_at <= interval '24 hours')
    )`.execute(db)
  await sql`create index appointments_start on appointments (clinic_id, starts_at)`.execute(db)
  await sql`create index appointments_client on appointments (clinic_id, client_id, starts_at)`.execute(db)

  // The comparison operators of ranges are not leakproof, so under row-level security they cannot use an
  // index; the generated bounds can. The exclusion constraint itself is checked below security.
  await sql`
    create table occupancies (
      clinic_id uuid not null references clinics,
      resource_id uuid not null,
      during tstzrange not null,
      lane smallint not null default 0,
      kind text not null check (kind in ('appointment', 'hold', 'session')),
      appointment_id uuid,
      hold_id uuid,
      session_id uuid,
      starts_at timestamptz not null generated always as (lower(during)) stored,
      ends_at timestamptz not null generated always as (upper(during)) stored,
      foreign key (clinic_id, resource_id) references resources (clinic_id, id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
      constraint occupancies_one_owner check (
        (kind = 'appointment') = (appointment_id is not null)
        and (kind = 'hold') = (hold_id is not null)
        and (kind = 'session') = (session_id is not null)),
      constraint occupancies_bounds check (
        not isempty(during) and not lower_inf(during) and not upper_inf(during)
        and lower_inc(during) and not upper_inc(during)),
      constraint occupancies_at_most_a_day check (upper(during) - lower(during) <= interval '24 hours'),
      constraint occupancies_no_overlap exclude using gist
        (clinic_id with =, resource_id with =, lane with =, during with &&)
    )`.execute(db)
  await sql`create index occupancies_resource on occupancies (clinic_id, resource_id, starts_at)`.execute(db)
  await sql`create index occupancies_appointment on occupancies (clinic_id, appointment_id)`.execute(db)

  await sql`
    create table cancellations (
      clinic_id uuid not null,
      appointment_id uuid not null,
      reason text not null check (reason in ('client', 'client_ill', 'client_transport', 'client_financial', 'provider',
        'provider_ill', 'provider_leave', 'administrative', 'weather', 'other')),
      note text check (length(note) <= 1000),
      cancelled_at timestamptz not null,
      cancelled_by text not null,
      primary key (clinic_id, appointment_id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id)
    )`.execute(db)

  // What a caller was told the first time it sent a clientMutationId, kept for 24 hours.
  await sql`
    create table mutation_answers (
      clinic_id uuid not null references clinics,
      caller text not null,
      client_mutation_id text not null,
      operation text not null,
      input_hash bytea not null,
      answer jsonb,
      created_at timestamptz not null default now(),
      primary key (clinic_id, caller, client_mutation_id)
    )`.execute(db)
  await sql`create index mutation_answers_age on mutation_answers (clinic_id, created_at)`.execute(db)

  for (const table of ['appointments', 'occupancies', 'cancellations', 'mutation_answers']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
  await sql`grant delete on occupancies, mutation_answers to daybook_app`.execute(db)
}
