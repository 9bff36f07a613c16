import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelSession } from '../../actions/cancel-session.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { objectionsOf } from '../support/axe.ts'
import { borrowBrowser } from '../support/browser.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { makePublicDesk, type PublicDesk } from '../support/public-desk.ts'
import { rowsOf } from '../support/rows.ts'
import { at, OCTOBER } from '../support/series-desk.ts'
import { builtPages } from '../support/web.ts'

const LONG = 'An evening for parents, grandparents and everybody else who lives with Donaudampfschifffahrtsgesellschaft'

let database: TestDatabase
let app: TestApp
let desk: PublicDesk
let browser: Browser

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => OCTOBER, pagesRoot: await builtPages() })
  desk = await makePublicDesk(app, database, OCTOBER)
  browser = await borrowBrowser()
  await fill()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await database.close()
})

/** A group with a picture and a cancelled session, a workshop that is full, one to ask for, and one with a long name. */
async function fill(): Promise<void> {
  const imageId = await desk.picture()
  await desk.wear(`hue = 85, about = 'By the harbor.', logo_id = '${await desk.picture('')}'`)
  await desk.published({ imageId, priceCents: 0, description: '## Skills\n\n- one\n- two\n\n> [more](https://x.org)' })
  const [, second] = await desk.standing()
  await cancelSession(desk.context, { id: second!.id, expectedVersion: second!.version, note: 'A holiday.' })
  const once = { rrule: undefined, startsAt: at('2026-10-28T19:00Z'), endsAt: at('2026-10-28T21:00Z') }
  const full = await desk.published({ ...once, title: 'Workshop', onlineUrl: 'https://meet.example/x', roomId: null })
  await rowsOf(
    database,
    desk.clinic.id,
    `update sessions set places_taken = capacity where clinic_id = $1
    and event_id = '${full.id}'`,
  )
  const circle = { startsAt: at('2026-10-23T19:00Z'), endsAt: at('2026-10-23T20:30Z'), title: 'Circle' }
  await desk.published({ ...circle, rrule: undefined, admission: 'enrolment', registersFor: 'event', priceCents: 1250 })
  const late = { rrule: undefined, startsAt: at('2026-10-29T18:00Z'), endsAt: at('2026-10-29T20:00Z') }
  await desk.published({ ...late, title: LONG, slug: 'evening', capacity: null, description: '' })
}

const wide = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true, isMobile: true } as const

const pages = [
  ['the list', '/events'],
  ['a month', '/events?month=2026-10'],
  ['the calendar', '/events?month=2026-10&view=calendar'],
  ['an empty month', '/events?month=2027-10&view=calendar'],
  ['an event', '/events/teen-dbt-skills-group'],
  ['an event after registering', '/events/teen-dbt-skills-group?said=registered'],
  ['an event that is full', '/events/workshop'],
  ['an event with a long name', '/events/evening'],
  ['a group that one asks to join', '/events/circle'],
  ['nothing', '/events/none'],
] as const

const contexts = new Map<BrowserContextOptions, Promise<BrowserContext>>()

/** One for all that want the same: what shows pages alone keeps nothing. */
function contextWith(options: BrowserContextOptions): Promise<BrowserContext> {
  const kept = contexts.get(options) ?? browser.newContext({ baseURL: app.url, locale: 'en-US', ...options })
  contexts.set(options, kept)
  return kept
}

async function opened(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>) {
  const context = await contextWith(options)
  const page = await context.newPage()
  try {
    await page.addInitScript(`window.shifts = []
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((each) => each.value)))
        .observe({ type: 'layout-shift', buffered: true })`)
    await page.goto(`${desk.base}${path}`)
    await work(page)
  } finally {
    await page.close()
  }
}

describe.each([
  ['on a desk, light', wide],
  ['on a phone, dark', phone],
])('%s', (_, options) => {
  it.each(pages)('%s has nothing that axe objects to, shifts nothing and fits', (_name, path) =>
    opened(path, options, async (page) => {
      expect(await objectionsOf(page)).toEqual([])
      // Two frames on, whatever was to shift has shifted and was told.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      expect(await page.evaluate('window.shifts')).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    }),
  )
})

describe('in whatever colour a clinic has chosen', () => {
  it.each(['/events', '/events/teen-dbt-skills-group'])('%s is read well, in light and in dark', (path) =>
    opened(path, wide, async (page) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        for (const hue of [0, 60, 120, 180, 240, 300]) {
          await page.evaluate(`document.documentElement.style.setProperty('--hue', ${hue})`)
          expect(await objectionsOf(page, { rules: ['color-contrast'] }), `${hue} ${colorScheme}`).toEqual([])
        }
      }
    }),
  )
})

describe('without script', () => {
  const still = { ...wide, javaScriptEnabled: false }

  it('one finds an event by its tag and reads when, where and with whom it is', () =>
    opened('/events', still, async (page) => {
      await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: /^dbt/ }).click()
      await page.getByRole('link', { name: 'Teen DBT Skills Group' }).click()
      await page.getByRole('heading', { level: 1, name: 'Teen DBT Skills Group' }).waitFor()
      for (const text of [
        'Tuesday, October 20',
        'Hall',
        'Dr. Chen',
        'Free',
        'There are places left',
        'A circle of chairs',
      ])
        expect(await page.content()).toContain(text)
      expect(await page.getByText('Cancelled').count()).toBe(1)
    }))

  it('one registers, and is told so on the page itself', () =>
    opened('/events/teen-dbt-skills-group', still, async (page) => {
      await page.getByLabel('Name').fill('Maya Alvarez')
      await page.getByLabel('E-mail').fill('maya@example.com')
      await page.getByRole('button', { name: 'Register' }).click()
      await page.getByRole('status').filter({ hasText: 'Your place is kept' }).waitFor()
    }))

  it('one asks to join a group, and is told what follows', () =>
    opened('/events/circle', still, async (page) => {
      await page.getByLabel('Name').fill('Maya Alvarez')
      await page.getByLabel('E-mail').fill('maya@example.com')
      await page.getByLabel('What we should know').fill('On Tuesdays.')
      await page.getByRole('button', { name: 'Ask to join' }).click()
      await page.getByRole('status').filter({ hasText: 'get in touch with you soon' }).waitFor()
    }))

  it('one goes through the months of the calendar', () =>
    opened('/events', still, async (page) => {
      await page.getByRole('link', { name: 'Calendar', exact: true }).click()
      await page.getByRole('heading', { name: 'October 2026' }).waitFor()
      await page.getByRole('link', { name: 'Month after' }).click()
      await page.getByRole('heading', { name: 'November 2026' }).waitFor()
      expect(await page.getByRole('link', { name: /Teen DBT/ }).count()).toBe(2)
    }))

  it('the first paint waits for nothing but the page itself', () =>
    opened('/events/teen-dbt-skills-group', wide, async (page) => {
      const loaded = `performance.getEntriesByType('resource').map((each) => each.initiatorType)`
      expect(new Set((await page.evaluate(loaded)) as string[])).toEqual(new Set(['img']))
      expect(await page.evaluate('document.querySelectorAll("script:not([type]),link[rel=stylesheet]").length')).toBe(0)
    }))

  it('lines are no longer than are read with ease', () =>
    opened('/events/teen-dbt-skills-group', { ...wide, viewport: { width: 2560, height: 1440 } }, async (page) => {
      const characters = `(() => { const text = document.querySelector('.text')
        const zero = document.createElement('span'); zero.textContent = '0'; text.append(zero)
        const width = zero.getBoundingClientRect().width; zero.remove()
        return text.getBoundingClientRect().width / width })()`
      expect(await page.evaluate(characters)).toBeLessThanOrEqual(72)
    }))
})
