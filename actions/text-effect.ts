import type { Trx } from '../db/connect.ts'
import { findAnsweredOffer, findStandingOffer } from '../db/queries/answered-offers.ts'
import { findChoices, listCandidates, putChoices, type ReplyChoices, takeChoices } from '../db/queries/replies.ts'
import type { Instant } from '../domain/interval.ts'
import { type ReplyIntent, readMinutes } from '../domain/reply.ts'
import type { ReplyAnswer } from '../domain/reply-answer.ts'
import type { ReplyCandidate } from '../domain/reply-target.ts'
import { targetOf } from '../domain/reply-target.ts'
import { ANSWERED_WITHIN, answerOffer } from './answer-offer.ts'
import { answeringFor, carryOutMove, carryOutReply, type ReplyContext, type ReplyEffect } from './carry-out-reply.ts'
import { switchNumber } from './switch-number.ts'

/** A text as the telephone company hands it over. */
export interface ReceivedText {
  /** Its own id: a text that comes twice is one text. */
  readonly providerId: string
  readonly phone: string
  readonly body: string
  /** What came with it, as `image/jpeg`. */
  readonly attached?: readonly string[]
  /** What the company itself has done, and answered, on a word like STOP. */
  readonly optOut?: 'stop' | 'start' | 'help'
}

export interface GivenText {
  readonly clinicId: string
  readonly text: ReceivedText
  readonly intent: ReplyIntent
}

const DAY = 24 * 60 * 60_000
const nothing = (answer: ReplyEffect['answer']): ReplyEffect => ({ answer, log: [] })

/** Whether the number is to get no more texts, or texts again. */
export function switchIn({ optOut }: ReceivedText, { kind }: ReplyIntent): 'stop' | 'start' | undefined {
  const word = optOut ?? kind
  return word === 'stop' || word === 'start' ? word : undefined
}

/** What a text brings about in a clinic. */
export async function effectOfText(context: ReplyContext, trx: Trx, given: GivenText): Promise<ReplyEffect> {
  const { clinicId, text, intent } = given
  const switched = switchIn(text, intent)
  const log = switched ? await switchNumber(trx, clinicId, text.phone, switched, context.now()) : []
  if (switched && intent.kind === switched) {
    await takeChoices(trx, clinicId, text.phone, context.now())
    return { answer: { say: switched === 'stop' ? 'stopped' : 'started' }, log }
  }
  // The company takes CANCEL and YES for STOP and START of its own, and the client means her appointment too.
  const effect = await effectOfIntent(context, trx, given)
  return { ...effect, log: [...log, ...effect.log] }
}

async function effectOfIntent(context: ReplyContext, trx: Trx, given: GivenText): Promise<ReplyEffect> {
  const { intent } = given
  if (intent.kind === 'help') return nothing({ say: 'help' })
  if (intent.kind === 'thanks') return nothing(null)
  const offered = await answerOffer(context, trx, given)
  if (offered) return offered
  return withStanding(trx, given, await effectOnBook(context, trx, given), context.now())
}

/** After these nothing is asked of her but what she may have been offered. */
const SETTLED: ReadonlySet<ReplyAnswer['say']> = new Set([
  ...(['confirmed', 'cancelled', 'moved', 'late', 'over', 'begun', 'changed', 'notice'] as const),
])

/** What is said to a text that nothing could be made of. */
const PUZZLED: ReadonlySet<ReplyAnswer['say']> = new Set(['nothing ahead', 'not understood', 'expired'] as const)

/** Whoever has said yes or no to one thing, or what was not understood, is told what still waits for a yes or a no. */
async function withStanding(
  trx: Trx,
  { clinicId, intent, text }: GivenText,
  effect: ReplyEffect,
  now: Instant,
): Promise<ReplyEffect> {
  const isPuzzled = effect.answer !== null && PUZZLED.has(effect.answer.say)
  const isDecision = intent.kind === 'confirm' || intent.kind === 'cancel' || intent.kind === 'choice'
  const isSettled = isDecision && effect.about && effect.answer && SETTLED.has(effect.answer.say)
  if (!isPuzzled && !isSettled) return effect
  const offer = await findStandingOffer(trx, clinicId, text.phone, now)
  if (!offer || (isPuzzled && !(await isAsked(trx, clinicId, text.phone, now)))) return effect
  const stands = { say: 'offer stands', at: offer.startsAt, until: offer.expiresAt } as const
  return isPuzzled ? { ...effect, answer: stands } : { ...effect, also: stands }
}

/** Whether a yes from the number would be to an offer, and not to what was asked after it. */
async function isAsked(trx: Trx, clinicId: string, phone: string, now: Instant): Promise<boolean> {
  const asked = await findAnsweredOffer(trx, clinicId, phone, { isYes: true, now, since: now - ANSWERED_WITHIN })
  return asked?.isOpen ?? false
}

async function effectOnBook(context: ReplyContext, trx: Trx, given: GivenText): Promise<ReplyEffect> {
  const { clinicId, text, intent } = given
  const lateness = await latenessAsked(trx, given, context.now())
  if (lateness) {
    const effect = await effectOn(context, trx, given, lateness.appointmentId, lateness.intent)
    return { ...effect, understoodAs: 'late' }
  }
  if (intent.kind === 'choice') return effectOfChoice(context, trx, given, intent.number)
  const candidates = await listCandidates(trx, clinicId, text.phone, context.now())
  const target = targetOf(intent.kind, candidates, context.now())
  if (target.kind === 'none') return nothing({ say: 'nothing ahead' })
  if (target.kind === 'one') return effectOn(context, trx, given, target.appointmentId, intent)
  // Somebody at the desk has to read it: it is put to the card that comes first.
  if (intent.kind === 'unrecognised') return effectOn(context, trx, given, target.appointmentIds[0]!, intent)
  return askWhich(context, trx, given, target.appointmentIds, candidates)
}

/** Whether the text can be the answer to a question of ours that only a number answers. */
export function namesNumber({ body }: ReceivedText, { kind }: ReplyIntent): boolean {
  return kind === 'choice' || (kind === 'unrecognised' && readMinutes(body) !== undefined)
}

/** Who was asked how late she is says it by a number alone. */
async function latenessAsked(trx: Trx, { clinicId, text, intent }: GivenText, now: Instant) {
  if (!namesNumber(text, intent)) return undefined
  const asked = await findChoices(trx, clinicId, text.phone, now)
  if (asked?.kind !== 'appointment' || asked.intent.kind !== 'late') return undefined
  const [appointmentId, ...others] = asked.appointmentIds
  const minutes = readMinutes(text.body)
  if (appointmentId === undefined || others.length > 0 || minutes === undefined) return undefined
  return { appointmentId, intent: { kind: 'late' as const, minutes } }
}

/** A number from what was offered; one that was not offered leaves the offer as it is. */
async function effectOfChoice(context: ReplyContext, trx: Trx, given: GivenText, number: number): Promise<ReplyEffect> {
  const { clinicId, text } = given
  const choices = await takeChoices(trx, clinicId, text.phone, context.now())
  if (!choices) return nothing({ say: 'expired' })
  const chosen = (choices.kind === 'slot' ? choices.holdIds : choices.appointmentIds)[number - 1]
  if (chosen === undefined) {
    await putChoices(trx, clinicId, text.phone, choices, context.now() + DAY)
    return nothing({ say: 'not understood' })
  }
  if (choices.kind === 'appointment') return effectOn(context, trx, given, chosen, choices.intent)
  const own = await answeringFor(context, trx, clinicId, choices.appointmentId)
  return own ? carryOutMove(own, trx, chosen) : nothing({ say: 'over' })
}

async function effectOn(
  context: ReplyContext,
  trx: Trx,
  { clinicId, text }: GivenText,
  appointmentId: string,
  intent: ReplyIntent,
): Promise<ReplyEffect> {
  // What was offered before is for another question; what is not understood answers none.
  if (intent.kind !== 'unrecognised') await takeChoices(trx, clinicId, text.phone, context.now())
  const own = await answeringFor(context, trx, clinicId, appointmentId)
  return own ? carryOutReply(own, trx, intent, text.phone) : nothing({ say: 'over' })
}

/** Days and times alone: whoever shares the number may not know whose appointments these are. */
async function askWhich(
  context: ReplyContext,
  trx: Trx,
  { clinicId, text, intent }: GivenText,
  appointmentIds: readonly string[],
  candidates: readonly ReplyCandidate[],
): Promise<ReplyEffect> {
  const shown = appointmentIds.slice(0, MOST_CHOICES)
  const choices: ReplyChoices = { kind: 'appointment', intent, appointmentIds: shown }
  await putChoices(trx, clinicId, text.phone, choices, context.now() + DAY)
  const startOf = new Map(candidates.map((each) => [each.appointmentId, each.startsAt]))
  const [at, ...others] = shown.map((id) => startOf.get(id)!)
  const { kind } = intent
  if (others.length === 0 && (kind === 'confirm' || kind === 'cancel'))
    return nothing({ say: 'sure', wish: kind, at: at! })
  return nothing({ say: 'which', at: [at!, ...others] })
}

const MOST_CHOICES = 9
