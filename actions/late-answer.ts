import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { listKeptBack } from '../db/queries/answered-offers.ts'
import { findFreedSlot } from '../db/queries/freed-slots.ts'
import type { LogActor, LogEntry } from '../db/queries/log.ts'
import { lockEntry } from '../db/queries/waitlist-entries.ts'
import type { Offer } from '../db/queries/waitlist-offers.ts'
import { getWaitlistPolicy } from '../db/queries/waitlist-policies.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import type { Slot } from '../domain/slots/request.ts'
import { isOnList } from '../domain/waitlist-entry.ts'
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
  /** It is not to be had; this one is kept for her now. */
  | { readonly kind: 'another'; readonly why: WhyNot; readonly offer: Offer; readonly log: readonly LogEntry[] }
  | { readonly kind: 'gone'; readonly why: WhyNot; readonly log: readonly LogEntry[] }

/** Why a late yes does not have it: somebody else does, the clinic no longer offers it, or she waits no more. */
export type WhyNot = 'taken' | 'withdrawn' | 'left'

const REACH = 28 * 24 * 60 * MINUTE
/** So many slots are looked at for some that are not kept back. */
const LOOKED_AT = 50
const TRIES = 3

/**
 * It is hers if it is still free and was not taken back on purpose; else the next that suits her is kept for her, where
 * there is one and the clinic lets it be offered by itself.
 */
export async function answerLate(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  locked: LockedOffer,
  by: LogActor,
): Promise<LateOutcome> {
  const now = context.now()
  const { entry, log, offer } = await ended(context, trx, clinicId, locked)
  if (!isOnList(entry.status)) return { kind: 'gone', why: 'left', log }
  const why = (await isTakenBack(trx, clinicId, offer)) ? 'withdrawn' : 'taken'
  if (entry.status !== 'waiting') return { kind: 'gone', why, log }
  const over = { ...locked, entry, offer }
  if (why === 'taken' && offer.status !== 'accepted' && offer.startsAt > now) {
    const booked = await bookOffered(context, trx, clinicId, over, { by, holdId: undefined })
    if ('written' in booked) return { kind: 'taken', taken: booked.written, log: [...log, ...booked.log] }
  }
  const another = await offerAnother(context, trx, clinicId, over, now)
  if (!another) return { kind: 'gone', why, log }
  return { kind: 'another', why, offer: another.offer, log: [...log, ...another.log] }
}

/** Whether the desk took the offer back, or keeps its time from everybody who waits. */
async function isTakenBack(trx: Trx, clinicId: string, { freedId, status, withdrawnFor }: Offer): Promise<boolean> {
  if (status === 'withdrawn' && withdrawnFor !== 'taken') return true
  return freedId !== null && (await findFreedSlot(trx, clinicId, freedId))?.status === 'ended'
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
): Promise<{ readonly offer: Offer; readonly log: readonly LogEntry[] } | undefined> {
  const policy = await getWaitlistPolicy(trx, clinicId)
  if (policy.mode !== 'offer') return undefined
  const window = { start: now + policy.notWithinMinutes * MINUTE, end: now + REACH }
  const found = await findFitting(trx, clinicId, entry, { window, now, first: LOOKED_AT, before: given?.startsAt })
  const keptBack = await listKeptBack(trx, clinicId, entry.id, window)
  const isKept = ({ end, start, therapistId }: Slot) =>
    keptBack.some((each) => each.therapistId === therapistId && each.start < end && each.end > start)
  const slots = found.slots.filter((each) => !isKept(each)).slice(0, TRIES)
  for (const { end: endsAt, roomId = null, start: startsAt, therapistId } of slots) {
    const locked = await lockForEntry(trx, clinicId, entry.id, [therapistId, roomId], now)
    const current = await lockEntry(trx, clinicId, entry.id)
    if (current?.status !== 'waiting') return undefined
    const wanted = { clientId: entry.clientId, typeId: entry.typeId, therapistId, roomId, startsAt, endsAt }
    const leaving = locked.given ? [locked.given.id] : []
    const place = await decidePlace(trx, clinicId, wanted, { override: noOverride, now, leaving })
    if ('refusal' in place) continue
    const terms = {
      ...{ by: waitlistItself, expiresAt: offerEnd(startsAt, now, policy), freedId: null, silent: true },
      ...{ chainId: uuidv7(), link: 1 },
    }
    const { log, offers } = await writeOffers(context, trx, clinicId, { entries: [current], place, terms })
    return { offer: offers[0]!, log }
  }
  return undefined
}
