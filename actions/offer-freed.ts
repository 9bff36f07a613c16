import { getClinic } from '../db/queries/clinics.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { findPlaceFacts, type WaitingRow } from '../db/queries/waiting.ts'
import { findEntry, lockEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { listOfferedStarts } from '../db/queries/waitlist-offers.ts'
import type { Slot } from '../domain/slots/request.ts'
import { misfits } from '../domain/waitlist-match.ts'
import { offerEnd } from '../domain/waitlist-offer.ts'
import { type WantedPlace as DecidedFor, decidePlace } from './decide-place.ts'
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
  const entries = [entry, ...(await othersFor({ clinicId, context, now, policy, trx }, asked, others))]
  const terms = { ...(await because(slot)), by: waitlistItself, expiresAt: offerEnd(slot.start, now, policy) }
  return (await writeOffers(context, trx, clinicId, { entries, place, terms })).log
}

/**
 * Those of the others whom the very slot fits, which may be another than what became free, and who could be booked into it.
 * Who books something else meanwhile is looked at again when she answers.
 */
async function othersFor(
  { clinicId, now, policy: { offersADay }, trx }: Offering,
  slot: Required<DecidedFor>,
  others: readonly WaitingRow[],
): Promise<WaitlistEntry[]> {
  if (others.length === 0) return []
  const place = { therapistId: slot.therapistId, start: slot.startsAt, end: slot.endsAt }
  const [{ zone }, found] = await Promise.all([getClinic(trx, clinicId), findPlaceFacts(trx, clinicId, place)])
  if (!found) return []
  const busyClientIds = new Set(found.busyClientIds)
  const offeredEntryIds = new Set(found.offeredEntryIds)
  const open = { ...place, therapist: found.therapist, busyClientIds, offeredEntryIds }
  const entries: WaitlistEntry[] = []
  for (const each of others.filter((other) => misfits(other, open, { zone, now, offersADay }).length === 0)) {
    const other = await lockEntry(trx, clinicId, each.id)
    if (other?.status !== 'waiting') continue
    const leaving = other.appointmentId === null ? [] : [other.appointmentId]
    const wanted = { ...slot, clientId: other.clientId }
    const decided = await decidePlace(trx, clinicId, wanted, { override: noOverride, now, leaving })
    if (!('refusal' in decided)) entries.push(other)
  }
  return entries
}
