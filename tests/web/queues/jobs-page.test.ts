import { afterAll, beforeAll, describe, it, onTestFinished } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { sendMessages } from '../../../jobs/contracts.ts'
import { openJobs } from '../../../jobs/kit.ts'
import { makeFailedJob } from '../../support/failed-job.ts'
import { byHand, type Daybook, expectSound, openDaybook } from '../open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

const open = (options = {}) => daybook.open('/settings/jobs', daybook.office.admin, options)

describe('the jobs of the clinic', () => {
  it('say that nothing has failed and nothing is due', async () => {
    const page = await open()
    await page.getByText('Nothing has failed.').waitFor()
    await page.getByText('Nothing is due within the hour.').waitFor()
    await page.getByRole('row', { name: /Sending messages.*0.*0.*0/ }).waitFor()
  })

  it('show what comes within the hour, and are read again while they are seen', async () => {
    const { database, office } = daybook
    const page = await open()
    // A clock that is set stays with the page.
    onTestFinished(() => page.context().close())
    await page.clock.install()
    await page.reload()
    await page.getByText('Nothing is due within the hour.').waitFor()
    const jobs = await openJobs(database.db, database.url)
    const clinicId = office.clinic.id
    await inClinic(database.db, clinicId, (trx) =>
      jobs.enqueue(trx, sendMessages, { clinicId }, { startAfter: Date.now() + 20 * 60_000 }),
    )
    await page.clock.fastForward(11_000)
    const due = page.getByRole('region', { name: 'The next hour' })
    await due.getByRole('listitem').filter({ hasText: 'Sending messages' }).getByText('1 job').waitFor()
    await page.getByRole('row', { name: /Sending messages.*in \d+ minutes/ }).waitFor()
  })

  it('that failed are told with their error and tried again with one press', async () => {
    await makeFailedJob(daybook.database.db, daybook.office.clinic.id)
    const page = await open(byHand)
    const failed = page.getByRole('region', { name: /^Failed/ })
    await failed.getByText('the disk is full').waitFor()
    await expectSound(page)
    await failed.getByRole('button', { name: 'Try again' }).press('Enter')
    await page.locator('.toast').getByText('It is tried again.').waitFor()
    await page.getByText('Nothing has failed.').waitFor()
  })

  it('are an administrator’s to see', async () => {
    const page = await daybook.open('/settings/jobs', daybook.office.receptionist)
    await page.getByText('Settings are for administrators').waitFor()
  })
})
