import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type AppOptions, startApp } from '../support/app.ts'
import { borrowBrowser } from '../support/browser.ts'
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
    /** A page of a browser of its own, signed in as somebody or as nobody. */
    async open(path: string, person?: SignedIn, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({
        baseURL: app.url,
        viewport: { width: 1440, height: 900 },
        locale: 'en-US',
        ...options,
      })
      context.setDefaultTimeout(10_000)
      if (person) {
        const [name = '', value = ''] = person.cookie.split('=', 2)
        await context.addCookies([{ name, value, url: app.url }])
      }
      const page = await context.newPage()
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

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[]
}

/** Fails with what axe-core finds wrong on the page. */
export async function expectNoViolation(page: Page): Promise<void> {
  await settle(page)
  await page.evaluate(await readFile(axeFile, 'utf8'))
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
    return (await axe.run()).violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }))
  })
  expect(violations).toEqual([])
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
