import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { findFreedAt } from '../db/queries/freed-slots.ts'
import { findEntry, lockEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import type { Offer } from '../db/queries/waitlist-offers.ts'
import { getWaitlistPolicy } from '../db/queries/waitlist-policies.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { offerEnd } from '../domain/waitlist-offer.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { isOnline } from './caller.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import { setFreed } from './close-offers.ts'
import { type ActionContext, actorOf } from './context.ts'
import { type DecidedPlace, decidePlace } from './decide-place.ts'
import { badInput, notFound } from './errors.ts'
import { findFitting } from './fitting-slots.ts'
import { noOverride } from './hold-slot.ts'
import { checkId } from './ids.ts'
import { lockForEntry } from './lock-offer.ts'
import { writeOffers } from './make-offer.ts'
import type { BookingRefused, Refusal } from './refuse-booking.ts'

export interface OfferSlotInput extends Repeatable {
  readonly entryId: string
  readonly therapistId: string
  /** Left out: any that suits. */
  readonly roomId?: string | null
  readonly startsAt: Instant
  /** How long she has to answer. */
  readonly minutes?: number | null
}

export interface SlotOffered {
  readonly kind: 'offered'
  readonly offer: Offer
}

const LONGEST_MINUTES = 1440
const FARTHEST = 1000 * 24 * 60 * MINUTE

/** Somebody at the desk puts a slot to one who waits: it is held for her, and she is told. */
export function offerSlot(context: ActionContext, input: OfferSlotInput): Promise<SlotOffered | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.entryId, 'waitlist entry', ['input', 'entryId'])
  checkId(input.therapistId, 'therapist', ['input', 'therapistId'])
  if (input.roomId != null) checkId(input.roomId, 'room', ['input', 'roomId'])
  checkAppointmentRight(context, [input.therapistId])

  return changeBook<SlotOffered>(context, 'offerSlot', input, async (trx) => {
    checkMinutes(input.minutes)
    const now = context.now()
    const seen = await findEntry(trx, clinicId, input.entryId)
    if (!seen) throw notFound('waitlist entry', ['input', 'entryId'], input.entryId)
    const roomId = input.roomId ?? (await roomFor(trx, clinicId, seen, input, now))
    const { given } = await lockForEntry(trx, clinicId, seen.id, [input.therapistId, roomId], now)
    const entry = (await lockEntry(trx, clinicId, seen.id))!
    const place = await decidePlace(trx, clinicId, wantedPlace(entry, input, roomId), {
      ...{ override: noOverride, now, online: isOnline(context.caller) },
      leaving: given ? [given.id] : [],
    })
    if ('refusal' in place) return { refused: place.refusal }
    if (entry.status !== 'waiting') return { refused: busyRefusal(entry, place) }
    const freed = await findFreedAt(trx, clinicId, { ...input, endsAt: place.end })
    const expiresAt = await endOf(trx, clinicId, input, now)
    const terms = {
      ...{ by: actorOf(context.caller), expiresAt, freedId: freed?.id ?? null },
      ...{ chainId: freed?.chainId ?? uuidv7(), link: freed?.link ?? 1 },
    }
    const { log, offers } = await writeOffers(context, trx, clinicId, { entries: [entry], place, terms })
    const offered = await setFreed(context, trx, clinicId, freed?.id ?? null, 'offered')
    return { written: { kind: 'offered', offer: offers[0]! }, log: [...log, ...offered] }
  })
}

function checkMinutes(minutes: number | null | undefined): void {
  if (minutes != null && !(minutes >= 5 && minutes <= LONGEST_MINUTES))
    throw badInput(`Somebody has 5 to ${LONGEST_MINUTES} minutes to answer.`, ['input', 'minutes'])
}

async function endOf(trx: Trx, clinicId: string, { minutes, startsAt }: OfferSlotInput, now: Instant) {
  if (minutes != null) return Math.min(startsAt, now + minutes * MINUTE)
  return offerEnd(startsAt, now, await getWaitlistPolicy(trx, clinicId))
}

function wantedPlace(entry: WaitlistEntry, { startsAt, therapistId }: OfferSlotInput, roomId: string | null) {
  return { clientId: entry.clientId, typeId: entry.typeId, therapistId, roomId, startsAt }
}

/** A room that suits and is free then, where what she waits for needs one. */
export async function roomFor(
  trx: Trx,
  clinicId: string,
  entry: WaitlistEntry,
  { startsAt, therapistId }: Pick<OfferSlotInput, 'startsAt' | 'therapistId'>,
  now: Instant,
): Promise<string | null> {
  // What is past or years away is refused by its time, whatever the room.
  if (!entry.type.needsRoom || startsAt <= now || startsAt > now + FARTHEST) return null
  const window = { start: startsAt, end: startsAt + entry.type.minutes * MINUTE }
  const anyTime = { ...entry, days: null, parts: null, fromOn: null, untilOn: null, noticeMinutes: 0, skill: null }
  const wishes = { ...anyTime, therapistIds: null, therapists: null }
  const { slots } = await findFitting(trx, clinicId, wishes, { window, now, first: 1, therapistId })
  return slots[0]?.roomId ?? null
}

/** The refusal of a second offer while she has not answered the first, or of one to whom no longer waits. */
function busyRefusal(
  { client, status }: WaitlistEntry,
  { end, start, therapist }: Exclude<DecidedPlace, { refusal: unknown }>,
): Refusal {
  const message =
    status === 'offered'
      ? `Something else is offered to ${client.name} just now.`
      : `${client.name} is no longer on the waitlist.`
  const path = ['input', 'entryId']
  return {
    problems: [{ code: 'TERMINAL_STATUS', message, path, overridable: false, resourceId: therapist.id, start, end }],
    resources: new Map([[therapist.id, therapist]]),
  }
}
