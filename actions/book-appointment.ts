import { v7 as uuidv7 } from 'uuid'
import { insertBooking, lockBooking } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import type { Instant } from '../domain/interval.ts'
import { appointmentEntry, noteBooking, rowOf, unmarked } from './appointment-log.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { isOnline } from './caller.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { type DecidedPlace, decidePlace } from './decide-place.ts'
import { checkId } from './ids.ts'
import { checkedOverride, checkedText, type OverrideInput } from './override.ts'
import { namedHold, spendHold, takenBy, type WithHold } from './own-hold.ts'
import type { BookingRefused } from './refuse-booking.ts'

export interface BookAppointmentInput extends Repeatable, OverrideInput, WithHold {
  readonly clientId: string
  readonly therapistId: string
  readonly roomId?: string | null
  readonly typeId: string
  readonly startsAt: Instant
  readonly endsAt?: Instant | null
  readonly notes?: string | null
}

export interface AppointmentBooked {
  readonly kind: 'booked'
  readonly appointment: Appointment
}

/** Puts an appointment into the book, or says why not and what else there is. */
export function bookAppointment(
  context: ActionContext,
  input: BookAppointmentInput,
): Promise<AppointmentBooked | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.clientId, 'client', ['input', 'clientId'])
  checkId(input.typeId, 'appointment type', ['input', 'typeId'])
  checkId(input.therapistId, 'therapist', ['input', 'therapistId'])
  if (input.roomId != null) checkId(input.roomId, 'room', ['input', 'roomId'])
  checkAppointmentRight(context, [input.therapistId])
  const override = checkedOverride(context, input)
  const notes = checkedText(input.notes, 10_000, ['input', 'notes'])

  return changeBook<AppointmentBooked>(context, 'bookAppointment', input, async (trx) => {
    const now = context.now()
    const roomId = input.roomId ?? null
    const wanted = { ...input, roomId, endsAt: input.endsAt ?? undefined }
    const hold = input.hold ? await namedHold(context, trx, input) : undefined
    const resourceIds = [...(roomId ? [input.therapistId, roomId] : [input.therapistId]), ...takenBy(hold)]
    const leaving = hold && [hold.id]
    const [, place] = await Promise.all([
      lockBooking(trx, clinicId, resourceIds, [input.clientId], now),
      decidePlace(trx, clinicId, wanted, { override, now, leaving, online: isOnline(context.caller) }),
    ])
    if ('refusal' in place) return { refused: place.refusal }

    const booked = newAppointment(place, notes, override.reason, now)
    const [noted, spent] = await Promise.all([
      noteBooking(trx, clinicId, place.client, booked.startsAt, now),
      spendHold(trx, clinicId, hold, now),
    ])
    const appointment = { ...booked, client: noted.client }
    const entry = appointmentEntry('book appointment', undefined, appointment)
    return {
      written: { kind: 'booked', appointment },
      log: [entry, ...spent, ...noted.log],
      write: () => insertBooking(trx, clinicId, rowOf(booked), now),
    }
  })
}

type Accepted = Exclude<DecidedPlace, { refusal: unknown }>

/** The appointment as it is booked in the place decided on. */
export function newAppointment(
  place: Accepted,
  notes: string | null,
  reason: string | null,
  now: Instant,
): Appointment {
  return {
    id: uuidv7(),
    version: 1,
    status: 'booked',
    startsAt: place.start,
    endsAt: place.end,
    clientId: place.client.id,
    therapistId: place.therapist.id,
    roomId: place.room?.id ?? null,
    typeId: place.type.id,
    bufferBeforeMinutes: place.type.bufferBeforeMinutes,
    bufferAfterMinutes: place.type.bufferAfterMinutes,
    lane: place.lane,
    notes,
    confirmedAt: null,
    cancellation: null,
    overriddenRules: place.overridden,
    overrideReason: place.overridden.length > 0 ? reason : null,
    seriesId: null,
    originalStartsAt: null,
    createdAt: now,
    updatedAt: now,
    mark: unmarked,
    client: place.client,
    therapist: place.therapist,
    room: place.room,
    type: place.type,
  }
}
