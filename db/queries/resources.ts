import { sql } from 'kysely'
import type { Trx } from '../connect.ts'
import { type ResourceRow, resourceTables } from './book.ts'
import { asJson, resourceFields } from './fields.ts'

/** The clinic's therapists, then its rooms, each in the clinic's order. */
export async function listResources(
  trx: Trx,
  clinicId: string,
  { kind = null, activeOnly = false }: { kind?: ResourceRow['kind'] | null; activeOnly?: boolean } = {},
): Promise<ResourceRow[]> {
  const { rows } = await sql<{ row: ResourceRow }>`
    select ${asJson(resourceFields)} as row from ${resourceTables}
    where r.clinic_id = ${clinicId} and (${kind}::text is null or r.kind = ${kind})
      and (not ${activeOnly}::boolean or r.archived_at is null)
    order by r.kind desc, r.position, lower(r.name)`.execute(trx)
  return rows.map((each) => each.row)
}
