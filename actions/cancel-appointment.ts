import type { Trx } from '../db/connect.ts'
import { deleteOccupancies, insertCancellation, updateAppointment } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import { getBookingSettings } from '../db/queries/booking-settings.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { isLateCancellation } from '../domain/booking-settings.ts'
import type { Instant } from '../domain/interval.ts'
import { mayBecome, statusWord } from '../domain/status.ts'
import { appointmentEntry, noteDeparture } from './appointment-log.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import { type ActionContext, actorOf } from './context.ts'
import { checkId } from './ids.ts'
import { lockAppointments } from './lock-appointments.ts'
import { checkedText } from './override.ts'
import type { BookingRefused, Refusal } from './refuse-booking.ts'
import { refusalOf, staleRefusal } from './stale.ts'

/** After FHIR's appointment-cancellation-reason codes. */
export const cancellationReasons = [
  'client',
  'client_ill',
  'client_transport',
  'client_financial',
  'provider',
  'provider_ill',
  'provider_leave',
  'administrative',
  'weather',
  'other',
] as const

export interface CancelAppointmentInput extends Repeatable {
  readonly id: string
  readonly expectedVersion: number
  readonly reason: (typeof cancellationReasons)[number]
  readonly note?: string | null
}

export interface AppointmentCancelled {
  readonly kind: 'cancelled'
  readonly appointment: Appointment
}

/** Takes an appointment out of the calendar and frees its resources; why it was cancelled is kept. */
export function cancelAppointment(
  context: ActionContext,
  input: CancelAppointmentInput,
): Promise<AppointmentCancelled | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'appointment', ['input', 'id'])
  const note = checkedText(input.note, 1000, ['input', 'note'])

  return changeBook<AppointmentCancelled>(context, 'cancelAppointment', input, async (trx) => {
    const now = context.now()
    const current = (await lockAppointments(trx, clinicId, [input.id], now))[0]!
    checkAppointmentRight(context, [current.therapistId])
    const refusal = (await staleRefusal(trx, clinicId, current, input.expectedVersion)) ?? endedRefusal(current)
    if (refusal) return { refused: refusal }

    const why = { reason: input.reason, note, by: actorOf(context.caller).name }
    const { appointment, log } = await writeCancellation(trx, clinicId, current, why, now)
    return { written: { kind: 'cancelled', appointment }, log }
  })
}

interface Why {
  readonly reason: CancelAppointmentInput['reason']
  readonly note: string | null
  readonly by: string
}

/** Writes that the locked appointment is cancelled, and what that means for the client's first session. */
export async function writeCancellation(
  trx: Trx,
  clinicId: string,
  current: Appointment,
  { reason, note, by }: Why,
  now: Instant,
): Promise<{ appointment: Appointment; log: LogEntry[] }> {
  const settings = await getBookingSettings(trx, clinicId)
  const late = isLateCancellation(reason, current.startsAt, settings, now)
  const cancellation = { reason, note, cancelledAt: now, cancelledBy: by, late }
  const cancelled: Appointment = { ...current, status: 'cancelled', cancellation, updatedAt: now }
  if (!(await updateAppointment(trx, clinicId, cancelled, now)))
    throw new Error('a locked appointment changed its version')
  await insertCancellation(trx, clinicId, { appointmentId: current.id, ...cancellation })
  await deleteOccupancies(trx, clinicId, [current.id])
  const left = await noteDeparture(trx, clinicId, current.client, current.startsAt, now)
  const appointment = { ...cancelled, version: current.version + 1, client: left.client }
  return { appointment, log: [appointmentEntry('cancel appointment', current, appointment, true), ...left.log] }
}

/** The refusal to cancel what has ended; undefined when it may be cancelled. */
export function endedRefusal(current: Appointment): Refusal | undefined {
  if (mayBecome(current.status, 'cancelled')) return undefined
  return refusalOf(current, {
    code: 'TERMINAL_STATUS',
    message: `${current.client.name}'s appointment is ${statusWord(current.status)} and can no longer be cancelled.`,
    overridable: false,
  })
}
