import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import type { Appointment } from '../db/queries/book.ts'
import { insertFreed } from '../db/queries/freed-slots.ts'
import { findHold } from '../db/queries/holds.ts'
import type { LogActor, LogEntry } from '../db/queries/log.ts'
import { decideOfferRow, findOffer, lockOpenOffersOfHold, type Offer } from '../db/queries/waitlist-offers.ts'
import { isStanding } from '../domain/hold.ts'
import type { Instant } from '../domain/interval.ts'
import { closeOffers, setFreed } from './close-offers.ts'
import { withoutNeighbours } from './confirm-hold.ts'
import { decidePlace } from './decide-place.ts'
import { noOverride } from './hold-slot.ts'
import type { LockedOffer } from './lock-offer.ts'
import { GIVEN_UP, MOVED_UP } from './note-freed.ts'
import type { OfferContext } from './offer-context.ts'
import type { Refusal } from './refuse-booking.ts'
import { takeSlot } from './take-slot.ts'
import { freedEntry, offerEntry } from './waitlist-log.ts'

export interface OfferTaken {
  readonly kind: 'accepted'
  readonly offer: Offer
  readonly appointment: Appointment
}

export type TakeOutcome =
  | { readonly written: OfferTaken; readonly log: readonly LogEntry[] }
  | { readonly refused: Refusal }
  /** It was over before. */
  | { readonly late: true }

/** Whether an answer to the offer still counts: it is open, and what was held for it stands. */
async function counts(trx: Trx, clinicId: string, offer: Offer, now: Instant): Promise<boolean> {
  if (offer.status !== 'open' || offer.expiresAt <= now) return false
  const hold = await findHold(trx, clinicId, offer.holdId)
  return hold !== undefined && isStanding(hold, now)
}

/** Books what is offered, in place; what she gives up is the next link of the chain, and others are told that it is gone. */
export async function takeOffer(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  locked: LockedOffer,
  by: LogActor,
): Promise<TakeOutcome> {
  const now = context.now()
  const { offer } = locked
  if (!(await counts(trx, clinicId, offer, now))) return { late: true }
  return bookOffered(context, trx, clinicId, locked, { by, holdId: offer.holdId })
}

interface Booking {
  readonly by: LogActor
  /** What is held for it; undefined where its time was over and nobody has taken it since. */
  readonly holdId: string | undefined
}

/** The same without asking whether it counts. */
export async function bookOffered(
  context: OfferContext,
  trx: Trx,
  clinicId: string,
  { entry, given, offer }: LockedOffer,
  { by, holdId }: Booking,
): Promise<Exclude<TakeOutcome, { late: true }>> {
  const now = context.now()
  const { endsAt, roomId, startsAt, therapistId } = offer
  const wanted = { clientId: entry.clientId, typeId: offer.typeId, therapistId, roomId, startsAt, endsAt }
  const leaving = [holdId, given?.id].filter((each) => each !== undefined)
  const standing = holdId === undefined ? {} : { previousStart: startsAt, adjust: withoutNeighbours }
  const place = await decidePlace(trx, clinicId, wanted, { override: noOverride, now, leaving, ...standing })
  if ('refusal' in place) return { refused: place.refusal }

  const others = holdId === undefined ? [] : await lockOpenOffersOfHold(trx, clinicId, holdId)
  const took = await takeSlot(
    trx,
    clinicId,
    {
      ...{ entry, place, given, holdId, by, override: noOverride, isConfirmed: true },
      ...{ moving: MOVED_UP, cancelling: GIVEN_UP },
    },
    now,
  )
  const { appointment } = took
  const decided = { status: 'accepted' as const, decidedAt: now, decidedBy: by.name, appointmentId: appointment.id }
  await decideOfferRow(trx, clinicId, { ...offer, ...decided }, now)
  const after = (await findOffer(trx, clinicId, offer.id))!
  const lost = others.filter((each) => each.id !== offer.id)
  const closing = { status: 'withdrawn' as const, withdrawnFor: 'taken' as const, by: by.name }
  const log = [
    ...took.log,
    { ...offerEntry('accept offer', offer, after), actor: by },
    ...(await closeOffers(context, trx, clinicId, lost, closing)),
    ...(await setFreed(context, trx, clinicId, offer.freedId, 'filled', appointment.id)),
    ...(given ? await freeNext(context, trx, clinicId, given, offer) : []),
  ]
  return { written: { kind: 'accepted', offer: after, appointment }, log }
}

/** What she gave up is offered in turn. */
async function freeNext(
  { now: clock }: OfferContext,
  trx: Trx,
  clinicId: string,
  { endsAt, id, roomId, startsAt, therapistId }: Appointment,
  { chainId, link }: Offer,
): Promise<LogEntry[]> {
  const slot = {
    ...{ id: uuidv7(), therapistId, roomId, startsAt, endsAt, cause: 'moved' as const, appointmentId: id },
    ...{ chainId, link: link + 1 },
  }
  const noted = await insertFreed(trx, clinicId, [slot], clock())
  return noted.map((each) => freedEntry('free slot', undefined, each))
}
