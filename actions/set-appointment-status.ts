import { deleteOccupancies, updateAppointment } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import { type AppointmentStatus, isTerminal, mayBecome, statusWord, takesTime } from '../domain/status.ts'
import { appointmentEntry, noteDeparture } from './appointment-log.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { badInput } from './errors.ts'
import { checkId } from './ids.ts'
import { lockAppointments } from './lock-appointments.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { refusalOf, staleRefusal } from './stale.ts'

export interface SetAppointmentStatusInput extends Repeatable {
  readonly id: string
  readonly expectedVersion: number
  readonly status?: AppointmentStatus | null
  /** Whether the client has said yes. */
  readonly confirmed?: boolean | null
}

export interface AppointmentStatusSet {
  readonly kind: 'status-set'
  readonly appointment: Appointment
}

/** Says that the client has arrived, was seen, did not come, or has confirmed. */
export function setAppointmentStatus(
  context: ActionContext,
  input: SetAppointmentStatusInput,
): Promise<AppointmentStatusSet | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'appointment', ['input', 'id'])
  if (input.status === 'cancelled') throw badInput('Use cancelAppointment, which asks why.', ['input', 'status'])
  if (input.status == null && input.confirmed == null)
    throw badInput('Give a status, or whether the client confirmed.', ['input', 'status'])

  return changeBook<AppointmentStatusSet>(context, 'setAppointmentStatus', input, async (trx) => {
    const now = context.now()
    const current = (await lockAppointments(trx, clinicId, [input.id], now))[0]!
    checkAppointmentRight(context, [current.therapistId])
    const refusal = (await staleRefusal(trx, clinicId, current, input.expectedVersion)) ?? orderRefusal(current, input)
    if (refusal) return { refused: refusal }

    const changed: Appointment = {
      ...current,
      status: input.status ?? current.status,
      confirmedAt: input.confirmed == null ? current.confirmedAt : input.confirmed ? now : null,
      updatedAt: now,
    }
    if (!(await updateAppointment(trx, clinicId, changed, now)))
      throw new Error('a locked appointment changed its version')
    const frees = !takesTime(changed.status)
    if (frees) await deleteOccupancies(trx, clinicId, [current.id])
    const left = frees
      ? await noteDeparture(trx, clinicId, current.client, current.startsAt, now)
      : { client: current.client, log: [] }
    const appointment = { ...changed, version: current.version + 1, client: left.client }
    const gone = changed.status === 'entered_in_error'
    const entry = appointmentEntry('set appointment status', current, appointment, gone)
    return { written: { kind: 'status-set', appointment }, log: [entry, ...left.log] }
  })
}

/** The refusal of a status that cannot follow the present one; undefined when it can. */
function orderRefusal(current: Appointment, input: SetAppointmentStatusInput) {
  const to = input.status ?? current.status
  if (to === current.status ? !isTerminal(current.status) : mayBecome(current.status, to)) return undefined
  return refusalOf(current, {
    code: 'TERMINAL_STATUS',
    message: `${current.client.name}'s appointment is ${statusWord(current.status)} and cannot become ${statusWord(to)}.`,
    path: ['input', 'status'],
    overridable: false,
  })
}
