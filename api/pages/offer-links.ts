import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { acceptOwnOffer, declineOwnOffer, type OwnAnswer, type OwnGone } from '../../actions/answer-own-offer.ts'
import type { ActionContext } from '../../actions/context.ts'
import { findOfferByToken, offerToken } from '../../actions/offer-token.ts'
import { givenUp } from '../../actions/take-slot.ts'
import { inSnapshot } from '../../db/connect.ts'
import { findAppointment } from '../../db/queries/book.ts'
import { getClinic } from '../../db/queries/clinics.ts'
import { findEntry } from '../../db/queries/waitlist-entries.ts'
import { findOffer } from '../../db/queries/waitlist-offers.ts'
import { isForeignOrigin } from '../auth/origin.ts'
import type { Services } from '../context.ts'
import { gonePage } from './link-page.ts'
import { type OfferView, offerPage } from './offer-page.ts'
import { sendPage } from './page.ts'
import { type OfferSaid, offerWords } from './words/offer-words.ts'
import { languageAsked } from './words/page-languages.ts'

interface OfferRoute {
  Params: { token: string; action: string }
  Querystring: { said?: string }
}

/** So long after it began, the page can still be opened. */
const KEPT = 14 * 24 * 60 * 60_000

/** The pages of offers from the waitlist, among those of links: reading one changes nothing, forms act. */
export function addOfferPages(scope: FastifyInstance, services: Services): void {
  scope.get<OfferRoute>('/o/:token', async (request, reply) => {
    const view = await openOffer(services, request.params.token)
    return view ? sendPage(reply, 200, offerPage(view, saidOf(request.query.said))) : gone(request, reply)
  })
  // Where a form led that was refused stands in the address bar, and is opened again from there.
  scope.get<OfferRoute>('/o/:token/:action', ({ params: { token } }, reply) =>
    reply.redirect(`/o/${encodeURIComponent(token)}`, 303),
  )
  scope.post<OfferRoute>('/o/:token/:action', async (request, reply) => {
    const { action, token } = request.params
    const answer = Object.hasOwn(answers, action) ? answers[action] : undefined
    const view = answer && (await openOffer(services, token))
    if (!answer || !view) return gone(request, reply)
    if (isForeignOrigin(request.headers, services.publicUrl)) return gone(request, reply, 403)
    return reply.redirect(placeOf(services, view, await answer(actingOn(services, view, request), view.offer.id)), 303)
  })
}

type Answer = (context: ActionContext, offerId: string) => Promise<OwnAnswer | OwnGone>

const answers: Readonly<Record<string, Answer>> = { accept: acceptOwnOffer, decline: declineOwnOffer }

/** The page that tells what came of it; that of the other offer where another is kept for her. */
function placeOf({ secret }: Services, { clinic, token }: OfferView, answer: OwnAnswer | OwnGone): string {
  const leads = answer.kind === 'another' ? offerToken(secret, clinic.id, answer.offerId) : token
  return `/o/${leads}?said=${answer.kind}`
}

/** Whoever holds the link acts as the one it was made for. */
function actingOn(services: Services, { clinic, entry }: OfferView, { id, ip }: FastifyRequest): ActionContext {
  const { announce, db, jobs, now, secret } = services
  const { clientId, client } = entry
  const caller = { kind: 'client', clinicId: clinic.id, clientId, appointmentId: null, name: client.name } as const
  return { db, now, announce, secret, jobs, caller, requestId: id, ip }
}

function gone(request: FastifyRequest, reply: FastifyReply, status = 404) {
  return sendPage(reply, status, gonePage(languageAsked(request.headers['accept-language'])))
}

async function openOffer({ db, now: clock }: Services, token: string): Promise<OfferView | undefined> {
  const target = await findOfferByToken({ db }, token)
  if (!target) return undefined
  const { clinicId, offerId } = target
  const now = clock()
  return inSnapshot(db, clinicId, async (trx) => {
    const [offer, clinic] = await Promise.all([findOffer(trx, clinicId, offerId), getClinic(trx, clinicId)])
    const entry = offer && (await findEntry(trx, clinicId, offer.entryId))
    if (!offer || !entry || offer.startsAt < now - KEPT) return undefined
    const { appointmentId } = entry
    const find = (id: string | null) => (id === null ? undefined : findAppointment(trx, clinicId, id))
    const [given, booked] = await Promise.all([find(appointmentId), find(offer.appointmentId)])
    return { token, now, clinic, offer, entry, booked, given: givenUp(given, now) }
  })
}

/** What the address of the page says was done; anybody can write it there, so only what is known is told. */
function saidOf(said: unknown): OfferSaid | undefined {
  return typeof said === 'string' && Object.hasOwn(offerWords('en').said, said) ? (said as OfferSaid) : undefined
}
