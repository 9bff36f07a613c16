import type { Trx } from '../db/connect.ts'
import { listTaken, lockBooking } from '../db/queries/appointments.ts'
import { type Appointment, listAppointments } from '../db/queries/book.ts'
import type { Instant } from '../domain/interval.ts'
import { notFound } from './errors.ts'

/**
 * The appointments as they stand once their resources, and those they may go to, are locked. What they take can only
 * have changed before the lock together with their version, so a change made from that version is safe.
 */
export async function lockAppointments(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
  now: Instant,
  alsoResourceIds: readonly (string | null | undefined)[] = [],
): Promise<Appointment[]> {
  const taken = await listTaken(trx, clinicId, ids)
  const missing = ids.find((id) => !taken.some((each) => each.id === id))
  if (missing) throw notFound('appointment', ['input'], missing)
  const resourceIds = [...taken.flatMap((each) => each.resourceIds), ...alsoResourceIds.filter((id) => id != null)]
  const clientIds = taken.map((each) => each.clientId)
  const [, appointments] = await Promise.all([
    lockBooking(trx, clinicId, [...new Set(resourceIds)], clientIds, now),
    listAppointments(trx, clinicId, ids),
  ])
  return appointments
}
