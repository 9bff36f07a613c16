import type { Trx } from '../db/connect.ts'
import { updateAppointment } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import { appointmentEntry } from './appointment-log.ts'
import { changeOwn } from './change-own.ts'
import type { ActionContext } from './context.ts'
import { noteReply } from './note-reply.ts'
import {
  lockOwn,
  type OwnContext,
  type OwnInput,
  type OwnOutcome,
  type OwnRefused,
  ownProblem,
} from './own-appointment.ts'

export interface OwnConfirmed {
  readonly kind: 'confirmed'
  readonly appointment: Appointment
}

/** The client says that she comes. */
export function confirmOwnAppointment(
  context: ActionContext & OwnContext,
  input: OwnInput,
): Promise<OwnConfirmed | OwnRefused> {
  return changeOwn(context, 'confirmOwnAppointment', input, (trx) => writeOwnConfirmation(context, trx, input))
}

/** The same within a transaction: saying it again changes nothing but when she said it last. */
export async function writeOwnConfirmation(
  context: OwnContext,
  trx: Trx,
  input: OwnInput,
): Promise<OwnOutcome<OwnConfirmed>> {
  const now = context.now()
  const { clinicId } = context.caller
  const current = await lockOwn(context, trx)
  const refused = ownProblem(current, now, input)
  if (refused) return { refused }
  const isNew = current.confirmedAt === null
  const confirmed: Appointment = { ...current, confirmedAt: current.confirmedAt ?? now, updatedAt: now }
  if (isNew && !(await updateAppointment(trx, clinicId, confirmed, now)))
    throw new Error('a locked appointment changed its version')
  const appointment = isNew ? { ...confirmed, version: current.version + 1 } : current
  const entry = appointmentEntry('confirm appointment', current, appointment)
  const noted = await noteReply(trx, clinicId, current.id, { reply: 'confirmed', at: now })
  return { written: { kind: 'confirmed', appointment }, log: isNew ? [entry, ...noted] : noted }
}
