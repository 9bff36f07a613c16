import type { Trx } from '../db/connect.ts'
import type { Appointment } from '../db/queries/book.ts'
import { type CancelAppointmentInput, writeCancellation } from './cancel-appointment.ts'
import { changeOwn } from './change-own.ts'
import type { ActionContext } from './context.ts'
import { noteReply } from './note-reply.ts'
import { checkedText } from './override.ts'
import {
  lockOwn,
  type OwnContext,
  type OwnInput,
  type OwnOutcome,
  type OwnRefused,
  ownProblem,
} from './own-appointment.ts'
import { releaseOwnHolds } from './own-holds.ts'

/** The reasons that are a client's to give. */
export const ownReasons = ['client', 'client_ill', 'client_transport', 'client_financial', 'other'] as const

export interface CancelOwnInput extends OwnInput {
  readonly reason?: (typeof ownReasons)[number] & CancelAppointmentInput['reason']
  readonly note?: string | null
}

export interface OwnCancelled {
  readonly kind: 'cancelled'
  readonly appointment: Appointment
}

/** The client says that she does not come. */
export function cancelOwnAppointment(
  context: ActionContext & OwnContext,
  input: CancelOwnInput,
): Promise<OwnCancelled | OwnRefused> {
  return changeOwn(context, 'cancelOwnAppointment', input, (trx) => writeOwnCancellation(context, trx, input))
}

/** The same within a transaction. */
export async function writeOwnCancellation(
  context: OwnContext,
  trx: Trx,
  input: CancelOwnInput,
): Promise<OwnOutcome<OwnCancelled>> {
  const now = context.now()
  const { clinicId, name } = context.caller
  const note = checkedText(input.note, 1000, ['input', 'note'])
  const current = await lockOwn(context, trx)
  const refused = ownProblem(current, now, input)
  if (refused) return { refused }
  const released = await releaseOwnHolds(context, trx)
  const why = { reason: input.reason ?? 'client', note, by: name }
  const { appointment, log } = await writeCancellation(trx, clinicId, current, why, now)
  const noted = await noteReply(trx, clinicId, current.id, { reply: 'cancelled', at: now })
  return { written: { kind: 'cancelled', appointment }, log: [...log, ...noted, ...released] }
}
