import { type Kysely, sql } from 'kysely'

/** Booking from outside: what a clinic asks of it, what was typed, and what is kept when somebody moves or cancels late. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table booking_settings (
      clinic_id uuid primary key references clinics,
      version integer not null default 1,
      open boolean not null default false,
      therapist_ids uuid[],
      origins text[] not null default '{}',
      confirms_email boolean not null default false,
      move_notice_minutes integer not null default 0 check (move_notice_minutes between 0 and 43200),
      cancel_notice_minutes integer not null default 1440 check (cancel_notice_minutes between 0 and 43200),
      policy text check (length(policy) between 1 and 2000),
      consent text check (length(consent) between 1 and 4000),
      updated_at timestamptz not null default now()
    )`.execute(db)

  // What was typed stays as it was typed: it is what somebody agreed to, whatever becomes of the client's record.
  await sql`
    create table public_bookings (
      clinic_id uuid not null references clinics,
      id uuid not null,
      status text not null check (status in ('pending', 'booked')),
      hold_id uuid not null,
      appointment_id uuid,
      name text not null check (length(name) between 1 and 200),
      email text not null check (length(email) between 3 and 254),
      phone text check (phone ~ '^\\+[1-9][0-9]{1,14}$'),
      language text not null check (language ~ '^[a-z]{2}$'),
      zone text not null check (length(zone) between 1 and 64),
      answers jsonb not null default '[]',
      consent text,
      token_hash bytea not null,
      expires_at timestamptz not null,
      booked_at timestamptz,
      created_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
      constraint public_bookings_once unique (clinic_id, hold_id),
      constraint public_bookings_booked check ((status = 'booked') = (appointment_id is not null))
    )`.execute(db)
  await sql`create index public_bookings_appointment on public_bookings (clinic_id, appointment_id)`.execute(db)
  await sql`create index public_bookings_email on public_bookings (clinic_id, lower(email), created_at)`.execute(db)
  await sql`create index public_bookings_pending on public_bookings (clinic_id, expires_at) where status = 'pending'`.execute(
    db,
  )
  for (const table of ['booking_settings', 'public_bookings']) {
    await sql`alter table ${sql.table(table)} enable row level security, force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, update on ${sql.table(table)} to daybook_app`.execute(db)
  }
  await sql`grant delete on public_bookings to daybook_app`.execute(db)
  await growOthers(db)
}

async function growOthers(db: Kysely<unknown>): Promise<void> {
  await sql`alter table appointment_types add column intake_questions jsonb not null default '[]'`.execute(db)
  await sql`alter table cancellations add column late boolean not null default false`.execute(db)
  // The network from which somebody of the public holds, as a hash: so many slots are held from one.
  await sql`alter table slot_holds add column network bytea`.execute(db)
  // A link that was shown to somebody who has proved no address tells nothing in the client's own language or zone.
  await sql`alter table appointment_links add column language text, add column zone text`.execute(db)
  await sql`
    alter table messages
      add column booking_id uuid,
      add foreign key (clinic_id, booking_id) references public_bookings (clinic_id, id) on delete set null (booking_id)`.execute(
    db,
  )
}
