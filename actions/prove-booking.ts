import { inClinic } from '../db/connect.ts'
import { revokeShownLinks } from '../db/queries/links.ts'
import { markProved } from '../db/queries/public-bookings.ts'
import type { ActionContext } from './context.ts'
import type { OwnCaller } from './own-appointment.ts'

/**
 * Whoever does something by the link in a message has the address: what was shown to whoever typed it, who may be somebody
 * else, leads nowhere from then on.
 */
export async function proveBooking({
  caller,
  db,
  now,
}: Pick<ActionContext, 'db' | 'now'> & { readonly caller: OwnCaller }): Promise<void> {
  if (caller.isOutside) return
  const { appointmentId, clinicId } = caller
  await inClinic(db, clinicId, (trx) =>
    Promise.all([
      revokeShownLinks(trx, clinicId, appointmentId, now()),
      markProved(trx, clinicId, appointmentId, now()),
    ]),
  )
}
