import { randomBytes } from 'node:crypto'
import type { Instant } from '../../domain/interval.ts'
import { defaultWaitlistPolicy } from '../../domain/waitlist-offer.ts'
import type { Trx } from '../connect.ts'
import { insertFreed, updateFreed } from '../queries/freed-slots.ts'
import { insertEntry, updateEntry } from '../queries/waitlist-entries.ts'
import { decideOfferRow, insertOffer } from '../queries/waitlist-offers.ts'
import { saveWaitlistPolicy } from '../queries/waitlist-policies.ts'
import type { DemoWaitlist } from './demo-waitlist.ts'

/** Writes who waits, that slots are offered by themselves, and what became of what was. The links of these offers lead nowhere. */
export async function writeWaitlist(
  trx: Trx,
  clinicId: string,
  { entries, freed, offers }: DemoWaitlist,
  now: Instant,
): Promise<void> {
  await saveWaitlistPolicy(trx, clinicId, { ...defaultWaitlistPolicy, mode: 'offer' }, 0, now)
  for (const entry of entries) {
    await insertEntry(trx, clinicId, entry)
    if (entry.endedAt !== null) await updateEntry(trx, clinicId, entry, entry.endedAt)
  }
  for (const slot of freed) {
    await insertFreed(trx, clinicId, [slot], slot.createdAt)
    await updateFreed(trx, clinicId, slot, now)
  }
  for (const offer of offers) {
    await insertOffer(trx, clinicId, offer, randomBytes(32))
    await decideOfferRow(trx, clinicId, offer, offer.decidedAt ?? now)
  }
}
