import { type Kysely, sql } from 'kysely'

/** A place that is freed is offered to the first in line for a while, or is hers at once, as its event says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table events add column filling text not null default 'offer'
      check (filling in ('offer', 'at_once', 'by_hand'))`.execute(db)
  // An offered place is counted as taken. Whoever lets an offer run out keeps her place in line, and is passed over.
  await sql`
    alter table registrations
      add column offer_expires_at timestamptz,
      add column passed_at timestamptz,
      drop constraint registrations_status_check,
      add constraint registrations_status_check check (status in ('registered', 'offered', 'waitlisted', 'cancelled')),
      add constraint registrations_offered check (status <> 'offered' or offer_expires_at is not null),
      add constraint registrations_passed check (passed_at is null or status in ('waitlisted', 'cancelled'))`.execute(
    db,
  )
  await sql`
    create index registrations_awaiting on registrations (clinic_id, event_id, line)
      where status = 'waitlisted' and passed_at is null`.execute(db)
  // The same may be told by mail and by text.
  await sql`drop index messages_once_of_session`.execute(db)
  await sql`
    create unique index messages_once_of_session on messages
      (clinic_id, session_id, registration_id, member_id, about_version, kind, channel) nulls not distinct
      where session_id is not null`.execute(db)
}
