import type { Trx } from '../db/connect.ts'
import { findEventOfSlug, listSlugsLike, lockSlugs } from '../db/queries/event-slugs.ts'
import { freeSlug, slugOfTitle } from '../domain/event-slug.ts'
import type { BookingProblem } from '../domain/problem.ts'
import { eventProblem } from './refuse-event.ts'

/** The slug of a new event: the one that was asked for, or one from its title that nothing leads to yet. */
export async function slugForNew(
  trx: Trx,
  clinicId: string,
  wanted: string | undefined,
  title: string,
): Promise<string | { readonly problem: BookingProblem }> {
  await lockSlugs(trx, clinicId)
  if (wanted === undefined) {
    const slug = slugOfTitle(title)
    return freeSlug(slug, await listSlugsLike(trx, clinicId, slug.slice(0, 60)))
  }
  const taker = await findEventOfSlug(trx, clinicId, wanted)
  return taker === undefined ? wanted : { problem: slugTaken(wanted) }
}

/** Why the event may not go by that slug; undefined where it may. One that it had before is its own. */
export async function slugProblem(
  trx: Trx,
  clinicId: string,
  eventId: string,
  wanted: string,
): Promise<BookingProblem | undefined> {
  await lockSlugs(trx, clinicId)
  const taker = await findEventOfSlug(trx, clinicId, wanted)
  return taker === undefined || taker === eventId ? undefined : slugTaken(wanted)
}

function slugTaken(slug: string): BookingProblem {
  return eventProblem('SLUG_TAKEN', `Another event goes by ${slug}, or did once.`, ['input', 'slug'])
}
