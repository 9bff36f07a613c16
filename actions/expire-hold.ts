import { lockBooking } from '../db/queries/appointments.ts'
import { findHold } from '../db/queries/holds.ts'
import { isStanding } from '../domain/hold.ts'
import { expireHold as contract, type JobIds } from '../jobs/contracts.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'

/**
 * Takes a hold out of the book once its time is over; one that has ended already stays as it is. One that still stands was
 * extended, or the clock of the queue is ahead of ours: then it is looked at again at its end.
 */
export function expireHold(context: SystemContext, ids: JobIds<'clinicId' | 'holdId'>): Promise<void> {
  const { clinicId, holdId } = ids
  return changeUnasked(context, clinicId, async (trx) => {
    const now = context.now()
    const hold = await findHold(trx, clinicId, holdId)
    if (hold?.status !== 'held') return []
    if (isStanding(hold, now)) await context.jobs.enqueue(trx, contract, ids, { startAfter: hold.expiresAt })
    // Whatever locks resources sweeps the expired holds there, and the log tells of it.
    else
      await lockBooking(
        trx,
        clinicId,
        [hold.therapistId, hold.roomId].filter((id) => id !== null),
        [],
        now,
      )
    return []
  })
}
