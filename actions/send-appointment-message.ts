import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { type Appointment, findAppointment } from '../db/queries/book.ts'
import { type ConversationRow, insertWritten, raiseMark } from '../db/queries/conversations.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { LONGEST_WRITTEN } from '../domain/message.ts'
import type { RecordProblem } from '../domain/record.ts'
import { maySendMessages } from '../domain/rights.ts'
import { isShown } from '../domain/status.ts'
import { placeOf } from './appointment-log.ts'
import { rightsOfCaller } from './caller.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import type { RecordRefused, RecordSaved } from './change-record.ts'
import { type ActionContext, actorOf } from './context.ts'
import { forbidden, notFound } from './errors.ts'
import { checkId } from './ids.ts'
import type { MarkAction } from './message-mark.ts'
import { checkedText } from './override.ts'
import { tellOfConversation } from './tell-of-conversation.ts'

export interface SendAppointmentMessageInput extends Repeatable {
  readonly appointmentId: string
  readonly text: string
}

/** Writes to the client about her appointment, in the conversation that both read. */
export function sendAppointmentMessage(
  context: ActionContext,
  input: SendAppointmentMessageInput,
): Promise<RecordSaved<ConversationRow> | RecordRefused> {
  const { clinicId } = context.caller
  const { appointmentId } = input
  checkId(appointmentId, 'appointment', ['input', 'appointmentId'])
  const text = checkedText(input.text, LONGEST_WRITTEN, ['input', 'text'])
  return changeClinic<RecordSaved<ConversationRow>, readonly RecordProblem[], RecordRefused>(context, {
    operation: 'sendAppointmentMessage',
    input,
    work: async (trx) => {
      const about = await getTalkedAbout(context, trx, appointmentId)
      if (!text) return { refused: [{ code: 'INVALID', message: 'Write something first.', path: ['input', 'text'] }] }
      const { id, name } = actorOf(context.caller)
      if (id === null) throw forbidden('You may not write to this client.')
      const author = { kind: 'member' as const, id, name }
      const message = { id: uuidv7(), appointmentId, author, text, writtenAt: context.now() }
      await insertWritten(trx, clinicId, message)
      await tellOfConversation(context, trx, { clinicId, appointmentId, to: 'client' })
      await raiseMark(trx, clinicId, appointmentId)
      return {
        written: { kind: 'saved', record: { ...message, readAt: null } },
        log: [writtenEntry(about, message.id)],
      }
    },
    tell: async (problems) => ({ kind: 'refused', problems }),
  })
}

/** That something was written, and not what: the logs outlive the conversation. */
function writtenEntry(about: Appointment, writtenId: string): LogEntry {
  const isGone = !isShown(about.status)
  return {
    ...{ action: 'write message' satisfies MarkAction, kind: 'appointment', id: about.id, version: about.version },
    ...{ removed: isGone, place: isGone ? undefined : placeOf(about) },
    ...{ before: null, after: { writtenId } },
  }
}

/** The appointment, when the caller may write and read about it with its client. */
export async function getTalkedAbout(context: ActionContext, trx: Trx, appointmentId: string): Promise<Appointment> {
  const { caller } = context
  const appointment = await findAppointment(trx, caller.clinicId, appointmentId)
  if (!appointment) throw notFound('appointment', ['input', 'appointmentId'], appointmentId)
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (!maySendMessages(rightsOfCaller(caller), appointment.therapistId, own))
    throw forbidden('You may not write to this client.')
  return appointment
}
