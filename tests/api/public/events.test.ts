import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelSession } from '../../../actions/cancel-session.ts'
import type { CreateEventInput } from '../../../actions/create-event.ts'
import { moveSession } from '../../../actions/move-session.ts'
import { archiveEvent, unpublishEvent } from '../../../actions/publish-event.ts'
import { updateEvent } from '../../../actions/update-event.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { jsonLdOf, makePublicDesk, type PublicDesk } from '../../support/public-desk.ts'
import { at, OCTOBER } from '../../support/series-desk.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { builtPages } from '../../support/web.ts'
import { makeClinic } from '../../support/world.ts'

const DAY = 24 * 60 * 60_000

let database: TestDatabase
let app: TestApp
let desk: PublicDesk
let now = OCTOBER
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, pagesRoot: await builtPages(), publicRequestsAMinute: 10_000 })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = OCTOBER
  desk = await makePublicDesk(app, database, now)
})

/** Time goes on for the server and for whoever acts. */
function pass(milliseconds: number): void {
  now += milliseconds
  desk.clock.now = now
}

const workshop: Partial<CreateEventInput> = {
  ...{ title: 'Parents’ workshop', kind: 'workshop', rrule: undefined, tags: ['Parents'] },
  ...{ startsAt: at('2026-11-18T20:00Z'), endsAt: at('2026-11-18T22:00Z') },
}

describe('the public list of events', () => {
  it('shows what is published with its slug, and nothing else', async () => {
    await desk.published()
    await desk.created({ title: 'Not yet', startsAt: at('2026-10-21T19:00Z'), endsAt: at('2026-10-21T20:30Z') })
    const response = await desk.get(`${desk.base}/events`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const page = await response.text()
    expect(page).toContain(`href="${desk.base}/events/teen-dbt-skills-group"`)
    expect(page).toContain('Skills for hard days.')
    expect(page).toContain('and 3 more dates')
    expect(page).not.toContain('Not yet')
    expect(page).not.toMatch(/<script|\son\w+=/)
  })

  it('shows those of one tag, by a month, and as a calendar', async () => {
    await desk.published()
    await desk.published(workshop)
    const titles = async (query: string) => {
      const page = await desk.page(`${desk.base}/events${query}`)
      return [...page.matchAll(/events\/([a-z-]+)"/g)].map(([, slug]) => slug)
    }
    const [group, parents] = ['teen-dbt-skills-group', 'parents-workshop']
    expect(await titles('')).toEqual([group, parents])
    expect(await titles('?tag=Parents')).toEqual([parents])
    expect(await titles('?month=2026-11')).toEqual([group, group, parents])
    expect(await titles('?month=2026-11&view=calendar')).toEqual([group, group, parents])
    expect(await titles('?month=2026-12')).toEqual([])
    expect(await titles('?month=2026-13&page=x&tag=&view=?')).toEqual([group, parents])
  })

  it('shows the first five of a day in the calendar, and leads to where the rest stands', async () => {
    const HOUR = 3_600_000
    for (let number = 1; number <= 7; number++)
      await desk.published({
        ...{ title: `Class ${number}`, rrule: undefined, facilitatorIds: [], roomId: null },
        ...{ startsAt: at('2026-10-22T14:00Z') + number * HOUR, endsAt: at('2026-10-22T15:00Z') + number * HOUR },
      })
    const page = await desk.page(`${desk.base}/events?month=2026-10&view=calendar`)
    const shown = [...page.matchAll(/events\/(class-\d)"/g)].map(([, slug]) => slug)
    expect(shown).toEqual(['class-1', 'class-2', 'class-3', 'class-4', 'class-5'])
    const [, query = '', id = ''] = /events(\?month=2026-10)#([\w-]+)">2 more</.exec(page) ?? []
    expect(await desk.page(`${desk.base}/events${query}`)).toMatch(new RegExp(`id="${id}".*Class 6`, 's'))
  })

  it('keeps what is over apart, and says when nothing is planned', async () => {
    expect(await desk.page(`${desk.base}/events`)).toContain('Nothing is planned right now')
    await desk.published(workshop)
    expect(await desk.page(`${desk.base}/events`)).not.toContain('Past')
    pass(60 * DAY)
    expect(await desk.page(`${desk.base}/events`)).toMatch(/Nothing is planned.*Past.*parents-workshop/s)
  })

  it('is that of the clinic to which the Host name belongs, and of each by its slug alone', async () => {
    await desk.published()
    const other = await makeClinic(database.db)
    await desk.wear(`host = '${desk.clinic.id}.example'`)
    const at = (host: string) => app.server.inject({ url: '/events', headers: { host } })
    const found = await at(`${desk.clinic.id}.example:4000`)
    expect(found.statusCode).toBe(200)
    expect(found.body).toContain('href="/events/teen-dbt-skills-group"')
    expect(found.body).toContain(`<link rel="canonical" href="http://localhost${desk.base}/events">`)
    expect((await at('other.example')).statusCode).toBe(404)
    expect((await desk.get(`/c/${other.slug}/events/teen-dbt-skills-group`)).status).toBe(404)
    expect((await desk.get('/c/nobody/events')).status).toBe(404)
    expect(await desk.page(`/c/${other.slug}/events`)).not.toContain('teen-dbt')
  })

  it('speaks the reader’s language and wears the clinic’s colour, logo and words', async () => {
    await desk.published()
    await desk.wear(`hue = 30, about = 'By the <harbor>.', logo_id = '${await desk.picture()}'`)
    const page = await (await desk.get(`${desk.base}/events`, { 'accept-language': 'es-MX,en' })).text()
    expect(page).toMatch(/<html lang="es" style="--hue:30"/)
    expect(page).toContain('Grupos y eventos')
    expect(page).toContain('By the &lt;harbor>.')
    expect(page).toMatch(/<img[^>]* width="60" height="40"/)
  })
})

describe('the page of an event', () => {
  it('says what, when, where and with whom, to people and to search engines', async () => {
    const imageId = await desk.picture()
    await desk.published({ imageId, priceCents: 4000 })
    const page = await desk.page(`${desk.base}/events/teen-dbt-skills-group`)
    for (const text of ['Tuesday, October 20', '3:00', 'Hall', 'Dr. Chen', 'There are places left', '40.00'])
      expect(page).toContain(text)
    expect(page).toContain('<p>Skills for <strong>hard</strong> days.</p>')
    const address = `http://localhost${desk.base}/events/teen-dbt-skills-group`
    const picture = `${desk.base}/images/${imageId}`
    expect(page).toContain(`<img class="picture" src="${picture}" width="1200" height="800" alt="A circle of chairs"`)
    expect(page).toContain(`<link rel="canonical" href="${address}">`)
    expect(page).toContain(`<meta property="og:url" content="${address}">`)
    expect(page).toContain(`<meta property="og:image" content="http://localhost${picture}">`)
    expect(page).toContain('<meta property="og:title" content="Teen DBT Skills Group">')
    const told = jsonLdOf(page)
    expect(told).toMatchObject({
      ...{ '@context': 'https://schema.org', '@type': 'Event', name: 'Teen DBT Skills Group', url: address },
      ...{ startDate: '2026-10-20T15:00:00-04:00', endDate: '2026-10-20T16:30:00-04:00' },
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: 'Hall' },
      organizer: { '@type': 'Organization', name: 'Harbor Clinic' },
      ...{ performer: [{ '@type': 'Person', name: 'Dr. Chen' }], image: `http://localhost${picture}` },
      offers: { price: '40.00', priceCurrency: 'USD', availability: 'https://schema.org/InStock' },
    })
    const starts = (told.subEvent as { startDate: string }[]).map((each) => each.startDate)
    expect(starts.slice(1, 3)).toEqual(['2026-10-27T15:00:00-04:00', '2026-11-03T15:00:00-05:00'])
  })

  it('says that a session is called off, moved or online', async () => {
    await desk.published()
    const path = `${desk.base}/events/teen-dbt-skills-group`
    const [first, second] = await desk.standing()
    await cancelSession(desk.context, { id: first!.id, expectedVersion: first!.version, scope: 'this', note: 'Ill.' })
    await moveSession(desk.context, {
      ...{ id: second!.id, expectedVersion: second!.version, scope: 'this' },
      ...{ startsAt: second!.startsAt + DAY, endsAt: second!.endsAt + DAY },
    })
    const page = await desk.page(path)
    expect(page).toMatch(/<span class="state off">Cancelled/)
    expect(page).toMatch(/New time/)
    const { eventStatus, startDate, subEvent } = jsonLdOf(page)
    expect([eventStatus, startDate]).toEqual(['https://schema.org/EventRescheduled', '2026-10-28T15:00:00-04:00'])
    expect(subEvent).toMatchObject([
      { eventStatus: 'https://schema.org/EventCancelled' },
      { eventStatus: 'https://schema.org/EventRescheduled', previousStartDate: '2026-10-27T15:00:00-04:00' },
      { eventStatus: 'https://schema.org/EventScheduled' },
      { eventStatus: 'https://schema.org/EventScheduled' },
    ])
  })

  it('is cancelled where its only session is, and says why', async () => {
    await desk.published(workshop)
    const [only] = await desk.standing()
    await cancelSession(desk.context, { id: only!.id, expectedVersion: only!.version, note: 'The hall is flooded.' })
    const page = await desk.page(`${desk.base}/events/parents-workshop`)
    expect(page).toContain('The hall is flooded.')
    expect(jsonLdOf(page)).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
  })

  it('is found by its old slug, which leads to the new one', async () => {
    const event = await desk.published()
    await updateEvent(desk.context, { id: event.id, expectedVersion: event.version, slug: 'dbt-for-teens' })
    const old = await desk.get(`${desk.base}/events/teen-dbt-skills-group`)
    expect([old.status, old.headers.get('location')]).toEqual([301, `${desk.base}/events/dbt-for-teens`])
    expect((await desk.get(`${desk.base}/events/DBT-for-teens`)).status).toBe(301)
    expect((await desk.get(`${desk.base}/events/dbt-for-teens`)).status).toBe(200)
  })

  it.each(['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '</script><script>alert(1)</script>'])(
    'shows %s as the text it is',
    async (text) => {
      const { slug } = await desk.published({
        ...{ title: `A ${text}`, description: `${text}\n\n[x](javascript:alert(1))`, tags: [text.toLowerCase()] },
      })
      for (const path of [`/events/${slug}`, '/events', '/events?month=2026-10&view=calendar']) {
        const page = await desk.page(`${desk.base}${path}`)
        expect(page).not.toMatch(/href="javascript/i)
        expect(page.replace(/="[^"]*"/g, '')).not.toMatch(/<img src=x|<script>/i)
        if (path.endsWith(slug)) expect(jsonLdOf(page).name).toBe(`A ${text}`)
      }
    },
  )
})

describe('an event that is no longer or not yet published', () => {
  it('is not there for the public, whatever led to it', async () => {
    const draft = await desk.created(workshop)
    const gone = await desk.published()
    await archiveEvent(desk.context, { id: gone.id, expectedVersion: gone.version })
    for (const slug of [draft.event.slug, gone.slug, 'never-was', '%00', 'a'.repeat(90)])
      for (const query of ['', '?preview']) {
        const response = await desk.get(`${desk.base}/events/${slug}${query}`)
        expect([response.status, response.headers.get('cache-control')], slug).toEqual([404, 'no-store'])
      }
  })

  it('is gone at once when it is taken back', async () => {
    const event = await desk.published()
    expect(await desk.page(`${desk.base}/events`)).toContain(event.slug)
    await unpublishEvent(desk.context, { id: event.id, expectedVersion: event.version })
    expect(await desk.page(`${desk.base}/events`)).not.toContain(event.slug)
    expect((await desk.get(`${desk.base}/events/${event.slug}`)).status).toBe(404)
  })

  it('is shown as it will be to those who plan it, and kept by nobody', async () => {
    const { event } = await desk.created(workshop)
    const cookie = await sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role: 'admin' }))
    const path = `${desk.base}/events/${event.slug}?preview`
    const response = await desk.get(path, { cookie })
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    const page = await response.text()
    expect(page).toMatch(/A preview.*Wednesday, November 18/s)
    expect(page).toContain('<meta name="robots" content="noindex">')
    expect((await desk.get(path.replace('?preview', ''), { cookie })).status).toBe(404)
    const stranger = await makePerson(database.db, (await makeClinic(database.db)).id, { role: 'admin' })
    expect((await desk.get(path, { cookie: await sessionCookieOf(database.db, stranger) })).status).toBe(404)
  })
})
