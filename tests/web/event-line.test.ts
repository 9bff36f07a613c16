import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Jobs, openJobs } from '../../jobs/kit.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { borrowBrowser } from '../support/browser.ts'
import { MONDAY, makeDesk } from '../support/desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { openLine } from '../support/waiting-line.ts'
import { expectNoViolation } from './open-daybook.ts'

let database: TestDatabase
let app: TestApp
let jobs: Jobs
let now = MONDAY
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
  jobs = await openJobs(database.db, database.url)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

it('two who wait: one comes too late and is told so, the other takes the place, without script on a phone', async () => {
  const desk = await makeDesk(app, database.db)
  const line = await openLine({ app, database, desk, jobs, now: () => now }, { capacity: 1 })
  for (const name of ['Ada', 'Bo', 'Cy']) await line.join(name)
  await line.leave('Ada')
  const browser = await borrowBrowser()
  try {
    const viewport = { width: 390, height: 844 }
    const context = await browser.newContext({ viewport, javaScriptEnabled: false })
    const bo = await context.newPage()
    await bo.goto(`${app.url}/r/${line.token('Bo')}`)
    await bo.getByRole('button', { name: 'Take the place' }).waitFor()
    now = (await line.find('Bo')).expires!.getTime()
    await line.expire('Bo')
    await bo.getByRole('button', { name: 'Take the place' }).click()
    await bo.getByRole('status').filter({ hasText: 'The offer has ended' }).waitFor()
    await bo.goto(`${app.url}/r/${line.token('Cy')}`)
    await bo.getByRole('button', { name: 'Take the place' }).click()
    await bo.getByRole('status').filter({ hasText: 'The place is yours.' }).waitFor()
    expect(await line.told()).toBe('Bo passed over, Cy registered')
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await (await browser.newContext({ viewport, colorScheme })).newPage()
      await page.goto(`${app.url}/r/${line.token('Bo')}?late`)
      await expectNoViolation(page)
    }
  } finally {
    await browser.close()
  }
})
