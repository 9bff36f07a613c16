import type { Trx } from '../db/connect.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { writeReplyOfLast } from '../db/queries/replies.ts'
import type { Instant } from '../domain/interval.ts'
import type { Reply } from '../domain/message.ts'
import { markMessages } from './message-mark.ts'

export interface NotedReply {
  readonly reply: Reply
  readonly at: Instant
  /** How late she says to be; null when she no longer does. Left out, what she said stays. */
  readonly lateMinutes?: number | null
}

/** What the client said of the appointment, on its card and with the message that she was sent last. */
export async function noteReply(
  trx: Trx,
  clinicId: string,
  appointmentId: string,
  { reply, at, lateMinutes }: NotedReply,
): Promise<LogEntry[]> {
  const [, entries] = await Promise.all([
    writeReplyOfLast(trx, clinicId, appointmentId, reply, at),
    markMessages(trx, clinicId, 'receive reply', [appointmentId], { reply, repliedAt: at, lateMinutes }),
  ])
  return entries
}
