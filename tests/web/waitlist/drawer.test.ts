import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardIn, columnOf, placeOf } from '../../support/calendar-page.ts'
import { MOVE } from '../../support/desk.ts'
import { makePerson } from '../../support/sign-in.ts'
import { openWaitlistScreens, type WaitlistScreens } from '../../support/waitlist-screens.ts'
import { expectNoViolation } from '../open-daybook.ts'

let screens: WaitlistScreens

beforeAll(async () => {
  screens = await openWaitlistScreens()
})

afterAll(() => screens.close())

/** Drags somebody out of the drawer to that time of the column; without `drop`, she is held there. */
async function bring(page: Page, from: Locator, column: Locator, time: string, drop = true): Promise<void> {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  const start = (await from.boundingBox())!
  await page.mouse.move(start.x + 60, start.y + 10)
  await page.mouse.down()
  await page.mouse.move(start.x + 40, start.y + 20)
  const box = (await column.boundingBox())!
  await page.mouse.move(box.x + 40, box.y + ((hours * 60 + minutes) / (24 * 60)) * box.height + 3, { steps: 3 })
  if (drop) await page.mouse.up()
}

it('lights what would suit whoever waits, and books where she is dropped; her entry closes with it', async () => {
  const list = await screens.newList()
  const { desk } = list
  const zoe = await list.waiting('Zoe', { urgency: 'URGENT', therapistIds: [desk.chen.id], parts: ['AFTERNOON'] })
  const ben = await list.waiting('Ben')
  const page = await screens.open(list.receptionist)
  await columnOf(page, desk.chen).waitFor()
  await page.keyboard.press('w')
  const drawer = page.getByRole('complementary', { name: 'Waitlist' })
  const entry = (name: string) => drawer.getByRole('listitem').filter({ hasText: name })
  await entry('Zoe').hover()
  // One light, with Dr. Chen, from noon to closing.
  await expect.poll(() => page.locator('.lit-time').count(), { timeout: 5000 }).toBe(1)
  await expectNoViolation(page)

  // On her way out of the drawer the day stays as it is.
  const scrolled = () => page.locator('.grid-scroll').evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])
  const stand = await scrolled()
  const zoeAt = (await entry('Zoe').boundingBox())!
  await page.mouse.move(zoeAt.x + 60, zoeAt.y + 10)
  await page.mouse.down()
  await page.mouse.move(zoeAt.x + 60, 880, { steps: 5 })
  await page.locator('.ghost').first().waitFor({ state: 'attached' })
  expect(await scrolled()).toEqual(stand)
  await page.keyboard.press('Escape')
  await page.mouse.up()

  await bring(page, entry('Zoe'), columnOf(page, desk.chen), '10:00', false)
  await page.getByText('Not one of the times that would suit Zoe.').waitFor()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await placeOf(desk, 'Zoe')).toBeUndefined()

  await bring(page, entry('Zoe'), columnOf(page, desk.chen), '14:00')
  await page.getByText('Zoe is booked 2:00 PM with Dr. Chen, ').first().waitFor()
  await cardIn(page, desk.chen, 'Zoe').waitFor()
  await entry('Zoe').waitFor({ state: 'detached' })
  const kept = await placeOf(desk, 'Zoe')
  expect(kept).toMatchObject({ startsAt: '2026-03-03T19:00:00.000Z', therapistId: desk.chen.id })
  expect([desk.oak.id, desk.elm.id]).toContain(kept?.roomId)
  expect((await list.entry(zoe.entry.id)).status).toBe('BOOKED')

  // By keys alone, from the first time that would suit.
  await entry('Ben').getByRole('button', { name: 'Place Ben' }).focus()
  await entry('Ben')
    .getByText(/free times suit, the first at 9:00 AM\./)
    .waitFor()
  await page.keyboard.press('Enter')
  await page
    .getByRole('group', { name: 'Placing Ben' })
    .getByRole('button', { name: /^Book 9:00 AM/ })
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page
    .getByText(/^Ben is booked 9:15 AM/)
    .first()
    .waitFor()
  expect((await list.entry(ben.entry.id)).status).toBe('BOOKED')
  await drawer.getByText(/^Nobody is waiting/).waitFor()
})

it('says why she was not booked, with what else could be, and books that with one press', async () => {
  const list = await screens.newList()
  const { desk } = list
  const zoe = await list.waiting('Zoe')
  const page = await screens.open(list.receptionist)
  await columnOf(page, desk.chen).waitFor()
  await page.getByRole('button', { name: 'Waitlist', exact: true }).click()
  const drawer = page.getByRole('complementary', { name: 'Waitlist' })
  await bring(page, drawer.getByRole('listitem').filter({ hasText: 'Zoe' }), columnOf(page, desk.chen), '18:00')
  await drawer.getByText(/^Zoe was not booked 6:00 PM with Dr. Chen/).waitFor()
  await drawer.getByText('Dr. Chen is not open Tue, Mar 3, 6:00 PM to 6:50 PM.').waitFor()
  await drawer.getByRole('list', { name: 'Instead' }).getByRole('button').first().click()
  await page
    .getByText(/^Zoe is booked/)
    .first()
    .waitFor()
  expect((await list.entry(zoe.entry.id)).status).toBe('BOOKED')
})

it('takes a booking back by Undo or Ctrl+Z, as long as nobody changed it since', async () => {
  const list = await screens.newList()
  const { desk } = list
  const zoe = await list.waiting('Zoe')
  const page = await screens.open(list.receptionist)
  await columnOf(page, desk.chen).waitFor()
  await page.keyboard.press('w')
  const drawer = page.getByRole('complementary', { name: 'Waitlist' })
  const entry = drawer.getByRole('listitem').filter({ hasText: 'Zoe' })
  const bookAt = async (time: string) => {
    await bring(page, entry, columnOf(page, desk.chen), time)
    await entry.waitFor({ state: 'detached' })
    await cardIn(page, desk.chen, 'Zoe').waitFor()
  }
  await bookAt('14:00')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone: Zoe is waiting again.').waitFor()
  await cardIn(page, desk.chen, 'Zoe').waitFor({ state: 'detached' })
  await entry.waitFor()
  expect(await placeOf(desk, 'Zoe')).toBeUndefined()
  expect((await list.entry(zoe.entry.id)).status).toBe('WAITING')

  await bookAt('15:00')
  await page.keyboard.press('Control+z')
  await cardIn(page, desk.chen, 'Zoe').waitFor({ state: 'detached' })
  await entry.waitFor()

  // Somebody else moved her meanwhile: that stands, and it is said.
  await bookAt('16:00')
  const { appointments } = await desk.calendar()
  const { id } = appointments.find((each) => each.client.name === 'Zoe')!
  await desk.send(MOVE, { id, expectedVersion: 1, startsAt: '2026-03-03T20:00:00Z' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/^Zoe's appointment was changed by .* since it was booked\.$/).waitFor()
  expect((await list.entry(zoe.entry.id)).status).toBe('BOOKED')
})

it('is dragged by a finger at its grip on a tablet, scrolls by a swipe elsewhere, and says aloud what fits', async () => {
  const list = await screens.newList()
  const { desk } = list
  for (const name of ['Zoe', 'Ben', 'Ada', 'Eve', 'Kim', 'Lou']) await list.waiting(name, { parts: ['AFTERNOON'] })
  const viewport = { width: 1180, height: 820 }
  const page = await screens.open(list.receptionist, { viewport, hasTouch: true })
  await columnOf(page, desk.chen).waitFor()
  await page.getByRole('button', { name: 'Waitlist', exact: true }).tap()
  const drawer = page.getByRole('complementary', { name: 'Waitlist' })
  const entry = drawer.getByRole('listitem').filter({ hasText: 'Zoe' })
  await entry.waitFor()
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })

  const body = drawer.locator('.panel-body')
  const text = (await entry.boundingBox())!
  const x0 = text.x + text.width / 2
  await touch('touchStart', [{ x: x0, y: text.y + 300 }])
  for (const up of [40, 90, 150]) await touch('touchMove', [{ x: x0, y: text.y + 300 - up }])
  await touch('touchEnd', [])
  await expect.poll(() => body.evaluate((element) => element.scrollTop)).toBeGreaterThan(40)
  await body.evaluate((element) => element.scrollTo(0, 0))

  const grip = (await entry.locator('.drawer-grip').boundingBox())!
  expect(grip.width).toBeGreaterThanOrEqual(44)
  const column = (await columnOf(page, desk.chen).boundingBox())!
  const [x, y] = [column.x + 40, column.y + (14 / 24) * column.height + 3]
  await touch('touchStart', [{ x: grip.x + 12, y: grip.y + 20 }])
  await touch('touchMove', [{ x: grip.x - 40, y: grip.y + 30 }])
  await touch('touchMove', [{ x: x + 60, y }])
  await touch('touchMove', [{ x, y }])
  await drawer
    .getByRole('status')
    .getByText(/^Zoe: \d+ free times suit, the first at 12:00 PM\.$/)
    .waitFor()
  await touch('touchEnd', [])
  await page.getByText('Zoe is booked 2:00 PM with Dr. Chen, ').first().waitFor()
  expect((await placeOf(desk, 'Zoe'))?.startsAt).toBe('2026-03-03T19:00:00.000Z')
})

it('lights for a therapist who books with nobody else only what is free with herself', async () => {
  const list = await screens.newList()
  const { chen, clinic, okafor } = list.desk
  await list.waiting('Zoe')
  const amelia = await makePerson(screens.db, clinic.id, { role: 'therapist', therapistId: chen.id })
  const page = await screens.open(amelia)
  await columnOf(page, okafor).waitFor()
  await page.keyboard.press('w')
  await page.getByRole('button', { name: 'Place Zoe' }).focus()
  await page
    .getByText(/free times suit, the first at 9:00 AM/)
    .last()
    .waitFor()
  expect(await page.locator('.lit-time').count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Book 9:00 AM with Dr. Chen' }).waitFor()
  await page.keyboard.press('Enter')
  await cardIn(page, chen, 'Zoe').waitFor()
})
