import { lockBooking } from '../db/queries/appointments.ts'
import { findHold } from '../db/queries/holds.ts'
import type { JobIds } from '../jobs/contracts.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'

/** Takes a hold out of the book once its time is over; one that was extended, or has ended already, stays as it is. */
export function expireHold(context: SystemContext, { clinicId, holdId }: JobIds<'clinicId' | 'holdId'>): Promise<void> {
  return changeUnasked(context, clinicId, async (trx) => {
    const hold = await findHold(trx, clinicId, holdId)
    // Whatever locks resources sweeps the expired holds there, and the log tells of it.
    if (hold?.status === 'held')
      await lockBooking(
        trx,
        clinicId,
        hold.roomId ? [hold.therapistId, hold.roomId] : [hold.therapistId],
        [],
        context.now(),
      )
    return []
  })
}
