import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

const given = new WeakMap<Browser, Map<string, Page[]>>()

/**
 * A page that the test has to itself. One that an earlier test gave back is forgetful of it, and loads the program in
 * half the time that a browser takes to make a new one.
 */
export async function lendPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const alike = pagesLike(browser, JSON.stringify(options))
  const page = alike.pop() ?? (await (await browser.newContext(options)).newPage())
  if (page.isClosed()) return lendPage(browser, options)
  onTestFinished(async () => {
    if (page.isClosed()) return
    await forget(page)
    alike.push(page)
  })
  return page
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
  await context.clearCookies()
}
