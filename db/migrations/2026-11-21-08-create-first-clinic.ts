import { type Kysely, sql } from 'kysely'

/**
 * Whether the install has a clinic at all, which row-level security hides from everybody, and the links by which the
 * first one is made.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth.first_clinic (
      only_row boolean primary key default true check (only_row),
      noted_at timestamptz not null default now()
    )`.execute(db)
  await sql`grant select, insert on auth.first_clinic to daybook_app`.execute(db)

  await sql`
    create table auth.setup_links (
      token_hash bytea primary key,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`grant select, insert, delete on auth.setup_links to daybook_app`.execute(db)

  await sql`
    create function auth.note_first_clinic() returns trigger language plpgsql as $$
    begin
      insert into auth.first_clinic default values on conflict do nothing;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger note_first_clinic after insert on clinics
      for each statement execute function auth.note_first_clinic()`.execute(db)

  // The owner too sees no clinic unless the policy stops binding it, for as long as this transaction looks.
  await sql`alter table clinics no force row level security`.execute(db)
  await sql`insert into auth.first_clinic (only_row) select true from clinics limit 1`.execute(db)
  await sql`alter table clinics force row level security`.execute(db)
}
