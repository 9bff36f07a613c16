import { type Kysely, sql } from 'kysely'

/**
 * Under made-up addresses one network could fill a clinic's book: what it booked of late whose address has not proved itself
 * is counted. The network is kept as a hash, for a day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table public_bookings add column network bytea, add column proved_at timestamptz`.execute(db)
  await sql`alter table public_bookings no force row level security`.execute(db)
  // Without proof an appointment was booked in the moment in which it was asked for.
  await sql`update public_bookings set proved_at = booked_at where booked_at > created_at`.execute(db)
  await sql`alter table public_bookings force row level security`.execute(db)
  await sql`
    create index public_bookings_network on public_bookings (clinic_id, network, created_at)
      where network is not null`.execute(db)
}
