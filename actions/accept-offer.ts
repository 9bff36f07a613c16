import { checkAppointmentRight } from './appointment-rights.ts'
import { changeBook } from './change-book.ts'
import type { VersionedInput } from './change-record.ts'
import { type ActionContext, actorOf } from './context.ts'
import { lockWholeOffer } from './lock-offer.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { lateRefusal, offerRefusal } from './refuse-offer.ts'
import { type OfferTaken, takeOffer } from './take-offer.ts'

/** Somebody at the desk says for her that she takes what is offered. */
export function acceptOffer(context: ActionContext, input: VersionedInput): Promise<OfferTaken | BookingRefused> {
  const { clinicId } = context.caller
  return changeBook<OfferTaken>(context, 'acceptOffer', input, async (trx) => {
    const locked = await lockWholeOffer(trx, clinicId, input.id, context.now())
    checkAppointmentRight(context, [locked.offer.therapistId])
    if (locked.offer.status === 'expired') return { refused: await lateRefusal(trx, clinicId, locked) }
    const refused = await offerRefusal(trx, clinicId, locked.offer, input.expectedVersion)
    if (refused) return { refused }
    const outcome = await takeOffer(context, trx, clinicId, locked, actorOf(context.caller))
    return 'late' in outcome ? { refused: await lateRefusal(trx, clinicId, locked) } : outcome
  })
}
