import { v7 as uuid } from 'uuid'
import { lockPlans, type PlanRow } from '../db/queries/message-plans.ts'
import { findMessage, insertMessages, type MessageRow } from '../db/queries/messages.ts'
import type { Instant } from '../domain/interval.ts'
import { staysTrue } from '../domain/message-facts.ts'
import { nextCopy } from '../domain/reconcile-messages.ts'
import { maySendMessages } from '../domain/rights.ts'
import { sendMessages } from '../jobs/contracts.ts'
import { rightsOfCaller } from './caller.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { forbidden, notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { markMessages } from './message-mark.ts'
import { factsOf } from './plan-appointments.ts'

export interface ResendMessageInput extends Repeatable {
  readonly id: string
}

/** Sends a client what was sent about an appointment once more, to the address that she has now. */
export function resendMessage(
  context: ActionContext,
  input: ResendMessageInput,
): Promise<RecordSaved<MessageRow> | RecordRefused> {
  checkId(input.id, 'message', ['input', 'id'])
  return changeRecord<MessageRow>(context, {
    right: 'send_messages',
    operation: 'resendMessage',
    input,
    work: async (trx, clinicId, now) => {
      const message = await findMessage(trx, clinicId, input.id)
      if (!message) throw notFound('message', ['input', 'id'], input.id)
      const [row] = message.appointmentId ? await lockPlans(trx, clinicId, [message.appointmentId]) : []
      if (row) checkMessageRight(context, row.therapistId)
      const again = againOf(message, row, now)
      if (typeof again === 'string') return { refused: [{ code: 'INVALID', message: again, path: ['input', 'id'] }] }
      await insertMessages(trx, clinicId, [again], now)
      await context.jobs.enqueue(trx, sendMessages, { clinicId })
      const record = (await findMessage(trx, clinicId, again.id))!
      const marked = await markMessages(trx, clinicId, 'schedule message', [row!.id])
      const entry = { action: 'resend message', kind: 'message' as const, id: record.id, version: record.version }
      return { written: { kind: 'saved', record }, log: [{ ...entry, before: null, after: logged(record) }, ...marked] }
    },
  })
}

/** Refuses a caller who may not write about what this therapist has in the book. */
export function checkMessageRight({ caller }: ActionContext, therapistId: string): void {
  const own = caller.kind === 'member' ? caller.therapistId : undefined
  if (!maySendMessages(rightsOfCaller(caller), therapistId, own))
    throw forbidden('You may write only about the appointments of your own calendar.')
}

/** The message that leaves in its turn, or why none does. */
function againOf(message: MessageRow, row: PlanRow | undefined, now: Instant) {
  const { kind, channel, audience, aboutStartsAt } = message
  const facts = row && factsOf(row)
  const standing = facts?.standing.find((each) => each.id === message.id)
  if (!row || !facts || !standing || audience !== 'client' || aboutStartsAt === null)
    return 'Only what a client was sent about an appointment can be sent again.'
  if (!staysTrue(standing, facts) || (kind !== 'follow_up' && aboutStartsAt <= now))
    return 'What it said is no longer so.'
  if (facts.standing.some((each) => each.kind === kind && each.channel === channel && each.status === 'scheduled'))
    return 'The same message is waiting to leave.'
  const recipient = facts.reach[channel]
  if (!recipient) return 'The client cannot be reached there, or does not wish to be.'
  return {
    ...{ id: uuid(), kind, channel, audience, recipient, language: row.language, aboutStartsAt },
    ...{ appointmentId: row.id, appointmentVersion: row.version, clientId: row.clientId },
    copy: nextCopy(facts, { kind, channel, recipient }),
    ...{ fallbackOf: null, content: { ...message.content, asked: true }, dueAt: now },
  }
}

/** Whom it went to stands in the message; the log names nobody. */
function logged({ kind, channel, appointmentId, copy }: MessageRow) {
  return { kind, channel, appointmentId, copy }
}
