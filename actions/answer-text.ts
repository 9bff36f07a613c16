import { v7 as uuidv7 } from 'uuid'
import { inClinic, type Trx } from '../db/connect.ts'
import { findAnsweredOffer } from '../db/queries/answered-offers.ts'
import { findReaderAt } from '../db/queries/clients.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { lockHolder } from '../db/queries/holds.ts'
import {
  countAnswers,
  findChoices,
  findReply,
  insertReply,
  listCandidates,
  listClinicsOfPhone,
} from '../db/queries/replies.ts'
import { isStopped } from '../db/queries/stopped-numbers.ts'
import type { Instant } from '../domain/interval.ts'
import { type ReplyIntent, readReply } from '../domain/reply.ts'
import { type ReplyAnswer, writeAnswer } from '../domain/reply-answer.ts'
import type { ReplyContext, ReplyEffect } from './carry-out-reply.ts'
import { changeUnasked } from './change-unasked.ts'
import { effectOfText, namesNumber, type ReceivedText, switchIn } from './text-effect.ts'

const LONGEST_KEPT = 2000
/** Also to a number that gets nothing else. */
const SAID_ANYWAY: ReadonlySet<ReplyIntent['kind']> = new Set(['start', 'help'])
const DAY = 24 * 60 * 60_000

/**
 * Does what a text asks for and says what to answer; null for nothing, as for a number that no clinic has written to. The
 * clinic that wrote last is meant; STOP and START hold for all that did.
 */
export async function answerText(context: ReplyContext, text: ReceivedText): Promise<string | null> {
  const clinicIds = await listClinicsOfPhone(context.db, text.phone)
  const intent = readReply(text.body)
  const meant = await findMeant(context, clinicIds, text, intent)
  if (meant === undefined) return null
  const switched = switchIn(text, intent)
  if (switched)
    for (const clinicId of clinicIds.filter((each) => each !== meant))
      await answerIn(context, clinicId, text, { kind: switched })
  return answerIn(context, meant, text, intent)
}

async function findMeant(
  { db, now }: ReplyContext,
  clinicIds: readonly string[],
  text: ReceivedText,
  intent: ReplyIntent,
): Promise<string | undefined> {
  const { phone } = text
  if (clinicIds.length <= 1) return clinicIds[0]
  for (const clinicId of clinicIds) {
    const isMeant = await inClinic(db, clinicId, async (trx) =>
      namesNumber(text, intent)
        ? (await findChoices(trx, clinicId, phone, now())) !== undefined
        : (await isOffered(trx, clinicId, phone, { isYes: intent.kind === 'confirm', now: now() })) ||
          (await listCandidates(trx, clinicId, phone, now())).some((each) => each.sentAt !== null),
    )
    if (isMeant) return clinicId
  }
  return clinicIds[0]
}

/** Whether something is offered to the number just now. */
async function isOffered(
  trx: Trx,
  clinicId: string,
  phone: string,
  asked: { readonly isYes: boolean; readonly now: Instant },
): Promise<boolean> {
  return (await findAnsweredOffer(trx, clinicId, phone, { ...asked, since: asked.now - DAY }))?.isOpen ?? false
}

/** One text in one clinic, in one transaction; the same one again only says again what was answered. */
async function answerIn(
  context: ReplyContext,
  clinicId: string,
  text: ReceivedText,
  intent: ReplyIntent,
): Promise<string | null> {
  const now = context.now()
  const { phone, providerId } = text
  let answer: string | null = null
  await changeUnasked(context, clinicId, async (trx) => {
    await lockHolder(trx, clinicId, `phone ${phone}`)
    const earlier = await findReply(trx, clinicId, providerId)
    if (earlier) {
      answer = earlier.answer
      return []
    }
    const wasStopped = await isStopped(trx, clinicId, phone)
    const effect = await effectOfText(context, trx, { clinicId, text, intent })
    const isHeard = text.optOut === undefined && (!wasStopped || SAID_ANYWAY.has(intent.kind))
    answer = isHeard ? await answerOf(trx, clinicId, phone, effect, now) : null
    const { appointmentId = null, clientId = null } = effect.about ?? {}
    const row = { id: uuidv7(), providerId, phone, text: keptOf(text), clientId, appointmentId, answer }
    await insertReply(trx, clinicId, { ...row, intent: effect.understoodAs ?? intent.kind, receivedAt: now })
    return effect.log
  })
  return answer
}

/** As it was typed, and what came with it. */
function keptOf({ attached = [], body }: ReceivedText): string {
  const typed = body.replaceAll('\0', '').toWellFormed().slice(0, LONGEST_KEPT)
  return [typed, ...attached.map((each) => `[${each}]`)].filter((each) => each.trim() !== '').join(' ')
}

/** Null for nothing: two machines that answer each other would not stop by themselves. */
async function answerOf(
  trx: Trx,
  clinicId: string,
  phone: string,
  { about, also, answer }: ReplyEffect,
  now: Instant,
): Promise<string | null> {
  if (!answer) return null
  const [{ name, zone }, reader] = await Promise.all([
    getClinic(trx, clinicId),
    findReaderAt(trx, clinicId, phone, about?.clientId),
  ])
  const { zone: readerZone, language = 'en' } = reader
  const text = writeAnswer(answer, { clinic: name, zone, readerZone, language }, also)
  const most = MOST_A_DAY[answer.say]
  return most !== undefined && (await countAnswers(trx, clinicId, phone, text, now - DAY)) >= most ? null : text
}

const MOST_A_DAY: Partial<Record<ReplyAnswer['say'], number>> = {
  'nothing ahead': 1,
  'not understood': 3,
  'offer stands': 3,
}
