import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { addDays, localDateOf, weekdayOf } from '../domain/zone.ts'
import { launchBrowser } from './support/browser.ts'
import { startDaybookProgram } from './support/daybook-program.ts'

/** Takes the README's picture of the demo clinic: a card on its way to another therapist. */
const picture = fileURLToPath(new URL('../docs/calendar.png', import.meta.url))

const dataDir = await mkdtemp(join(tmpdir(), 'daybook-picture-'))
const program = await startDaybookProgram({ DAYBOOK_DATA_DIR: dataDir })
const browser = await launchBrowser()
try {
  const { url, clinic, users } = JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8'))
  const desk = users.find((user: { role: string }) => user.role === 'receptionist')
  const page = await browser.newPage({ baseURL: url, viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 })
  await page.goto('/sign-in')
  await page.getByLabel(/e-mail/i).fill(desk.email)
  await page.getByLabel('Password', { exact: true }).fill(desk.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/calendar**')
  await page.goto(`/calendar/${nextWednesday(clinic.zone)}?show=both`)
  await page.locator('[data-card]').first().waitFor()
  await page.getByText('Live', { exact: true }).waitFor()
  await carryToAnotherColumn(page)
  await page.screenshot({ path: picture })
} finally {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true })
}

function nextWednesday(zone: string): string {
  const today = localDateOf(Date.now(), zone)
  return addDays(today, (3 - weekdayOf(today) + 7) % 7 || 7)
}

/** Takes a card that can move and holds it where it may be dropped. */
async function carryToAnotherColumn(page: Page): Promise<void> {
  const columns = page.locator('.grid-column')
  const card = columns.nth(0).locator('[data-card].booked').nth(1)
  const from = await boxOf(card)
  await page.mouse.move(from.x + 40, from.y + 12)
  await page.mouse.down()
  for (let column = 1; column < 6; column++) {
    const { x, width } = await boxOf(columns.nth(column))
    for (let y = 200; y < 700; y += 36) {
      await page.mouse.move(x + width / 2, y, { steps: 2 })
      // The ghost follows on the next frame.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      if ((await page.locator('.ghost').count()) > 0 && (await page.locator('.ghost-reason').count()) === 0) return
    }
  }
  throw new Error('there is no free place in the first columns')
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not on the screen')
  return box
}
