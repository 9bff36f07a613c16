import { inClinic, type Trx } from '../db/connect.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { listOverdueOffers, lockOpenOffersOfHold, type Offer } from '../db/queries/waitlist-offers.ts'
import { changeUnasked } from './change-unasked.ts'
import { closeOffers, releaseOffered, setFreed } from './close-offers.ts'
import type { SystemContext } from './context.ts'
import { type OfferContext, waitlistItself } from './offer-context.ts'

/** Ends the offers that nobody has answered in time; their slots are passed on. */
export async function expireOffers(context: SystemContext & OfferContext, clinicId: string): Promise<void> {
  const overdue = await inClinic(context.db, clinicId, (trx) => listOverdueOffers(trx, clinicId, context.now()))
  for (const offers of Map.groupBy(overdue, (each) => each.holdId).values())
    await changeUnasked(context, clinicId, (trx) => expireTogether(context, trx, clinicId, offers))
}

async function expireTogether(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  [first, ...others]: readonly Offer[],
): Promise<LogEntry[]> {
  if (!first) return []
  const { freedId, holdId, roomId, therapistId } = first
  const clientIds = [first, ...others].map((each) => each.clientId)
  const now = context.now()
  await lockBooking(trx, clinicId, roomId ? [therapistId, roomId] : [therapistId], clientIds, now)
  const open = (await lockOpenOffersOfHold(trx, clinicId, holdId)).filter((each) => each.expiresAt <= now)
  if (open.length === 0) return []
  const closed = await closeOffers(context, trx, clinicId, open, { status: 'expired', by: waitlistItself.name })
  const released = await releaseOffered(context, trx, clinicId, holdId)
  const freed = released.isFree ? await setFreed(context, trx, clinicId, freedId, 'open') : []
  return [...closed, ...released.log, ...freed]
}
