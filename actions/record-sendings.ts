import { v7 as uuid } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { lockDelivered } from '../db/queries/deliveries.ts'
import type { LogEntry } from '../db/queries/log.ts'
import {
  insertFallbacks,
  type RecordedSending,
  type WrittenSending,
  writeSendings,
} from '../db/queries/sending-messages.ts'
import type { Instant } from '../domain/interval.ts'
import type { Attempted } from '../domain/sending.ts'
import { sendMessages } from '../jobs/contracts.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { markMessages } from './message-mark.ts'
import { switchNumber, UNSUBSCRIBED } from './switch-number.ts'

/** A message that a provider was given, and what is to be written of it. */
export interface TriedMessage {
  readonly messageId: string
  readonly provider: string
  readonly attempted: Attempted
}

/**
 * Writes down what came of sending, in one transaction for many: every card hears of it, a text that failed for good,
 * or would be tried again too late, is followed by an e-mail, and an alarm is set for what is tried again.
 */
export function recordSendings(
  context: SystemContext,
  clinicId: string,
  tried: readonly TriedMessage[],
): Promise<void> {
  return changeUnasked(context, clinicId, async (trx) => {
    const now = context.now()
    const followed = await fallBackToEmail(context, trx, clinicId, lateIds(tried), now)
    const recorded = tried.map((each) => recordedOf(each, followed))
    const written = await writeSendings(trx, clinicId, recorded, now)
    const failed = written.filter((each) => each.status === 'failed')
    await fallBackToEmail(
      context,
      trx,
      clinicId,
      failed.map((each) => each.id),
      now,
    )
    const nextAt = earliestRetry(recorded)
    if (nextAt !== undefined) await context.jobs.enqueue(trx, sendMessages, { clinicId }, { startAfter: nextAt })
    const stopped = await stopUnsubscribed(trx, clinicId, tried, now)
    const sent = await markMessages(trx, clinicId, 'send message', appointmentsOf(written, 'sent'))
    return [
      ...stopped,
      ...sent,
      ...(await markMessages(trx, clinicId, 'fail message', appointmentsOf(written, 'failed'))),
    ]
  })
}

/** Of those messages that do not arrive, each text whose client may be written to is followed by an e-mail at once. */
export async function fallBackToEmail(
  { jobs }: Pick<SystemContext, 'jobs'>,
  trx: Trx,
  clinicId: string,
  failedIds: readonly string[],
  now: Instant,
): Promise<readonly string[]> {
  if (failedIds.length === 0) return []
  const fallbacks = failedIds.map((id) => ({ id, newId: uuid() }))
  const followed = await insertFallbacks(trx, clinicId, fallbacks, now)
  if (followed.length > 0) await jobs.enqueue(trx, sendMessages, { clinicId })
  return followed
}

function lateIds(tried: readonly TriedMessage[]): string[] {
  return tried.flatMap(({ attempted, messageId }) =>
    attempted.status === 'sending' && attempted.isLate ? [messageId] : [],
  )
}

/** Who said STOP to the telephone company is stopped here too: it was not us who heard it. */
async function stopUnsubscribed(
  trx: Trx,
  clinicId: string,
  tried: readonly TriedMessage[],
  now: Instant,
): Promise<LogEntry[]> {
  const log: LogEntry[] = []
  for (const { attempted, messageId } of tried) {
    if (attempted.status !== 'failed' || attempted.code !== UNSUBSCRIBED) continue
    const message = await lockDelivered(trx, clinicId, messageId)
    if (message) log.push(...(await switchNumber(trx, clinicId, message.recipient, 'stop', now)))
  }
  return log
}

/** What an e-mail has followed is given up: its reader is not told twice. */
function recordedOf(
  { messageId: id, provider, attempted }: TriedMessage,
  followed: readonly string[],
): RecordedSending {
  const { status } = attempted
  if (status === 'sent') {
    const { providerId, cost } = attempted
    return { id, status, unsure: false, provider, providerId, cost }
  }
  const { code: failureCode, message } = attempted
  const failure = message.slice(0, LONGEST_FAILURE)
  if (status === 'failed' || followed.includes(id))
    return { id, status: 'failed', unsure: false, provider, failureCode, failure }
  return { id, status, unsure: attempted.unsure, provider, attemptAt: attempted.attemptAt, failureCode, failure }
}

const LONGEST_FAILURE = 500

function earliestRetry(recorded: readonly RecordedSending[]): Instant | undefined {
  const times = recorded.flatMap((each) => each.attemptAt ?? [])
  return times.length > 0 ? Math.min(...times) : undefined
}

function appointmentsOf(written: readonly WrittenSending[], status: WrittenSending['status']): string[] {
  const ids = written.flatMap((each) => (each.status === status && each.appointmentId ? [each.appointmentId] : []))
  return [...new Set(ids)]
}
