import { type Kysely, sql } from 'kysely'

/** A calendar at an address is read again and again: what its server said of the last reading, and when the next is due. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table external_calendars
      add column last_modified text,
      -- When it was last read whole: an answer that nothing changed says nothing of the days that have come nearer since.
      add column whole_at timestamptz,
      add column tried_at timestamptz,
      add column next_read_at timestamptz,
      add column failures smallint not null default 0,
      add constraint external_calendars_next check (next_read_at is null or url is not null)`.execute(db)
  await sql`
    create index external_calendars_due on external_calendars (clinic_id, next_read_at)
      where next_read_at is not null and removed_at is null`.execute(db)
}
