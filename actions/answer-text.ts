import { v7 as uuidv7 } from 'uuid'
import { inClinic, type Trx } from '../db/connect.ts'
import { findLanguageAt } from '../db/queries/clients.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { lockHolder } from '../db/queries/holds.ts'
import {
  countAnswers,
  findReply,
  hasChoices,
  insertReply,
  listCandidates,
  listClinicsOfPhone,
} from '../db/queries/replies.ts'
import { isStopped } from '../db/queries/stopped-numbers.ts'
import type { Instant } from '../domain/interval.ts'
import { type ReplyIntent, readReply } from '../domain/reply.ts'
import { type ReplyAnswer, writeAnswer } from '../domain/reply-answer.ts'
import type { ReplyContext } from './carry-out-reply.ts'
import { changeUnasked } from './change-unasked.ts'
import { effectOfText, type ReceivedText, switchIn } from './text-effect.ts'

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
  const meant = await findMeant(context, clinicIds, text.phone, intent)
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
  phone: string,
  intent: ReplyIntent,
): Promise<string | undefined> {
  if (clinicIds.length <= 1) return clinicIds[0]
  for (const clinicId of clinicIds) {
    const isMeant = await inClinic(db, clinicId, async (trx) =>
      intent.kind === 'choice'
        ? hasChoices(trx, clinicId, phone, now())
        : (await listCandidates(trx, clinicId, phone, now())).some((each) => each.sentAt !== null),
    )
    if (isMeant) return clinicId
  }
  return clinicIds[0]
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
    const toSay = isHeard && effect.answer && !(await isSaidEnough(trx, clinicId, phone, effect.answer, now))
    answer = toSay ? await written(trx, clinicId, phone, effect.answer) : null
    const { appointmentId = null, clientId = null } = effect.about ?? {}
    const body = text.body.replaceAll('\0', '').toWellFormed().slice(0, LONGEST_KEPT)
    const row = { id: uuidv7(), providerId, phone, text: body, intent: intent.kind, clientId, appointmentId, answer }
    await insertReply(trx, clinicId, { ...row, receivedAt: now })
    return effect.log
  })
  return answer
}

async function written(trx: Trx, clinicId: string, phone: string, answer: ReplyAnswer): Promise<string> {
  const [{ name, zone }, language] = await Promise.all([getClinic(trx, clinicId), findLanguageAt(trx, clinicId, phone)])
  return writeAnswer(answer, { clinic: name, zone, language: language ?? 'en' })
}

/** Two machines that answer each other would not stop by themselves. */
async function isSaidEnough(
  trx: Trx,
  clinicId: string,
  phone: string,
  { say }: ReplyAnswer,
  now: Instant,
): Promise<boolean> {
  const most = say === 'nothing ahead' ? 1 : say === 'not understood' ? 3 : undefined
  if (most === undefined) return false
  const which = say === 'nothing ahead' ? 'about nothing' : 'unrecognised'
  return (await countAnswers(trx, clinicId, phone, which, now - DAY)) >= most
}
