import { countPlaces, lockCounted } from '../db/queries/places.ts'
import { findRegistration, type RegistrationRow, updateStanding } from '../db/queries/registrations.ts'
import type { JobIds } from '../jobs/contracts.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { expireLater, fillPlaces } from './fill-places.ts'
import { placesEntries, registrationEntry } from './registration-log.ts'

/**
 * Passes a place on that was offered and not taken in time. Whom it was offered to waits on, and is passed over. When its
 * time has not come, or it was offered once more, it is looked at again then.
 */
export function expirePlaceOffer(
  context: SystemContext,
  { clinicId, registrationId }: JobIds<'clinicId' | 'registrationId'>,
): Promise<void> {
  return changeUnasked(context, clinicId, async (trx) => {
    const seen = await findRegistration(trx, clinicId, registrationId)
    if (!seen) return []
    await lockCounted(trx, clinicId, seen)
    const current = await findRegistration(trx, clinicId, registrationId)
    if (current?.status !== 'offered') return []
    const now = context.now()
    if (now < current.offerExpiresAt!) {
      await expireLater(context, trx, clinicId, registrationId, current.offerExpiresAt!)
      return []
    }
    const sessions = await countPlaces(trx, clinicId, current, -current.places, now)
    const after: RegistrationRow = {
      ...{ ...current, status: 'waitlisted', passedAt: now },
      ...{ version: current.version + 1, updatedAt: now },
    }
    await updateStanding(trx, clinicId, after)
    const filled = await fillPlaces(context, trx, clinicId, current)
    return [registrationEntry('expire offer', current, after), ...placesEntries(sessions ?? []), ...filled]
  })
}
