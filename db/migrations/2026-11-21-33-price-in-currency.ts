import { type Kysely, sql } from 'kysely'

/** What a clinic's prices are in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table clinics add column currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$')`.execute(db)
}
