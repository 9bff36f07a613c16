import type { Trx } from '../db/connect.ts'
import type { LogEntry } from '../db/queries/log.ts'
import type { WaitingRow } from '../db/queries/waiting.ts'
import { lockEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import type { WaitlistPolicyRow } from '../db/queries/waitlist-policies.ts'
import type { Instant } from '../domain/interval.ts'
import type { Slot } from '../domain/slots/request.ts'
import { offerEnd } from '../domain/waitlist-offer.ts'
import { decidePlace } from './decide-place.ts'
import { noOverride } from './hold-slot.ts'
import { lockForEntry } from './lock-offer.ts'
import { type OfferTerms, writeOffers } from './make-offer.ts'
import { type OfferContext, waitlistItself } from './offer-context.ts'

/** Because of what it is offered. */
export type Because = Pick<OfferTerms, 'freedId' | 'chainId' | 'link'>

interface Offering {
  readonly context: OfferContext
  readonly trx: Trx
  readonly clinicId: string
  readonly policy: WaitlistPolicyRow
  readonly now: Instant
}

/**
 * Offers a slot that suits the first of them to all of them at once. Nothing is written, and nothing told, where it turns
 * out that it cannot be hers any more, or that there is nothing any more because of which it would be offered.
 */
export async function offerFreed(
  { clinicId, context, now, policy, trx }: Offering,
  slot: Slot,
  together: readonly WaitingRow[],
  because: () => Promise<Because | undefined>,
): Promise<readonly LogEntry[]> {
  const [first, ...others] = together
  if (!first) return []
  const { therapistId } = slot
  const clientIds = together.map((each) => each.clientId)
  const { given } = await lockForEntry(trx, clinicId, first.id, [therapistId, slot.roomId], now, clientIds)
  const entry = await lockEntry(trx, clinicId, first.id)
  if (entry?.status !== 'waiting') return []
  const { clientId, typeId } = entry
  const asked = { clientId, typeId, therapistId, roomId: slot.roomId ?? null, startsAt: slot.start, endsAt: slot.end }
  const leaving = given ? [given.id] : []
  const place = await decidePlace(trx, clinicId, asked, { override: noOverride, now, leaving })
  if ('refusal' in place) return []
  const entries: WaitlistEntry[] = [entry]
  // Who of them books something else meanwhile is looked at again when she answers.
  for (const each of others) {
    const other = await lockEntry(trx, clinicId, each.id)
    if (other?.status !== 'waiting') continue
    const hers = { override: noOverride, now, leaving: other.appointmentId === null ? [] : [other.appointmentId] }
    const decided = await decidePlace(trx, clinicId, { ...asked, clientId: other.clientId }, hers)
    if (!('refusal' in decided)) entries.push(other)
  }
  const cause = await because()
  if (!cause) return []
  const terms = { ...cause, by: waitlistItself, expiresAt: offerEnd(slot.start, now, policy) }
  return (await writeOffers(context, trx, clinicId, { entries, place, terms })).log
}
