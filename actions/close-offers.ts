import type { Trx } from '../db/connect.ts'
import { lockFreedSlot, updateFreed } from '../db/queries/freed-slots.ts'
import { endHold, findHold } from '../db/queries/holds.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { lockEntry, updateEntry } from '../db/queries/waitlist-entries.ts'
import { decideOfferRow, findOffer, lockOpenOffersOfHold, type Offer } from '../db/queries/waitlist-offers.ts'
import type { FreedStatus, WithdrawalReason } from '../domain/waitlist-entry.ts'
import { fillSlots } from '../jobs/contracts.ts'
import { holdEndEntry } from './hold-log.ts'
import { noteRest } from './note-freed.ts'
import type { OfferContext } from './offer-context.ts'
import { tellOffers } from './tell-offers.ts'
import { entryEntry, freedEntry, offerEntry } from './waitlist-log.ts'

export type Closing = { readonly by: string } & (
  | { readonly status: 'declined' | 'expired'; readonly withdrawnFor?: undefined }
  | { readonly status: 'withdrawn'; readonly withdrawnFor: WithdrawalReason }
)

/** Whoever has heard of the offer, or will since it is just being sent, is told that it is gone: it was not her doing. */
const TOLD: ReadonlySet<WithdrawalReason | null> = new Set(['taken', 'desk'])

const ACTIONS: Readonly<Record<Closing['status'], string>> = {
  ...{ declined: 'decline offer', expired: 'expire offer', withdrawn: 'withdraw offer' },
}

/** Ends open offers, all locked with what they take: those who had them wait on. */
export async function closeOffers(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  offers: readonly Offer[],
  { by, status, withdrawnFor }: Closing,
): Promise<LogEntry[]> {
  const now = context.now()
  const log: LogEntry[] = []
  const decided = { status, withdrawnFor: withdrawnFor ?? null, decidedAt: now, decidedBy: by }
  for (const offer of offers) {
    await decideOfferRow(trx, clinicId, { ...offer, ...decided }, now)
    log.push(offerEntry(ACTIONS[status], offer, (await findOffer(trx, clinicId, offer.id))!))
    const entry = await lockEntry(trx, clinicId, offer.entryId)
    if (entry?.status !== 'offered') continue
    await updateEntry(trx, clinicId, { ...entry, status: 'waiting' }, now)
    log.push(entryEntry(ACTIONS[status], entry, { ...entry, status: 'waiting', version: entry.version + 1 }))
    if (TOLD.has(decided.withdrawnFor))
      await tellOffers(context, trx, clinicId, 'waitlist_gone', [{ offer, client: entry.client }])
  }
  return log
}

/** Gives back what was held for offers, unless one of them is still open or the hold has ended. */
export async function releaseOffered(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  holdId: string,
): Promise<{ readonly log: LogEntry[]; readonly isFree: boolean }> {
  if ((await lockOpenOffersOfHold(trx, clinicId, holdId)).length > 0) return { log: [], isFree: false }
  const hold = await findHold(trx, clinicId, holdId)
  if (hold?.status !== 'held') return { log: [], isFree: true }
  await endHold(trx, clinicId, holdId, 'released', context.now())
  const released = { ...hold, version: hold.version + 1, status: 'released' as const }
  return { log: [holdEndEntry('release hold', hold, released)], isFree: true }
}

/** Says where the freed slot stands from now on; one that is open again is offered to the next. */
export async function setFreed(
  { jobs, now: clock }: OfferContext,
  trx: Trx,
  clinicId: string,
  freedId: string | null,
  status: FreedStatus,
  filledBy: string | null = null,
): Promise<LogEntry[]> {
  const freed = freedId === null ? undefined : await lockFreedSlot(trx, clinicId, freedId)
  if (!freed || freed.endedAt !== null) return []
  const now = clock()
  const endedAt = status === 'open' || status === 'offered' ? null : now
  const after = { ...freed, status, filledBy, endedAt, lookAt: status === 'open' ? now : freed.lookAt }
  await updateFreed(trx, clinicId, after, now)
  if (status === 'open') await jobs.enqueue(trx, fillSlots, { clinicId })
  const rest = status === 'filled' ? await noteRest(trx, clinicId, after, now) : []
  return [freedEntry(FREED_ACTIONS[status], freed, { ...after, version: freed.version + 1 }), ...rest]
}

/** What was filled is free again, and is offered to the next. */
export async function reopenFreed(
  { jobs, now: clock }: OfferContext,
  trx: Trx,
  clinicId: string,
  freedId: string,
): Promise<LogEntry[]> {
  const freed = (await lockFreedSlot(trx, clinicId, freedId))!
  const now = clock()
  const after = { ...freed, status: 'open' as const, filledBy: null, endedAt: null, lookAt: now }
  await updateFreed(trx, clinicId, after, now)
  await jobs.enqueue(trx, fillSlots, { clinicId })
  return [freedEntry(FREED_ACTIONS.open, freed, { ...after, version: freed.version + 1 })]
}

const FREED_ACTIONS: Readonly<Record<FreedStatus, string>> = {
  ...{ open: 'reopen freed slot', offered: 'offer freed slot', filled: 'fill freed slot' },
  ...{ passed: 'pass freed slot', ended: 'close freed slot' },
}
