import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../support/app.ts'
import {
  cardIn,
  chooseClient,
  clickSlot,
  columnOf,
  openScreens,
  placeOf,
  type Screens,
  type StaffedDesk,
  TUESDAY,
} from '../support/calendar-page.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

const TEN = '2026-03-03T15:00:00.000Z'

function panelOf(page: Page) {
  return page.getByRole('complementary', { name: 'New appointment' })
}

async function openSlot(desk: StaffedDesk, time: string): Promise<Page> {
  const page = await screens.open(desk.receptionist)
  await columnOf(page, desk.chen).waitFor()
  await clickSlot(page, desk.chen, time)
  await panelOf(page).waitFor()
  return page
}

it('books a slot that was clicked: time, therapist and room are there, the client is found', async () => {
  const desk = await screens.newDesk()
  const page = await openSlot(desk, '10:00')
  const panel = panelOf(page)
  expect(await panel.getByLabel('Day').inputValue()).toBe(TUESDAY)
  expect(await panel.getByLabel('Start').inputValue()).toBe('10:00')
  expect(await panel.getByLabel('Length').inputValue()).toBe('50')
  expect(await panel.getByLabel('Therapist').inputValue()).toBe(desk.chen.id)
  expect(await panel.getByLabel('Room').locator('option:checked').textContent()).toMatch(/suggested/)

  await chooseClient(page, 'Leo Park')
  await panel.getByLabel('Notes').fill('First visit')
  await page.getByRole('button', { name: 'Book 10:00 AM with Dr. Chen' }).click()
  await panel.waitFor({ state: 'detached' })
  await cardIn(page, desk.chen, 'Leo Park').waitFor()
  const kept = await placeOf(desk, 'Leo Park')
  expect(kept).toMatchObject({ startsAt: TEN, therapistId: desk.chen.id })
  expect([desk.oak.id, desk.elm.id]).toContain(kept?.roomId)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Leo Park')
})

it('books somebody who is new, entered on the spot', async () => {
  const desk = await screens.newDesk()
  const page = await openSlot(desk, '11:00')
  await page.getByRole('combobox', { name: 'Client' }).fill('Ines Castro')
  await page.getByRole('option', { name: 'New client “Ines Castro”' }).click()
  const panel = panelOf(page)
  expect(await panel.getByLabel('Name').inputValue()).toBe('Ines Castro')
  await panel.getByLabel('Phone').fill('not a number')
  await page.getByRole('button', { name: 'Book 11:00 AM with Dr. Chen' }).click()
  await panel.getByText('Write it with its country, like +1 202 555 0123.').waitFor()

  await panel.getByLabel('Phone').fill('+1 202 555 0188')
  await panel.getByLabel('E-mail').fill('ines@example.com')
  await page.getByRole('button', { name: 'Book 11:00 AM with Dr. Chen' }).click()
  await cardIn(page, desk.chen, 'Ines Castro').waitFor()
  const { data } = await ask<{ clients: { nodes: object[] } }>(
    screens.app,
    desk.key,
    '{ clients(search: "Ines", first: 5) { nodes { name phone email } } }',
  )
  expect(data.clients.nodes).toEqual([{ name: 'Ines Castro', phone: '+12025550188', email: 'ines@example.com' }])
})

it('says what is in the way while it is entered, and books an alternative with one press', async () => {
  const desk = await screens.newDesk()
  await desk.book({ startsAt: TEN })
  const page = await openSlot(desk, '09:30')
  await chooseClient(page, 'Leo Park')
  const panel = panelOf(page)
  await panel.getByText('Dr. Chen is busy with Maya Alvarez Tue, Mar 3, 10:00 AM to 10:50 AM.').waitFor()
  expect((await desk.calendar()).appointments).toHaveLength(1)

  const alternative = panel
    .getByRole('list', { name: 'Instead' })
    .getByRole('button', { name: /^Book .* with Dr\. Okafor/ })
  expect(await alternative.textContent()).toMatch(/^Book 9:30 AM with Dr\. Okafor, (Oak|Elm)$/)
  await alternative.click()
  await panel.waitFor({ state: 'detached' })
  await cardIn(page, desk.okafor, 'Leo Park').waitFor()
  expect(await placeOf(desk, 'Leo Park')).toMatchObject({
    startsAt: '2026-03-03T14:30:00.000Z',
    therapistId: desk.okafor.id,
  })
})

it('lets those who may set a rule aside do so with a reason, which is kept', async () => {
  const desk = await screens.newDesk()
  const page = await openSlot(desk, '18:00')
  await chooseClient(page, 'Leo Park')
  const panel = panelOf(page)
  await panel.getByText('Dr. Chen is not open Tue, Mar 3, 6:00 PM to 6:50 PM.').waitFor()
  await panel.getByRole('button', { name: 'Book anyway…' }).click()
  await panel.getByRole('button', { name: 'Book anyway' }).click()
  await panel.getByText('Say why: it is kept with the appointment.').waitFor()
  await panel.getByLabel('Reason').fill('Works until five')
  await panel.getByRole('button', { name: 'Book anyway' }).click()
  await cardIn(page, desk.chen, 'Leo Park').and(page.locator(':not(.saving)')).click()
  await page.getByRole('complementary', { name: 'Leo Park' }).getByText('Works until five').waitFor()
  expect((await desk.calendar()).appointments[0]?.overriddenRules).toEqual(['OUTSIDE_HOURS'])
})

it('takes the entries to another slot and through a look at another appointment', async () => {
  const desk = await screens.newDesk()
  await desk.book({ startsAt: TEN })
  const page = await openSlot(desk, '13:00')
  await chooseClient(page, 'Leo Park')
  await cardIn(page, desk.chen, 'Maya Alvarez').click()
  await page.getByRole('complementary', { name: 'Maya Alvarez' }).waitFor()
  await clickSlot(page, desk.okafor, '14:00')

  const panel = panelOf(page)
  await page.getByRole('button', { name: 'Book 2:00 PM with Dr. Okafor' }).waitFor()
  expect(await panel.getByRole('combobox', { name: 'Client' }).inputValue()).toBe('Leo Park')
})

it('asks before what was entered is lost by going elsewhere', async () => {
  const desk = await screens.newDesk()
  const page = await openSlot(desk, '13:00')
  await chooseClient(page, 'Leo Park')
  await page.getByRole('link', { name: 'Clients' }).click()
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await page.getByRole('button', { name: 'Next day' }).click()
  await page.getByRole('heading', { level: 1, name: 'Wednesday, March 4, 2026' }).waitFor()
  expect(await panelOf(page).getByRole('combobox', { name: 'Client' }).inputValue()).toBe('Leo Park')

  await page.getByRole('link', { name: 'Clients' }).click()
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await page.waitForURL('**/clients')
})

it('opens with Enter on a slot, closes with Escape, and the keyboard is back in the slot', async () => {
  const desk = await screens.newDesk()
  const page = await openSlot(desk, '13:00')
  await page.keyboard.press('Escape')
  await panelOf(page).waitFor({ state: 'detached' })
  await expect.poll(() => focusName(page)).toBe('1:00 PM, Dr. Chen, free')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panelOf(page).waitFor()
  expect(await panelOf(page).getByLabel('Start').inputValue()).toBe('13:15')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
})

it('takes the day on the screen along when another day is entered', async () => {
  const desk = await screens.newDesk()
  const page = await openSlot(desk, '13:00')
  await panelOf(page).getByLabel('Day').fill('2026-03-05')
  await page.getByRole('heading', { level: 1, name: 'Thursday, March 5, 2026' }).waitFor()
  expect(page.url()).toContain('/calendar/2026-03-05')
  await chooseClient(page, 'Leo Park')
  await page.getByRole('button', { name: 'Book 1:00 PM with Dr. Chen' }).click()
  await cardIn(page, desk.chen, 'Leo Park').waitFor()
})

it('shows the appointment at once, and takes it back when booking fails', async () => {
  const desk = await screens.newDesk()
  const page = await openSlot(desk, '13:00')
  await chooseClient(page, 'Leo Park')
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/graphql', async (route) => {
    const isBooking = route.request().postDataJSON()?.variables?.input?.clientMutationId !== undefined
    if (!isBooking) return route.continue()
    await held
    return route.abort()
  })
  await page.getByRole('button', { name: 'Book 1:00 PM with Dr. Chen' }).click()
  await columnOf(page, desk.chen).locator('.card.saving', { hasText: 'Leo Park' }).waitFor()
  answer()
  await panelOf(page).getByText('Daybook cannot be reached').waitFor()
  await cardIn(page, desk.chen, 'Leo Park').waitFor({ state: 'detached' })
  expect(await panelOf(page).getByRole('combobox', { name: 'Client' }).inputValue()).toBe('Leo Park')
})

function focusName(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
}
