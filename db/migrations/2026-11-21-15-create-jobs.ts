import { type Kysely, sql } from 'kysely'

/**
 * Where pg-boss keeps its queues. It makes and changes its own tables there, as the owner; the program may use them,
 * those of later versions too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema pgboss`.execute(db)
  await sql`grant usage on schema pgboss to daybook_app`.execute(db)
  await sql`
    alter default privileges in schema pgboss
      grant select, insert, update, delete on tables to daybook_app`.execute(db)
}
