import type { Trx } from '../db/connect.ts'
import { findAppointment } from '../db/queries/book.ts'
import type { Offer } from '../db/queries/waitlist-offers.ts'
import { isShown } from '../domain/status.ts'
import { isOnList } from '../domain/waitlist-entry.ts'
import { changeClinic } from './change-clinic.ts'
import { type ActionContext, actorOf } from './context.ts'
import { notFound } from './errors.ts'
import { answerLate } from './late-answer.ts'
import { leaveOffer } from './leave-offer.ts'
import { lockWholeOffer } from './lock-offer.ts'
import { takeOffer } from './take-offer.ts'

/** What came of her answer: it is hers, another is kept for her instead, or nothing is left. */
export interface OwnAnswer {
  readonly kind: 'taken' | 'another' | 'declined'
  readonly offerId: string
}

/**
 * It is over: somebody else has it, the clinic no longer offers it, or she waits no more; she took it before, and it was
 * cancelled since, or is hers and not left any more by a no to the offer.
 */
export interface OwnGone {
  readonly kind: 'gone' | 'withdrawn' | 'left' | 'cancelled' | 'booked'
}

/** Who holds the link takes what it offers; where that is over, she is told so and kept another, if there is one. */
export function acceptOwnOffer(context: ActionContext, offerId: string): Promise<OwnAnswer | OwnGone> {
  const { clinicId } = context.caller
  return changeOwnOffer(context, 'acceptOwnOffer', async (trx) => {
    const locked = await lockWholeOffer(trx, clinicId, offerId, context.now())
    const { offer } = locked
    checkHers(context, offer)
    if (offer.status === 'accepted')
      return (await isHers(trx, clinicId, offer))
        ? { written: { kind: 'taken', offerId }, log: [] }
        : { refused: 'cancelled' }
    const by = actorOf(context.caller)
    const outcome = await takeOffer(context, trx, clinicId, locked, by)
    if ('written' in outcome) return { written: { kind: 'taken', offerId }, log: outcome.log }
    if ('refused' in outcome) return { refused: 'gone' }
    const late = await answerLate(context, trx, clinicId, locked, by)
    if (late.kind === 'taken') return { written: { kind: 'taken', offerId }, log: late.log }
    if (late.kind === 'gone') return { refused: late.why === 'taken' ? 'gone' : late.why }
    return { written: { kind: 'another', offerId: late.offer.id }, log: late.log }
  })
}

/** Who holds the link does not take what it offers: the next is offered it. */
export function declineOwnOffer(context: ActionContext, offerId: string): Promise<OwnAnswer | OwnGone> {
  const { clinicId } = context.caller
  return changeOwnOffer(context, 'declineOwnOffer', async (trx) => {
    const { entry, offer } = await lockWholeOffer(trx, clinicId, offerId, context.now())
    checkHers(context, offer)
    if (offer.status === 'accepted') return { refused: (await isHers(trx, clinicId, offer)) ? 'booked' : 'cancelled' }
    if (!isOnList(entry.status)) return { refused: 'left' }
    if (offer.status !== 'open') return { written: { kind: 'declined', offerId }, log: [] }
    const closing = { status: 'declined' as const, by: actorOf(context.caller).name, passesOn: true }
    const { log } = await leaveOffer(context, trx, clinicId, offer, closing)
    return { written: { kind: 'declined', offerId }, log }
  })
}

/** Whether what she took stands still. */
async function isHers(trx: Trx, clinicId: string, { appointmentId }: Offer): Promise<boolean> {
  const appointment = appointmentId === null ? undefined : await findAppointment(trx, clinicId, appointmentId)
  return appointment !== undefined && isShown(appointment.status)
}

type Work = Parameters<typeof changeClinic<OwnAnswer, OwnGone['kind'], OwnGone>>[1]['work']

function changeOwnOffer(context: ActionContext, operation: string, work: Work): Promise<OwnAnswer | OwnGone> {
  return changeClinic<OwnAnswer, OwnGone['kind'], OwnGone>(context, {
    operation,
    input: {},
    work,
    tell: async (kind) => ({ kind }),
  })
}

function checkHers({ caller }: ActionContext, { clientId }: Offer): void {
  if (caller.kind !== 'client' || caller.clientId !== clientId) throw notFound('waitlist offer')
}
