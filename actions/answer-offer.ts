import type { Trx } from '../db/connect.ts'
import { findAnsweredOffer } from '../db/queries/answered-offers.ts'
import type { LogActor, LogEntry } from '../db/queries/log.ts'
import { MINUTE } from '../domain/interval.ts'
import type { ReplyAnswer } from '../domain/reply-answer.ts'
import { isOnList } from '../domain/waitlist-entry.ts'
import type { ReplyContext, ReplyEffect } from './carry-out-reply.ts'
import { answerLate } from './late-answer.ts'
import { leaveOffer } from './leave-offer.ts'
import { type LockedOffer, lockWholeOffer } from './lock-offer.ts'
import { takeOffer } from './take-offer.ts'
import type { GivenText } from './text-effect.ts'

/** So long after it was made an answer to an offer is taken for one. */
export const ANSWERED_WITHIN = 3 * 24 * 60 * MINUTE

/** What a yes or a no by text does about what was offered to its number; undefined when nothing was. */
export async function answerOffer(
  context: ReplyContext,
  trx: Trx,
  { clinicId, intent, text }: GivenText,
): Promise<ReplyEffect | undefined> {
  if (intent.kind !== 'confirm' && intent.kind !== 'cancel') return undefined
  const now = context.now()
  const isYes = intent.kind === 'confirm'
  const found = await findAnsweredOffer(trx, clinicId, text.phone, { isYes, now, since: now - ANSWERED_WITHIN })
  if (!found) return undefined
  const locked = await lockWholeOffer(trx, clinicId, found.id, now)
  const { client } = locked.entry
  const by: LogActor = { kind: 'client', id: client.id, name: client.name }
  const say = isYes ? sayYes : sayNo
  const { answer, appointmentId, log } = await say(context, trx, clinicId, locked, by)
  const about = appointmentId === undefined ? undefined : { appointmentId, clientId: client.id }
  return { answer, log: log.map((each) => ({ ...each, actor: each.actor ?? by })), ...(about && { about }) }
}

interface Said {
  readonly answer: ReplyAnswer
  readonly log: readonly LogEntry[]
  readonly appointmentId?: string
}

async function sayNo(
  context: ReplyContext,
  trx: Trx,
  clinicId: string,
  { entry, offer }: LockedOffer,
  by: LogActor,
): Promise<Said> {
  if (!isOnList(entry.status)) return { answer: { say: 'offer ended' }, log: [] }
  const answer = { say: 'offer declined' as const }
  if (offer.status !== 'open') return { answer, log: [] }
  const closing = { status: 'declined' as const, by: by.name, passesOn: true }
  return { answer, log: (await leaveOffer(context, trx, clinicId, offer, closing)).log }
}

async function sayYes(
  context: ReplyContext,
  trx: Trx,
  clinicId: string,
  locked: LockedOffer,
  by: LogActor,
): Promise<Said> {
  const { given, offer } = locked
  if (offer.status === 'accepted') return { answer: { say: 'offer taken', at: offer.startsAt }, log: [] }
  const outcome = await takeOffer(context, trx, clinicId, locked, by)
  if ('written' in outcome) return taken(outcome.written, outcome.log, given)
  if ('refused' in outcome) return { answer: { say: 'offer gone' }, log: [] }
  const late = await answerLate(context, trx, clinicId, locked, by)
  if (late.kind === 'taken') return taken(late.taken, late.log, given)
  const { log, why } = late
  if (late.kind === 'gone') return { answer: { say: GONE[why] }, log }
  const { expiresAt: until, startsAt: at } = late.offer
  return {
    answer: {
      say: why === 'taken' ? 'offer another' : 'offer instead',
      at,
      until,
      ...(given && { givesUp: given.startsAt }),
    },
    log,
  }
}

const GONE = { taken: 'offer gone', withdrawn: 'offer withdrawn', left: 'offer ended' } as const

function taken(
  { appointment }: { readonly appointment: { id: string; startsAt: number } },
  log: readonly LogEntry[],
  given: LockedOffer['given'],
): Said {
  const answer = { say: 'offer taken' as const, at: appointment.startsAt, ...(given && { gaveUp: given.startsAt }) }
  return { answer, appointmentId: appointment.id, log }
}
