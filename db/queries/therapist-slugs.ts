import { sql } from 'kysely'
import { isSlugOf, therapistSlug } from '../../domain/slug.ts'
import type { Trx } from '../connect.ts'

/** What the clinic's therapists go by in addresses, those who are archived too. */
export async function listTherapistSlugs(trx: Trx, clinicId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await trx.selectFrom('therapists').select(['id', 'slug']).where('clinic_id', '=', clinicId).execute()
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}

/** What somebody of that name goes by from now on: what she went by before, while her name is the same. */
export async function slugForTherapist(
  trx: Trx,
  clinicId: string,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${clinicId} therapist slugs`}, 0))`.execute(trx)
  const slugs = await listTherapistSlugs(trx, clinicId)
  const own = slugs.get(id)
  if (own !== undefined && isSlugOf(own, name)) return own
  return therapistSlug(name, new Set(slugs.values()))
}
