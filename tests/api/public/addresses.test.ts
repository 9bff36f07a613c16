import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePublicDesk, type PublicDesk } from '../../support/public-desk.ts'
import { builtPages } from '../../support/web.ts'

let database: TestDatabase
let app: TestApp
let desk: PublicDesk
let webRoot: string
beforeAll(async () => {
  database = await testDatabase()
  webRoot = await mkdtemp(join(tmpdir(), 'daybook-built-'))
  await mkdir(join(webRoot, 'assets'))
  await writeFile(join(webRoot, 'index.html'), 'the app')
  app = await startApp(database, { pagesRoot: await builtPages(), webRoot })
  desk = await makePublicDesk(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
  await rm(webRoot, { recursive: true })
})

const isRefusal = (status: number) => status >= 400 && status < 500

describe('an address that none can be', () => {
  it.each(['%00', '%20', '%ff', "x'y", '%C3%A9', '..%2f..', 'a'.repeat(200)])('is one of nothing: %s', async (odd) => {
    const { base } = desk
    const asked = [
      ...[`/c/${odd}/feeds/events.ics`, `/c/${odd}/events`, `/c/${odd}/events/x`, `/c/${odd}/sitemap.xml`],
      ...[`/c/${odd}/images/${desk.clinic.id}`, `${base}/images/${odd}`, `${base}/events/${odd}`],
      ...[`/feeds/${odd}.ics`, `/appointments/${odd}.ics`, `/m/${odd}`, `/r/${odd}`, `/${odd}`, `/assets/${odd}`],
    ]
    for (const path of asked) expect((await desk.get(path)).status, path).toSatisfy(isRefusal)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const path of [`/c/${odd}/events/x/register`, `${base}/events/${odd}/register`]) {
      const sent = await fetch(`${app.url}${path}`, { method: 'POST', headers, body: 'name=x' })
      expect(sent.status, path).toSatisfy(isRefusal)
    }
  })
})

describe('the app built anew while the server runs', () => {
  it('is served as it is now, its new files too', async () => {
    const asked = async (path: string, accept = '*/*') => {
      const response = await desk.get(path, { accept })
      return [response.status, await response.text(), response.headers.get('cache-control')]
    }
    expect((await asked('/assets/new-1.js'))[0]).toBe(404)
    await writeFile(join(webRoot, 'assets', 'new-1.js'), 'let it = 1')
    expect(await asked('/assets/new-1.js')).toEqual([200, 'let it = 1', 'public, max-age=31536000, immutable'])
    await writeFile(join(webRoot, 'index.html'), 'the app, built anew')
    for (const path of ['/', '/calendar', '/settings/clinic'])
      expect(await asked(path, 'text/html')).toEqual([200, 'the app, built anew', 'no-cache'])
    for (const path of ['/assets/', '/assets', '/../package.json', '/.env'])
      expect((await asked(path))[0], path).toBe(404)
  })
})
