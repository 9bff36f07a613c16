import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../support/office.ts'
import { makePerson } from '../support/sign-in.ts'
import { makeTherapist } from '../support/world.ts'
import { byHand, type Daybook, expectSound, openDaybook } from './open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
  await makeTherapist(daybook.database.db, daybook.office.clinic.id, { name: 'Dr. Chen' })
})
afterAll(() => daybook.close())

const addressOf = async (page: Page) => {
  await page.getByRole('dialog', { name: 'Copy the address now' }).waitFor()
  const url = await page.getByRole('textbox', { name: 'Address' }).inputValue()
  const subscribe = await page.getByRole('link', { name: 'Subscribe on this device' }).getAttribute('href')
  expect(subscribe).toBe(url.replace('http:', 'webcal:'))
  await page.getByRole('button', { name: 'I have copied it' }).click()
  return new URL(url).pathname
}
const pull = async (path: string) => (await fetch(new URL(path, daybook.app.url))).status

describe('the settings of feeds', () => {
  it('show an address once, when it was last asked for, and end it', async () => {
    const page = await daybook.open('/settings/feeds', daybook.office.receptionist)
    await page.getByRole('button', { name: 'New feed' }).first().click()
    await page.getByLabel('Therapist', { exact: true }).last().selectOption('Dr. Chen')
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Dr. Chen')
    await page.getByLabel('Says').selectOption('Initials')
    await page.getByRole('button', { name: 'Create feed' }).click()
    const first = await addressOf(page)
    const row = page.getByRole('row', { name: /Dr\. Chen/ })
    await row.getByText('Never').waitFor()
    expect(await pull(first)).toBe(200)
    await page.reload()
    await row.getByText('Nothing since').waitFor()

    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    await page.getByRole('button', { name: 'More about Dr. Chen' }).click()
    await page.getByRole('menuitem', { name: 'Renew the address' }).click()
    await page.getByRole('button', { name: 'Renew the address' }).click()
    const second = await addressOf(page)
    expect([await pull(first), await pull(second)]).toEqual([404, 200])

    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    await page.getByRole('button', { name: 'More about Dr. Chen' }).click()
    await page.getByRole('menuitem', { name: 'Revoke' }).click()
    await page.getByRole('button', { name: 'Revoke the feed' }).click()
    await page.getByText('Dr. Chen is revoked.').waitFor()
    expect(await pull(second)).toBe(404)
  })

  it('are found by a therapist in her own menu, for her own calendar alone', async () => {
    const { db } = daybook.database
    const own = await makeTherapist(db, daybook.office.clinic.id, { name: 'Dr. Okafor' })
    const person = await makePerson(db, daybook.office.clinic.id, {
      role: 'therapist',
      therapistId: own.id,
      name: 'Ada Okafor',
    })
    const page = await daybook.open('/calendar', { cookie: await signInAs(daybook.app, person) })
    await page.getByRole('button', { name: /account/ }).click()
    await page.getByRole('menuitem', { name: 'Calendar feeds' }).click()
    await page.getByRole('button', { name: 'New feed' }).first().click()
    await page.getByRole('button', { name: 'Create feed' }).click()
    expect(await pull(await addressOf(page))).toBe(200)
    await page
      .getByRole('row', { name: /My calendar/ })
      .getByText('Therapist Dr. Okafor')
      .waitFor()
    expect(await page.getByRole('link', { name: 'Members' }).count()).toBe(0)
  })

  it('have no fault that axe finds, nor do they scroll sideways, on a desk and on a phone', async () => {
    const page = await daybook.open('/settings/feeds', daybook.office.admin, byHand)
    await page.getByRole('button', { name: 'Published events' }).click()
    await page.getByRole('link', { name: 'Subscribe on this device' }).waitFor()
    await expectSound(page)
    await page.goto('/settings/feeds?open=new')
    await page.getByRole('button', { name: 'Create feed' }).waitFor()
    await expectSound(page)
  })
})
