import { sql } from 'kysely'
import type { Trx } from '../connect.ts'

/** Of the clinic's slugs those that begin so, whether an event still goes by them or did once. */
export async function listSlugsLike(trx: Trx, clinicId: string, beginning: string): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`
    select slug from event_slugs where clinic_id = ${clinicId} and starts_with(slug, ${beginning})`.execute(trx)
  return new Set(rows.map((each) => each.slug))
}

/** Whom the slug leads to, whether it is still its own or was once. */
export async function findEventOfSlug(trx: Trx, clinicId: string, slug: string): Promise<string | undefined> {
  const { rows } = await sql<{ event_id: string }>`
    select event_id from event_slugs where clinic_id = ${clinicId} and slug = ${slug}`.execute(trx)
  return rows[0]?.event_id
}

/** The event goes by that slug from now on; what it went by before still leads to it. */
export async function setSlug(trx: Trx, clinicId: string, eventId: string, slug: string): Promise<void> {
  await sql`
    update event_slugs set is_current = false where clinic_id = ${clinicId} and event_id = ${eventId} and is_current`.execute(
    trx,
  )
  await sql`
    insert into event_slugs (clinic_id, slug, event_id, is_current) values (${clinicId}, ${slug}, ${eventId}, true)
    on conflict (clinic_id, slug) do update set is_current = true where event_slugs.event_id = ${eventId}`.execute(trx)
}

/** Whoever looks for a slug that is free takes turns with everybody else of the clinic who does. */
export async function lockSlugs(trx: Trx, clinicId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${clinicId} event slugs`}, 0))`.execute(trx)
}
