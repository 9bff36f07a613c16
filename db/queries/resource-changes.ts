import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { WeeklyHours } from '../../domain/availability.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { type ResourceRow, resourceTables } from './book.ts'
import { asJson, resourceFields } from './fields.ts'
import { slugForTherapist } from './therapist-slugs.ts'

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

export type ResourceValues = Pick<
  ResourceRow,
  'name' | 'title' | 'specialties' | 'skills' | 'capacity' | 'features' | 'locationId'
> & { readonly weeklyHours: readonly WeeklyHours[] }

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
  if (kind === 'therapist') {
    const slug = await slugForTherapist(trx, clinicId, resource)
    await trx
      .insertInto('therapists')
      .values({ clinic_id: clinicId, id, slug, title: resource.title, specialties: [...resource.specialties] })
      .execute()
  } else
    await trx
      .insertInto('rooms')
      .values({ clinic_id: clinicId, id, capacity: resource.capacity, location_id: resource.locationId })
      .execute()
  await writeTraits(trx, clinicId, resource)
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
  if (row.kind === 'therapist') {
    const slug = await slugForTherapist(trx, clinicId, row)
    await trx
      .updateTable('therapists')
      .set({ slug, title: row.title, specialties: [...row.specialties] })
      .where('clinic_id', '=', clinicId)
      .where('id', '=', row.id)
      .execute()
  } else
    await trx
      .updateTable('rooms')
      .set({ capacity: row.capacity, location_id: row.locationId })
      .where('clinic_id', '=', clinicId)
      .where('id', '=', row.id)
      .execute()
  await writeTraits(trx, clinicId, row)
}

type Traits = Pick<ResourceRow, 'id' | 'kind' | 'skills' | 'features'>

/** The skills of a therapist or the features of a room, in place of those there were. */
async function writeTraits(trx: Trx, clinicId: string, { id, kind, skills, features }: Traits): Promise<void> {
  if (kind === 'therapist') {
    await sql`delete from therapist_skills where clinic_id = ${clinicId} and therapist_id = ${id}`.execute(trx)
    await sql`insert into therapist_skills (clinic_id, therapist_id, skill)
      select ${clinicId}, ${id}, unnest(${[...skills]}::text[])`.execute(trx)
  } else {
    await sql`delete from room_features where clinic_id = ${clinicId} and room_id = ${id}`.execute(trx)
    await sql`insert into room_features (clinic_id, room_id, feature)
      select ${clinicId}, ${id}, unnest(${[...features]}::text[])`.execute(trx)
  }
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
  const rows = hours.map((each) => ({
    clinic_id: clinicId,
    id: uuid(),
    resource_id: resourceId,
    weekday: each.weekday,
    start_time: each.startTime,
    end_time: each.endTime,
    effective_from: each.effectiveFrom,
    effective_until: each.effectiveUntil,
    location_id: each.locationId,
    telehealth: each.telehealth,
    most_appointments: each.mostAppointments,
  }))
  await trx.insertInto('weekly_hours').values(rows).execute()
}

/** What takes the resource's time and has not ended, soonest first. */
export async function listAppointmentsAhead(
  trx: Trx,
  clinicId: string,
  resourceId: string,
  now: Instant,
): Promise<(Interval & { readonly id: string })[]> {
  const { rows } = await sql<{ id: string; starts_at: Date; ends_at: Date }>`
    select id, starts_at, ends_at from appointments
    where clinic_id = ${clinicId} and (therapist_id = ${resourceId} or room_id = ${resourceId})
      and starts_at > ${new Date(now)}::timestamptz - interval '24 hours' and ends_at > ${new Date(now)}
      and status in ('pending', 'booked', 'arrived')
    order by starts_at, id`.execute(trx)
  return rows.map((row) => ({ id: row.id, start: row.starts_at.getTime(), end: row.ends_at.getTime() }))
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
