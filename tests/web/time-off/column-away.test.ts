import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectionsInBoth } from '../../support/axe.ts'
import { cardIn, columnOf, openScreens, type Screens } from '../../support/calendar-page.ts'
import { expectFocus, newStaff, panelOf, type Staff, toast } from './time-off-hands.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

const ASK = 'mutation ($input: RequestTimeOffInput!) { requestTimeOff(input: $input) { __typename } }'
const TAKE = 'mutation ($input: TakeTimeOffInput!) { takeTimeOff(input: $input) { __typename } }'

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
    const staff = await newStaff(screens)
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

  it('is ill on a day she has asked for: the request is named, and goes on waiting', async () => {
    const staff = await newStaff(screens)
    const monday = { startsAt: '2026-03-02T05:00:00Z', endsAt: '2026-03-04T05:00:00Z', reason: 'PERSONAL' }
    await staff.send(ASK, { resourceId: staff.chen.id, ...monday })
    const page = await openToday(staff)
    await choose(page, 'Dr. Chen', 'Away today…')
    const panel = panelOf(page, 'Dr. Chen is away')
    await panel.getByText('Dr. Chen has asked for Mar 2 – 3, 2026 off.').waitFor()
    await panel.getByRole('button', { name: 'Mark away' }).click()
    await panel.waitFor({ state: 'detached' })
    await columnOf(page, staff.chen).locator('.leave', { hasText: 'Sick' }).waitFor()
    await choose(page, 'Dr. Chen', 'Away today…')
    await panel.getByRole('link', { name: 'Answer the request' }).click()
    await page.getByRole('row', { name: /Dr\. Chen.*Waiting/ }).waitFor()
    await panelOf(page, 'Dr. Chen').getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByRole('row', { name: /Dr\. Chen.*Personal.*Approved/ }).waitFor()
  })

  it('stands at the head of the column when nothing else is to be said of the day', async () => {
    const staff = await newStaff(screens)
    const page = await openToday(staff)
    const day = { startsAt: '2026-03-02T05:00:00Z', endsAt: '2026-03-03T05:00:00Z', reason: 'OTHER' }
    await staff.send(TAKE, { resourceId: staff.chen.id, ...day })
    await page.getByRole('columnheader', { name: 'Dr. Chen Away' }).waitFor()
    await staff.send(TAKE, { resourceId: staff.oak.id, ...day })
    await page.getByRole('columnheader', { name: 'Oak Out of use' }).waitFor()
  })

  it('a room is out of use', async () => {
    const staff = await newStaff(screens)
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
    const staff = await newStaff(screens)
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

  it('leaves the whole width of the column to the name, and lies below it', async () => {
    const page = await openToday(await newStaff(screens))
    const head = page.getByRole('columnheader', { name: 'Dr. Chen' })
    await head.hover()
    const [whole, name, menu] = await Promise.all(
      [head, head.locator('b'), head.getByRole('button')].map((each) => each.boundingBox()),
    )
    if (!whole || !name || !menu) throw new Error('not in sight')
    expect(whole.width - name.width).toBeLessThan(24)
    expect(menu.y).toBeGreaterThan(name.y + 0.75 * name.height)
    expect(Math.min(menu.width, menu.height)).toBeGreaterThanOrEqual(24)
  })

  it('is worked by keys alone', async () => {
    const staff = await newStaff(screens)
    await staff.book({ startsAt: MONDAY_TWO, roomId: staff.oak.id })
    const page = await openToday(staff)
    const scrolled = () => page.locator('.grid-scroll').evaluate((element) => element.scrollTop)
    await cardIn(page, staff.chen, 'Maya Alvarez').focus()
    const before = await scrolled()
    await page.keyboard.press('Shift+Tab')
    await expectFocus(page.getByRole('button', { name: 'More about Dr. Chen' }))
    await page.keyboard.press('Enter')
    await expectFocus(page.getByRole('menu'))
    expect(await scrolled()).toBe(before)
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

  it('does not seem to look for appointments while it is not said when', async () => {
    const staff = await newStaff(screens)
    const page = await openToday(staff)
    await choose(page, 'Dr. Chen', 'Away…')
    const panel = panelOf(page, 'Dr. Chen is away')
    await panel.getByText('Nobody is booked then').waitFor()
    await panel.getByLabel('First day').fill('')
    await panel.getByText('Listed here once it is said when.').waitFor()
    expect(await panel.locator('.skeleton').count()).toBe(0)
  })

  it('is not offered to a therapist for others, and asks for herself', async () => {
    const staff = await newStaff(screens)
    const page = await screens.open(staff.therapist, { path: '/calendar' })
    await columnOf(page, staff.chen).waitFor()
    expect(await page.getByRole('button', { name: 'More about Dr. Okafor' }).count()).toBe(0)
    await choose(page, 'Dr. Chen', 'Ask for time off…')
    await panelOf(page, 'Ask for time off').getByLabel('First day').waitFor()
  })

  it('is reached on a phone, where one column fills the screen', async () => {
    const staff = await newStaff(screens)
    const page = await screens.open(staff.receptionist, {
      ...{ path: '/calendar', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    })
    await page.getByRole('combobox', { name: 'Column' }).selectOption('Dr. Okafor')
    await page.getByRole('button', { name: 'More about Dr. Okafor' }).tap()
    await page.getByRole('menuitem', { name: 'Away today…' }).tap()
    const panel = panelOf(page, 'Dr. Okafor is away')
    await panel.getByText('Nobody is booked then').waitFor()
    await panel.getByRole('button', { name: 'Mark away' }).tap()
    await panel.waitFor({ state: 'detached' })
    await columnOf(page, staff.okafor).locator('.leave', { hasText: 'Sick' }).waitFor()
  })

  it('has nothing that axe objects to, in light and in dark', async () => {
    const staff = await newStaff(screens)
    await staff.book({ startsAt: MONDAY_TWO, roomId: staff.oak.id })
    await staff.send(TAKE, {
      ...{
        resourceId: staff.chen.id,
        startsAt: '2026-03-02T18:00:00Z',
        endsAt: '2026-03-02T22:00:00Z',
        reason: 'SICK',
      },
    })
    const page = await screens.open(staff.receptionist, { path: '/calendar' })
    await cardIn(page, staff.chen, 'Maya Alvarez').click()
    await page.getByRole('button', { name: 'Move to Dr. Okafor, same time' }).waitFor()
    expect(await objectionsInBoth(page)).toEqual([])
    await choose(page, 'Dr. Okafor', 'Away today…')
    await panelOf(page, 'Dr. Okafor is away').getByText('Nobody is booked then').waitFor()
    expect(await objectionsInBoth(page)).toEqual([])
  })
})
