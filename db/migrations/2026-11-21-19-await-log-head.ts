import { type Kysely, sql } from 'kysely'

/**
 * Only triggers may lock the heads of the logs; whoever plans messages has to wait for those who are writing. Messages are
 * listed by when they are due.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function await_log_head(clinic uuid) returns bigint language sql security definer
      set search_path = public, pg_temp as $$
      select h.change_seq from log_heads h where h.clinic_id = clinic for share
    $$`.execute(db)
  await sql`grant execute on function await_log_head to daybook_app`.execute(db)
  await sql`create index messages_listed on messages (clinic_id, due_at, id)`.execute(db)
}
