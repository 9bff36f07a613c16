import type { Trx } from '../db/connect.ts'
import { deleteOccupancies, insertOccupancies, updateAppointment } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import type { LogEntry } from '../db/queries/log.ts'
import type { Instant } from '../domain/interval.ts'
import { appointmentEntry, noteBooking, noteDeparture } from './appointment-log.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { isOnline } from './caller.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { type DecidedPlace, decidePlace, type WantedPlace } from './decide-place.ts'
import { checkId } from './ids.ts'
import { lockAppointments } from './lock-appointments.ts'
import { checkedOverride, type Override, type OverrideInput } from './override.ts'
import { namedHold, spendHold, takenBy, type WithHold } from './own-hold.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { immovableRefusal, staleRefusal } from './stale.ts'

export interface MoveAppointmentInput extends Repeatable, OverrideInput, WithHold {
  readonly id: string
  readonly expectedVersion: number
  readonly startsAt?: Instant | null
  readonly endsAt?: Instant | null
  readonly therapistId?: string | null
  /** Absent keeps the room, null takes none. */
  readonly roomId?: string | null
}

export interface AppointmentMoved {
  readonly kind: 'moved'
  readonly appointment: Appointment
}

/** Gives an appointment another time, therapist or room, all in one gesture. */
export function moveAppointment(
  context: ActionContext,
  input: MoveAppointmentInput,
): Promise<AppointmentMoved | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'appointment', ['input', 'id'])
  if (input.therapistId != null) checkId(input.therapistId, 'therapist', ['input', 'therapistId'])
  if (input.roomId != null) checkId(input.roomId, 'room', ['input', 'roomId'])
  const override = checkedOverride(context, input)

  return changeBook<AppointmentMoved>(context, 'moveAppointment', input, async (trx) => {
    const now = context.now()
    const hold = await namedHold(context, trx, input)
    const goesTo = [input.therapistId, input.roomId, ...takenBy(hold)]
    const locked = await lockAppointments(trx, clinicId, [input.id], now, goesTo)
    const current = locked[0]!
    const wanted = wantedPlace(current, input)
    checkAppointmentRight(context, [current.therapistId, wanted.therapistId])
    const refusal = (await staleRefusal(trx, clinicId, current, input.expectedVersion)) ?? immovableRefusal(current)
    if (refusal) return { refused: refusal }

    const leaving = hold ? [current.id, hold.id] : [current.id]
    const online = isOnline(context.caller)
    const options = { override, now, online, leaving, previousStart: current.startsAt, buffers: current }
    const place = await decidePlace(trx, clinicId, wanted, options)
    if ('refusal' in place) return { refused: place.refusal }
    const there = movedTo(current, place, override, now)
    const [moved, spent] = await Promise.all([
      writeMove(trx, clinicId, current, there, now),
      spendHold(trx, clinicId, hold, now),
      deleteOccupancies(trx, clinicId, [current.id]),
      insertOccupancies(trx, clinicId, [there]),
    ])
    const entry = appointmentEntry('move appointment', current, moved.appointment)
    return { written: { kind: 'moved', appointment: moved.appointment }, log: [entry, ...spent, ...moved.log] }
  })
}

function wantedPlace(current: Appointment, input: MoveAppointmentInput): WantedPlace & { endsAt: Instant } {
  const startsAt = input.startsAt ?? current.startsAt
  return {
    clientId: current.clientId,
    typeId: current.typeId,
    therapistId: input.therapistId ?? current.therapistId,
    roomId: input.roomId === undefined ? current.roomId : input.roomId,
    startsAt,
    endsAt: input.endsAt ?? startsAt + (current.endsAt - current.startsAt),
  }
}

/** The appointment in its new place. Another time asks for another yes of the client. */
export function movedTo(
  current: Appointment,
  place: Exclude<DecidedPlace, { refusal: unknown }>,
  override: Override,
  now: Instant,
): Appointment {
  return {
    ...current,
    client: place.client,
    therapist: place.therapist,
    therapistId: place.therapist.id,
    room: place.room,
    roomId: place.room?.id ?? null,
    startsAt: place.start,
    endsAt: place.end,
    lane: place.lane,
    confirmedAt: place.start === current.startsAt ? current.confirmedAt : null,
    overriddenRules: place.overridden,
    overrideReason: place.overridden.length > 0 ? override.reason : null,
    updatedAt: now,
  }
}

/** Writes the moved row and what the move means for the client's first session. */
export async function writeMove(
  trx: Trx,
  clinicId: string,
  current: Appointment,
  moved: Appointment,
  now: Instant,
): Promise<{ appointment: Appointment; log: LogEntry[] }> {
  if (!(await updateAppointment(trx, clinicId, moved, now))) throw new Error('a locked appointment changed its version')
  const left = await noteDeparture(trx, clinicId, moved.client, current.startsAt, now)
  const noted = await noteBooking(trx, clinicId, left.client, moved.startsAt, now)
  const appointment = { ...moved, version: current.version + 1, client: noted.client }
  return { appointment, log: [...left.log, ...noted.log] }
}
