import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { AppointmentTypeRow } from './book.ts'
import { asJson, typeFields } from './fields.ts'

/** In the clinic's order. */
export async function listAppointmentTypes(
  trx: Trx,
  clinicId: string,
  activeOnly: boolean,
): Promise<AppointmentTypeRow[]> {
  const { rows } = await sql<{ row: AppointmentTypeRow }>`
    select ${asJson(typeFields)} as row from appointment_types y
    where y.clinic_id = ${clinicId} and (not ${activeOnly}::boolean or y.archived_at is null)
    order by y.position, lower(y.name), y.id`.execute(trx)
  return rows.map((each) => each.row)
}

export async function findAppointmentType(
  trx: Trx,
  clinicId: string,
  id: string,
): Promise<AppointmentTypeRow | undefined> {
  const { rows } = await sql<{ row: AppointmentTypeRow }>`
    select ${asJson(typeFields)} as row from appointment_types y where y.clinic_id = ${clinicId} and y.id = ${id}`.execute(
    trx,
  )
  return rows[0]?.row
}

export async function lockAppointmentType(
  trx: Trx,
  clinicId: string,
  id: string,
): Promise<AppointmentTypeRow | undefined> {
  await sql`select from appointment_types where clinic_id = ${clinicId} and id = ${id} for no key update`.execute(trx)
  return findAppointmentType(trx, clinicId, id)
}

export type AppointmentTypeValues = Omit<AppointmentTypeRow, 'id' | 'active' | 'position' | 'version'>

/** After all others. */
export async function insertAppointmentType(
  trx: Trx,
  clinicId: string,
  type: AppointmentTypeValues & { readonly id: string },
  now: Instant,
): Promise<void> {
  const at = new Date(now)
  await trx
    .insertInto('appointment_types')
    .values({
      clinic_id: clinicId,
      id: type.id,
      ...columnsOf(type),
      position: sql`(select coalesce(max(y.position) + 1, 0) from appointment_types y where y.clinic_id = ${clinicId})`,
      created_at: at,
      updated_at: at,
    })
    .execute()
}

/** Writes the row as given, one version on. */
export async function updateAppointmentType(
  trx: Trx,
  clinicId: string,
  row: AppointmentTypeRow,
  now: Instant,
): Promise<void> {
  await trx
    .updateTable('appointment_types')
    .set({
      ...columnsOf(row),
      position: row.position,
      archived_at: row.active ? null : sql`coalesce(archived_at, ${new Date(now)})`,
      version: sql`version + 1`,
      updated_at: new Date(now),
    })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', row.id)
    .execute()
}

function columnsOf(type: AppointmentTypeValues) {
  return {
    name: type.name,
    category: type.category,
    minutes: type.minutes,
    buffer_before_minutes: type.bufferBeforeMinutes,
    buffer_after_minutes: type.bufferAfterMinutes,
    hue: type.hue,
    needs_room: type.needsRoom,
    price_cents: type.priceCents,
    cpt_code: type.cptCode,
    required_skills: [...type.requiredSkills],
    required_features: [...type.requiredFeatures],
    min_capacity: type.minCapacity,
    daily_limit: type.dailyLimit,
    online: type.online,
    lead_minutes: type.leadMinutes,
    horizon_days: type.horizonDays,
  }
}
