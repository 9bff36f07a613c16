import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import type { Hold } from '../db/queries/holds.ts'
import { insertLinks } from '../db/queries/links.ts'
import { markBooked, type PublicBookingRow } from '../db/queries/public-bookings.ts'
import type { Outcome } from './change-clinic.ts'
import { confirmInPlace } from './confirm-hold.ts'
import type { ActionContext } from './context.ts'
import { noOverride } from './hold-slot.ts'
import { LINK_KEPT } from './make-links.ts'
import { meantOrNewClient } from './meant-or-new-client.ts'
import { hashOfSecret } from './one-time-secret.ts'
import { publicBookingToken } from './public-booking-token.ts'
import type { Refusal } from './refuse-booking.ts'

interface WrittenBooking {
  readonly kind: 'booked'
  readonly booking: PublicBookingRow
}

/** Makes an appointment of the locked hold, and finds or makes the client whose it is. */
export async function writePublicBooking(
  context: ActionContext,
  trx: Trx,
  hold: Hold,
  booking: PublicBookingRow,
  { isProved }: { readonly isProved: boolean },
): Promise<Outcome<WrittenBooking, Refusal>> {
  const { clinicId } = context.caller
  const now = context.now()
  const { client, log } = await meantOrNewClient(context, trx, { ...booking, isProved }, hold)
  const confirmed = await confirmInPlace(context, trx, hold, {
    ...{ clientId: client.id, notes: null, override: noOverride },
  })
  if ('refused' in confirmed) return confirmed
  const { appointment } = confirmed.written
  const { language, zone } = booking
  const token = publicBookingToken(context.secret, 'manage', clinicId, booking.id)
  const link = {
    ...{ id: uuidv7(), tokenHash: hashOfSecret(token), appointmentId: appointment.id, clientId: client.id },
    expiresAt: appointment.endsAt + LINK_KEPT,
    // Whose address has not proved itself may be anybody.
    ...(!isProved && { language, zone }),
  }
  await Promise.all([
    insertLinks(trx, clinicId, [link], now),
    markBooked(trx, clinicId, booking.id, { appointmentId: appointment.id, isProved }, now),
  ])
  const booked = {
    ...{ ...booking, status: 'booked' as const, appointmentId: appointment.id },
    ...{ bookedAt: now, provedAt: isProved ? now : null },
  }
  return { written: { kind: 'booked', booking: booked }, log: [...log, ...confirmed.log] }
}
