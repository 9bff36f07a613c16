import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cardIn,
  chooseClient,
  clickSlot,
  columnOf,
  dragTo,
  openScreens,
  placeOf,
  type Screens,
  type StaffedDesk,
} from '../support/calendar-page.ts'
import { expectNoViolation } from './open-daybook.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

const TEN = '2026-03-03T15:00:00.000Z'
const ELEVEN = '2026-03-03T16:00:00.000Z'

function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'New appointment' })
}

function blocksIn(page: Page, resource: { id: string }, words: string): Promise<number> {
  return page.evaluate(
    ([id, text]) => {
      const column = document.querySelector(`.grid-column[data-resource="${id}"]`)!.getBoundingClientRect()
      return [...document.querySelectorAll('[data-hold]')].filter((block) => {
        const { left, right } = block.getBoundingClientRect()
        return left >= column.left - 1 && right <= column.right + 1 && block.textContent?.includes(text!)
      }).length
    },
    [resource.id, words],
  )
}

/** Eleven o'clock with Dr. Chen in a room that is suggested, held in the booking panel. */
async function holdEleven(desk: StaffedDesk): Promise<Page> {
  const page = await screens.open(desk.receptionist)
  await page.getByText('Live', { exact: true }).waitFor()
  await clickSlot(page, desk.chen, '11:00')
  await panelOf(page).getByRole('button', { name: 'Hold this slot 5 min' }).click()
  await panelOf(page).getByRole('region', { name: 'Held for you' }).waitFor()
  return page
}

describe('a slot held on one screen', () => {
  it('is striped on the other at once, says by whom and for how long, and is free again when it is released', async () => {
    const desk = await screens.newDesk()
    const theirs = await screens.open(desk.receptionist)
    await theirs.getByText('Live', { exact: true }).waitFor()
    const mine = await holdEleven(desk)

    await theirs.locator('[data-hold]').first().waitFor()
    await expect.poll(() => blocksIn(theirs, desk.chen, 'Held by Rosa Quinn')).toBe(1)
    expect(await theirs.locator('.hold-left').first().innerText()).toBe('5 min')
    expect(await blocksIn(mine, desk.chen, 'Held by you')).toBe(1)
    await expectNoViolation(theirs)

    await panelOf(mine).getByRole('button', { name: 'Release' }).click()
    await theirs.locator('[data-hold]').first().waitFor({ state: 'detached' })
    await panelOf(mine).getByRole('region', { name: 'Held for you' }).waitFor({ state: 'detached' })
  })

  it('takes no card there, and the server says the same to whoever asks it', async () => {
    const desk = await screens.newDesk()
    await desk.book({ startsAt: TEN })
    const theirs = await screens.open(desk.receptionist)
    await theirs.getByText('Live', { exact: true }).waitFor()
    await holdEleven(desk)
    await theirs.locator('[data-hold]').first().waitFor()
    await dragTo(theirs, cardIn(theirs, desk.chen, 'Maya Alvarez'), desk.chen, '11:15')
    expect(await placeOf(desk, 'Maya Alvarez')).toMatchObject({ startsAt: TEN })
    const refused = await desk.book({ clientId: desk.leo.id, startsAt: ELEVEN })
    expect(refused.problems[0]?.code).toBe('THERAPIST_BUSY')
  })

  it('goes when its time is over, though the line is cut', async () => {
    const desk = await screens.newDesk()
    const page = await holdEleven(desk)
    await page.context().setOffline(true)
    await page.clock.fastForward('04:30')
    await expect.poll(() => page.locator('.hold .hold-left').first().innerText()).toMatch(/^\d\d s$/)
    await page.clock.fastForward('00:31')
    await page.locator('[data-hold]').first().waitFor({ state: 'detached' })
    await panelOf(page).getByRole('region', { name: 'Held for you' }).waitFor({ state: 'detached' })
  })
})

describe('what I hold', () => {
  it('is mine on the day, though the day hears of it before its token is told', async () => {
    const desk = await screens.newDesk()
    const page = await screens.open(desk.receptionist)
    await page.getByText('Live', { exact: true }).waitFor()
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('HoldSlot')) return route.continue()
      const response = await route.fetch()
      await page.locator('[data-hold]').first().waitFor()
      await route.fulfill({ response })
    })
    await clickSlot(page, desk.chen, '11:00')
    await panelOf(page).getByRole('button', { name: 'Hold this slot 5 min' }).click()
    await page.locator('.hold.mine').first().waitFor()
    expect(await blocksIn(page, desk.chen, 'Held by you')).toBe(1)
  })

  it('is read on a phone without leaving the screen', async () => {
    const desk = await screens.newDesk()
    await desk.book({ startsAt: TEN })
    const page = await screens.open(desk.receptionist, { viewport: { width: 390, height: 844 }, hasTouch: true })
    await page.getByText('Live', { exact: true }).waitFor()
    await holdEleven(desk)
    await page.locator('[data-hold]').first().tap()
    const popover = page.getByRole('dialog', { name: 'Held by Rosa Quinn' })
    await expect.poll(async () => (await popover.boundingBox())?.x ?? -1).toBeGreaterThanOrEqual(0)
    const box = (await popover.boundingBox())!
    expect(box.x + box.width).toBeLessThanOrEqual(390)
  })

  it('becomes an appointment, in place', async () => {
    const desk = await screens.newDesk()
    const page = await holdEleven(desk)
    await chooseClient(page, 'Leo Park')
    const confirmed = page.waitForRequest((request) => request.postData()?.includes('ConfirmHold') ?? false)
    await page.getByRole('button', { name: 'Book 11:00 AM with Dr. Chen' }).click()
    await confirmed
    await cardIn(page, desk.chen, 'Leo Park').waitFor()
    await page.locator('[data-hold]').first().waitFor({ state: 'detached' })
    expect(await placeOf(desk, 'Leo Park')).toMatchObject({ startsAt: ELEVEN, therapistId: desk.chen.id })
  })

  it('is opened on the day: kept as long again once, and taken up into a booking', async () => {
    const desk = await screens.newDesk()
    const page = await holdEleven(desk)
    await page.keyboard.press('Escape')
    await page.reload()
    await page.locator('[data-hold]').first().click()
    const popover = page.getByRole('dialog', { name: 'Held by you' })
    await popover.getByRole('button', { name: '5 min more' }).click()
    await popover.getByText('10 min left').waitFor()
    expect(await popover.getByRole('button', { name: '5 min more' }).count()).toBe(0)
    await expectNoViolation(page)

    await popover.getByRole('button', { name: 'Book it…' }).click()
    await panelOf(page).getByRole('region', { name: 'Held for you' }).waitFor()
    expect(await panelOf(page).getByLabel('Start').inputValue()).toBe('11:00')
  })

  it('is released from the day, and the keyboard is back in the grid', async () => {
    const desk = await screens.newDesk()
    const page = await holdEleven(desk)
    await panelOf(page).getByRole('button', { name: 'Cancel' }).click()
    await page.locator('[data-hold]').first().click()
    await page.getByRole('dialog', { name: 'Held by you' }).getByRole('button', { name: 'Release' }).click()
    await page.locator('[data-hold]').first().waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.grid-scroll') !== null)).toBe(true)
  })
})

describe('after a refusal', () => {
  it('an alternative is held with one press, then booked', async () => {
    const desk = await screens.newDesk()
    await desk.book({ startsAt: TEN })
    const page = await screens.open(desk.receptionist)
    await columnOf(page, desk.chen).waitFor()
    await clickSlot(page, desk.chen, '09:30')
    await chooseClient(page, 'Leo Park')
    const panel = panelOf(page)
    await panel.getByRole('button', { name: /^Hold 5 min: 9:30 AM with Dr\. Okafor/ }).click()
    await panel
      .getByRole('region', { name: 'Held for you' })
      .getByText(/9:30 AM with Dr\. Okafor/)
      .waitFor()
    await expect.poll(() => blocksIn(page, desk.okafor, 'Held by you')).toBe(1)
    expect((await desk.calendar()).appointments).toHaveLength(1)

    await page.getByRole('button', { name: 'Book 9:30 AM with Dr. Okafor', exact: true }).click()
    await cardIn(page, desk.okafor, 'Leo Park').waitFor()
    await expect.poll(() => placeOf(desk, 'Leo Park')).toMatchObject({ therapistId: desk.okafor.id })
  })

  it('of a move, an alternative is held with one press, and the card is moved there', async () => {
    const desk = await screens.newDesk()
    await desk.book({ startsAt: TEN })
    const page = await screens.open(desk.receptionist)
    await columnOf(page, desk.chen).waitFor()
    await dragTo(page, cardIn(page, desk.chen, 'Maya Alvarez'), desk.chen, '18:00')
    const bar = page.getByRole('region', { name: 'The move was refused' })
    await bar
      .getByRole('button', { name: /^Hold 5 min: .* with Dr\. Chen/ })
      .first()
      .click()
    const held = bar.getByRole('region', { name: 'Held for you' })
    const words = (await held.locator('b').innerText()).replace(' is held for you.', '')
    await bar.getByRole('button', { name: `Move to ${words}`, exact: true }).waitFor({ state: 'detached' })
    await expectNoViolation(page)
    await held.getByRole('button', { name: 'Move Maya Alvarez there' }).click()
    await page.getByText(`Maya Alvarez moved to ${words}.`).first().waitFor()
    await page.locator('[data-hold]').first().waitFor({ state: 'detached' })
    await bar.waitFor({ state: 'detached' })
    expect(await placeOf(desk, 'Maya Alvarez')).not.toMatchObject({ startsAt: TEN })
  })
})
