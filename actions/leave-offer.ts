import type { Trx } from '../db/connect.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { findOffer, type Offer } from '../db/queries/waitlist-offers.ts'
import { type Closing, closeOffers, releaseOffered, setFreed } from './close-offers.ts'
import type { OfferContext } from './offer-context.ts'

export interface LeftOffer {
  readonly offer: Offer
  readonly log: readonly LogEntry[]
}

/** Ends one open offer, locked with all that is concerned; once nobody is offered the slot any more, it is passed on or stopped. */
export async function leaveOffer(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  offer: Offer,
  { passesOn, ...closing }: Closing & { readonly passesOn: boolean },
): Promise<LeftOffer> {
  const closed = await closeOffers(context, trx, clinicId, [offer], closing)
  const released = await releaseOffered(context, trx, clinicId, offer.holdId)
  const status = passesOn ? 'open' : 'ended'
  const freed = released.isFree ? await setFreed(context, trx, clinicId, offer.freedId, status) : []
  return { offer: (await findOffer(trx, clinicId, offer.id))!, log: [...closed, ...released.log, ...freed] }
}
