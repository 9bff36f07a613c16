import type { Delivery } from '../../actions/record-delivery.ts'
import { UNSUBSCRIBED } from '../../actions/switch-number.ts'
import type { FormFields } from '../form-bodies.ts'

/** Statuses of texts and of calls; what is not here is on its way still. */
const STATUSES: Readonly<Record<string, NonNullable<Delivery['status']>>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  completed: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  busy: 'failed',
  'no-answer': 'failed',
  canceled: 'failed',
}

/** What Twilio tells of a text or a call; undefined for what says nothing new. */
export function deliveryOf(fields: FormFields): Omit<Delivery, 'clinicId' | 'messageId'> | undefined {
  const told = fields.MessageStatus ?? fields.CallStatus ?? ''
  const status = Object.hasOwn(STATUSES, told) ? STATUSES[told] : undefined
  if (!status) return undefined
  const code = fields.ErrorCode || undefined
  const isFailed = status === 'failed'
  return {
    provider: 'twilio',
    providerId: fields.MessageSid ?? fields.CallSid ?? null,
    status,
    ...(isFailed && { failureCode: code ?? told, failure: fields.ErrorMessage || `Twilio: ${told}` }),
    ...(code === UNSUBSCRIBED && { reader: 'stopped' as const }),
  }
}
