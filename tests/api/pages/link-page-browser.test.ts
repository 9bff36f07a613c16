import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { objectionsInBoth } from '../../support/axe.ts'
import { borrowBrowser } from '../../support/browser.ts'
import { LATER_MONDAY, type LinkDesk, makeLinkDesk } from '../../support/client-links.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

let database: TestDatabase
let app: TestApp
let browser: Browser
let link: LinkDesk

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => LATER_MONDAY })
  link = await makeLinkDesk(app, database.db, LATER_MONDAY)
  browser = await borrowBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await database.close()
})

test('a client does everything on a phone without script: moves, confirms, writes and cancels', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await page.goto(link.url)
  await page.getByRole('link', { name: 'Move it to another time' }).click()
  await page.getByRole('button', { name: 'Thursday, March 8 10:00 AM' }).click()
  await page.getByRole('button', { name: 'Move my appointment here' }).click()
  await page.getByRole('status').getByText('Your appointment is moved').waitFor()
  await page.getByText('Thursday, March 8').first().waitFor()
  await page.getByLabel('Write to us about this appointment').fill('See you then.\nMaya')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('listitem').getByText('See you then.').waitFor()
  await page.getByText('Cancel it').click()
  await page.getByLabel('Why?').selectOption('I am ill')
  await page.getByRole('button', { name: 'Cancel my appointment' }).click()
  await page.getByRole('heading', { name: 'This appointment is cancelled' }).waitFor()
  await page.close()
})

test('axe has no objection to the page, on a desk and on a phone, nor does it scroll sideways', async () => {
  const desk = await makeLinkDesk(app, database.db, LATER_MONDAY)
  await desk.send('message', { text: 'I will bring the form.' })
  const page = await browser.newPage()
  for (const query of ['', '?move', '?said=taken', '?cancel#cancel']) {
    await page.goto(`${desk.url}${query}`)
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 })
      expect(await objectionsInBoth(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }
  }
  await page.close()
})
