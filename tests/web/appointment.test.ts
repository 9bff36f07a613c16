import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  cardIn,
  openScreens,
  type PageDesk,
  placeOf,
  type Screens,
  type StaffedDesk,
} from '../support/calendar-page.ts'
import { MOVE, SET_STATUS } from '../support/desk.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

const TEN = '2026-03-03T15:00:00.000Z'

function panelOf(page: Page) {
  return page.getByRole('complementary', { name: 'Maya Alvarez' })
}

/** Maya's appointment at ten with Dr. Chen in Oak, opened from its card. */
async function openMaya(desk: StaffedDesk): Promise<{ page: Page; id: string }> {
  const { appointment } = await desk.book({ startsAt: TEN, roomId: desk.oak.id, notes: 'Brings her son' })
  const page = await screens.open(desk.receptionist)
  await cardIn(page, desk.chen, 'Maya Alvarez').click()
  await panelOf(page).getByText('Brings her son').waitFor()
  return { page, id: appointment.id }
}

async function seen(desk: PageDesk, id: string) {
  const { appointments } = await desk.calendar()
  return appointments.find((each) => each.id === id)
}

it('opens beside the day with all that is kept, and closes with Escape back to the card', async () => {
  const desk = await screens.newDesk()
  const { page } = await openMaya(desk)
  const panel = panelOf(page)
  for (const text of ['Tue, Mar 3, 2026, 10:00 – 10:50 AM', 'Dr. Chen', 'Oak', '+1 202 555 0123', 'maya@example.com']) {
    await panel.getByText(text, { exact: true }).waitFor()
  }
  expect(page.url()).toMatch(/open=/)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Maya Alvarez')
})

it('takes a client through confirmed, arrived and seen, then says why it is locked', async () => {
  const desk = await screens.newDesk()
  const { page, id } = await openMaya(desk)
  const panel = panelOf(page)
  const press = (name: string) => panel.getByRole('button', { name, exact: true }).click()
  await press('Confirmed')
  await panel.locator('.badge', { hasText: 'Confirmed' }).waitFor()
  await press('Arrived')
  await panel.locator('.badge', { hasText: 'Arrived' }).waitFor()
  await panel.getByText('Maya Alvarez is arrived: the appointment cannot be moved.').waitFor()
  expect(await panel.getByRole('button', { name: 'Move', exact: true }).count()).toBe(0)
  await press('Seen')
  await panel.locator('.badge', { hasText: 'Fulfilled' }).waitFor()
  await panel.getByText('Maya Alvarez is fulfilled: the appointment cannot be moved.').waitFor()
  expect((await seen(desk, id))?.status).toBe('FULFILLED')
})

it('cancels with a reason and a note, which are kept, and the time is free', async () => {
  const desk = await screens.newDesk()
  const { page } = await openMaya(desk)
  await panelOf(page).getByRole('button', { name: 'Cancel…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cancel this appointment?' })
  await dialog.getByLabel('Reason').selectOption({ label: 'The client is ill' })
  await dialog.getByLabel('Note').fill('Called at nine')
  await dialog.getByRole('button', { name: 'Cancel the appointment' }).click()
  await dialog.waitFor({ state: 'detached' })
  await panelOf(page).getByText('The client is ill').waitFor()
  await panelOf(page).getByText('Called at nine').waitFor()
  await cardIn(page, desk.chen, 'Maya Alvarez').waitFor({ state: 'detached' })
  expect((await desk.book({ clientId: desk.leo.id, startsAt: TEN, roomId: desk.oak.id })).__typename).toBe(
    'AppointmentBooked',
  )
})

it('moves to an exact time on another day, with another therapist and room', async () => {
  const desk = await screens.newDesk()
  const { page } = await openMaya(desk)
  await panelOf(page).getByRole('button', { name: 'Change time…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change time' })
  await dialog.getByLabel('Day').fill('2026-03-05')
  await dialog.getByLabel('Start').fill('14:15')
  expect(await dialog.getByLabel('End').inputValue()).toBe('15:05')
  await dialog.getByLabel('End').fill('15:30')
  await dialog.getByLabel('Therapist').selectOption({ label: 'Dr. Okafor' })
  await dialog.getByLabel('Room').selectOption({ label: 'Elm' })
  await dialog.getByRole('button', { name: 'Move to Thu, Mar 5, 2:15 PM' }).click()
  await dialog.waitFor({ state: 'detached' })
  await panelOf(page).getByText('Thu, Mar 5, 2026, 2:15 – 3:30 PM').waitFor()

  await panelOf(page).getByRole('button', { name: 'Show the day' }).click()
  await page.getByRole('heading', { level: 1, name: 'Thursday, March 5, 2026' }).waitFor()
  await cardIn(page, desk.elm, 'Maya Alvarez').waitFor()
  const { appointments } = await desk.calendar({ from: '2026-03-05T05:00:00Z', to: '2026-03-06T05:00:00Z' })
  expect(appointments[0]).toMatchObject({
    startsAt: '2026-03-05T19:15:00.000Z',
    endsAt: '2026-03-05T20:30:00.000Z',
    therapist: { id: desk.okafor.id },
    room: { id: desk.elm.id },
  })
})

it('says in the dialog what stands against a time while it is entered, and what else there is', async () => {
  const desk = await screens.newDesk()
  await desk.book({ clientId: desk.leo.id, startsAt: '2026-03-05T15:00:00Z' })
  const { page } = await openMaya(desk)
  await panelOf(page).getByRole('button', { name: 'Change time…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change time' })
  await dialog.getByLabel('Day').fill('2026-03-05')
  await dialog.getByText('Dr. Chen is busy with Leo Park Thu, Mar 5, 10:00 AM to 10:50 AM.').waitFor()
  const instead = dialog.getByRole('list', { name: 'Instead' }).getByRole('button')
  expect(await instead.count()).toBeGreaterThanOrEqual(2)
  expect(await placeOf(desk, 'Maya Alvarez')).toMatchObject({ startsAt: TEN })
  await instead.filter({ hasText: 'Dr. Okafor' }).click()
  await dialog.waitFor({ state: 'detached' })
  await panelOf(page).getByText('Thu, Mar 5, 2026, 10:00 – 10:50 AM').waitFor()
})

it('moves by clicks alone: Move, a slot, and one more to confirm', async () => {
  const desk = await screens.newDesk()
  const { page } = await openMaya(desk)
  await panelOf(page).getByRole('button', { name: 'Move', exact: true }).click()
  const bar = page.getByRole('group', { name: 'Moving Maya Alvarez' })
  await bar.waitFor()
  await page.keyboard.press('ArrowDown')
  await bar.getByRole('button', { name: 'Move to 10:15 AM with Dr. Chen, Oak' }).click()
  await bar.waitFor({ state: 'detached' })
  await panelOf(page).getByText('Tue, Mar 3, 2026, 10:15 – 11:05 AM').waitFor()
})

it('does not overwrite what somebody else has changed since', async () => {
  const desk = await screens.newDesk()
  const { page, id } = await openMaya(desk)
  await page.route('**/graphql', async (route) => {
    // Just before the press arrives, somebody else is quicker.
    if (route.request().postDataJSON()?.variables?.input?.status === 'NOSHOW') {
      await desk.send(SET_STATUS, { id, expectedVersion: 1, confirmed: true })
    }
    await route.continue()
  })
  await panelOf(page).getByRole('button', { name: 'No-show' }).click()
  await panelOf(page)
    .getByText(/Maya Alvarez's appointment was changed by .* after you saw it\./)
    .waitFor()
  expect((await seen(desk, id))?.status).toBe('BOOKED')
  await panelOf(page).locator('.badge', { hasText: 'Confirmed' }).waitFor()
})

it('shows a peek beside the card, which can be reached and is dismissed with Escape', async () => {
  const desk = await screens.newDesk()
  await desk.book({ startsAt: TEN, roomId: desk.oak.id, notes: 'Brings her son' })
  const page = await screens.open(desk.receptionist)
  const card = cardIn(page, desk.chen, 'Maya Alvarez')
  const peek = page.getByRole('tooltip')
  await card.hover()
  await peek.getByText('Brings her son').waitFor()
  const [a, b] = [(await card.boundingBox())!, (await peek.boundingBox())!]
  expect(b.x >= a.x + a.width || b.x + b.width <= a.x || b.y >= a.y + a.height || b.y + b.height <= a.y).toBe(true)

  await peek.hover()
  await page.clock.fastForward(1_000)
  expect(await peek.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await peek.waitFor({ state: 'detached' })

  await page.mouse.move(0, 0)
  await card.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.clock.fastForward(1_000)
  await peek.waitFor()
})

it('shows an appointment that a link names, though the day is another', async () => {
  const desk = await screens.newDesk()
  const { appointment } = await desk.book({ startsAt: TEN })
  const page = await screens.open(desk.receptionist, { path: `/calendar/2026-03-06?open=${appointment.id}` })
  await panelOf(page).getByText('Tue, Mar 3, 2026, 10:00 – 10:50 AM').waitFor()
  await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, therapistId: desk.okafor.id })
  await panelOf(page).getByRole('button', { name: 'Arrived' }).click()
  await panelOf(page)
    .getByText(/after you saw it/)
    .waitFor()
})
