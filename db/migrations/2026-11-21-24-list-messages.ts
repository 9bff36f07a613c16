import { type Kysely, sql } from 'kysely'

/**
 * A client's messages, and those that failed, are found where they stand: without an index each list looked through all that
 * the clinic has sent since, up to every one of them for a client who has few.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index messages_client on messages (clinic_id, client_id, due_at, id)`.execute(db)
  await sql`create index messages_status on messages (clinic_id, status, due_at, id)`.execute(db)
}
