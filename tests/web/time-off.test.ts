import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectionsOf } from '../support/axe.ts'
import { cardIn, columnOf, openScreens, placeOf, type Screens, type StaffedDesk } from '../support/calendar-page.ts'
import { makePerson, type Person } from '../support/sign-in.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

const TEN = '2026-03-03T15:00:00.000Z'
const ONE = '2026-03-03T18:00:00.000Z'

type Staff = StaffedDesk & { readonly therapist: Person }

/** A desk whose Dr. Chen signs in herself. */
async function newStaff(): Promise<Staff> {
  const desk = await screens.newDesk()
  const therapist = await makePerson(screens.db, desk.clinic.id, {
    ...{ role: 'therapist', name: 'Dr. Chen', therapistId: desk.chen.id },
  })
  return { ...desk, therapist }
}

function panelOf(page: Page, name: string | RegExp): Locator {
  return page.getByRole('complementary', { name })
}

const toast = (page: Page) => page.locator('.toast')

async function expectFocus(locator: Locator): Promise<void> {
  await expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true)
}

/** Dr. Chen asks for Tuesday off. */
async function askForTuesday(page: Page, note = 'My sister marries'): Promise<void> {
  await page.getByRole('button', { name: 'Ask for time off' }).first().click()
  const panel = panelOf(page, 'Ask for time off')
  await panel.getByLabel('First day').fill('2026-03-03')
  await panel.getByLabel('Reason').selectOption('Personal')
  await panel.getByLabel('Cover').selectOption('Dr. Okafor')
  await panel.getByLabel('Note').fill(note)
  await panel.getByRole('button', { name: 'Ask for time off' }).click()
  await panel.waitFor({ state: 'detached' })
}

async function requestTuesday(staff: Staff): Promise<Page> {
  const page = await screens.open(staff.therapist, { path: '/time-off' })
  await askForTuesday(page)
  return page
}

describe('a request', () => {
  it('is made by the therapist, approved by the desk with a plan, seen on every screen, and undone', async () => {
    const staff = await newStaff()
    await staff.book({ startsAt: TEN, roomId: staff.oak.id })
    await staff.book({ clientId: staff.leo.id, startsAt: ONE, roomId: staff.elm.id })
    const own = await requestTuesday(staff)
    await own.getByRole('row', { name: /Dr\. Chen.*Waiting/ }).waitFor()

    const calendar = await screens.open(staff.receptionist)
    await cardIn(calendar, staff.chen, 'Maya Alvarez').waitFor()
    const page = await screens.open(staff.receptionist, { path: '/time-off' })
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

  it('is denied with an answer that the therapist reads', async () => {
    const staff = await newStaff()
    const own = await requestTuesday(staff)
    const page = await screens.open(staff.receptionist, { path: '/time-off' })
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
    const staff = await newStaff()
    const own = await requestTuesday(staff)
    await own.getByRole('button', { name: 'Dr. Chen' }).click()
    await panelOf(own, 'Dr. Chen').getByRole('button', { name: 'Withdraw…' }).click()
    await own.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
    await own.getByRole('row', { name: /Dr\. Chen.*Withdrawn/ }).waitFor()
  })

  it('that meets nobody’s appointment says so, and is approved in one press', async () => {
    const staff = await newStaff()
    await requestTuesday(staff)
    const page = await screens.open(staff.receptionist, { path: '/time-off' })
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    const panel = panelOf(page, 'Dr. Chen')
    await panel.getByText('Nobody is booked then').waitFor()
    await panel.getByRole('button', { name: 'Approve', exact: true }).click()
    await toast(page).getByText('Dr. Chen is away Tue, Mar 3, 2026.').waitFor()
  })

  it('with an end before its beginning is kept back at its field', async () => {
    const staff = await newStaff()
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

describe('a plan', () => {
  it('is shown again, with what others changed, when it no longer fits', async () => {
    const staff = await newStaff()
    const { appointment } = await staff.book({ startsAt: TEN, roomId: staff.oak.id })
    await staff.book({ clientId: staff.leo.id, startsAt: ONE, roomId: staff.elm.id })
    await requestTuesday(staff)
    const page = await screens.open(staff.receptionist, { path: '/time-off' })
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

describe('from a column of the calendar', () => {
  const MONDAY_TWO = '2026-03-02T19:00:00.000Z'

  async function openToday(staff: Staff): Promise<Page> {
    const page = await screens.open(staff.receptionist, { path: '/calendar' })
    await columnOf(page, staff.chen).waitFor()
    return page
  }

  async function choose(page: Page, name: string, item: string): Promise<void> {
    await page.getByRole('columnheader', { name }).hover()
    await page.getByRole('button', { name: `More about ${name}` }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }

  it('a therapist is sick today: the rest of the day, and the same planner', async () => {
    const staff = await newStaff()
    await staff.book({ startsAt: MONDAY_TWO, roomId: staff.oak.id })
    const page = await openToday(staff)
    const other = await openToday(staff)
    await choose(page, 'Dr. Chen', 'Away today…')
    const panel = panelOf(page, 'Dr. Chen is away')
    expect(await panel.getByLabel('Reason').inputValue()).toBe('SICK')
    expect(await panel.getByLabel('From').inputValue()).toBe('08:00')
    expect(await panel.getByLabel('Until').inputValue()).toBe('17:00')
    await panel.getByText('1 moved to another time').waitFor()
    await panel.getByLabel('Cover').selectOption('Dr. Okafor')
    await panel.getByText('1 moved to Dr. Okafor').waitFor()
    await panel.getByRole('button', { name: 'Mark away and apply the plan' }).click()
    await panel.waitFor({ state: 'detached' })
    for (const screen of [page, other]) {
      await cardIn(screen, staff.okafor, 'Maya Alvarez').waitFor()
      await columnOf(screen, staff.chen).locator('.leave', { hasText: 'Sick' }).waitFor()
    }
    await toast(page).getByRole('button', { name: 'Undo' }).click()
    for (const screen of [page, other]) await cardIn(screen, staff.chen, 'Maya Alvarez').waitFor()
  })

  it('a room is out of use', async () => {
    const staff = await newStaff()
    await staff.book({ startsAt: MONDAY_TWO, roomId: staff.oak.id })
    const page = await openToday(staff)
    await choose(page, 'Oak', 'Out of use today…')
    const panel = panelOf(page, 'Oak is out of use')
    expect(await panel.getByLabel('Cover').count()).toBe(0)
    await panel.getByText('1 moved to Elm').waitFor()
    await panel.getByRole('button', { name: 'Mark out of use and apply the plan' }).click()
    await cardIn(page, staff.elm, 'Maya Alvarez').waitFor()
    await cardIn(page, staff.chen, 'Maya Alvarez').waitFor()
  })

  it('an appointment left there is marked until it is dealt with from its panel', async () => {
    const staff = await newStaff()
    await staff.book({ startsAt: MONDAY_TWO, roomId: staff.oak.id })
    const page = await openToday(staff)
    await choose(page, 'Dr. Chen', 'Away today…')
    const panel = panelOf(page, 'Dr. Chen is away')
    await panel.getByLabel(/^Maya Alvarez/).selectOption('Leave it where it is')
    await panel.getByText('1 left on leave time').waitFor()
    await panel.getByRole('button', { name: 'Mark away and apply the plan' }).click()
    await panel.waitFor({ state: 'detached' })
    const card = cardIn(page, staff.chen, 'Maya Alvarez')
    await expect.poll(() => card.getAttribute('aria-label')).toContain('on leave time')

    await card.click()
    const details = panelOf(page, 'Maya Alvarez')
    await details.getByText('On leave time. Dr. Chen is away: sick.').waitFor()
    await details.getByRole('button', { name: 'Move to Dr. Okafor, same time' }).click()
    const moved = cardIn(page, staff.okafor, 'Maya Alvarez')
    await moved.waitFor()
    expect(await moved.getAttribute('aria-label')).not.toContain('on leave time')
    await details.getByText('On leave time.').waitFor({ state: 'detached' })
  })

  it('is worked by keys alone', async () => {
    const staff = await newStaff()
    await staff.book({ startsAt: MONDAY_TWO, roomId: staff.oak.id })
    const page = await openToday(staff)
    await cardIn(page, staff.chen, 'Maya Alvarez').focus()
    await page.keyboard.press('Shift+Tab')
    await expectFocus(page.getByRole('button', { name: 'More about Dr. Chen' }))
    await page.keyboard.press('Enter')
    await expectFocus(page.getByRole('menu'))
    await page.keyboard.press('ArrowDown')
    await expectFocus(page.getByRole('menuitem', { name: 'Away today…' }))
    await page.keyboard.press('Enter')
    const panel = panelOf(page, 'Dr. Chen is away')
    await panel.getByText('1 moved to another time').waitFor()
    await panel.getByLabel(/^Maya Alvarez/).focus()
    await page.keyboard.press('C')
    await panel.getByText('1 cancelled').waitFor()
    await panel.getByRole('button', { name: 'Mark away and apply the plan' }).focus()
    await page.keyboard.press('Enter')
    await cardIn(page, staff.chen, 'Maya Alvarez').waitFor({ state: 'detached' })
    await panel.waitFor({ state: 'detached' })
  })

  it('is not offered to a therapist for others, and asks for herself', async () => {
    const staff = await newStaff()
    const page = await screens.open(staff.therapist, { path: '/calendar' })
    await columnOf(page, staff.chen).waitFor()
    expect(await page.getByRole('button', { name: 'More about Dr. Okafor' }).count()).toBe(0)
    await choose(page, 'Dr. Chen', 'Ask for time off…')
    await panelOf(page, 'Ask for time off').getByLabel('First day').waitFor()
  })
})

describe('the page', () => {
  it('shows a therapist her own, and the desk those it chooses', async () => {
    const staff = await newStaff()
    const own = await requestTuesday(staff)
    expect(await own.getByLabel('Who or what').count()).toBe(0)
    const page = await screens.open(staff.receptionist, { path: '/time-off' })
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

  it.each(['light', 'dark'] as const)('has nothing that axe objects to, in %s', async (colorScheme) => {
    const staff = await newStaff()
    await staff.book({ startsAt: TEN, roomId: staff.oak.id })
    await requestTuesday(staff)
    const page = await screens.open(staff.receptionist, { path: '/time-off', colorScheme })
    await page.getByRole('button', { name: 'Dr. Chen' }).click()
    await panelOf(page, 'Dr. Chen').getByText('1 moved to Dr. Okafor').waitFor()
    expect(await objectionsOf(page)).toEqual([])
  })
})
