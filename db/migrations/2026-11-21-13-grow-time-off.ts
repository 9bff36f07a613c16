import { type Kysely, sql } from 'kysely'

/**
 * Time off is asked for by somebody and decided by somebody. What an approval did to the appointments that stood there
 * is kept beside it, as they were before, so that it can be put back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table time_off
      add column cover_therapist_id uuid,
      add column requested_by text,
      add column decided_by text,
      add column decided_at timestamptz,
      add column decision_note text check (length(decision_note) <= 1000),
      add constraint time_off_note_check check (length(note) <= 1000),
      add constraint time_off_cover_fkey foreign key (clinic_id, cover_therapist_id) references therapists (clinic_id, id),
      add constraint time_off_cover_is_another check (cover_therapist_id <> resource_id),
      add constraint time_off_decided check (
        (decided_at is null) = (decided_by is null)
        and (status <> 'requested' or decided_at is null)
        and (decision_note is null or decided_at is not null))`.execute(db)
  await sql`create index time_off_start on time_off (clinic_id, starts_at, id)`.execute(db)

  await sql`
    create table time_off_changes (
      clinic_id uuid not null,
      time_off_id uuid not null,
      appointment_id uuid not null,
      kind text not null check (kind in ('cover', 'another_time', 'cancel')),
      was_status text not null,
      was_starts_at timestamptz not null,
      was_ends_at timestamptz not null,
      was_therapist_id uuid not null,
      was_room_id uuid,
      was_confirmed_at timestamptz,
      was_overridden_rules text[] not null,
      was_override_reason text,
      version_after integer not null,
      undone_at timestamptz,
      primary key (clinic_id, time_off_id, appointment_id),
      foreign key (clinic_id, time_off_id) references time_off (clinic_id, id),
      foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
      foreign key (clinic_id, was_therapist_id) references therapists (clinic_id, id),
      foreign key (clinic_id, was_room_id) references rooms (clinic_id, id)
    )`.execute(db)
  await sql`alter table time_off_changes enable row level security`.execute(db)
  await sql`alter table time_off_changes force row level security`.execute(db)
  await sql`
    create policy time_off_changes_own_clinic on time_off_changes
      using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
  await sql`grant select, insert, update on time_off_changes to daybook_app`.execute(db)

  // An appointment that is put back is no longer cancelled; that it was stays in the audit log.
  await sql`grant delete on cancellations to daybook_app`.execute(db)
}
