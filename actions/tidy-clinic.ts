import { inClinic } from '../db/connect.ts'
import { deleteOldFreed } from '../db/queries/freed-slots.ts'
import { deleteEndedHolds } from '../db/queries/holds.ts'
import { deleteUnusedImages } from '../db/queries/images.ts'
import { deleteOldAnswers } from '../db/queries/mutation-answers.ts'
import { deleteLapsedBookings } from '../db/queries/public-bookings.ts'
import { deleteLapsedWaits } from '../db/queries/public-waits.ts'
import { listOverduePlaces } from '../db/queries/registrations.ts'
import { tidyClinic as contract, expirePlaceOffer, type JobIds } from '../jobs/contracts.ts'
import type { SystemContext } from './context.ts'
import { expireEntries } from './expire-entries.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const SEASON = 90 * DAY

/**
 * Forgets what a clinic keeps for a day: the answers for repeated requests, what became of holds, bookings and wishes to wait
 * whose e-mail never proved itself, and images that nothing shows; and of freed slots, after a season, what came to nothing.
 * Who waits for nothing any more leaves the waitlist, and a place whose offer no job has ended is passed on. Asks to be called
 * again the next day.
 */
export async function tidyClinic(context: SystemContext, { clinicId }: JobIds<'clinicId'>): Promise<void> {
  await expireEntries(context, clinicId)
  await inClinic(context.db, clinicId, async (trx) => {
    const now = context.now()
    await Promise.all([
      deleteOldAnswers(trx, clinicId, now - DAY),
      deleteEndedHolds(trx, clinicId, now - DAY),
      deleteLapsedBookings(trx, clinicId, now - DAY),
      deleteLapsedWaits(trx, clinicId, now - DAY),
      deleteUnusedImages(trx, clinicId, now - DAY),
      deleteOldFreed(trx, clinicId, now - SEASON),
      context.jobs.enqueue(trx, contract, { clinicId }, { startAfter: now + DAY }),
    ])
    for (const registrationId of await listOverduePlaces(trx, clinicId, now - HOUR))
      await context.jobs.enqueue(trx, expirePlaceOffer, { clinicId, registrationId })
  })
}
