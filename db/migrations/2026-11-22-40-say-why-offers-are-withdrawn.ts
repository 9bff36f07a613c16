import { type Kysely, sql } from 'kysely'

/**
 * An offer that somebody else took, and one that the desk took back, were the same to whoever said yes too late: what is
 * kept from everybody on purpose is not booked by a late yes. Of those withdrawn before nobody knows why.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table waitlist_offers
      add column withdrawn_for text check (withdrawn_for in ('taken', 'desk', 'left', 'booked')),
      add constraint waitlist_offers_withdrawn check (withdrawn_for is null or status = 'withdrawn')`.execute(db)
}
