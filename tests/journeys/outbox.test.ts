import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planMessages } from '../../actions/plan-messages.ts'
import { makeLog } from '../../api/log.ts'
import { openChannels } from '../../jobs/channels/channels.ts'
import { openJobs } from '../../jobs/kit.ts'
import { makeComposer } from '../../jobs/send/compose.ts'
import { makeSender } from '../../jobs/send/sender.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { borrowBrowser } from '../support/browser.ts'
import { MONDAY, makeDesk } from '../support/desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { makePerson, type Person } from '../support/sign-in.ts'
import { builtWeb } from '../support/web.ts'

const MINUTE = 60_000

let database: TestDatabase
let app: TestApp
let browser: Browser
let now = MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, webRoot: await builtWeb() })
  browser = await borrowBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await database.close()
})

/** What the jobs do a minute later, in an install that has no provider. */
async function passMinute(clinicId: string): Promise<void> {
  now += MINUTE
  const { db, url } = database
  const jobs = await openJobs(db, url)
  const channels = openChannels({ postmark: undefined, twilio: undefined }, { db, now: () => now })
  const composer = makeComposer({ jobs, publicUrl: app.url, mailFrom: undefined })
  const sender = makeSender({ channels, ...composer, log: makeLog('silent') })
  const context = { db, jobs, now: () => now, announce: () => undefined, requestId: 'journey' }
  await planMessages(context, { clinicId })
  await sender.drain(context, clinicId)
}

async function openMessages({ email, password }: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.url, viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  await page.clock.install({ time: now })
  await context.request.post('/api/auth/sign-in/email', { data: { email, password } })
  await page.goto('/messages')
  return page
}

it('what a client is sent is read as she would read it where no provider is set up, and sent once more', async () => {
  const desk = await makeDesk(app, database.db)
  const receptionist = await makePerson(database.db, desk.clinic.id, { role: 'receptionist' })
  await passMinute(desk.clinic.id)
  await desk.book()
  await passMinute(desk.clinic.id)
  const page = await openMessages(receptionist)
  const rows = page.getByRole('row', { name: /Maya Alvarez.*Confirmation.*Kept here/ })
  await rows.getByRole('button').click()
  const panel = page.getByRole('complementary', { name: 'Confirmation' })
  await panel.getByText('appointment.ics').waitFor()
  const mail = page.frameLocator('iframe')
  await mail.getByText('Hello Maya').waitFor()
  await mail.getByRole('link', { name: 'Confirm' }).click({ noWaitAfter: true })
  await mail.getByText('Hello Maya').waitFor()
  await panel.getByRole('button', { name: 'Send again' }).click()
  await page.getByText('It is sent once more to maya@example.com.').waitFor()
  await passMinute(desk.clinic.id)
  await page.clock.fastForward(61_000)
  await expect.poll(() => rows.count()).toBe(2)
  await page.getByRole('radio', { name: 'To come' }).click()
  await page.getByRole('row', { name: /Maya Alvarez.*a day before.*SMS.*Due/ }).waitFor()
})
