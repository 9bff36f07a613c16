import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { findLastEditor } from '../db/queries/log.ts'
import type { Offer } from '../db/queries/waitlist-offers.ts'
import type { BookingProblem, BookingProblemCode } from '../domain/problem.ts'
import { formatTime } from '../domain/zone.ts'
import type { LockedOffer } from './lock-offer.ts'
import type { Refusal } from './refuse-booking.ts'

/** Why nothing is done about the offer: it was changed since it was seen, or has ended; undefined when it is open. */
export async function offerRefusal(
  trx: Trx,
  clinicId: string,
  offer: Offer,
  expectedVersion: number,
): Promise<Refusal | undefined> {
  if (offer.status !== 'open') return endedOffer(offer, 'TERMINAL_STATUS', `This offer was ${offer.status} already.`)
  if (offer.version === expectedVersion) return undefined
  const [{ zone }, editor] = await Promise.all([getClinic(trx, clinicId), findLastEditor(trx, clinicId, offer.id)])
  const who = editor ? ` by ${editor.name} at ${formatTime(editor.at, zone)}` : ''
  const path = ['input', 'expectedVersion']
  return endedOffer(offer, 'STALE_VERSION', `The offer was changed${who} after you saw it.`, path)
}

/** The refusal of what comes too late, and what could be had instead. */
export async function lateRefusal(trx: Trx, clinicId: string, { entry, offer }: LockedOffer): Promise<Refusal> {
  const { zone } = await getClinic(trx, clinicId)
  const message = `This was kept for her until ${formatTime(offer.expiresAt, zone)} and is kept no longer.`
  const { clientId, endsAt, roomId, startsAt, therapistId, typeId } = offer
  const { bufferAfterMinutes, bufferBeforeMinutes } = entry.type
  return {
    ...endedOffer(offer, 'HOLD_EXPIRED', message),
    wanted: {
      ...{ start: startsAt, end: endsAt, therapistId, roomId: roomId ?? undefined, clientId, typeId, mayBeFree: true },
      ...{ bufferAfterMinutes, bufferBeforeMinutes },
    },
  }
}

/** A refusal that is about the offered slot. */
export function endedOffer(
  { endsAt: end, startsAt: start, therapist }: Offer,
  code: BookingProblemCode,
  message: string,
  path: readonly string[] = ['input', 'id'],
): Refusal {
  const problem: BookingProblem = { code, message, path, overridable: false, resourceId: therapist.id, start, end }
  return { problems: [problem], resources: new Map([[therapist.id, therapist]]) }
}
