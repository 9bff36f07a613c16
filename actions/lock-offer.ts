import type { Trx } from '../db/connect.ts'
import { listTaken, lockBooking } from '../db/queries/appointments.ts'
import { type Appointment, findAppointment } from '../db/queries/book.ts'
import { findEntry, lockEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { findOffer, lockOffer, type Offer } from '../db/queries/waitlist-offers.ts'
import type { Instant } from '../domain/interval.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { givenUp } from './take-slot.ts'

/** An offer with whom it is to, and what she would give up, as they stand once all that is concerned is locked. */
export interface LockedOffer {
  readonly offer: Offer
  readonly entry: WaitlistEntry
  readonly given: Appointment | undefined
}

/** Locks what the offer takes, what she would give up, her record, her entry and the offer, in that order. */
export async function lockWholeOffer(trx: Trx, clinicId: string, id: string, now: Instant): Promise<LockedOffer> {
  checkId(id, 'waitlist offer', ['input', 'id'])
  const seen = await findOffer(trx, clinicId, id)
  if (!seen) throw notFound('waitlist offer', ['input', 'id'], id)
  const { given } = await lockForEntry(trx, clinicId, seen.entryId, [seen.therapistId, seen.roomId], now)
  const entry = (await lockEntry(trx, clinicId, seen.entryId))!
  return { offer: (await lockOffer(trx, clinicId, id))!, entry, given }
}

/**
 * Locks resources, what she would give up, her record and those of others, all at once and so in the one order that everybody
 * locks in; answers with what stands of what she would give up.
 */
export async function lockForEntry(
  trx: Trx,
  clinicId: string,
  entryId: string,
  resourceIds: readonly (string | null | undefined)[],
  now: Instant,
  alsoClientIds: readonly string[] = [],
): Promise<{ readonly given: Appointment | undefined }> {
  const entry = await findEntry(trx, clinicId, entryId)
  if (!entry) throw notFound('waitlist entry', ['input', 'entryId'], entryId)
  const { appointmentId, clientId } = entry
  const found = appointmentId === null ? undefined : await findAppointment(trx, clinicId, appointmentId)
  const given = givenUp(found, now)
  const taken = given ? await listTaken(trx, clinicId, [given.id]) : []
  const ids = [...resourceIds, ...taken.flatMap((each) => each.resourceIds)].filter((each) => each != null)
  await lockBooking(trx, clinicId, [...new Set(ids)], [...new Set([clientId, ...alsoClientIds])], now)
  return { given: given && givenUp(await findAppointment(trx, clinicId, given.id), now) }
}
