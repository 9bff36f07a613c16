import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { asColumns, locationFields } from './fields.ts'

export interface LocationRow {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly active: boolean
  readonly version: number
}

/** By name, archived ones last. */
export async function listLocations(trx: Trx, clinicId: string, activeOnly: boolean): Promise<LocationRow[]> {
  const { rows } = await sql<LocationRow>`
    select ${asColumns(locationFields)} from locations l
    where l.clinic_id = ${clinicId} and (not ${activeOnly}::boolean or l.archived_at is null)
    order by l.archived_at is not null, lower(l.name), l.id`.execute(trx)
  return rows
}

/** Locked so that nothing is put there while it is taken out of use. */
export async function lockLocation(trx: Trx, clinicId: string, id: string): Promise<LocationRow | undefined> {
  const { rows } = await sql<LocationRow>`
    select ${asColumns(locationFields)} from locations l where l.clinic_id = ${clinicId} and l.id = ${id}
    for no key update`.execute(trx)
  return rows[0]
}

/** Of these ids, those of locations in use; locked until commit, so that they stay so. */
export async function lockActiveLocations(trx: Trx, clinicId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from locations where clinic_id = ${clinicId} and id = any(${ids}::uuid[]) and archived_at is null
    order by id for share`.execute(trx)
  return rows.map((each) => each.id)
}

export async function insertLocation(trx: Trx, clinicId: string, row: LocationRow, now: Instant): Promise<void> {
  await sql`
    insert into locations (clinic_id, id, name, address, created_at, updated_at)
    values (${clinicId}, ${row.id}, ${row.name}, ${row.address}, ${new Date(now)}, ${new Date(now)})`.execute(trx)
}

/** Writes the row as given, its version with it. */
export async function updateLocationRow(trx: Trx, clinicId: string, row: LocationRow, now: Instant): Promise<void> {
  const at = new Date(now)
  await sql`
    update locations set name = ${row.name}, address = ${row.address}, version = ${row.version}, updated_at = ${at},
      archived_at = case when ${row.active}::boolean then null else coalesce(archived_at, ${at}) end
    where clinic_id = ${clinicId} and id = ${row.id}`.execute(trx)
}

/** How many active rooms stand there. */
export async function countRoomsAt(trx: Trx, clinicId: string, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from rooms m join resources r on r.clinic_id = m.clinic_id and r.id = m.id
    where m.clinic_id = ${clinicId} and m.location_id = ${id} and r.archived_at is null`.execute(trx)
  return rows[0]!.count
}
