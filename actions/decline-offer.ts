import type { Offer } from '../db/queries/waitlist-offers.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { changeBook } from './change-book.ts'
import type { VersionedInput } from './change-record.ts'
import { type ActionContext, actorOf } from './context.ts'
import { leaveOffer } from './leave-offer.ts'
import { lockWholeOffer } from './lock-offer.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { offerRefusal } from './refuse-offer.ts'

export interface OfferDeclined {
  readonly kind: 'declined'
  readonly offer: Offer
}

/** Somebody at the desk says for her that she does not take it: the next is offered it. */
export function declineOffer(context: ActionContext, input: VersionedInput): Promise<OfferDeclined | BookingRefused> {
  const { clinicId } = context.caller
  return changeBook<OfferDeclined>(context, 'declineOffer', input, async (trx) => {
    const { offer: current } = await lockWholeOffer(trx, clinicId, input.id, context.now())
    checkAppointmentRight(context, [current.therapistId])
    const refused = await offerRefusal(trx, clinicId, current, input.expectedVersion)
    if (refused) return { refused }
    const closing = { status: 'declined' as const, by: actorOf(context.caller).name, passesOn: true }
    const { log, offer } = await leaveOffer(context, trx, clinicId, current, closing)
    return { written: { kind: 'declined', offer }, log }
  })
}
