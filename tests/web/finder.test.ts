import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../support/app.ts'
import {
  cardIn,
  chooseClient,
  columnOf,
  openScreens,
  placeOf,
  type Screens,
  type StaffedDesk,
} from '../support/calendar-page.ts'
import { saveMutation, signInAs } from '../support/office.ts'
import { makePerson } from '../support/sign-in.ts'
import { expectNoViolation } from './open-daybook.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Find a time' })
}

async function openFinder(desk: StaffedDesk): Promise<Page> {
  const page = await screens.open(desk.receptionist)
  await columnOf(page, desk.chen).waitFor()
  await page.keyboard.press('f')
  await panelOf(page).locator('[data-slot]').first().waitFor()
  return page
}

it('says when somebody could come, the first free before all, while it is being chosen', async () => {
  const desk = await screens.newDesk()
  await makeOakQuiet(desk)
  const page = await openFinder(desk)
  const panel = panelOf(page)
  const first = panel.locator('[data-slot]').first()
  expect(await first.innerText()).toMatch(/9:00 AM[\s\S]*Dr\. (Chen|Okafor)[\s\S]*First free/)
  await expectNoViolation(page)

  await panel.getByRole('checkbox', { name: 'Dr. Chen' }).check()
  await panel.getByLabel('Afternoons').check()
  await panel.getByRole('checkbox', { name: 'quiet' }).check()
  await panel.getByRole('checkbox', { name: 'Thursday' }).check()
  const thursday = panel.getByRole('region', { name: 'Thu, Mar 5' })
  await expect.poll(() => thursday.locator('[data-slot]').first().innerText()).toMatch(/12:00 PM[\s\S]*Dr\. Chen · Oak/)
  await expect.poll(() => panel.getByRole('region').first().getAttribute('aria-label')).toBe('Thu, Mar 5')
  expect(await panel.locator('[data-slot]', { hasText: 'Dr. Okafor' }).count()).toBe(0)
})

it('takes one by the keyboard: the day is shown, the booking filled, the client asked for', async () => {
  const desk = await screens.newDesk()
  const page = await openFinder(desk)
  const panel = panelOf(page)
  await panel.getByLabel('From', { exact: true }).fill('2026-03-05')
  await panel.getByRole('region', { name: 'Thu, Mar 5' }).locator('[data-slot]').first().waitFor()
  await panel.getByLabel('From', { exact: true }).press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Thursday, March 5, 2026' }).waitFor()
  const booking = page.getByRole('complementary', { name: 'New appointment' })
  expect(await booking.getByLabel('Start').inputValue()).toBe('09:00')
  await chooseClient(page, 'Leo Park')
  await page.getByRole('button', { name: /^Book 9:00 AM with Dr\. / }).click()
  await cardIn(page, desk.chen, 'Leo Park')
    .or(cardIn(page, desk.okafor, 'Leo Park'))
    .first()
    .waitFor()
})

it('holds one with one press, on the day it is on, and offers it no more', async () => {
  const desk = await screens.newDesk()
  const page = await openFinder(desk)
  const panel = panelOf(page)
  await panel.getByRole('checkbox', { name: 'Dr. Chen' }).check()
  await panel.getByLabel('From', { exact: true }).fill('2026-03-05')
  await panel.getByRole('button', { name: /^Hold 5 min: Thu, Mar 5, 9:00 AM with Dr\. Chen/ }).click()
  await panel.getByRole('region', { name: 'Held for you' }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Thursday, March 5, 2026' }).waitFor()
  await page.locator('[data-hold]').first().waitFor()
  await expect.poll(() => panel.locator('[data-slot]').first().innerText()).not.toContain('9:00 AM')

  await panel.getByRole('button', { name: 'Book it…' }).click()
  await page
    .getByRole('complementary', { name: 'New appointment' })
    .getByRole('region', { name: 'Held for you' })
    .waitFor()
  await chooseClient(page, 'Leo Park')
  await page.getByRole('button', { name: 'Book 9:00 AM with Dr. Chen', exact: true }).click()
  await cardIn(page, desk.chen, 'Leo Park').waitFor()
})

it('says why nothing fits, and what does after that', async () => {
  const desk = await screens.newDesk()
  const page = await openFinder(desk)
  const panel = panelOf(page)
  await panel.getByLabel('Within').selectOption('A week')
  await panel.getByLabel('From', { exact: true }).fill('2026-03-07')
  await panel.getByRole('checkbox', { name: 'Saturday' }).check()
  await panel.getByText('Nothing fits all of that.').waitFor()
  expect(await panel.locator('.notice p').count()).toBeGreaterThan(1)
})

it('offers no longer what somebody else takes meanwhile', async () => {
  const desk = await screens.newDesk()
  const page = await openFinder(desk)
  const panel = panelOf(page)
  await panel.getByRole('checkbox', { name: 'Dr. Chen' }).check()
  const nine = panel.getByRole('region', { name: 'Tue, Mar 3' }).getByRole('button', { name: /^9:00 AM Dr\. Chen/ })
  await nine.waitFor()
  await desk.book({ startsAt: '2026-03-03T14:00:00Z' })
  await page.clock.runFor(1000)
  await nine.waitFor({ state: 'detached' })
  expect(await placeOf(desk, 'Maya Alvarez')).toMatchObject({ startsAt: '2026-03-03T14:00:00.000Z' })
})

it('offers a therapist her own time alone', async () => {
  const desk = await screens.newDesk()
  const therapist = { role: 'therapist', therapistId: desk.okafor.id } as const
  const page = await openFinder({ ...desk, receptionist: await makePerson(screens.db, desk.clinic.id, therapist) })
  const panel = panelOf(page)
  expect(await panel.locator('[data-slot]').first().innerText()).toContain('Dr. Okafor')
  expect(await panel.locator('[data-slot]', { hasText: 'Dr. Chen' }).count()).toBe(0)
  expect(await panel.getByRole('group', { name: 'Therapist' }).count()).toBe(0)
})

async function makeOakQuiet(desk: StaffedDesk): Promise<void> {
  const admin = await makePerson(screens.db, desk.clinic.id, { role: 'admin' })
  const cookie = await signInAs(screens.app, admin)
  const input = { id: desk.oak.id, expectedVersion: 1, features: ['quiet'] }
  await ask(screens.app, cookie, saveMutation('updateRoom', 'Room'), { input })
}
