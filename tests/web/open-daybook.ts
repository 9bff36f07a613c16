import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type AppOptions, startApp } from '../support/app.ts'
import { objectionsOf } from '../support/axe.ts'
import { borrowBrowser } from '../support/browser.ts'
import { lendPage } from '../support/lent-page.ts'
import { makeOffice } from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'
import { builtWeb } from '../support/web.ts'

interface SignedIn {
  readonly cookie: string
}

/** The whole program with the built pages, a clinic with people in it, and a browser. Close it when the file is done. */
export async function openDaybook(appOptions: AppOptions = {}) {
  const webRoot = await builtWeb()
  const database = await testDatabase()
  const app = await startApp(database, { webRoot, ...appOptions })
  const office = await makeOffice(app, database)
  const browser = await borrowBrowser()
  return {
    ...{ app, database, office, browser },
    /** A page that the test has to itself, signed in as somebody or as nobody. */
    async open(path: string, person?: SignedIn, options: BrowserContextOptions = {}): Promise<Page> {
      const viewport = { width: 1440, height: 900 }
      const page = await lendPage(browser, { baseURL: app.url, viewport, locale: 'en-US', ...options })
      page.setDefaultTimeout(10_000)
      if (person) {
        const [name = '', value = ''] = person.cookie.split('=', 2)
        await page.context().addCookies([{ name, value, url: app.url }])
      }
      await page.goto(path)
      return page
    },
    async close() {
      await browser.close()
      await app.close()
      await database.close()
    },
  }
}

export type Daybook = Awaited<ReturnType<typeof openDaybook>>

/** Fails with what axe-core finds wrong on the page. */
export async function expectNoViolation(page: Page): Promise<void> {
  await settle(page)
  expect(await objectionsOf(page)).toEqual([])
}

const desk = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const

/** How a page is opened that is looked at on a desk and on a phone: what is to be touched is as large as it gets. */
export const byHand = { ...desk, hasTouch: true, isMobile: true } as const

/** Fails with what axe-core finds wrong on the page on a desk in light or on a phone in dark, and where it is wider. */
export async function expectSound(page: Page): Promise<void> {
  for (const { viewport, colorScheme } of [desk, phone]) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    await expectNoViolation(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize(desk.viewport)
  await page.emulateMedia({ colorScheme: desk.colorScheme })
}

/** Colours half way through an animation are not those to be judged. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(finite.map((each) => each.finished))
  })
}
