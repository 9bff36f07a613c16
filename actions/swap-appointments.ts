import { deleteOccupancies, insertOccupancies } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import type { BookingFacts, Busy } from '../domain/booking-facts.ts'
import { appointmentEntry } from './appointment-log.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { isOnline } from './caller.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { type DecidedPlace, decidePlace, type WantedPlace } from './decide-place.ts'
import { badInput } from './errors.ts'
import { checkId } from './ids.ts'
import { lockAppointments } from './lock-appointments.ts'
import { movedTo, writeMove } from './move-appointment.ts'
import { checkedOverride, type OverrideInput } from './override.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { immovableRefusal, staleRefusal } from './stale.ts'

export interface SwapAppointmentsInput extends Repeatable, OverrideInput {
  readonly firstId: string
  readonly firstExpectedVersion: number
  readonly secondId: string
  readonly secondExpectedVersion: number
}

export interface AppointmentsSwapped {
  readonly kind: 'swapped'
  readonly appointments: readonly Appointment[]
}

/** Each of the two takes the other's start, therapist and room, and keeps its own length. */
export function swapAppointments(
  context: ActionContext,
  input: SwapAppointmentsInput,
): Promise<AppointmentsSwapped | BookingRefused> {
  const { clinicId } = context.caller
  const ids = [input.firstId, input.secondId]
  checkId(input.firstId, 'appointment', ['input', 'firstId'])
  checkId(input.secondId, 'appointment', ['input', 'secondId'])
  if (input.firstId === input.secondId) throw badInput('Swap two different appointments.', ['input', 'secondId'])
  const override = checkedOverride(context, input)

  return changeBook<AppointmentsSwapped>(context, 'swapAppointments', input, async (trx) => {
    const now = context.now()
    const locked = await lockAppointments(trx, clinicId, ids, now)
    const [first, second] = [locked[0]!, locked[1]!]
    checkAppointmentRight(context, [first.therapistId, second.therapistId])
    const refusal =
      (await staleRefusal(trx, clinicId, first, input.firstExpectedVersion)) ??
      (await staleRefusal(trx, clinicId, second, input.secondExpectedVersion)) ??
      immovableRefusal(first) ??
      immovableRefusal(second)
    if (refusal) return { refused: refusal }

    const options = (current: Appointment) => ({
      override,
      now,
      online: isOnline(context.caller),
      leaving: ids,
      previousStart: current.startsAt,
      buffers: current,
    })
    const forFirst = await decidePlace(trx, clinicId, placeOf(second, first), options(first))
    if ('refusal' in forFirst) return { refused: forFirst.refusal }
    const beside = (facts: BookingFacts) => withBusy(facts, first, forFirst)
    const forSecond = await decidePlace(trx, clinicId, placeOf(first, second), { ...options(second), adjust: beside })
    if ('refusal' in forSecond) return { refused: forSecond.refusal }

    await deleteOccupancies(trx, clinicId, ids)
    const one = await writeMove(trx, clinicId, first, movedTo(first, forFirst, override, now), now)
    const two = await writeMove(trx, clinicId, second, movedTo(second, forSecond, override, now), now)
    const appointments = [one.appointment, two.appointment]
    await insertOccupancies(trx, clinicId, appointments)
    const entries = [
      appointmentEntry('swap appointments', first, one.appointment),
      appointmentEntry('swap appointments', second, two.appointment),
    ]
    return { written: { kind: 'swapped', appointments }, log: [...entries, ...one.log, ...two.log] }
  })
}

/** The place of the one, for the other and as long as the other takes. */
function placeOf(place: Appointment, taker: Appointment): WantedPlace {
  return {
    clientId: taker.clientId,
    typeId: taker.typeId,
    therapistId: place.therapistId,
    roomId: place.roomId,
    startsAt: place.startsAt,
    endsAt: place.startsAt + (taker.endsAt - taker.startsAt),
  }
}

/** The facts once the other has taken its new place. */
function withBusy(
  facts: BookingFacts,
  other: Appointment,
  place: Exclude<DecidedPlace, { refusal: unknown }>,
): BookingFacts {
  const busy: Busy = {
    start: place.start,
    end: place.end,
    lane: place.lane,
    clientName: other.client.name,
    bufferBeforeMinutes: other.bufferBeforeMinutes,
    bufferAfterMinutes: other.bufferAfterMinutes,
  }
  const { therapist, room } = facts
  return {
    ...facts,
    therapist: therapist.id === place.therapist.id ? { ...therapist, busy: [...therapist.busy, busy] } : therapist,
    room: room && room.id === place.room?.id ? { ...room, busy: [...room.busy, busy] } : room,
  }
}
