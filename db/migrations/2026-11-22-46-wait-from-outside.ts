import { type Kysely, sql } from 'kysely'

/**
 * Who finds no time that suits her on the page of booking asks to be put on the waitlist: what she typed waits for her
 * address to prove itself, and stays as she typed it, as it is what she agreed to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table booking_settings add column offers_waitlist boolean not null default true`.execute(db)
  await sql`
    create table public_waits (
      clinic_id uuid not null references clinics,
      id uuid not null,
      status text not null check (status in ('pending', 'joined')),
      entry_id uuid,
      name text not null check (length(name) between 1 and 200),
      email text not null check (length(email) between 3 and 254),
      phone text check (phone ~ '^\\+[1-9][0-9]{1,14}$'),
      language text not null check (language ~ '^[a-z]{2}$'),
      zone text not null check (length(zone) between 1 and 64),
      type_id uuid not null,
      therapist_id uuid,
      days smallint[] check (cardinality(days) between 1 and 7 and days <@ '{1,2,3,4,5,6,7}'),
      parts text[] check (cardinality(parts) between 1 and 3 and parts <@ '{morning,afternoon,evening}'),
      until_on date,
      note text check (length(note) between 1 and 2000),
      consent text,
      network bytea,
      token_hash bytea not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      joined_at timestamptz,
      primary key (clinic_id, id),
      foreign key (clinic_id, entry_id) references waitlist_entries (clinic_id, id),
      foreign key (clinic_id, type_id) references appointment_types (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id),
      constraint public_waits_joined check ((status = 'joined') = (entry_id is not null)
        and (status = 'joined') = (joined_at is not null))
    )`.execute(db)
  await sql`create index public_waits_email on public_waits (clinic_id, lower(email), created_at)`.execute(db)
  await sql`create index public_waits_phone on public_waits (clinic_id, phone, created_at)`.execute(db)
  await sql`
    create index public_waits_network on public_waits (clinic_id, network, created_at)
      where network is not null`.execute(db)
  await sql`
    create index public_waits_pending on public_waits (clinic_id, expires_at) where status = 'pending'`.execute(db)
  await sql`alter table public_waits enable row level security, force row level security`.execute(db)
  await sql`
    create policy public_waits_own_clinic on public_waits
      using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
  await sql`grant select, insert, update, delete on public_waits to daybook_app`.execute(db)
  await sql`
    alter table messages
      add column wait_id uuid,
      add foreign key (clinic_id, wait_id) references public_waits (clinic_id, id) on delete set null (wait_id)`.execute(
    db,
  )
  await sql`create index messages_wait on messages (clinic_id, wait_id) where wait_id is not null`.execute(db)
}
