import type { Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../support/app.ts'
import {
  cardIn,
  chooseClient,
  clickSlot,
  columnOf,
  dragTo,
  openScreens,
  type PageDesk,
  placeOf,
  type Screens,
} from '../support/calendar-page.ts'
import { CANCEL, MOVE } from '../support/desk.ts'
import { saveMutation, signInAs } from '../support/office.ts'
import { makePerson } from '../support/sign-in.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

const TEN = '2026-03-03T15:00:00Z'

async function isLive(page: Page): Promise<void> {
  await page.getByText('Live', { exact: true }).waitFor()
}

/** The line of this screen's socket, to be cut. */
interface Line {
  isCut: boolean
  sockets: WebSocketRoute[]
}

async function holdLine(page: Page, line: Line): Promise<void> {
  await page.routeWebSocket(/\/graphql$/, async (socket) => {
    if (line.isCut) return socket.close({ code: 1013 })
    line.sockets.push(socket)
    socket.connectToServer()
  })
}

async function cut(line: Line): Promise<void> {
  line.isCut = true
  await Promise.all(line.sockets.map((socket) => socket.close({ code: 1013 })))
}

async function mend(page: Page, line: Line): Promise<void> {
  line.isCut = false
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

it('shows a move made on one screen on the other, without a reload', async () => {
  const desk = await screens.newDesk()
  await desk.book({ startsAt: TEN })
  const [mine, theirs] = await Promise.all([screens.open(desk.receptionist), screens.open(desk.receptionist)])
  await Promise.all([isLive(mine), isLive(theirs)])

  const sent = mine.waitForRequest((request) => request.postData()?.includes('MoveAppointment') ?? false)
  const arrived = cardIn(theirs, desk.okafor, 'Maya Alvarez').waitFor()
  await dragTo(mine, cardIn(mine, desk.chen, 'Maya Alvarez'), desk.okafor, '11:00')
  await sent
  const before = performance.now()
  await arrived
  console.info(`the move was on the other screen ${Math.round(performance.now() - before)} ms after it was sent`)

  expect(await cardIn(theirs, desk.okafor, 'Maya Alvarez').getAttribute('data-time')).toContain('11:00')
  await cardIn(theirs, desk.chen, 'Maya Alvarez').waitFor({ state: 'detached' })
  expect(await placeOf(desk, 'Maya Alvarez')).toMatchObject({ therapistId: desk.okafor.id })
})

it('lets one of two screens have a slot; the other is told who has it, when, and what else there is', async () => {
  const desk = await screens.newDesk()
  const [mine, theirs] = await Promise.all([screens.open(desk.receptionist), screens.open(desk.receptionist)])
  await Promise.all([isLive(mine), isLive(theirs)])
  for (const [page, client] of [
    [mine, 'Maya Alvarez'],
    [theirs, 'Leo Park'],
  ] as const) {
    await clickSlot(page, desk.chen, '10:00')
    await chooseClient(page, client)
  }
  const book = (page: Page) => page.getByRole('button', { name: 'Book 10:00 AM with Dr. Chen', exact: true }).click()
  await Promise.all([book(mine), book(theirs)])

  const ended = (page: Page) =>
    page.getByRole('complementary', { name: 'New appointment' }).waitFor({ state: 'detached' })
  const winner = await Promise.any([ended(mine).then(() => mine), ended(theirs).then(() => theirs)])
  const [loser, other] = winner === mine ? [theirs, 'Maya Alvarez'] : [mine, 'Leo Park']
  const panel = loser.getByRole('complementary', { name: 'New appointment' })
  await panel.getByText(`Dr. Chen is busy with ${other} Tue, Mar 3, 10:00 AM to 10:50 AM.`).waitFor()
  expect(await panel.getByRole('list', { name: 'Instead' }).getByRole('button').count()).toBeGreaterThanOrEqual(2)
  const { appointments } = await desk.calendar()
  expect(appointments.map((each) => each.client.name)).toEqual([other])
})

it('says that it is paused when the line is lost, and catches up without a reload when it is back', async () => {
  const desk = await screens.newDesk()
  const { appointment } = await desk.book({ startsAt: TEN })
  const line: Line = { isCut: false, sockets: [] }
  const page = await screens.open(desk.receptionist, { prepare: (prepared) => holdLine(prepared, line) })
  await isLive(page)
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))

  await cut(line)
  await page.getByText('Reconnecting').waitFor()
  await page.clock.fastForward(6_000)
  await page.getByText('Paused, as of 8:00 AM').waitFor()
  const moved = await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, therapistId: desk.okafor.id })
  await desk.book({ clientId: desk.leo.id, startsAt: '2026-03-03T18:00:00Z' })
  expect(moved.__typename).toBe('AppointmentMoved')
  expect(await cardIn(page, desk.chen, 'Maya Alvarez').count()).toBe(1)

  await mend(page, line)
  await cardIn(page, desk.okafor, 'Maya Alvarez').waitFor()
  await cardIn(page, desk.chen, 'Leo Park').waitFor()
  await isLive(page)
  expect(await page.locator('[data-same-page]').count()).toBe(1)
})

it('reads the day again when the columns themselves change, and keeps focus and scroll', async () => {
  const desk = await screens.newDesk()
  await desk.book({ startsAt: TEN })
  const page = await screens.open(desk.receptionist)
  await isLive(page)
  await page.locator('.grid-scroll').evaluate((element) => {
    element.scrollTop = 300
  })
  await cardIn(page, desk.chen, 'Maya Alvarez').focus()

  await addTherapist(desk)
  await page.getByRole('columnheader', { name: 'Dr. Haddad' }).waitFor()
  expect(await page.locator('.grid-scroll').evaluate((element) => element.scrollTop)).toBe(300)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Maya Alvarez')
})

it('shows in the open panel what somebody else does to the appointment', async () => {
  const desk = await screens.newDesk()
  const { appointment } = await desk.book({ startsAt: TEN })
  const page = await screens.open(desk.receptionist)
  await isLive(page)
  await cardIn(page, desk.chen, 'Maya Alvarez').click()
  const panel = page.getByRole('complementary', { name: 'Maya Alvarez' })
  await panel.getByText('Booked', { exact: true }).first().waitFor()

  await desk.send(CANCEL, { id: appointment.id, expectedVersion: 1, reason: 'WEATHER', note: 'Snow' })
  await panel.getByText('Cancelled', { exact: true }).first().waitFor()
  await panel.getByText('The weather').waitFor()
  await columnOf(page, desk.chen).locator('[data-card]').waitFor({ state: 'detached' })
})

async function addTherapist(desk: PageDesk): Promise<void> {
  const admin = await makePerson(screens.db, desk.clinic.id, { role: 'admin' })
  const cookie = await signInAs(screens.app, admin)
  await ask(screens.app, cookie, saveMutation('createTherapist', 'Therapist'), { input: { name: 'Dr. Haddad' } })
}
