import { sql } from 'kysely'
import type { Trx } from '../connect.ts'
import { type HoursRow, type ResourceRow, resourceTables } from './book.ts'
import { asJson, resourceFields, weeklyHours } from './fields.ts'

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

/** The hours that each of those resources keeps; none for one that is not there. */
export async function listWeeklyHours(
  trx: Trx,
  clinicId: string,
  resourceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HoursRow[]>> {
  const { rows } = await sql<{ id: string; hours: HoursRow[] }>`
    select r.id, ${sql.raw(weeklyHours)} as hours from resources r
    where r.clinic_id = ${clinicId} and r.id = any(${resourceIds}::uuid[])`.execute(trx)
  return new Map(rows.map(({ id, hours }) => [id, hours]))
}
