import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { objectionsInBoth } from '../support/axe.ts'
import {
  cardIn,
  clickSlot,
  columnOf,
  dragTo,
  openScreens,
  placeOf,
  type Screens,
  type StaffedDesk,
} from '../support/calendar-page.ts'
import { makePerson } from '../support/sign-in.ts'
import { makeClinic } from '../support/world.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

const TEN = '2026-03-03T15:00:00.000Z'

function day(page: Page, name: string) {
  return page.getByRole('heading', { level: 1, name })
}

async function openDay(desk: StaffedDesk): Promise<Page> {
  const page = await screens.open(desk.receptionist)
  await columnOf(page, desk.chen).waitFor()
  return page
}

it('begins with the calendar of today', async () => {
  const desk = await screens.newDesk()
  const page = await screens.open(desk.receptionist, { path: '/' })
  await day(page, 'Monday, March 2, 2026').waitFor()
  expect(new URL(page.url()).pathname).toBe('/calendar')
  for (const resource of [desk.chen, desk.okafor, desk.oak, desk.elm]) await columnOf(page, resource).waitFor()
})

it('goes from day to day by buttons, by arrows in the bar, by T, and never from a text field', async () => {
  const desk = await screens.newDesk()
  const page = await openDay(desk)
  await page.getByRole('button', { name: 'Next day' }).click()
  await day(page, 'Wednesday, March 4, 2026').waitFor()
  await page.keyboard.press('ArrowRight')
  await day(page, 'Thursday, March 5, 2026').waitFor()
  await page.keyboard.press('ArrowLeft')
  await day(page, 'Wednesday, March 4, 2026').waitFor()
  expect(page.url()).toContain('/calendar/2026-03-04')

  await clickSlot(page, desk.chen, '13:00')
  await page.getByRole('combobox', { name: 'Client' }).pressSequentially('t')
  await day(page, 'Wednesday, March 4, 2026').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
  await page.keyboard.press('t')
  await day(page, 'Monday, March 2, 2026').waitFor()
})

it('offers a month to choose from, by keys too', async () => {
  const desk = await screens.newDesk()
  const page = await openDay(desk)
  await page.getByRole('button', { name: 'Tuesday, March 3, 2026' }).click()
  await page.getByRole('dialog', { name: 'Choose a day' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('Enter')
  await day(page, 'Friday, April 10, 2026').waitFor()
  expect(page.url()).toContain('/calendar/2026-04-10')
})

it('shows therapists, rooms or both, at the size chosen: in the address, and remembered', async () => {
  const desk = await screens.newDesk()
  const page = await openDay(desk)
  await page.getByRole('radio', { name: 'Rooms' }).check({ force: true })
  await columnOf(page, desk.chen).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Larger' }).click()
  expect(new URL(page.url()).search).toBe('?show=rooms&zoom=96')

  await page.goto(`${screens.app.url}/calendar`)
  await columnOf(page, desk.oak).waitFor()
  expect(await columnOf(page, desk.chen).count()).toBe(0)
})

it('says why a move was refused, and makes an alternative come true with one press', async () => {
  const desk = await screens.newDesk()
  await desk.book({ startsAt: TEN })
  const page = await openDay(desk)
  await dragTo(page, cardIn(page, desk.chen, 'Maya Alvarez'), desk.chen, '18:00')
  const bar = page.getByRole('region', { name: 'The move was refused' })
  await bar.getByText('Dr. Chen is not open Tue, Mar 3, 6:00 PM to 6:50 PM.').waitFor()
  const instead = bar.getByRole('list', { name: 'Instead' }).getByRole('button')
  expect(await instead.count()).toBeGreaterThanOrEqual(2)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Maya Alvarez')
  expect(await placeOf(desk, 'Maya Alvarez')).toMatchObject({ startsAt: TEN })

  const first = await instead.first().textContent()
  expect(first).toMatch(/^Move to .* with Dr\. Chen$/)
  await instead.first().click()
  await bar.waitFor({ state: 'detached' })
  await page
    .getByText(/Maya Alvarez moved to/)
    .first()
    .waitFor()
  expect(await placeOf(desk, 'Maya Alvarez')).not.toMatchObject({ startsAt: TEN })
})

it('moves anyway for those who may, with a reason, and Control Z takes it back', async () => {
  const desk = await screens.newDesk()
  await desk.book({ startsAt: TEN })
  const page = await openDay(desk)
  await dragTo(page, cardIn(page, desk.chen, 'Maya Alvarez'), desk.chen, '18:00')
  const bar = page.getByRole('region', { name: 'The move was refused' })
  await bar.getByRole('button', { name: 'Move anyway…' }).click()
  await bar.getByLabel('Reason').fill('Works until five')
  await page.keyboard.press('Enter')
  await bar.waitFor({ state: 'detached' })
  await page.getByText('Maya Alvarez moved to 6:00 PM with Dr. Chen.').first().waitFor()
  expect(await placeOf(desk, 'Maya Alvarez')).toMatchObject({ startsAt: '2026-03-03T23:00:00.000Z' })

  await page.keyboard.press('Control+z')
  await expect.poll(() => placeOf(desk, 'Maya Alvarez')).toMatchObject({ startsAt: TEN })
})

it('lets a therapist change the own column alone, and says why not the others', async () => {
  const desk = await screens.newDesk()
  await desk.book({ startsAt: TEN })
  await desk.book({ startsAt: TEN, clientId: desk.leo.id, therapistId: desk.okafor.id })
  const therapist = await makePerson(screens.db, desk.clinic.id, { role: 'therapist', therapistId: desk.chen.id })
  const page = await screens.open(therapist)
  await cardIn(page, desk.okafor, 'Leo Park').click()
  const panel = page.getByRole('complementary', { name: 'Leo Park' })
  await panel.getByText('You may move your own appointments only.').waitFor()
  expect(await panel.getByRole('button', { name: /Arrived|Cancel…|Move/ }).count()).toBe(0)
  await clickSlot(page, desk.okafor, '13:00')
  expect(await page.getByRole('complementary', { name: 'New appointment' }).count()).toBe(0)
  await page.getByText('You may book with yourself only, not with Dr. Okafor.').first().waitFor()

  await dragTo(page, cardIn(page, desk.chen, 'Maya Alvarez'), desk.chen, '11:00')
  await expect.poll(() => placeOf(desk, 'Maya Alvarez')).toMatchObject({ startsAt: '2026-03-03T16:00:00.000Z' })
})

it('says what an empty clinic needs, and leads there', async () => {
  const clinic = await makeClinic(screens.db)
  const admin = await makePerson(screens.db, clinic.id, { role: 'admin' })
  const page = await screens.open(admin)
  await page.getByRole('button', { name: 'Add a therapist' }).click()
  await page.waitForURL('**/settings/therapists')
})

it('shows the day’s shape while it is read, and offers to try again when it could not be', async () => {
  const desk = await screens.newDesk()
  let isBroken = true
  const page = await screens.open(desk.receptionist, {
    prepare: (prepared) =>
      prepared.route('**/graphql', (route) =>
        isBroken && route.request().postData()?.includes('CalendarDay') ? route.abort() : route.continue(),
      ),
  })
  await page.getByText('Daybook cannot be reached').waitFor()
  isBroken = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await columnOf(page, desk.chen).waitFor()
})

it('has one column at a time on a phone, and a way to the others', async () => {
  const desk = await screens.newDesk()
  const page = await screens.open(desk.receptionist, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await columnOf(page, desk.chen).waitFor()
  expect(await columnOf(page, desk.chen).evaluate((element) => element.clientWidth)).toBeGreaterThan(300)
  await page.getByLabel('Column', { exact: true }).selectOption({ label: 'Dr. Okafor' })
  await expect.poll(async () => (await columnOf(page, desk.okafor).boundingBox())?.x).toBeLessThan(60)
  await page.getByRole('button', { name: 'Next column' }).tap()
  await expect.poll(async () => (await columnOf(page, desk.elm).boundingBox())?.x).toBeLessThan(60)
})

it('has nothing that axe objects to, in light and in dark', async () => {
  const desk = await screens.newDesk()
  await desk.book({ startsAt: TEN, roomId: desk.oak.id, notes: 'Brings her son' })
  const page = await screens.open(desk.receptionist, { reducedMotion: 'reduce' })
  await cardIn(page, desk.chen, 'Maya Alvarez').click()
  await page.getByRole('complementary').getByText('Brings her son').waitFor()
  expect(await objectionsInBoth(page)).toEqual([])

  await clickSlot(page, desk.chen, '09:30')
  await page.getByRole('combobox', { name: 'Client' }).fill('Leo Park')
  await page.getByRole('option', { name: /^Leo Park/ }).click()
  await page.getByRole('list', { name: 'Instead' }).waitFor()
  expect(await objectionsInBoth(page)).toEqual([])
  await page.getByRole('button', { name: 'Tuesday, March 3, 2026' }).click()
  await page.getByRole('dialog', { name: 'Choose a day' }).waitFor()
  expect(await objectionsInBoth(page)).toEqual([])
})
