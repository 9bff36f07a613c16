import type { Trx } from '../db/connect.ts'
import type { BookingSettingsRow } from '../db/queries/booking-settings.ts'
import { listResources } from '../db/queries/resources.ts'
import { getWaitlistPolicy } from '../db/queries/waitlist-policies.ts'
import { isShown } from '../domain/booking-settings.ts'
import { isQualified } from '../domain/fitness-rules.ts'
import { findPublicOffer, type PublicOffer } from './public-offer.ts'

interface WaitWanted {
  readonly typeId: string
  /** Null for anybody. */
  readonly therapistId: string | null
}

/** Whether people from outside may ask to be put on the clinic's waitlist. */
export async function offersWaitlist(trx: Trx, clinicId: string, settings: BookingSettingsRow): Promise<boolean> {
  if (!settings.open || !settings.offersWaitlist) return false
  return (await getWaitlistPolicy(trx, clinicId)).mode !== 'off'
}

/** The type, where people from outside may wait for it with whom they name; undefined where they may not. */
export async function findWaitOffer(
  trx: Trx,
  clinicId: string,
  { therapistId, typeId }: WaitWanted,
): Promise<PublicOffer | undefined> {
  const offer = await findPublicOffer(trx, clinicId, typeId)
  if (!offer || !(await offersWaitlist(trx, clinicId, offer.settings))) return undefined
  const therapists = await listResources(trx, clinicId, { kind: 'therapist', activeOnly: true })
  const isThere = therapists.some(
    (each) =>
      (therapistId === null || each.id === therapistId) &&
      isShown(offer.settings, each.id) &&
      isQualified(each, offer.type),
  )
  return isThere ? offer : undefined
}
