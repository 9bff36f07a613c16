import type { Trx } from '../db/connect.ts'
import { findBookingByToken } from '../db/queries/public-bookings.ts'
import type { PublicBooked, PublicOver } from './book-public-slot.ts'
import { changeClinic, type Outcome } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { holdToken } from './hold-token.ts'
import { checkId } from './ids.ts'
import { lockHold } from './lock-hold.ts'
import { hashOfSecret } from './one-time-secret.ts'
import { writePublicBooking } from './write-public-booking.ts'

export interface ProofInput {
  readonly id: string
  /** That was sent to the address. */
  readonly token: string
}

/** The e-mail has proved itself: what was held for it is booked. */
export function confirmPublicBooking(context: ActionContext, input: ProofInput): Promise<PublicBooked | PublicOver> {
  checkId(input.id, 'booking', ['input', 'id'])
  return changeClinic<PublicBooked, PublicOver, PublicOver>(context, {
    operation: 'confirmPublicBooking',
    input: {},
    work: (trx) => confirmIn(context, trx, input),
    tell: async (refused) => refused,
  })
}

const over = { refused: { kind: 'over' as const } }

async function confirmIn(
  context: ActionContext,
  trx: Trx,
  { id, token }: ProofInput,
): Promise<Outcome<PublicBooked, PublicOver>> {
  const { clinicId } = context.caller
  const booking = await findBookingByToken(trx, clinicId, id, hashOfSecret(token))
  if (!booking) return over
  if (booking.status === 'booked') return { written: { kind: 'booked', booking }, log: [] }
  const key = { id: booking.holdId, token: holdToken(context, booking.holdId) }
  const locked = await lockHold(context, trx, key, context.now())
  if ('refusal' in locked) {
    // Of two who follow the link at once, the second finds it booked.
    const again = await findBookingByToken(trx, clinicId, id, hashOfSecret(token))
    return again?.status === 'booked' ? { written: { kind: 'booked', booking: again }, log: [] } : over
  }
  const booked = await writePublicBooking(context, trx, locked.hold, booking, { isProved: true })
  return 'refused' in booked ? over : booked
}
