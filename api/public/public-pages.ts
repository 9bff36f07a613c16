import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PublicPage } from '../../domain/public-page.ts'
import type { Auth } from '../auth/auth.ts'
import { networkOf } from '../auth/network.ts'
import type { Services } from '../context.ts'
import { plainBody, refuseRequest } from '../http-errors.ts'
import { sendText } from '../ics/send-calendar.ts'
import { languageAsked } from '../pages/words/page-languages.ts'
import { askedOf, clinicAsked, type PublicRoute } from './asked.ts'
import { addBooking } from './booking/booking-pages.ts'
import { loadPages } from './built-pages.ts'
import { addImages } from './images.ts'
import { makePages, type Render } from './kept-pages.ts'
import { readPreview } from './preview.ts'
import type { Found } from './read-page.ts'
import { addRegistering } from './registering.ts'
import { addSitemap } from './sitemap.ts'

export interface PublicPagesOptions {
  readonly services: Services
  readonly auth: Auth
  /** Where the built pages lie; left out, there are none. */
  readonly pagesRoot?: string
  readonly publicRequestsAMinute?: number
}

const A_MINUTE = 60_000
/** Of one household, office or school. */
const REQUESTS_A_MINUTE = 600

/** What everybody may see of a clinic's events and book of its times, without script. */
export async function addPublicPages(app: FastifyInstance, options: PublicPagesOptions): Promise<void> {
  const { auth, pagesRoot, publicRequestsAMinute: max = REQUESTS_A_MINUTE, services } = options
  const built = pagesRoot === undefined ? undefined : await loadPages(`${pagesRoot}/render.js`)
  await app.register(async (scope) => {
    await scope.register(fastifyRateLimit, { global: false })
    const count = scope.createRateLimit({ max, timeWindow: A_MINUTE, keyGenerator: ({ ip }) => networkOf(ip) })
    scope.addHook('onRequest', async (request, reply) => {
      // With no referrer at all, a browser would not say from where the forms of these pages come.
      reply.header('referrer-policy', 'same-origin')
      const limit = await count(request)
      if (limit.isAllowed || !limit.isExceeded) return
      reply.header('retry-after', limit.ttlInSeconds)
      return refuseRequest(reply, 429, 'Too many requests. Try again in a minute.', plainBody)
    })
    addImages(scope, services)
    addSitemap(scope, services)
    if (!built) return
    addEventPages(scope, services, auth, built.render)
    await addRegistering(scope, services, built.render)
    await addBooking(scope, services, built)
  })
}

function addEventPages(scope: FastifyInstance, services: Services, auth: Auth, render: Render): void {
  const pageOf = makePages(services, render)
  const show = async (request: FastifyRequest<PublicRoute>, reply: FastifyReply) => {
    const clinicId = await clinicAsked(services, request)
    if (!clinicId) return sendMissing(reply, render(nobodys(request, services)))
    if (request.query.preview !== undefined) {
      const preview = await readPreview(services, auth, clinicId, request)
      if (preview) return sendPreview(reply, preview, render)
    }
    const found = await pageOf(clinicId, askedOf(request))
    reply.header('vary', 'accept-language')
    if ('missing' in found) return sendMissing(reply, render(found.missing))
    reply.header('cache-control', 'public, max-age=60')
    if ('movedTo' in found) return reply.redirect(found.movedTo, 301)
    return sendText(request, reply, found.text, HTML)
  }
  for (const base of ['', '/c/:clinic']) {
    scope.get<PublicRoute>(`${base}/events`, show)
    scope.get<PublicRoute>(`${base}/events/:slug`, show)
  }
}

const HTML = 'text/html; charset=utf-8'

function sendPreview(reply: FastifyReply, found: Found, render: Render): FastifyReply {
  reply.headers({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' })
  if ('movedTo' in found) return reply.redirect(`${found.movedTo}?preview`, 302)
  if ('missing' in found) return sendMissing(reply, render(found.missing))
  return reply.type(HTML).send(render(found.page))
}

function sendMissing(reply: FastifyReply, text: string): FastifyReply {
  return reply.code(404).header('cache-control', 'no-store').type(HTML).send(text)
}

/** For an address that belongs to no clinic. */
function nobodys({ headers }: FastifyRequest, { now, publicUrl }: Services): PublicPage {
  const language = languageAsked(headers['accept-language'])
  return { language, clinic: null, base: '', canonical: publicUrl, now: now(), view: { kind: 'missing' } }
}
