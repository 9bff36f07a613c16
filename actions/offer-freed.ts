import type { LogEntry } from '../db/queries/log.ts'
import type { WaitingRow } from '../db/queries/waiting.ts'
import { findEntry, lockEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { listOfferedStarts } from '../db/queries/waitlist-offers.ts'
import type { Slot } from '../domain/slots/request.ts'
import { offerEnd } from '../domain/waitlist-offer.ts'
import { decidePlace } from './decide-place.ts'
import type { Filling } from './fill-slot.ts'
import { findFitting } from './fitting-slots.ts'
import { noOverride } from './hold-slot.ts'
import { lockForEntry } from './lock-offer.ts'
import { type OfferTerms, writeOffers } from './make-offer.ts'
import { waitlistItself } from './offer-context.ts'
import type { WantedPlace } from './waitlist-candidates.ts'

type Offering = Pick<Filling, 'context' | 'trx' | 'clinicId' | 'policy' | 'now'>
type Because = Pick<OfferTerms, 'freedId' | 'chainId' | 'link'>

/** So many slots are looked at for one that she was not offered before. */
const LOOKED_AT = 50

/**
 * Offers what suits the first of them, in that stretch of time, to all of them at once. Nothing is written, and nothing
 * told, where it turns out that no slot is left for her.
 */
export async function offerFreed(
  { clinicId, context, now, policy, trx }: Offering,
  { therapistId, ...window }: WantedPlace,
  together: readonly WaitingRow[],
  because: (slot: Slot) => Promise<Because>,
): Promise<readonly LogEntry[]> {
  const [first, ...others] = together
  const seen = first && (await findEntry(trx, clinicId, first.id))
  if (!first || !seen) return []
  const before = await listOfferedStarts(trx, clinicId, first.id, therapistId)
  const wanted = { window, now, therapistId, before: first.givesUpAt ?? undefined, first: LOOKED_AT }
  const found = await findFitting(trx, clinicId, seen, wanted)
  const slot = found.slots.find((each) => !before.has(each.start))
  if (!slot) return []
  const { given } = await lockForEntry(trx, clinicId, first.id, [therapistId, slot.roomId], now)
  const entry = await lockEntry(trx, clinicId, first.id)
  if (entry?.status !== 'waiting') return []
  const { clientId, typeId } = entry
  const asked = { clientId, typeId, therapistId, roomId: slot.roomId ?? null, startsAt: slot.start, endsAt: slot.end }
  const leaving = given ? [given.id] : []
  const place = await decidePlace(trx, clinicId, asked, { override: noOverride, now, leaving })
  if ('refusal' in place) return []
  const entries: WaitlistEntry[] = [entry]
  for (const each of others) {
    const other = await lockEntry(trx, clinicId, each.id)
    if (other?.status === 'waiting') entries.push(other)
  }
  const terms = { ...(await because(slot)), by: waitlistItself, expiresAt: offerEnd(slot.start, now, policy) }
  return (await writeOffers(context, trx, clinicId, { entries, place, terms })).log
}
