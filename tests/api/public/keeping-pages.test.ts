import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { PIXEL } from '../../support/drafted-event.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePublicDesk, type PublicDesk } from '../../support/public-desk.ts'
import { at, OCTOBER } from '../../support/series-desk.ts'
import { builtPages } from '../../support/web.ts'
import { makeClinic } from '../../support/world.ts'

let database: TestDatabase
let app: TestApp
let desk: PublicDesk
let now = OCTOBER
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, pagesRoot: await builtPages(), publicRequestsAMinute: 200 })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = OCTOBER
  desk = await makePublicDesk(app, database, now)
})

function pass(milliseconds: number): void {
  now += milliseconds
  desk.clock.now = now
}

describe('a page that is asked for again', () => {
  it('is sent once, by its tag or by the time, until something of it changes', async () => {
    await desk.published()
    const path = `${desk.base}/events`
    const first = await desk.get(path)
    const tag = first.headers.get('etag')!
    const modified = first.headers.get('last-modified')!
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    expect(first.headers.get('vary')).toBe('accept-language, accept-encoding')
    const again = await desk.get(path, { 'if-none-match': tag })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    pass(60_000)
    expect((await desk.get(path, { 'if-modified-since': modified })).status).toBe(304)
    await desk.created({ title: 'A draft', startsAt: at('2026-10-21T19:00Z'), endsAt: at('2026-10-21T20:00Z') })
    expect((await desk.get(path, { 'if-none-match': tag })).status).toBe(304)
    await desk.published({ title: 'Another', startsAt: at('2026-10-22T19:00Z'), endsAt: at('2026-10-22T21:00Z') })
    const before: Record<string, string>[] = [{ 'if-none-match': tag }, { 'if-modified-since': modified }]
    for (const headers of before) {
      const changed = await desk.get(path, headers)
      expect([changed.status, (await changed.text()).includes('Another')]).toEqual([200, true])
    }
  })

  it('changes when a session has ended, though nobody changed anything', async () => {
    await desk.published()
    const path = `${desk.base}/events`
    expect(await desk.page(path)).toContain('and 3 more dates')
    pass(at('2026-10-20T20:31Z') - now)
    expect(await desk.page(path)).toContain('and 2 more dates')
  })

  it('is sent compressed to those who can read it so, and to HEAD by its headers alone', async () => {
    await desk.published()
    const url = `${desk.base}/events`
    const headers = { 'accept-encoding': 'gzip' }
    const zipped = await app.server.inject({ url, headers })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.rawPayload).toString()).toBe((await app.server.inject({ url })).body)
    const head = await desk.get(url, {}, 'HEAD')
    expect([head.status, await head.text(), head.headers.has('etag')]).toEqual([200, '', true])
  })
})

describe('an image', () => {
  it('is kept for ever by whoever asks, of its own clinic alone', async () => {
    const id = await desk.picture()
    const response = await desk.get(`${desk.base}/images/${id}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(PIXEL)
    const headers = { 'if-none-match': response.headers.get('etag')! }
    expect((await desk.get(`${desk.base}/images/${id}`, headers)).status).toBe(304)
    const other = await makeClinic(database.db)
    for (const path of [`/c/${other.slug}/images/${id}`, `${desk.base}/images/x`, `/c/nobody/images/${id}`])
      expect((await desk.get(path)).status).toBe(404)
  })
})

describe('what search engines are told', () => {
  it('is every published page by its one address', async () => {
    await desk.published()
    const draft = await desk.created({ startsAt: at('2026-10-21T19:00Z'), endsAt: at('2026-10-21T20:00Z') })
    const response = await desk.get(`${desk.base}/sitemap.xml`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/xml'])
    const text = await response.text()
    const home = `http://localhost${desk.base}/events`
    expect([...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc)).toEqual([
      home,
      `${home}/teen-dbt-skills-group`,
    ])
    expect(text).not.toContain(`${draft.event.slug}<`)
    expect(text.match(/<lastmod>2026-10-19T12:00:00.000Z<\/lastmod>/g)).toHaveLength(2)
  })

  it('leads them to the sitemap and away from what is nobody’s business', async () => {
    await desk.wear(`host = '${desk.clinic.id}.example'`)
    const told = async (host: string) => (await app.server.inject({ url: '/robots.txt', headers: { host } })).body
    expect(await told(`${desk.clinic.id}.example`)).toContain(`\nSitemap: http://localhost${desk.base}/sitemap.xml\n`)
    await makeClinic(database.db)
    expect(await told('of-nobody.example')).not.toContain('Sitemap')
    for (const path of ['/m/', '/r/', '/o/']) expect(await told('of-nobody.example')).toContain(`\nDisallow: ${path}\n`)
  })
})

describe('whoever asks too often', () => {
  it('is told when to come again', async () => {
    const ask = () => app.server.inject({ url: '/robots.txt', remoteAddress: '203.0.113.9' })
    for (let time = 0; time < 200; time++) expect((await ask()).statusCode).toBe(200)
    const refused = await ask()
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  })
})
