import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarText } from '../support/imported-calendar.ts'
import { signInAs } from '../support/office.ts'
import { makePerson } from '../support/sign-in.ts'
import { makeTherapist } from '../support/world.ts'
import { type Daybook, expectNoViolation, openDaybook } from './open-daybook.ts'

let daybook: Daybook
let own: { readonly id: string }

beforeAll(async () => {
  daybook = await openDaybook()
  const { db } = daybook.database
  own = await makeTherapist(db, daybook.office.clinic.id, { name: 'Dr. Chen' })
  await makeTherapist(db, daybook.office.clinic.id, { name: 'Dr. Okafor' })
})
afterAll(() => daybook.close())

/** Noon to two on that day, wherever it is read. */
const lunch = (day: string) => `UID:1\nSUMMARY:Lunch with Ada\nDTSTART:${day}T120000\nDTEND:${day}T140000`

function icsFile(...events: string[]) {
  return { name: 'Home.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendarText(...events)) }
}

describe('the settings of other calendars', () => {
  it('add one from a file, show what it takes, draw it on the calendar as it comes, and remove it', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const calendar = await daybook.open(`/calendar/${today}`, daybook.office.receptionist)
    await calendar.getByRole('columnheader', { name: /Dr\. Chen/ }).waitFor()
    const page = await daybook.open('/settings/other-calendars', daybook.office.receptionist)
    await page.getByText('No other calendars yet').waitFor()
    await page.getByRole('button', { name: 'Add a calendar' }).click()
    await page.getByLabel('Therapist', { exact: true }).selectOption('Dr. Chen')
    await page.getByRole('radio', { name: 'From a file' }).check()
    await page.getByRole('button', { name: 'Add the calendar' }).click()
    await page.getByText('Choose a file.').waitFor()
    await page.getByLabel('File', { exact: true }).setInputFiles(icsFile(lunch(today.replaceAll('-', ''))))
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Home')
    await page.getByRole('button', { name: 'Add the calendar' }).click()
    await page.getByText('Home takes 1 entry.').waitFor()
    const row = page.getByRole('row', { name: /Home/ })
    expect(await row.innerText()).toMatch(/Dr\. Chen\s+A file\s+1 entry/)

    const block = calendar.locator('.elsewhere')
    await block.waitFor()
    expect(await block.innerText()).toBe('Busy')
    expect(await calendar.getByRole('columnheader', { name: /busy elsewhere 12:00 PM to 2:00 PM/ }).count()).toBe(1)

    await page.getByRole('button', { name: 'Home' }).click()
    await page.getByText('Not by itself: import the file again under the same name.').waitFor()
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Home is removed.').waitFor()
    await block.waitFor({ state: 'detached' })
  })

  it('say why an address is not read, and are found by a therapist in her own menu for herself alone', async () => {
    const { db } = daybook.database
    const her = await makePerson(db, daybook.office.clinic.id, {
      role: 'therapist',
      therapistId: own.id,
      name: 'Wen Chen',
    })
    const viewport = { width: 390, height: 844 }
    const options = { colorScheme: 'dark', viewport } as const
    const page = await daybook.open('/calendar', { cookie: await signInAs(daybook.app, her) }, options)
    await page.getByRole('button', { name: /account/ }).click()
    await page.getByRole('menuitem', { name: 'Other calendars' }).click()
    await page.getByRole('button', { name: 'Add a calendar' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Home')
    await page.getByLabel('Address', { exact: true }).fill('https://10.0.0.1/home.ics')
    expect(await page.getByLabel('Therapist', { exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Add the calendar' }).click()
    await page.getByText('The address leads to a private network.').waitFor()
    await expectNoViolation(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })
})
