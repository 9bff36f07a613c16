import { type Kysely, sql } from 'kysely'

/**
 * Who is meant by an address or a number is asked with a slot held, and while a text is answered: without an index each such
 * booking, form and text looked through all the clients that a clinic has, and each booking that lapsed through all that it
 * has sent.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index clients_email on clients (clinic_id, lower(email))`.execute(db)
  await sql`create index clients_phone on clients (clinic_id, phone)`.execute(db)
  await sql`create index public_bookings_phone on public_bookings (clinic_id, phone, created_at)`.execute(db)
  await sql`
    create index messages_booking on messages (clinic_id, booking_id) where booking_id is not null`.execute(db)
}
