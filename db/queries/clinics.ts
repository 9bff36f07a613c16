import { sql } from 'kysely'
import type { HoldSettings } from '../../domain/hold.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Db, Trx } from '../connect.ts'

export interface ClinicRow extends HoldSettings {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly zone: string
  readonly stepMinutes: number
  readonly allowsOverbooking: boolean
  /** For how many months ahead the occurrences of a series are appointments. */
  readonly seriesHorizonMonths: number
  /** The colour of its public pages, in degrees. */
  readonly hue: number
  readonly logoId: string | null
  /** A few words on its public pages. */
  readonly about: string | null
  /** The Host name to which its public pages answer without its slug. */
  readonly host: string | null
  /** What its prices are in, by ISO 4217. */
  readonly currency: string
  readonly version: number
}

type Brand = 'hue' | 'logoId' | 'about' | 'host' | 'currency'
type Words = 'hue' | 'about'

/** The clinic this transaction works for. */
export async function getClinic(trx: Trx, clinicId: string): Promise<ClinicRow> {
  const clinic = await findClinic(trx, clinicId)
  if (!clinic) throw new Error('this transaction names no clinic that exists')
  return clinic
}

export async function findClinic(trx: Trx, clinicId: string): Promise<ClinicRow | undefined> {
  const { rows } = await sql<ClinicRow>`
    select id, slug, name, zone, step_minutes as "stepMinutes", allows_overbooking as "allowsOverbooking",
      staff_hold_minutes as "staffHoldMinutes", public_hold_minutes as "publicHoldMinutes",
      series_horizon_months as "seriesHorizonMonths", hue, logo_id as "logoId", about, host, currency, version
    from clinics where id = ${clinicId}`.execute(trx)
  return rows[0]
}

const USUAL_HUE = 250

/** A new clinic, with logs that are still empty. The transaction must work for it. */
export async function insertClinic(
  trx: Trx,
  row: Omit<ClinicRow, 'version' | keyof HoldSettings | 'seriesHorizonMonths' | Brand> &
    Partial<Pick<ClinicRow, Words>>,
  now: Instant,
): Promise<void> {
  await sql`
    insert into clinics (id, slug, name, zone, step_minutes, allows_overbooking, hue, about, created_at, updated_at)
    values (${row.id}, ${row.slug}, ${row.name}, ${row.zone}, ${row.stepMinutes}, ${row.allowsOverbooking},
      ${row.hue ?? USUAL_HUE}, ${row.about ?? null}, ${new Date(now)}, ${new Date(now)})`.execute(trx)
  await sql`insert into log_heads (clinic_id) values (${row.id})`.execute(trx)
}

export async function lockClinic(trx: Trx, clinicId: string): Promise<ClinicRow> {
  await sql`select from clinics where id = ${clinicId} for no key update`.execute(trx)
  return getClinic(trx, clinicId)
}

/** Writes the row as given, one version on. */
export async function updateClinicRow(trx: Trx, row: ClinicRow, now: Instant): Promise<void> {
  await sql`
    update clinics set name = ${row.name}, step_minutes = ${row.stepMinutes}, allows_overbooking = ${row.allowsOverbooking},
      staff_hold_minutes = ${row.staffHoldMinutes}, public_hold_minutes = ${row.publicHoldMinutes},
      series_horizon_months = ${row.seriesHorizonMonths}, hue = ${row.hue}, logo_id = ${row.logoId},
      about = ${row.about}, host = ${row.host}, currency = ${row.currency},
      version = version + 1, updated_at = ${new Date(now)}
    where id = ${row.id}`.execute(trx)
}

/** Every clinic's id, for work that is done for each in turn. */
export async function listClinicIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select clinic_id as id from auth.clinic_ids`.execute(db)
  return rows.map((each) => each.id)
}
