import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { asColumns, holdFields } from './fields.ts'
import type { HoldRow } from './holds.ts'

export interface VisitorHold extends HoldRow {
  /** Whether a booking waits on it for an e-mail to prove itself. */
  readonly isBooking: boolean
}

/** What somebody of the public holds then, the first first. */
export async function listHoldsOfVisitor(
  trx: Trx,
  clinicId: string,
  owner: string,
  now: Instant,
): Promise<VisitorHold[]> {
  const { rows } = await sql<VisitorHold>`
    select ${asColumns(holdFields)}, exists (select from public_bookings b where b.clinic_id = s.clinic_id
        and b.hold_id = s.id) as "isBooking"
    from slot_holds s where s.clinic_id = ${clinicId} and s.owner = ${owner} and s.status = 'held'
      and s.expires_at > ${new Date(now)} order by s.id`.execute(trx)
  return rows
}
