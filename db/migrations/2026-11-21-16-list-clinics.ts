import { type Kysely, sql } from 'kysely'

/**
 * The ids of all clinics and nothing else of them, for what is done for each in turn: row-level security hides the clinics
 * themselves from whoever works for none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth.clinic_ids (
      clinic_id uuid primary key
    )`.execute(db)
  await sql`grant select, insert on auth.clinic_ids to daybook_app`.execute(db)

  await sql`
    create function auth.note_clinic() returns trigger language plpgsql as $$
    begin
      insert into auth.clinic_ids (clinic_id) values (new.id);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger note_clinic after insert on clinics
      for each row execute function auth.note_clinic()`.execute(db)

  // The owner too sees no clinic unless the policy stops binding it, for as long as this transaction looks.
  await sql`alter table clinics no force row level security`.execute(db)
  await sql`insert into auth.clinic_ids (clinic_id) select id from clinics`.execute(db)
  await sql`alter table clinics force row level security`.execute(db)
}
