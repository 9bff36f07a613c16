import { type Kysely, sql } from 'kysely'

/**
 * Who left the waitlist is read page by page, the latest first: each page was put in order out of all that ever did. What
 * became free and is still ahead is looked at again as somebody joins.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index waitlist_entries_latest on waitlist_entries (clinic_id, updated_at desc, id)`.execute(db)
  await sql`drop index waitlist_entries_updated`.execute(db)
  await sql`
    create index freed_slots_ahead on freed_slots (clinic_id, ends_at) where status in ('open', 'passed')`.execute(db)
}
