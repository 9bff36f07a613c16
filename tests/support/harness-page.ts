import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import solid from 'vite-plugin-solid'
import { onTestFinished } from 'vitest'
import { keepOpen } from './browser.ts'

const root = fileURLToPath(new URL('../web/calendar/harness/', import.meta.url))
const origin = 'http://localhost'

let built: Promise<Map<string, Rolldown.OutputAsset | Rolldown.OutputChunk>> | undefined

const kept = new WeakMap<Browser, Page>()

/**
 * Opens the page of the grid alone, built once for all tests of a process and served without a server. Tests have one page
 * after the other, loaded anew for each; whoever says how the browser is to be, or sets its clock, has one of their own.
 */
export async function openHarness(
  browser: Browser,
  wanted: Record<string, string | number> = {},
  own?: BrowserContextOptions,
): Promise<Page> {
  const page = own ? await ownPage(browser, own) : await keptPage(browser)
  const query = new URLSearchParams(Object.entries(wanted).map(([name, value]) => [name, String(value)]))
  await page.goto(`${origin}/?${query}`)
  await page.waitForFunction(() => window.harness?.commands)
  return page
}

async function ownPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await newPage(browser, options)
  onTestFinished(() => page.context().close())
  return page
}

async function keptPage(browser: Browser): Promise<Page> {
  const known = kept.get(browser)
  if (!known || known.isClosed()) {
    const page = await newPage(browser, {})
    keepOpen(page.context())
    kept.set(browser, page)
    return page
  }
  // What the test before held in the hand is let go, and nothing lies under the pointer.
  await known.mouse.up()
  await known.mouse.move(0, 0)
  return known
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  built ??= buildHarness()
  const files = await built
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1) || 'index.html'
    const file = files.get(path)
    if (!file) return route.fulfill({ status: 404 })
    const body = file.type === 'chunk' ? file.code : Buffer.from(file.source)
    return route.fulfill({ body, contentType: contentType(path) })
  })
  return page
}

async function buildHarness() {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [solid()],
    build: { write: false, target: 'esnext', minify: false },
  })
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[]
  return new Map(outputs.flatMap(({ output }) => output).map((file) => [file.fileName, file]))
}

function contentType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript'
  if (path.endsWith('.css')) return 'text/css'
  return path.endsWith('.html') ? 'text/html' : 'font/woff2'
}
