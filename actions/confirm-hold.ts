import type { Trx } from '../db/connect.ts'
import { insertAppointment } from '../db/queries/appointments.ts'
import { endHold, giveOccupancies, type Hold } from '../db/queries/holds.ts'
import type { BookingFacts } from '../domain/booking-facts.ts'
import { appointmentEntry, noteBooking, rowOf } from './appointment-log.ts'
import { type AppointmentBooked, newAppointment } from './book-appointment.ts'
import { isOnline } from './caller.ts'
import { changeBook } from './change-book.ts'
import type { Outcome, Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { decidePlace } from './decide-place.ts'
import { holdEndEntry } from './hold-log.ts'
import { checkId } from './ids.ts'
import { type HoldKey, lockHold } from './lock-hold.ts'
import { checkedOverride, checkedText, type Override, type OverrideInput } from './override.ts'
import type { BookingRefused, Refusal } from './refuse-booking.ts'

export interface ConfirmHoldInput extends HoldKey, Repeatable, OverrideInput {
  readonly clientId: string
  readonly notes?: string | null
}

/** Makes an appointment of a held slot, in place: its resources are free at no moment. */
export function confirmHold(
  context: ActionContext,
  input: ConfirmHoldInput,
): Promise<AppointmentBooked | BookingRefused> {
  checkId(input.id, 'hold', ['input', 'id'])
  checkId(input.clientId, 'client', ['input', 'clientId'])
  const override = checkedOverride(context, input)
  const notes = checkedText(input.notes, 10_000, ['input', 'notes'])

  return changeBook<AppointmentBooked>(context, 'confirmHold', input, async (trx) => {
    const now = context.now()
    const locked = await lockHold(context, trx, input, now, [input.clientId])
    if ('refusal' in locked) return { refused: locked.refusal }
    const { hold } = locked
    return confirmInPlace(context, trx, hold, { clientId: input.clientId, notes, override })
  })
}

interface Confirmation {
  readonly clientId: string
  readonly notes: string | null
  readonly override: Override
}

/** The appointment in the place of its hold, which must be locked with what it takes and with the client. */
export async function confirmInPlace(
  context: ActionContext,
  trx: Trx,
  hold: Hold,
  { clientId, notes, override }: Confirmation,
): Promise<Outcome<AppointmentBooked, Refusal>> {
  const { clinicId } = context.caller
  const now = context.now()
  const place = await decidePlace(trx, clinicId, wantedPlace(hold, clientId), {
    override,
    now,
    online: isOnline(context.caller),
    leaving: [hold.id],
    previousStart: hold.startsAt,
    buffers: hold,
    adjust: withoutNeighbours,
  })
  if ('refusal' in place) return { refused: place.refusal }

  const booked = { ...newAppointment(place, notes, override.reason, now), ...buffersOf(hold) }
  const [noted] = await Promise.all([
    noteBooking(trx, clinicId, place.client, booked.startsAt, now),
    insertAppointment(trx, clinicId, rowOf(booked), now),
    giveOccupancies(trx, clinicId, hold.id, booked.id, booked.lane),
    endHold(trx, clinicId, hold.id, 'confirmed', now),
  ])
  const appointment = { ...booked, client: noted.client }
  const confirmed: Hold = { ...hold, version: hold.version + 1, status: 'confirmed' }
  // The appointment first: a screen that follows the log shows the slot taken all the time.
  const entries = [
    appointmentEntry('book appointment', undefined, appointment),
    holdEndEntry('confirm hold', hold, confirmed),
  ]
  return { written: { kind: 'booked', appointment }, log: [...entries, ...noted.log] }
}

function wantedPlace(hold: Hold, clientId: string) {
  const { typeId, therapistId, roomId, startsAt, endsAt } = hold
  return { clientId, typeId, therapistId, roomId, startsAt, endsAt }
}

function buffersOf({ bufferBeforeMinutes, bufferAfterMinutes }: Hold) {
  return { bufferBeforeMinutes, bufferAfterMinutes }
}

/** What stands beside the hold, or on purpose over it, was let there while the hold stood: it is not in its way. */
export function withoutNeighbours(facts: BookingFacts): BookingFacts {
  const { therapist, room } = facts
  return { ...facts, therapist: { ...therapist, busy: [] }, room: room && { ...room, busy: [] } }
}
