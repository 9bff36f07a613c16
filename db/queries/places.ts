import { sql } from 'kysely'
import type { Trx } from '../connect.ts'

/** How many wait for a place in the event or in any of its sessions. */
export async function countWaitlisted(trx: Trx, clinicId: string, eventId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from registrations
    where clinic_id = ${clinicId} and event_id = ${eventId} and status = 'waitlisted'`.execute(trx)
  return rows[0]!.count
}
