import { type Kysely, sql } from 'kysely'

/**
 * Only the triggers may give out numbers and hashes: they run as their owner, and the program loses the right to touch
 * the heads of the logs. The owner is bound by row-level security too, so a clinic's head stays the clinic's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['number_change', 'chain_audit_entry']) {
    await sql`alter function ${sql.raw(name)}() security definer`.execute(db)
    await sql`alter function ${sql.raw(name)}() set search_path = public, pg_temp`.execute(db)
  }
  await sql`revoke update on log_heads from daybook_app`.execute(db)
}
