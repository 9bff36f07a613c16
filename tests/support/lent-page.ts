import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { keepOpen } from './browser.ts'

const given = new WeakMap<Browser, Map<string, Page[]>>()

/**
 * A page that the test has to itself. One that an earlier test gave back, also of another file, is forgetful of it, and
 * loads the program in a third of the work that a new one takes. What cannot be taken off a page, as a script that runs
 * before all others, asks for one that nobody has `after`.
 */
export async function lendPage(
  browser: Browser,
  { viewport, colorScheme = 'light', reducedMotion = 'no-preference', ...options }: BrowserContextOptions,
  after: 'lent on' | 'closed' = 'lent on',
): Promise<Page> {
  const alike = pagesLike(browser, JSON.stringify(options))
  const page = alike.pop() ?? (await newPage(browser, options))
  if (viewport) await page.setViewportSize(viewport)
  await page.emulateMedia({ colorScheme, reducedMotion })
  onTestFinished(async () => {
    if (after === 'closed') return page.context().close()
    if (page.isClosed()) return
    await forget(page)
    alike.push(page)
  })
  return page
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  keepOpen(context)
  return context.newPage()
}

function pagesLike(browser: Browser, wanted: string): Page[] {
  const all = given.get(browser) ?? new Map<string, Page[]>()
  given.set(browser, all)
  const alike = all.get(wanted) ?? []
  all.set(wanted, alike)
  return alike
}

/** Whoever comes next is nobody, has kept nothing, is in reach and has nothing in hand. */
async function forget(page: Page): Promise<void> {
  const context = page.context()
  await Promise.all(context.pages().map((each) => each !== page && each.close()))
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.setOffline(false)
  await page.mouse.up()
  await page.mouse.move(0, 0)
  if (page.url().startsWith('http'))
    await page.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
  await page.goto('about:blank')
  page.removeAllListeners()
  await context.clearCookies()
}
