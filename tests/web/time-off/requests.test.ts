import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectionsInBoth, objectionsOf } from '../../support/axe.ts'
import { cardIn, columnOf, openScreens, placeOf, type Screens } from '../../support/calendar-page.ts'
import { eventsAtDesk } from '../../support/events-at-desk.ts'
import { sessionCookieOf } from '../../support/sign-in.ts'
import {
  expectFocus,
  newStaff,
  ONE,
  openList,
  panelOf,
  requestedTuesday,
  requestTuesday,
  TEN,
  toast,
} from './time-off-hands.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

describe('a request', () => {
  it('is made by the therapist, approved by the desk with a plan, seen on every screen, and undone', async () => {
    const staff = await newStaff(screens)
    await staff.book({ startsAt: TEN, roomId: staff.oak.id })
    await staff.book({ clientId: staff.leo.id, startsAt: ONE, roomId: staff.elm.id })
    const own = await requestTuesday(screens, staff)
    await own.getByRole('row', { name: /Dr\. Chen.*Waiting/ }).waitFor()

    const calendar = await screens.open(staff.receptionist)
    await cardIn(calendar, staff.chen, 'Maya Alvarez').waitFor()
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    const panel = panelOf(page, 'Dr. Chen')
    await panel.getByText('My sister marries').waitFor()
    await panel.getByText('2 moved to Dr. Okafor').waitFor()
    await panel.getByLabel(/^Leo Park/).selectOption('Cancel, and tell the client')
    await panel.getByText('1 moved to Dr. Okafor, 1 cancelled').waitFor()
    await panel.getByLabel('Answer').fill('Enjoy the day')
    await panel.getByRole('button', { name: 'Approve and apply the plan' }).click()

    await toast(page).getByText('Dr. Chen is away Tue, Mar 3, 2026: 1 moved to Dr. Okafor, 1 cancelled.').waitFor()
    await cardIn(calendar, staff.okafor, 'Maya Alvarez').waitFor()
    await cardIn(calendar, staff.elm, 'Leo Park').waitFor({ state: 'detached' })
    await columnOf(calendar, staff.chen).locator('.leave', { hasText: 'Personal' }).waitFor()
    await page.getByRole('row', { name: /Dr\. Chen.*Approved/ }).waitFor()

    await toast(page).getByRole('button', { name: 'Undo' }).click()
    await toast(page).getByText('Put back as it was before.').waitFor()
    await cardIn(calendar, staff.chen, 'Maya Alvarez').waitFor()
    await cardIn(calendar, staff.chen, 'Leo Park').waitFor()
    await columnOf(calendar, staff.chen).locator('.leave').waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Dr\. Chen.*Withdrawn/ }).waitFor()
  })

  it('names the sessions that stand there, which no plan moves', async () => {
    const staff = await newStaff(screens)
    const desk = eventsAtDesk(screens.app, await sessionCookieOf(screens.db, staff.receptionist))
    const times = { startsAt: '2026-03-03T20:00:00Z', endsAt: '2026-03-03T21:00:00Z' }
    await desk.publish({ title: 'Teen DBT', kind: 'GROUP_THERAPY', facilitatorIds: [staff.chen.id], ...times })
    const own = await requestTuesday(screens, staff)
    await own.getByRole('row', { name: /Dr\. Chen.*Waiting/ }).waitFor()
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    const panel = panelOf(page, 'Dr. Chen')
    const then = panel.getByRole('region', { name: 'Sessions then' })
    await then.getByText('Tue, Mar 3, 3:00 – 4:00 PM').waitFor()
    expect(await objectionsOf(page)).toEqual([])
    await panel.getByRole('button', { name: /^Approve/ }).click()
    await page.getByRole('row', { name: /Dr\. Chen.*Approved/ }).waitFor()
    await then.getByRole('link', { name: 'Teen DBT' }).click()
    await panelOf(page, 'Teen DBT').getByText('On leave time. Dr. Chen is away: personal.').waitFor()
  })

  it('is denied with an answer that the therapist reads', async () => {
    const staff = await newStaff(screens)
    const own = await requestTuesday(screens, staff)
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    await panelOf(page, 'Dr. Chen').getByRole('button', { name: 'Deny…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Deny this request?' })
    await dialog.getByLabel('Answer').fill('Dr. Okafor is away then')
    await dialog.getByRole('button', { name: 'Deny the request' }).click()
    await page.getByRole('row', { name: /Dr\. Chen.*Denied/ }).waitFor()

    await own.reload()
    await own.getByRole('button', { name: 'Dr. Chen' }).click()
    await panelOf(own, 'Dr. Chen').getByText('Dr. Okafor is away then').waitFor()
  })

  it('is withdrawn by the therapist while it waits', async () => {
    const staff = await newStaff(screens)
    const own = await requestTuesday(screens, staff)
    await own.getByRole('button', { name: 'Dr. Chen' }).click()
    await panelOf(own, 'Dr. Chen').getByRole('button', { name: 'Withdraw…' }).click()
    await own.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
    await own.getByRole('row', { name: /Dr\. Chen.*Withdrawn/ }).waitFor()
  })

  it('that another desk has decided meanwhile is shown as decided', async () => {
    const staff = await newStaff(screens)
    await requestedTuesday(screens, staff)
    const [page, other] = await Promise.all([openList(screens, staff), openList(screens, staff)])
    for (const screen of [page, other]) await screen.getByRole('button', { name: 'Dr. Chen' }).click()
    await panelOf(other, 'Dr. Chen').getByRole('button', { name: 'Approve', exact: true }).click()
    await other.getByRole('row', { name: /Dr\. Chen.*Approved/ }).waitFor()
    await panelOf(page, 'Dr. Chen').getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByRole('row', { name: /Dr\. Chen.*Approved/ }).waitFor()
    await panelOf(page, 'Dr. Chen').getByRole('button', { name: 'Undo the approval' }).waitFor()
  })

  it('comes to the list of a desk that stays on the page', async () => {
    const staff = await newStaff(screens)
    const page = await openList(screens, staff)
    await page.getByText('No time off yet').waitFor()
    await requestedTuesday(screens, staff)
    await page.clock.fastForward(61_000)
    await page.getByRole('button', { name: 'Dr. Chen' }).waitFor()
  })

  it('that meets nobody’s appointment says so, and is approved in one press', async () => {
    const staff = await newStaff(screens)
    await requestedTuesday(screens, staff)
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    const panel = panelOf(page, 'Dr. Chen')
    await panel.getByText('Nobody is booked then').waitFor()
    await panel.getByRole('button', { name: 'Approve', exact: true }).click()
    await toast(page).getByText('Dr. Chen is away Tue, Mar 3, 2026.').waitFor()
  })

  it('with an end before its beginning is kept back at its field', async () => {
    const staff = await newStaff(screens)
    const page = await screens.open(staff.therapist, { path: '/time-off' })
    await page.getByRole('button', { name: 'Ask for time off' }).first().click()
    const panel = panelOf(page, 'Ask for time off')
    await panel.getByRole('radio', { name: 'Exact times' }).check()
    await panel.getByLabel('From').fill('14:00')
    await panel.getByLabel('Until').fill('13:00')
    await panel.getByRole('button', { name: 'Ask for time off' }).click()
    await panel.getByText('It ends before it begins.').waitFor()
    await expectFocus(panel.getByLabel('Until'))
  })
})

describe('approved time off', () => {
  it('names those who are still booked then, each with the way to its day', async () => {
    const staff = await newStaff(screens)
    await staff.book({ startsAt: TEN, roomId: staff.oak.id })
    await requestedTuesday(screens, staff)
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    const panel = panelOf(page, 'Dr. Chen')
    await panel.getByLabel(/^Maya Alvarez/).selectOption('Leave it where it is')
    await panel.getByRole('button', { name: 'Approve and apply the plan' }).click()
    await panel.getByText('One appointment still stands on this time off.').waitFor()
    await panel.getByRole('link', { name: 'Maya Alvarez' }).click()
    await panelOf(page, 'Maya Alvarez').getByText('On leave time. Dr. Chen is away: personal.').waitFor()
  })

  it('is planned once more for those who are still booked then, and that alone is undone', async () => {
    const staff = await newStaff(screens)
    await staff.book({ startsAt: TEN, roomId: staff.oak.id })
    await staff.book({ clientId: staff.leo.id, startsAt: ONE, roomId: staff.elm.id })
    await requestedTuesday(screens, staff)
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    const panel = panelOf(page, 'Dr. Chen')
    await panel.getByLabel(/^Maya Alvarez/).selectOption('Leave it where it is')
    await panel.getByRole('button', { name: 'Approve and apply the plan' }).click()
    await panel.getByText('One appointment still stands on this time off.').waitFor()
    await panel.getByText('1 moved to Dr. Okafor').waitFor()
    await panel.getByLabel(/^Maya Alvarez/).selectOption('Leave it where it is')
    expect(await panel.getByRole('button', { name: 'Apply the plan' }).isDisabled()).toBe(true)
    await panel.getByLabel(/^Maya Alvarez/).selectOption('Cancel, and tell the client')
    await panel.getByRole('button', { name: 'Apply the plan' }).click()
    await toast(page).getByText('Dr. Chen: 1 cancelled.').waitFor()
    await panel.getByText('One appointment still stands on this time off.').waitFor({ state: 'detached' })
    await expectFocus(panel.getByRole('heading', { name: 'Dr. Chen' }))
    await toast(page).getByRole('button', { name: 'Undo' }).last().click()
    await panel.getByText('One appointment still stands on this time off.').waitFor()
    await page.getByRole('row', { name: /Dr\. Chen.*Approved/ }).waitFor()
    expect((await placeOf(staff, 'Maya Alvarez'))?.therapistId).toBe(staff.chen.id)
    expect((await placeOf(staff, 'Leo Park'))?.therapistId).toBe(staff.okafor.id)
    expect(await objectionsOf(page)).toEqual([])
  })

  it('is withdrawn by the desk, and the hours are open again on every calendar', async () => {
    const staff = await newStaff(screens)
    await requestedTuesday(screens, staff)
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    const panel = panelOf(page, 'Dr. Chen')
    await panel.getByRole('button', { name: 'Approve', exact: true }).click()
    const calendar = await screens.open(staff.receptionist)
    await columnOf(calendar, staff.chen).locator('.leave').waitFor()
    await panel.getByRole('button', { name: 'Withdraw…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
    await columnOf(calendar, staff.chen).locator('.leave').waitFor({ state: 'detached' })
  })
})

describe('a plan', () => {
  it('is shown again, with what others changed, when it no longer fits', async () => {
    const staff = await newStaff(screens)
    const { appointment } = await staff.book({ startsAt: TEN, roomId: staff.oak.id })
    await staff.book({ clientId: staff.leo.id, startsAt: ONE, roomId: staff.elm.id })
    await requestedTuesday(screens, staff)
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    const panel = panelOf(page, 'Dr. Chen')
    await panel.getByLabel(/^Leo Park/).selectOption('Cancel, and tell the client')
    await staff.send(
      `mutation ($input: SetAppointmentStatusInput!) { setAppointmentStatus(input: $input) { __typename } }`,
      { id: appointment.id, expectedVersion: appointment.version, confirmed: true },
    )
    await panel.getByRole('button', { name: 'Approve and apply the plan' }).click()
    await panel.getByText('The appointment of Maya Alvarez has been changed.').waitFor()
    await panel.getByText('1 moved to Dr. Okafor, 1 cancelled').waitFor()
    await panel.getByRole('button', { name: 'Approve and apply the plan' }).click()
    await toast(page).getByRole('button', { name: 'Undo' }).waitFor()
    expect((await placeOf(staff, 'Maya Alvarez'))?.therapistId).toBe(staff.okafor.id)
  })
})

describe('a step of a plan', () => {
  it('whose place is taken meanwhile is said to be so, and proposed anew', async () => {
    const staff = await newStaff(screens)
    await staff.book({ startsAt: TEN, roomId: staff.oak.id })
    await requestedTuesday(screens, staff)
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    const panel = panelOf(page, 'Dr. Chen')
    await panel.getByText('1 moved to Dr. Okafor').waitFor()
    await staff.book({ clientId: staff.leo.id, therapistId: staff.okafor.id, startsAt: TEN, roomId: staff.elm.id })
    await panel.getByRole('button', { name: 'Approve and apply the plan' }).click()
    await panel.getByText('What was picked for Maya Alvarez is no longer free.').waitFor()
    await panel.locator('.plan-trouble', { hasText: 'Dr. Okafor' }).waitFor()
    await panel.getByText('1 moved to another time').waitFor()
    expect((await placeOf(staff, 'Maya Alvarez'))?.therapistId).toBe(staff.chen.id)
    await panel.getByLabel(/^Maya Alvarez/).selectOption('Leave it where it is')
    await panel.locator('.plan-trouble').waitFor({ state: 'detached' })
  })
})

describe('the page', () => {
  it('shows a therapist her own, and the desk those it chooses', async () => {
    const staff = await newStaff(screens)
    const own = await requestTuesday(screens, staff)
    expect(await own.getByLabel('Who or what').count()).toBe(0)
    const page = await openList(screens, staff)
    await page.getByRole('button', { name: 'Dr. Chen' }).waitFor()
    await page.getByLabel('Who or what').selectOption('Dr. Okafor')
    await page.getByText('None of these').waitFor()
    await page.getByLabel('Who or what').selectOption('Dr. Chen')
    await page.getByRole('button', { name: 'Dr. Chen' }).waitFor()
    await page.getByLabel('State').selectOption('Approved')
    await page.getByText('None of these').waitFor()
    await page.getByLabel('State').selectOption('Waiting')
    await page.getByRole('button', { name: 'Dr. Chen' }).waitFor()
    expect(page.url()).toMatch(/status=REQUESTED/)
  })

  it('has nothing that axe objects to, in light and in dark', async () => {
    const staff = await newStaff(screens)
    await staff.book({ startsAt: TEN, roomId: staff.oak.id })
    await requestedTuesday(screens, staff)
    const page = await screens.open(staff.receptionist, { path: '/time-off' })
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    await panelOf(page, 'Dr. Chen').getByText('1 moved to Dr. Okafor').waitFor()
    expect(await objectionsInBoth(page)).toEqual([])
  })
})
