import { type Kysely, sql } from 'kysely'

/** What a type asks of therapist, room and date, and what therapists and rooms have to offer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table appointment_types
      add column required_skills text[] not null default '{}',
      add column required_features text[] not null default '{}',
      add column min_capacity smallint not null default 1 check (min_capacity between 1 and 500),
      add column daily_limit smallint check (daily_limit between 1 and 100),
      add column online boolean not null default true,
      add column lead_minutes integer not null default 0 check (lead_minutes between 0 and 129600),
      add column horizon_days smallint not null default 365 check (horizon_days between 1 and 1830)`.execute(db)

  await sql`
    create table therapist_skills (
      clinic_id uuid not null,
      therapist_id uuid not null,
      skill text not null check (length(skill) between 1 and 60),
      primary key (clinic_id, therapist_id, skill),
      foreign key (clinic_id, therapist_id) references therapists (clinic_id, id)
    )`.execute(db)
  await sql`
    create table room_features (
      clinic_id uuid not null,
      room_id uuid not null,
      feature text not null check (length(feature) between 1 and 60),
      primary key (clinic_id, room_id, feature),
      foreign key (clinic_id, room_id) references rooms (clinic_id, id)
    )`.execute(db)

  for (const table of ['therapist_skills', 'room_features']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`
      create policy ${sql.ref(`${table}_own_clinic`)} on ${sql.table(table)}
        using (clinic_id = nullif(current_setting('daybook.clinic_id', true), '')::uuid)`.execute(db)
    await sql`grant select, insert, delete on ${sql.table(table)} to daybook_app`.execute(db)
  }
}
