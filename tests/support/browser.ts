import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

// The packaged browser's own default arguments make it one process, which dies on the second page.
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking']

// A page is opened in half the work by a process that has the program compiled already.
const ONE_PROCESS = ['--renderer-process-limit=1', '--process-per-site', '--disable-site-isolation-trials']

/** The Chromium of this machine, or else the one that comes with the packages. */
export async function findChromium(): Promise<string> {
  return SYSTEM_BROWSERS.find((path) => existsSync(path)) ?? (await unpackChromium())
}

/** A headless Chromium; whoever launches it closes it. */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...ARGUMENTS, ...extraArguments] })
}

let lent: Promise<Browser> | undefined

const keptOpen = new WeakSet<BrowserContext>()

/** Its pages stay when a file gives the browser back: the next file has them. */
export function keepOpen(context: BrowserContext): void {
  keptOpen.add(context)
}

/**
 * The browser of this process, which test files have in turn, one after the other: closing it closes the pages opened in
 * it, and the next file finds it running. It ends with the process.
 */
export async function borrowBrowser(): Promise<Browser> {
  if (!lent || !(await lent).isConnected()) lent = launchBrowser(ONE_PROCESS).then(closingOnlyItsPages)
  return lent
}

function closingOnlyItsPages(browser: Browser): Browser {
  browser.close = async () => {
    await Promise.all(browser.contexts().map((context) => !keptOpen.has(context) && context.close()))
  }
  return browser
}

// The package unpacks in place, so test files starting together can meet a half-written browser; a rename is whole or not.
async function unpackChromium(): Promise<string> {
  const unpacked = join(tmpdir(), 'daybook-chromium')
  if (existsSync(unpacked)) return unpacked
  const packageRoot = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))))
  const partial = `${unpacked}.${process.pid}`
  await pipeline(
    createReadStream(join(packageRoot, 'bin', 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(partial, { mode: 0o700 }),
  )
  await rename(partial, unpacked)
  return unpacked
}
