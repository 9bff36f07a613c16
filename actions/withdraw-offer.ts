import type { Offer } from '../db/queries/waitlist-offers.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { changeBook } from './change-book.ts'
import type { VersionedInput } from './change-record.ts'
import { type ActionContext, actorOf } from './context.ts'
import { leaveOffer } from './leave-offer.ts'
import { lockWholeOffer } from './lock-offer.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { offerRefusal } from './refuse-offer.ts'

export interface OfferWithdrawn {
  readonly kind: 'withdrawn'
  readonly offer: Offer
}

/** Takes an offer back and tells her; the slot is free again and is offered to nobody by itself. */
export function withdrawOffer(context: ActionContext, input: VersionedInput): Promise<OfferWithdrawn | BookingRefused> {
  const { clinicId } = context.caller
  return changeBook<OfferWithdrawn>(context, 'withdrawOffer', input, async (trx) => {
    const { offer: current } = await lockWholeOffer(trx, clinicId, input.id, context.now())
    checkAppointmentRight(context, [current.therapistId])
    const refused = await offerRefusal(trx, clinicId, current, input.expectedVersion)
    if (refused) return { refused }
    const by = actorOf(context.caller).name
    const closing = { status: 'withdrawn' as const, withdrawnFor: 'desk' as const, by, passesOn: false }
    const { log, offer } = await leaveOffer(context, trx, clinicId, current, closing)
    return { written: { kind: 'withdrawn', offer }, log }
  })
}
