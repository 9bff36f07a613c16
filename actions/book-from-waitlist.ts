import type { Trx } from '../db/connect.ts'
import type { Appointment } from '../db/queries/book.ts'
import { findFreedAt } from '../db/queries/freed-slots.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { findEntry, lockEntry, type WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { findOpenOffer, type Offer } from '../db/queries/waitlist-offers.ts'
import type { Instant } from '../domain/interval.ts'
import { isOnList } from '../domain/waitlist-entry.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { isOnline } from './caller.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import { setFreed } from './close-offers.ts'
import { type ActionContext, actorOf } from './context.ts'
import { decidePlace } from './decide-place.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { leaveOffer } from './leave-offer.ts'
import { lockForEntry } from './lock-offer.ts'
import { checkedOverride, checkedText, type OverrideInput } from './override.ts'
import { namedHold, spendHold, takenBy, type WithHold } from './own-hold.ts'
import type { BookingRefused, Refusal } from './refuse-booking.ts'
import { takeSlot } from './take-slot.ts'

export interface BookFromWaitlistInput extends Repeatable, OverrideInput, WithHold {
  readonly entryId: string
  /** The version of the entry that the caller saw. */
  readonly expectedVersion: number
  readonly therapistId: string
  readonly roomId?: string | null
  readonly startsAt: Instant
  readonly endsAt?: Instant | null
  readonly notes?: string | null
}

export interface BookedFromWaitlist {
  readonly kind: 'booked'
  readonly appointment: Appointment
  readonly entry: WaitlistEntry
}

/** Books a slot for somebody who waits and closes her entry, both or neither; what she gives up for it is moved there. */
export function bookFromWaitlist(
  context: ActionContext,
  input: BookFromWaitlistInput,
): Promise<BookedFromWaitlist | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.entryId, 'waitlist entry', ['input', 'entryId'])
  checkId(input.therapistId, 'therapist', ['input', 'therapistId'])
  if (input.roomId != null) checkId(input.roomId, 'room', ['input', 'roomId'])
  checkAppointmentRight(context, [input.therapistId])
  const override = checkedOverride(context, input)
  const notes = checkedText(input.notes, 10_000, ['input', 'notes'])

  return changeBook<BookedFromWaitlist>(context, 'bookFromWaitlist', input, async (trx) => {
    const now = context.now()
    const { entry, given, hold, open } = await lockAll(context, trx, input, now)
    const { startsAt, therapistId } = input
    const wanted = {
      clientId: entry.clientId,
      typeId: entry.typeId,
      therapistId,
      roomId: input.roomId ?? null,
      startsAt,
    }
    // What is held for her already does not stand in her way.
    const leaving = [hold?.id, given?.id, open?.holdId].filter((each) => each !== undefined)
    const place = await decidePlace(
      trx,
      clinicId,
      { ...wanted, endsAt: input.endsAt ?? undefined },
      { override, now, leaving, online: isOnline(context.caller) },
    )
    if ('refusal' in place) return { refused: place.refusal }
    const refused = entryRefusal(entry, open, input, place)
    if (refused) return { refused }
    const left = await leaveOpen(context, trx, open)
    const spent = await spendHold(trx, clinicId, hold, now)
    const took = await takeSlot(
      trx,
      clinicId,
      {
        ...{ entry: (await lockEntry(trx, clinicId, entry.id))!, place, given, override, notes, isConfirmed: false },
        ...{ by: actorOf(context.caller), moving: 'move appointment', cancelling: 'cancel appointment' },
      },
      now,
    )
    const { appointment } = took
    const freed = await findFreedAt(trx, clinicId, appointment)
    const filled =
      freed?.status === 'open' ? await setFreed(context, trx, clinicId, freed.id, 'filled', appointment.id) : []
    const log = [...took.log, ...spent, ...left, ...filled]
    return { written: { kind: 'booked', appointment, entry: took.entry }, log }
  })
}

async function lockAll(context: ActionContext, trx: Trx, input: BookFromWaitlistInput, now: Instant) {
  const { clinicId } = context.caller
  const hold = await namedHold(context, trx, input)
  const seen = await findEntry(trx, clinicId, input.entryId)
  if (!seen) throw notFound('waitlist entry', ['input', 'entryId'], input.entryId)
  const offered = await findOpenOffer(trx, clinicId, seen.id)
  const ids = [input.therapistId, input.roomId, ...takenBy(hold), offered?.therapistId, offered?.roomId]
  const { given } = await lockForEntry(trx, clinicId, seen.id, ids, now)
  const entry = (await lockEntry(trx, clinicId, seen.id))!
  // One that was made after the look above took resources that are not locked here: it stands, and nothing is booked.
  const open = entry.status === 'offered' ? await findOpenOffer(trx, clinicId, seen.id) : undefined
  return { entry, given, hold, open: open?.id === offered?.id ? open : undefined }
}

/** What is offered to her is passed on: she has another. */
async function leaveOpen(context: ActionContext, trx: Trx, open: Offer | undefined): Promise<readonly LogEntry[]> {
  if (!open) return []
  const by = actorOf(context.caller).name
  const closing = { status: 'withdrawn' as const, withdrawnFor: 'booked' as const, by, passesOn: true }
  return (await leaveOffer(context, trx, context.caller.clinicId, open, closing)).log
}

function entryRefusal(
  entry: WaitlistEntry,
  open: Offer | undefined,
  { expectedVersion }: BookFromWaitlistInput,
  {
    end,
    start,
    therapist,
  }: { readonly start: Instant; readonly end: Instant; readonly therapist: Appointment['therapist'] },
): Refusal | undefined {
  const refusal = (code: 'TERMINAL_STATUS' | 'STALE_VERSION', message: string, field: string): Refusal => ({
    problems: [{ code, message, path: ['input', field], overridable: false, resourceId: therapist.id, start, end }],
    resources: new Map([[therapist.id, therapist]]),
  })
  if (!isOnList(entry.status))
    return refusal('TERMINAL_STATUS', `${entry.client.name} is no longer on the waitlist.`, 'entryId')
  const isOfferedMeanwhile = entry.status === 'offered' && !open
  if (isOfferedMeanwhile || expectedVersion !== entry.version)
    return refusal('STALE_VERSION', `${entry.client.name}'s entry was changed after you saw it.`, 'expectedVersion')
  return undefined
}
