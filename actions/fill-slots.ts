import { inClinic } from '../db/connect.ts'
import { listFreedDue } from '../db/queries/freed-slots.ts'
import { awaitLogHead } from '../db/queries/message-cursors.ts'
import type { JobIds } from '../jobs/contracts.ts'
import type { SystemContext } from './context.ts'
import { expireOffers } from './expire-offers.ts'
import { fillSlot } from './fill-slot.ts'
import type { OfferContext } from './offer-context.ts'

/**
 * Offers what became free to those who wait for it, and passes on what was not answered in time. May run as often as one
 * likes, and be ended anywhere. One slot that cannot be filled keeps nobody from the others.
 */
export async function fillSlots(
  context: SystemContext & OfferContext,
  { clinicId }: JobIds<'clinicId'>,
): Promise<void> {
  // Whoever freed something while this job was about to begin has asked for no other.
  await inClinic(context.db, clinicId, (trx) => awaitLogHead(trx, clinicId))
  await expireOffers(context, clinicId)
  const due = await inClinic(context.db, clinicId, (trx) => listFreedDue(trx, clinicId, context.now()))
  const failures: unknown[] = []
  for (const { id } of due) {
    await fillSlot(context, clinicId, id).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}
