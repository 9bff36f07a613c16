import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'

/** No text leaves for the number from now on. False when it was so already. */
export async function insertStopped(trx: Trx, clinicId: string, phone: string, now: Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into stopped_numbers (clinic_id, phone, stopped_at) values (${clinicId}, ${phone}, ${new Date(now)})
    on conflict do nothing`.execute(trx)
  return numAffectedRows === 1n
}

/** Texts may leave for the number again. False when they might before. */
export async function deleteStopped(trx: Trx, clinicId: string, phone: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from stopped_numbers where clinic_id = ${clinicId} and phone = ${phone}`.execute(trx)
  return numAffectedRows === 1n
}

export async function isStopped(trx: Trx, clinicId: string, phone: string): Promise<boolean> {
  const { rows } = await sql`
    select from stopped_numbers where clinic_id = ${clinicId} and phone = ${phone}`.execute(trx)
  return rows.length > 0
}
