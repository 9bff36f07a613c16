import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { findReaderAt } from '../db/queries/clients.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { lockHolder } from '../db/queries/holds.ts'
import { findMessage, type MessageRow } from '../db/queries/messages.ts'
import { findReply, insertReply } from '../db/queries/replies.ts'
import { writeAnswer } from '../domain/reply-answer.ts'
import { answeringFor, carryOutReply, type ReplyContext } from './carry-out-reply.ts'
import { changeUnasked } from './change-unasked.ts'

/** A key that was pressed in a call about an appointment. */
export interface PressedKey {
  readonly clinicId: string
  readonly messageId: string
  /** Of the call, at the telephone company: what comes twice is one answer. */
  readonly callId: string
  readonly digits: string
}

/** What is said to whoever pressed the key. */
export interface SpokenAnswer {
  readonly text: string
  readonly language: string
}

const INTENTS: Readonly<Record<string, 'confirm' | 'cancel'>> = { 1: 'confirm', 2: 'cancel' }

/** One press confirms or cancels the appointment that the call was about; any other key does nothing and is answered nothing. */
export async function answerCall(context: ReplyContext, key: PressedKey): Promise<SpokenAnswer | null> {
  const kind = Object.hasOwn(INTENTS, key.digits) ? INTENTS[key.digits] : undefined
  let answer: SpokenAnswer | null = null
  await changeUnasked(context, key.clinicId, async (trx) => {
    answer = null
    const message = await findMessage(trx, key.clinicId, key.messageId)
    if (!kind || message?.channel !== 'voice' || message.appointmentId === null) return []
    await lockHolder(trx, key.clinicId, `phone ${message.recipient}`)
    const earlier = await findReply(trx, key.clinicId, key.callId)
    if (earlier) {
      answer = earlier.answer === null ? null : { text: earlier.answer, language: message.language }
      return []
    }
    const heard = await hear(context, trx, key, kind, message)
    answer = heard && { text: heard.text, language: message.language }
    return heard?.log ?? []
  })
  return answer
}

async function hear(
  context: ReplyContext,
  trx: Trx,
  { clinicId, callId, digits }: PressedKey,
  kind: 'confirm' | 'cancel',
  message: MessageRow,
) {
  const { aboutStartsAt, appointmentId, recipient: phone, language } = message
  const own = appointmentId === null ? undefined : await answeringFor(context, trx, clinicId, appointmentId)
  if (!own) return null
  // She agreed to the time that was read to her, and to no other.
  const { answer, about, log } = await carryOutReply(own, trx, { kind }, phone, {
    seenStartsAt: aboutStartsAt ?? undefined,
  })
  const [{ name, zone }, reader] = await Promise.all([
    getClinic(trx, clinicId),
    findReaderAt(trx, clinicId, phone, own.caller.clientId),
  ])
  const text = answer && writeAnswer(answer, { clinic: name, zone, readerZone: reader.zone, language })
  const row = { id: uuidv7(), providerId: callId, phone, text: digits, intent: kind, clientId: null, appointmentId }
  await insertReply(trx, clinicId, { ...row, ...about, answer: text, receivedAt: context.now() })
  return text === null ? null : { text, log }
}
