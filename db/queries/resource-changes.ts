import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { WeeklyHours } from '../../domain/availability.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { type ResourceRow, resourceTables } from './book.ts'
import { asJson, resourceFields } from './fields.ts'

export type ResourceKind = ResourceRow['kind']

/** The therapist or room, locked as a booking locks it: whoever books it now waits. */
export async function lockResource(
  trx: Trx,
  clinicId: string,
  kind: ResourceKind,
  id: string,
): Promise<ResourceRow | undefined> {
  await sql`select from resources where clinic_id = ${clinicId} and id = ${id} and kind = ${kind} for no key update
  `.execute(trx)
  return findResource(trx, clinicId, kind, id)
}

export async function findResource(
  trx: Trx,
  clinicId: string,
  kind: ResourceKind,
  id: string,
): Promise<ResourceRow | undefined> {
  const { rows } = await sql<{ row: ResourceRow }>`
    select ${asJson(resourceFields)} as row from ${resourceTables}
    where r.clinic_id = ${clinicId} and r.id = ${id} and r.kind = ${kind}`.execute(trx)
  return rows[0]?.row
}

export type ResourceValues = Omit<ResourceRow, 'id' | 'kind' | 'active' | 'position' | 'version'>

/** After all others of its kind. */
export async function insertResource(
  trx: Trx,
  clinicId: string,
  resource: ResourceValues & { readonly id: string; readonly kind: ResourceKind },
  now: Instant,
): Promise<void> {
  const { id, kind, name } = resource
  await sql`
    insert into resources (clinic_id, id, kind, name, position, created_at, updated_at)
    select ${clinicId}, ${id}, ${kind}, ${name}, coalesce(max(position) + 1, 0), ${new Date(now)}, ${new Date(now)}
    from resources where clinic_id = ${clinicId} and kind = ${kind}`.execute(trx)
  if (kind === 'therapist')
    await trx
      .insertInto('therapists')
      .values({ clinic_id: clinicId, id, title: resource.title, specialties: [...resource.specialties] })
      .execute()
  else await trx.insertInto('rooms').values({ clinic_id: clinicId, id, capacity: resource.capacity }).execute()
  await insertWeeklyHours(trx, clinicId, id, resource.weeklyHours)
}

/** Writes the row as given, one version on. */
export async function updateResource(trx: Trx, clinicId: string, row: ResourceRow, now: Instant): Promise<void> {
  await trx
    .updateTable('resources')
    .set({
      name: row.name,
      position: row.position,
      archived_at: row.active ? null : sql`coalesce(archived_at, ${new Date(now)})`,
      version: sql`version + 1`,
      updated_at: new Date(now),
    })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', row.id)
    .execute()
  if (row.kind === 'therapist')
    await trx
      .updateTable('therapists')
      .set({ title: row.title, specialties: [...row.specialties] })
      .where('clinic_id', '=', clinicId)
      .where('id', '=', row.id)
      .execute()
  else
    await trx
      .updateTable('rooms')
      .set({ capacity: row.capacity })
      .where('clinic_id', '=', clinicId)
      .where('id', '=', row.id)
      .execute()
}

export async function replaceWeeklyHours(
  trx: Trx,
  clinicId: string,
  resourceId: string,
  hours: readonly WeeklyHours[],
): Promise<void> {
  await sql`delete from weekly_hours where clinic_id = ${clinicId} and resource_id = ${resourceId}`.execute(trx)
  await insertWeeklyHours(trx, clinicId, resourceId, hours)
}

async function insertWeeklyHours(
  trx: Trx,
  clinicId: string,
  resourceId: string,
  hours: readonly WeeklyHours[],
): Promise<void> {
  if (hours.length === 0) return
  const rows = hours.map(({ weekday, startTime, endTime }) => ({
    clinic_id: clinicId,
    id: uuid(),
    resource_id: resourceId,
    weekday,
    start_time: startTime,
    end_time: endTime,
  }))
  await trx.insertInto('weekly_hours').values(rows).execute()
}

/** How many appointments that have not ended take the resource's time, or the client's. */
export async function countAppointmentsAhead(
  trx: Trx,
  clinicId: string,
  of: { readonly resourceId: string } | { readonly clientId: string },
  now: Instant,
): Promise<number> {
  const whose =
    'clientId' in of
      ? sql`client_id = ${of.clientId}`
      : sql`(therapist_id = ${of.resourceId} or room_id = ${of.resourceId})`
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from appointments
    where clinic_id = ${clinicId} and ${whose} and ends_at > ${new Date(now)}
      and status in ('pending', 'booked', 'arrived')`.execute(trx)
  return rows[0]!.count
}
