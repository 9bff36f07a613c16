import { type Kysely, sql } from 'kysely'

/**
 * Slots kept for somebody for some minutes. What a hold takes of its resources stands in `occupancies` beside what
 * appointments take, under the same constraint. A hold that has ended stays for a day without its occupancies, so that
 * whoever comes late with its token can be told what became of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table clinics
      add column staff_hold_minutes smallint not null default 5 check (staff_hold_minutes between 1 and 60),
      add column public_hold_minutes smallint not null default 15 check (public_hold_minutes between 1 and 60)`.execute(
    db,
  )

  await sql`
    create table slot_holds (
      clinic_id uuid not null references clinics,
      id uuid not null,
      version integer not null default 1,
      status text not null default 'held' check (status in ('held', 'released', 'expired', 'confirmed')),
      type_id uuid not null,
      therapist_id uuid not null,
      room_id uuid,
      client_id uuid,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      buffer_before_minutes smallint not null,
      buffer_after_minutes smallint not null,
      expires_at timestamptz not null,
      extended boolean not null default false,
      held_by_kind text not null check (held_by_kind in ('member', 'partner', 'client', 'system')),
      held_by_id uuid,
      held_by_name text not null,
      owner text not null,
      token_hash bytea not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (clinic_id, id),
      foreign key (clinic_id, type_id) references appointment_types (clinic_id, id),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id),
      foreign key (clinic_id, room_id) references rooms (clinic_id, id),
      foreign key (clinic_id, client_id) references clients (clinic_id, id),
      constraint slot_holds_order check (starts_at < ends_at)
    )`.execute(db)
  await sql`create index slot_holds_held on slot_holds (clinic_id, expires_at) where status = 'held'`.execute(db)
  await sql`create index slot_holds_ended on slot_holds (clinic_id, updated_at) where status <> 'held'`.execute(db)

  await sql`
    alter table occupancies
      add foreign key (clinic_id, hold_id) references slot_holds (clinic_id, id)`.execute(db)
  await sql`create index occupancies_hold on occupancies (clinic_id, hold_id) where hold_id is not null`.execute(db)

  await sql`alter table slot_holds enable row level security`.execute(db)
  await sql`alter table slot_holds force row level security`.execute(db)
  await sql`
    create policy slot_holds_own_clinic on slot_holds
      using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
  await sql`grant select, insert, update, delete on slot_holds to daybook_app`.execute(db)
}
