import { lockDelivered, writeDelivery } from '../db/queries/deliveries.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { type MessageStatus, mayFollow } from '../domain/message.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { markMessages } from './message-mark.ts'
import { fallBackToEmail } from './record-sendings.ts'
import { switchAddress, switchNumber } from './switch-number.ts'

/** What a provider tells of a message it was given. */
export interface Delivery {
  readonly provider: 'twilio' | 'postmark'
  readonly clinicId: string
  readonly messageId: string
  readonly providerId: string | null
  /** Left out when it tells of the reader alone. */
  readonly status?: Extract<MessageStatus, 'sent' | 'delivered' | 'failed' | 'bounced'>
  readonly failureCode?: string
  readonly failure?: string
  /** What the reader wants of the clinic from now on. */
  readonly reader?: 'stopped' | 'allowed'
}

const LONGEST_FAILURE = 500

/**
 * Brings a message forward to what its provider tells of it, and never back: words that come twice, too late or about an
 * earlier try change nothing. A text that failed for good is followed by an e-mail.
 */
export function recordDelivery(context: SystemContext, delivery: Delivery): Promise<void> {
  const { clinicId, messageId, provider, providerId, status } = delivery
  return changeUnasked(context, clinicId, async (trx) => {
    const now = context.now()
    const message = await lockDelivered(trx, clinicId, messageId)
    if (!message) return []
    const log: LogEntry[] = []
    if (delivery.reader && message.channel === 'email')
      log.push(...(await switchAddress(trx, clinicId, message.recipient, delivery.reader === 'allowed', now)))
    if (delivery.reader === 'stopped' && message.channel === 'sms')
      log.push(...(await switchNumber(trx, clinicId, message.recipient, 'stop', now)))
    const isOfThisTry = message.providerId === null || providerId === null || message.providerId === providerId
    if (!status || !isOfThisTry || !mayFollow(message.status, status)) return log
    const failureCode = delivery.failureCode ?? null
    const failure = delivery.failure?.slice(0, LONGEST_FAILURE) ?? null
    await writeDelivery(trx, clinicId, messageId, { status, provider, providerId, failureCode, failure }, now)
    const hasFailed = status === 'failed' || status === 'bounced'
    if (hasFailed) await fallBackToEmail(context, trx, clinicId, [messageId], now)
    const action = hasFailed ? 'fail message' : status === 'sent' ? 'send message' : 'deliver message'
    const marks = message.appointmentId ? await markMessages(trx, clinicId, action, [message.appointmentId]) : []
    return [...log, ...marks]
  })
}
