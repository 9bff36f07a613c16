import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cardIn,
  chooseClient,
  clickSlot,
  columnOf,
  dragTo,
  openScreens,
  type Screens,
  type StaffedDesk,
} from '../support/calendar-page.ts'
import { expectNoViolation } from './open-daybook.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

/** Four weeks in which Tuesdays are looked at. */
const MARCH = { from: '2026-03-03T05:00:00Z', to: '2026-04-02T04:00:00Z' }

function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'New appointment' })
}

async function startsOf(desk: StaffedDesk, client: string): Promise<string[]> {
  const { appointments } = await desk.calendar(MARCH)
  return appointments.filter((each) => each.client.name === client).map((each) => each.startsAt)
}

/** Leo Park at four in the afternoon, every week, four times. */
async function enterSeries(desk: StaffedDesk): Promise<Page> {
  const page = await screens.open(desk.receptionist)
  await columnOf(page, desk.chen).waitFor()
  await clickSlot(page, desk.chen, '16:00')
  await chooseClient(page, 'Leo Park')
  const panel = panelOf(page)
  await panel.getByLabel('Repeats').selectOption('Every week on Tuesday')
  await panel.getByLabel('How many').fill('4')
  return page
}

describe('a series', () => {
  it('is told date by date before it is booked, at the same time on both sides of the clock change', async () => {
    const desk = await screens.newDesk()
    const page = await enterSeries(desk)
    const panel = panelOf(page)
    await panel.getByText('All 4 are free.').waitFor()
    const lines = panel.getByRole('list', { name: 'Each of them' }).getByRole('listitem')
    expect(await lines.allInnerTexts()).toEqual([
      expect.stringMatching(/^Tue, Mar 3, 4:00 PM\s+Free$/),
      expect.stringMatching(/^Tue, Mar 10, 4:00 PM\s+Free$/),
      expect.stringMatching(/^Tue, Mar 17, 4:00 PM\s+Free$/),
      expect.stringMatching(/^Tue, Mar 24, 4:00 PM\s+Free$/),
    ])
    expect(await startsOf(desk, 'Leo Park')).toEqual([])
    await expectNoViolation(page)

    await page.getByRole('button', { name: 'Book 4 appointments' }).click()
    await cardIn(page, desk.chen, 'Leo Park').waitFor()
    await page.getByText('Leo Park is booked 4 times, first 4:00 PM with Dr. Chen').first().waitFor()
    expect(await startsOf(desk, 'Leo Park')).toEqual([
      '2026-03-03T21:00:00.000Z',
      '2026-03-10T20:00:00.000Z',
      '2026-03-17T20:00:00.000Z',
      '2026-03-24T20:00:00.000Z',
    ])
  })

  it('with one that is taken says which and why, and is booked as one chooses', async () => {
    const desk = await screens.newDesk()
    await desk.book({ startsAt: '2026-03-17T20:00:00Z' })
    const page = await enterSeries(desk)
    const panel = panelOf(page)
    await panel.getByText('1 of 4 does not fit.').waitFor()
    const third = panel.getByRole('list', { name: 'Each of them' }).getByRole('listitem').nth(2)
    expect(await third.innerText()).toMatch(
      /Does not fit\s+Dr\. Chen is busy with Maya Alvarez[\s\S]*Nearest: Tue, Mar 17/,
    )

    await page.getByRole('button', { name: 'Book 4 appointments' }).click()
    await expect.poll(() => startsOf(desk, 'Leo Park')).toEqual([])
    await panel.getByLabel('Take the nearest free slot for each').check()
    await third.getByText('Elsewhere').waitFor()
    await panel.getByLabel('Leave those out').check()
    await third.getByText('Left out').waitFor()
    await page.getByRole('button', { name: 'Book 3 appointments' }).click()
    await cardIn(page, desk.chen, 'Leo Park').waitFor()
    expect(await startsOf(desk, 'Leo Park')).toHaveLength(3)
  })
})

/** Leo Park at four in the afternoon on four Tuesdays, the first of them on the screen. */
async function openSeries(desk: StaffedDesk): Promise<Page> {
  const page = await enterSeries(desk)
  await page.getByRole('button', { name: 'Book 4 appointments' }).click()
  await cardIn(page, desk.chen, 'Leo Park').waitFor()
  return page
}

describe('one card of a series', () => {
  it('is marked, and its panel says how it repeats', async () => {
    const desk = await screens.newDesk()
    const page = await openSeries(desk)
    const card = cardIn(page, desk.chen, 'Leo Park')
    expect(await card.getAttribute('aria-label')).toContain('repeats')
    expect(await card.getAttribute('data-time')).toContain('↻')
    await card.click()
    await page.getByRole('complementary', { name: 'Leo Park' }).getByText('Every week on Tuesday, 4 times').waitFor()
  })

  it('asks how much is meant when it is dragged: it alone', async () => {
    const desk = await screens.newDesk()
    const page = await openSeries(desk)
    await dragTo(page, cardIn(page, desk.chen, 'Leo Park'), desk.chen, '14:00')
    const dialog = page.getByRole('dialog', { name: 'Move Leo Park' })
    await dialog.getByText('To 2:00 PM with Dr. Chen').waitFor()
    await expectNoViolation(page)
    await dialog.getByRole('button', { name: 'Move this one' }).click()
    await page.getByText('Leo Park moved to 2:00 PM with Dr. Chen').first().waitFor()
    expect(await startsOf(desk, 'Leo Park')).toEqual([
      '2026-03-03T19:00:00.000Z',
      '2026-03-10T20:00:00.000Z',
      '2026-03-17T20:00:00.000Z',
      '2026-03-24T20:00:00.000Z',
    ])
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await startsOf(desk, 'Leo Park'))[0]).toBe('2026-03-03T21:00:00.000Z')
  })

  it('or all of them, with the report of what clashes; or none after all', async () => {
    const desk = await screens.newDesk()
    const page = await openSeries(desk)
    await desk.book({ startsAt: '2026-03-17T18:00:00Z' })
    await dragTo(page, cardIn(page, desk.chen, 'Leo Park'), desk.chen, '14:00')
    const dialog = page.getByRole('dialog', { name: 'Move Leo Park' })
    await dialog.getByRole('button', { name: 'Leave it' }).click()
    await expect.poll(() => cardIn(page, desk.chen, 'Leo Park').getAttribute('data-time')).toContain('4:00')

    await dragTo(page, cardIn(page, desk.chen, 'Leo Park'), desk.chen, '14:00')
    await dialog.getByLabel('All that are still to come').check()
    await dialog.getByText('1 of 4 does not fit.').waitFor()
    await dialog.getByText(/Dr\. Chen is busy with Maya Alvarez/).waitFor()
    await dialog.getByLabel('Leave those where they are').check()
    await dialog.getByRole('button', { name: 'Move 3 appointments' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Leo Park: 3 appointments of the series moved.').waitFor()
    expect(await startsOf(desk, 'Leo Park')).toEqual([
      '2026-03-03T19:00:00.000Z',
      '2026-03-10T18:00:00.000Z',
      '2026-03-17T20:00:00.000Z',
      '2026-03-24T18:00:00.000Z',
    ])
  })

  it('is cancelled with those that follow', async () => {
    const desk = await screens.newDesk()
    const page = await openSeries(desk)
    await cardIn(page, desk.chen, 'Leo Park').click()
    await page.getByRole('button', { name: 'Cancel…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cancel this appointment?' })
    await dialog.getByLabel('This and all that follow').check()
    await dialog.getByRole('button', { name: 'Cancel 4 appointments' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Leo Park: 4 appointments of the series cancelled.').waitFor()
    expect(await startsOf(desk, 'Leo Park')).toEqual([])
  })
})
