import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { proveBooking } from '../../actions/prove-booking.ts'
import { networkOf } from '../auth/network.ts'
import { isForeignOrigin } from '../auth/origin.ts'
import type { Services } from '../context.ts'
import { type FormFields, readForms } from '../form-bodies.ts'
import { answerForm, type FormAnswer, linkForms } from './link-forms.ts'
import { gonePage, linkPage, waitPage } from './link-page.ts'
import { openLink, viewLink } from './link-view.ts'
import { addOfferPages } from './offer-links.ts'
import { sendPage } from './page.ts'
import { addRegistrationPages } from './registration-links.ts'
import { languageAsked, wordsOf } from './words/page-languages.ts'
import type { Said } from './words/page-words.ts'

export interface LinkPagesOptions {
  readonly services: Services
  readonly linkRequestsAMinute?: number
}

const A_MINUTE = 60_000
/** A clinic's waiting room shares one address; whoever guesses tokens comes nowhere with so few. */
const REQUESTS_A_MINUTE = 120
const LARGEST_FORM = 64 * 1024

interface LinkRoute {
  Params: { token: string; action: string }
  Querystring: { cancel?: string; move?: string; hold?: string; said?: string }
}

/** The pages that links in messages lead to. Reading one changes nothing, as mail scanners follow every link; forms act. */
export async function addLinkPages(app: FastifyInstance, options: LinkPagesOptions): Promise<void> {
  const { services, linkRequestsAMinute: max = REQUESTS_A_MINUTE } = options
  await app.register(async (scope) => {
    await scope.register(fastifyRateLimit, { global: false })
    const count = scope.createRateLimit({ max, timeWindow: A_MINUTE, keyGenerator: ({ ip }) => networkOf(ip) })
    readForms(scope, LARGEST_FORM)
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow')
      // With no referrer at all, a browser would not say from where its own forms come.
      reply.header('referrer-policy', 'same-origin')
      const limit = await count(request)
      if (limit.isAllowed || !limit.isExceeded) return
      reply.header('retry-after', limit.ttlInSeconds)
      return sendPage(reply, 429, waitPage(languageOf(request)))
    })
    scope.get<LinkRoute>('/m/:token', (request, reply) => show(services, request, reply))
    // Where a form led that was refused stands in the address bar, and is opened again from there.
    scope.get<LinkRoute>('/m/:token/:action', ({ params: { token } }, reply) =>
      reply.redirect(`/m/${encodeURIComponent(token)}`, 303),
    )
    scope.post<LinkRoute & { Body: FormFields | undefined }>('/m/:token/:action', (request, reply) =>
      act(services, request, reply),
    )
    addRegistrationPages(scope, services)
    addOfferPages(scope, services)
  })
}

async function show(services: Services, request: FastifyRequest<LinkRoute>, reply: FastifyReply) {
  const link = await openLink(services, request.params.token)
  if (!link) return sendPage(reply, 404, gonePage(languageOf(request)))
  const { cancel, hold, move, said } = request.query
  const asked = { wantsOffers: move !== undefined, around: move, wantsCancel: cancel !== undefined, holdId: hold }
  const view = await viewLink(services, link, asked)
  const wasLost = hold !== undefined && view.hold === undefined
  return sendPage(reply, 200, linkPage(view, wasLost ? 'expired' : saidOf(said)))
}

async function act(
  services: Services,
  request: FastifyRequest<LinkRoute & { Body: FormFields | undefined }>,
  reply: FastifyReply,
) {
  const { token, action } = request.params
  const form = Object.hasOwn(linkForms, action) ? linkForms[action] : undefined
  const link = form && (await openLink(services, token))
  if (!form || !link || isForeignOrigin(request.headers, services.publicUrl))
    return sendPage(reply, link ? 403 : 404, gonePage(languageOf(request)))
  const { db, now, announce, secret, jobs } = services
  const context = { db, now, announce, secret, jobs, caller: link.caller, requestId: request.id, ip: request.ip }
  const answer = await answerForm(form, context, link, request.body ?? {})
  await proveBooking(context)
  return reply.redirect(`/m/${token}${queryOf(answer)}`, 303)
}

function queryOf({ said, holdId, wantsOffers }: FormAnswer): string {
  const query = new URLSearchParams()
  if (wantsOffers) query.set('move', '')
  if (holdId !== undefined) query.set('hold', holdId)
  if (said !== undefined) query.set('said', said)
  return query.size > 0 ? `?${query}${holdId || wantsOffers ? '#move' : ''}` : ''
}

/** What the address of the page says was done; anybody can write it there, so only what is known is told. */
function saidOf(said: unknown): Said | undefined {
  return typeof said === 'string' && Object.hasOwn(wordsOf('en').said, said) ? (said as Said) : undefined
}

function languageOf({ headers }: FastifyRequest): string {
  return languageAsked(headers['accept-language'])
}
