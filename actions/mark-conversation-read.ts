import { lockConversation, markRead } from '../db/queries/conversations.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import type { RecordRefused, RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { checkId } from './ids.ts'
import { markMessages } from './message-mark.ts'
import { getTalkedAbout } from './send-appointment-message.ts'

export interface MarkConversationReadInput extends Repeatable {
  readonly appointmentId: string
}

/** What the client wrote about the appointment has been read. Saying so again changes nothing. */
export function markConversationRead(
  context: ActionContext,
  input: MarkConversationReadInput,
): Promise<RecordSaved<{ readonly id: string }> | RecordRefused> {
  const { clinicId } = context.caller
  const { appointmentId } = input
  checkId(appointmentId, 'appointment', ['input', 'appointmentId'])
  return changeClinic<RecordSaved<{ readonly id: string }>, never, RecordRefused>(context, {
    operation: 'markConversationRead',
    input,
    work: async (trx) => {
      await getTalkedAbout(context, trx, appointmentId)
      await lockConversation(trx, clinicId, appointmentId)
      await markRead(trx, clinicId, appointmentId, 'client', context.now())
      const log = await markMessages(trx, clinicId, 'read messages', [appointmentId], { unread: 'none' })
      return { written: { kind: 'saved', record: { id: appointmentId } }, log }
    },
    tell: async (problems) => ({ kind: 'refused', problems }),
  })
}
