import { sql } from 'kysely'
import type { Trx } from '../connect.ts'

export interface ClinicRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly zone: string
  readonly stepMinutes: number
  readonly allowsOverbooking: boolean
  readonly version: number
}

/** The clinic this transaction works for. */
export async function getClinic(trx: Trx, clinicId: string): Promise<ClinicRow> {
  const { rows } = await sql<ClinicRow>`
    select id, slug, name, zone, step_minutes as "stepMinutes", allows_overbooking as "allowsOverbooking", version
    from clinics where id = ${clinicId}`.execute(trx)
  const clinic = rows[0]
  if (!clinic) throw new Error('this transaction names no clinic that exists')
  return clinic
}
