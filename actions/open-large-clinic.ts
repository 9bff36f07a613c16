import { type Db, inClinic } from '../db/connect.ts'
import type { AppointmentRow } from '../db/queries/book.ts'
import type { LargeClinic } from '../db/seed/large-clinic.ts'
import { settledClients, type Tally, tally } from '../db/seed/referrals.ts'
import { writeAppointments } from '../db/seed/write-book.ts'
import { writeReferrals } from '../db/seed/write-clinic.ts'
import type { Instant } from '../domain/interval.ts'
import { type SeedAccess, seedClinic } from './open-demo-clinic.ts'

const ROWS_A_TRANSACTION = 5_000

/** Opens a clinic for measurements, its book in many transactions. Answers with the number of appointments. */
export async function openLargeClinic(
  db: Db,
  { plan, days }: LargeClinic,
  access: Omit<SeedAccess, 'action'>,
  now: Instant,
  onProgress: (appointments: number) => void,
): Promise<number> {
  const { id } = plan.clinic
  await inClinic(db, id, (trx) => seedClinic(trx, plan, { ...access, action: 'seed large clinic' }, now))
  const known: Tally = new Map()
  let count = 0
  for (const batch of batches(days)) {
    await inClinic(db, id, (trx) => writeAppointments(trx, id, batch))
    tally(known, batch)
    count += batch.length
    onProgress(count)
  }
  await inClinic(db, id, (trx) => writeReferrals(trx, id, settledClients(plan, known, now)))
  return count
}

function* batches(days: Iterable<AppointmentRow[]>): Generator<AppointmentRow[]> {
  let batch: AppointmentRow[] = []
  for (const rows of days) {
    batch.push(...rows)
    if (batch.length < ROWS_A_TRANSACTION) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
