import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeOffice } from '../../support/office.ts'
import { byHand, type Daybook, expectSound, openDaybook } from '../open-daybook.ts'

let daybook: Daybook
let office: Daybook['office']

beforeAll(async () => {
  daybook = await openDaybook()
})
beforeEach(async () => {
  office = await makeOffice(daybook.app, daybook.database)
})
afterAll(() => daybook.close())

const open = (options = {}) => daybook.open('/settings/messages', office.admin, options)
const row = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('switch', { name, exact: true }) })
const save = async (page: Page, said = 'Saved. What is due is planned anew.') => {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.locator('.toast').getByText(said).waitFor()
}

describe('the reminder policy', () => {
  it('is switched, set and saved, and is there again', async () => {
    const page = await open()
    await page.getByRole('switch', { name: '1 week before' }).check()
    const week = row(page, '1 week before')
    await week.getByLabel('How long before').fill('5')
    await row(page, '5 weeks before').getByLabel('Unit').selectOption('days')
    const changed = row(page, '5 days before')
    await changed.getByRole('checkbox', { name: 'SMS' }).check()
    await page.getByLabel('Until', { exact: true }).fill('18:30')
    await page.getByRole('checkbox', { name: 'Saturdays and Sundays too' }).uncheck()
    await save(page)
    await page.reload()
    const kept = row(page, '5 days before')
    await kept.waitFor()
    expect(await kept.getByRole('switch').isChecked()).toBe(true)
    expect(await kept.getByRole('checkbox', { name: 'SMS' }).isChecked()).toBe(true)
    expect(await page.getByLabel('Until', { exact: true }).inputValue()).toBe('18:30')
    expect(await page.getByRole('checkbox', { name: 'Saturdays and Sundays too' }).isChecked()).toBe(false)
  })

  it('tells for an example when each reminder leaves, as it is being changed', async () => {
    const page = await open()
    const day = row(page, '24 hours before')
    await day.getByText(/^Leaves Sun, .*, 9:00 AM$/).waitFor()
    await page.getByLabel('Time of the example').fill('22:00')
    await day.getByText(/^Leaves Sun, .*, 7:59 PM instead of 10:00 PM$/).waitFor()
    await page.getByRole('checkbox', { name: 'Saturdays and Sundays too' }).uncheck()
    await day.getByText(/^Leaves Mon, .*, 8:00 AM instead of Sun, .*, 10:00 PM$/).waitFor()
    await page.getByLabel('Day of the example').selectOption('Thursday')
    await day.getByText(/^Leaves Wed, .*, 7:59 PM instead of 10:00 PM$/).waitFor()
  })

  it('is changed back before it is saved, and after', async () => {
    const page = await open()
    const before = page.getByRole('switch', { name: '24 hours before' })
    await before.uncheck()
    await page.getByRole('button', { name: 'Undo changes' }).click()
    await expect.poll(() => before.isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' })
    await before.uncheck()
    await save(page)
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await page.locator('.toast').getByText('Put back as it was before.').waitFor()
    await expect.poll(() => before.isChecked()).toBe(true)
    await page.reload()
    await before.waitFor()
    expect(await before.isChecked()).toBe(true)
  })

  it('says what cannot be, where it cannot, and keeps what was entered', async () => {
    const page = await open()
    const day = row(page, '24 hours before')
    await day.getByRole('checkbox', { name: 'SMS' }).uncheck()
    await day.getByText('Choose a channel, or switch it off.').waitFor()
    await page.getByLabel('Wait after a booking').fill('soon')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Write seconds, at most 3600 (an hour).').waitFor()
    await page.getByText('Correct what is marked below.').waitFor()
    await expect
      .poll(() => page.getByLabel('Wait after a booking').evaluate((it) => it === document.activeElement))
      .toBe(true)
    const edge = async (it: Locator) => (await it.boundingBox())!
    const problem = await edge(page.getByText('Write seconds, at most 3600 (an hour).'))
    expect(problem.y + problem.height).toBeLessThanOrEqual((await edge(page.locator('.save-bar'))).y)
  })

  it('that somebody else has changed is not overwritten without being asked', async () => {
    const [mine, theirs] = await Promise.all([open(), open()])
    await theirs.getByRole('switch', { name: '2 hours before' }).uncheck()
    await save(theirs)
    await mine.getByRole('switch', { name: '1 hour before' }).check()
    await mine.getByRole('button', { name: 'Save', exact: true }).click()
    await mine.getByRole('alert').getByText('Somebody else changed this').waitFor()
    await mine.getByRole('button', { name: 'Show theirs' }).click()
    await expect.poll(() => mine.getByRole('switch', { name: '2 hours before' }).isChecked()).toBe(false)
    expect(await mine.getByRole('switch', { name: '1 hour before' }).isChecked()).toBe(false)
  })

  it('is worked with the keyboard alone', async () => {
    const page = await open()
    const hour = page.getByRole('switch', { name: '1 hour before' })
    await hour.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('90')
    await page.keyboard.press('Tab')
    await page.keyboard.type('min')
    await row(page, '90 minutes before').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await row(page, '90 minutes before').getByRole('checkbox', { name: 'E-mail' }).isChecked()).toBe(true)
  })
})

it('the policy has nothing that axe-core finds wrong, and fits, on a desk and on a phone', async () => {
  const page = await open(byHand)
  await page.getByRole('switch', { name: '1 week before' }).check()
  await page.getByLabel('Until', { exact: true }).fill('07:00')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Choose a time after the first.').waitFor()
  await expectSound(page)
})
