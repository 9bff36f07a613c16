import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import type { LogActor, LogEntry } from '../db/queries/log.ts'
import { lockEntry } from '../db/queries/waitlist-entries.ts'
import type { Offer } from '../db/queries/waitlist-offers.ts'
import { getWaitlistPolicy } from '../db/queries/waitlist-policies.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { offerEnd } from '../domain/waitlist-offer.ts'
import { decidePlace } from './decide-place.ts'
import { findFitting } from './fitting-slots.ts'
import { noOverride } from './hold-slot.ts'
import { leaveOffer } from './leave-offer.ts'
import { type LockedOffer, lockForEntry } from './lock-offer.ts'
import { writeOffers } from './make-offer.ts'
import { type OfferContext, waitlistItself } from './offer-context.ts'
import { bookOffered, type OfferTaken } from './take-offer.ts'

/** What comes of a yes to an offer that is over. */
export type LateOutcome =
  /** Nobody had taken it meanwhile. */
  | { readonly kind: 'taken'; readonly taken: OfferTaken; readonly log: readonly LogEntry[] }
  /** Somebody had; this one is kept for her now. */
  | { readonly kind: 'another'; readonly offer: Offer; readonly log: readonly LogEntry[] }
  | { readonly kind: 'gone'; readonly log: readonly LogEntry[] }

const REACH = 28 * 24 * 60 * MINUTE
const TRIES = 3

/** It is hers if it is still free; else the next that suits her is kept for her, where there is one. */
export async function answerLate(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  locked: LockedOffer,
  by: LogActor,
): Promise<LateOutcome> {
  const now = context.now()
  const { entry, log, offer } = await ended(context, trx, clinicId, locked)
  if (entry.status !== 'waiting') return { kind: 'gone', log }
  const over = { ...locked, entry, offer }
  if (offer.status !== 'accepted' && offer.startsAt > now) {
    const booked = await bookOffered(context, trx, clinicId, over, { by, holdId: undefined })
    if ('written' in booked) return { kind: 'taken', taken: booked.written, log: [...log, ...booked.log] }
  }
  const another = await offerAnother(context, trx, clinicId, over, now)
  return { ...another, log: [...log, ...another.log] }
}

/** Her answer may come before the job that ends what is over: it ends here, and she waits again. */
async function ended(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  { entry, offer }: LockedOffer,
): Promise<Pick<LockedOffer, 'entry' | 'offer'> & { readonly log: readonly LogEntry[] }> {
  if (offer.status !== 'open') return { entry, offer, log: [] }
  const closing = { status: 'expired' as const, by: waitlistItself.name, passesOn: true }
  const left = await leaveOffer(context, trx, clinicId, offer, closing)
  const log = left.log.map((each) => ({ ...each, actor: waitlistItself }))
  return { entry: (await lockEntry(trx, clinicId, entry.id))!, offer: left.offer, log }
}

async function offerAnother(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  { entry, given }: LockedOffer,
  now: Instant,
): Promise<LateOutcome> {
  const policy = await getWaitlistPolicy(trx, clinicId)
  const window = { start: now + policy.notWithinMinutes * MINUTE, end: now + REACH }
  const found = await findFitting(trx, clinicId, entry, { window, now, first: TRIES, before: given?.startsAt })
  for (const { end: endsAt, roomId = null, start: startsAt, therapistId } of found.slots) {
    const locked = await lockForEntry(trx, clinicId, entry.id, [therapistId, roomId], now)
    const current = await lockEntry(trx, clinicId, entry.id)
    if (current?.status !== 'waiting') return { kind: 'gone', log: [] }
    const wanted = { clientId: entry.clientId, typeId: entry.typeId, therapistId, roomId, startsAt, endsAt }
    const leaving = locked.given ? [locked.given.id] : []
    const place = await decidePlace(trx, clinicId, wanted, { override: noOverride, now, leaving })
    if ('refusal' in place) continue
    const terms = {
      ...{ by: waitlistItself, expiresAt: offerEnd(startsAt, now, policy), freedId: null, silent: true },
      ...{ chainId: uuidv7(), link: 1 },
    }
    const { log, offers } = await writeOffers(context, trx, clinicId, { entries: [current], place, terms })
    return { kind: 'another', offer: offers[0]!, log }
  }
  return { kind: 'gone', log: [] }
}
