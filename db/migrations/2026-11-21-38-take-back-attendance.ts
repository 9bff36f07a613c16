import { type Kysely, sql } from 'kysely'

/** What was noted of the wrong person is taken back; the audit log keeps that it was noted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`grant delete on attendance to daybook_app`.execute(db)
}
