import type { FastifyInstance } from 'fastify'
import { inSnapshot } from '../../db/connect.ts'
import { getClinic } from '../../db/queries/clinics.ts'
import { listPublicSlugs } from '../../db/queries/public-events.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Services } from '../context.ts'
import { plainBody, refuseRequest } from '../http-errors.ts'
import { hashOfText, sendText } from '../ics/send-calendar.ts'
import { escapeHtml } from '../pages/html.ts'
import { clinicAsked, type PublicRoute } from './asked.ts'

/** A sitemap may name so many. */
const MOST = 50_000

/** What search engines are told: which pages there are, and which are nobody's business. */
export function addSitemap(scope: FastifyInstance, services: Services): void {
  for (const path of ['/sitemap.xml', '/c/:clinic/sitemap.xml'])
    scope.get<PublicRoute>(path, async (request, reply) => {
      const clinicId = await clinicAsked(services, request)
      if (!clinicId) return refuseRequest(reply, 404, 'There is no such page.', plainBody)
      const { text, changedAt } = await writeSitemap(services, clinicId)
      const file = { text, hash: hashOfText(text), changedAt: new Date(changedAt) }
      return sendText(request, reply.header('cache-control', 'public, max-age=3600'), file, 'application/xml')
    })
  scope.get<PublicRoute>('/robots.txt', async (request, reply) => {
    const clinicId = await clinicAsked(services, request)
    const sitemap = clinicId === undefined ? '' : `\nSitemap: ${await sitemapOf(services, clinicId)}\n`
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(`${rules.join('\n')}\n${sitemap}`)
  })
}

/** Where several clinics share a Host name none is named: who they are is nobody's business. */
async function sitemapOf({ db, publicUrl }: Services, clinicId: string): Promise<string> {
  const { slug } = await inSnapshot(db, clinicId, (trx) => getClinic(trx, clinicId))
  return `${publicUrl}/c/${slug}/sitemap.xml`
}

const rules = [
  'User-agent: *',
  ...['/api/', '/graphql', '/m/', '/r/', '/o/', '/appointments/'].map((at) => `Disallow: ${at}`),
]

async function writeSitemap(
  { db, publicUrl }: Services,
  clinicId: string,
): Promise<{ text: string; changedAt: Instant }> {
  const { clinic, pages } = await inSnapshot(db, clinicId, async (trx) => ({
    clinic: await getClinic(trx, clinicId),
    pages: await listPublicSlugs(trx, clinicId, MOST - 1),
  }))
  const home = `${publicUrl}/c/${clinic.slug}/events`
  const changedAt = pages.reduce((latest, each) => Math.max(latest, each.updatedAt), 0)
  const entries = [
    entry(home, pages.length > 0 ? changedAt : undefined),
    ...pages.map(({ slug, updatedAt }) => entry(`${home}/${slug}`, updatedAt)),
  ]
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`
  return { text, changedAt }
}

function entry(address: string, changedAt: Instant | undefined): string {
  const at = changedAt === undefined ? '' : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`
  return `<url><loc>${escapeHtml(address)}</loc>${at}</url>`
}
