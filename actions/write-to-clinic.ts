import { v7 as uuidv7 } from 'uuid'
import { type ConversationRow, insertWritten, markRead } from '../db/queries/conversations.ts'
import { LONGEST_WRITTEN } from '../domain/message.ts'
import { changeOwn } from './change-own.ts'
import type { ActionContext } from './context.ts'
import { badInput } from './errors.ts'
import { markMessages } from './message-mark.ts'
import { checkedText } from './override.ts'
import { lockOwn, type OwnContext, type OwnInput, type OwnRefused } from './own-appointment.ts'
import { tellOfConversation } from './tell-of-conversation.ts'

export interface WriteToClinicInput extends OwnInput {
  readonly text: string
}

export interface OwnWritten {
  readonly kind: 'written'
  readonly message: ConversationRow
}

/** The client writes about her appointment, whatever has become of it. */
export function writeToClinic(
  context: ActionContext & OwnContext,
  input: WriteToClinicInput,
): Promise<OwnWritten | OwnRefused> {
  const { clinicId, clientId, appointmentId, name } = context.caller
  const text = checkedText(input.text, LONGEST_WRITTEN, ['input', 'text'])
  if (!text) throw badInput('Write something first.', ['input', 'text'])
  return changeOwn<OwnWritten>(context, 'writeToClinic', input, async (trx) => {
    const now = context.now()
    await lockOwn(context, trx)
    const author = { kind: 'client' as const, id: clientId, name }
    const message = { id: uuidv7(), appointmentId, author, text, writtenAt: now }
    await insertWritten(trx, clinicId, message)
    // Who answers has read what she was written.
    await markRead(trx, clinicId, appointmentId, 'member', now)
    await tellOfConversation(context, trx, { clinicId, appointmentId, to: 'therapist' })
    const log = await markMessages(trx, clinicId, 'write message', [appointmentId], { unread: 'one more' })
    return { written: { kind: 'written', message: { ...message, readAt: null } }, log }
  })
}
