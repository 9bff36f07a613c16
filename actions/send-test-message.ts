import { v7 as uuid } from 'uuid'
import { findMessage, insertMessages, type MessageRow } from '../db/queries/messages.ts'
import { checkFields, type FieldCheck } from '../domain/record.ts'
import { sendMessages } from '../jobs/contracts.ts'
import { hasSubject } from '../jobs/templates/check-template.ts'
import type { TemplateKey } from '../jobs/templates/editable-templates.ts'
import type { Repeatable } from './change-clinic.ts'
import { checkLanguage, findStanding } from './change-message-template.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import { checkedPhone, LONGEST_EMAIL } from './client-fields.ts'
import type { ActionContext } from './context.ts'

export interface SendTestMessageInput extends Repeatable, TemplateKey {
  /** An e-mail address, or a telephone number with its country. */
  readonly to: string
}

/** Sends the words of a message, as they are kept, to somebody who wants to see it: about an appointment that might be. */
export function sendTestMessage(
  context: ActionContext,
  input: SendTestMessageInput,
): Promise<RecordSaved<MessageRow> | RecordRefused> {
  checkLanguage(input)
  const fields = checkFields()
  const recipient = checkedRecipient(fields, input)
  return changeRecord(context, {
    right: 'edit_messages',
    operation: 'sendTestMessage',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const { kind, channel, language } = await findStanding(trx, clinicId, input)
      const id = uuid()
      const about = { appointmentId: null, appointmentVersion: null, aboutStartsAt: null, clientId: null }
      const test = { id, kind: 'test', audience: 'member', channel, language, recipient, ...about } as const
      const row = { ...test, copy: 0, fallbackOf: null, content: { testOf: kind }, dueAt: now }
      await insertMessages(trx, clinicId, [row], now)
      await context.jobs.enqueue(trx, sendMessages, { clinicId })
      const record = await findMessage(trx, clinicId, id)
      if (!record) throw new Error('the test that was just scheduled is gone')
      const entry = { action: 'send test message', kind: 'message', id, version: 1, before: null, after: row } as const
      return { written: { kind: 'saved', record }, log: [entry] }
    },
  })
}

function checkedRecipient(fields: FieldCheck, { channel, to }: SendTestMessageInput): string {
  if (!hasSubject(channel)) return checkedPhone(fields, to, 'to') ?? ''
  const address = fields.line('to', to, LONGEST_EMAIL)
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) fields.refuse('to', 'must be an e-mail address')
  return address
}
