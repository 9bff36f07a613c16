import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { borrowBrowser } from '../../support/browser.ts'
import { button, cardAt, ghost, movesOf, nextFrames, openDay, type Spot, spotOf } from './grid-hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => browser.close())

const maya = cardAt('maya', '09:00', '09:50')

function picks(page: Page): Promise<(string | number | undefined)[][]> {
  return page.evaluate(() => {
    const clock = (at: number | undefined) =>
      at && new Date(at).toLocaleTimeString('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' })
    return window.harness.picked.map((slot) => [slot.resource.name, clock(slot.startsAt), clock(slot.endsAt)])
  })
}

describe('empty time', () => {
  it('that is clicked is picked, from the step under the pointer', async () => {
    const page = await openDay(browser, [maya])
    const spot = await spotOf(page, 'Dr. Okafor', '11:10')
    await page.mouse.click(spot.x, spot.y)
    expect(await picks(page)).toEqual([['Dr. Okafor', '11:00', undefined]])
  })

  it.each([
    ['down', '11:05', '12:10'],
    ['up', '12:10', '11:05'],
  ])('that is drawn over %s is picked with its length', async (_, from, to) => {
    const page = await openDay(browser, [maya])
    const [start, end] = [await spotOf(page, 'Dr. Okafor', from), await spotOf(page, 'Dr. Okafor', to)]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(end.x, end.y, { steps: 3 })
    await nextFrames(page)
    expect(await page.locator('.sweep-box').innerText()).toBe('11:00 – 12:15')
    await page.mouse.up()
    expect(await picks(page)).toEqual([['Dr. Okafor', '11:00', '12:15']])
  })

  it('is left alone when Escape ends the drawing', async () => {
    const page = await openDay(browser, [maya])
    const [start, end] = [await spotOf(page, 'Dr. Okafor', '11:00'), await spotOf(page, 'Dr. Okafor', '12:10')]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(end.x, end.y, { steps: 3 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await picks(page)).toEqual([])
  })
})

describe('an end of a card', () => {
  it.each([
    ['last', (box: Box) => box.y + box.height - 2, '10:15', 'maya 09:00-10:15 t0 r0'],
    ['first', (box: Box) => box.y + 2, '08:20', 'maya 08:15-09:50 t0 r0'],
  ] as const)('is drawn by its %s pixels', async (_, edge, time, move) => {
    const page = await openDay(browser, [maya])
    const box = (await button(page, 'maya').boundingBox())!
    await page.mouse.move(box.x + 40, edge(box))
    await page.mouse.down()
    const spot = await spotOf(page, 'Dr. Chen', time)
    await page.mouse.move(spot.x, spot.y, { steps: 3 })
    await page.mouse.up()
    expect(await movesOf(page)).toEqual([move])
  })

  it('goes by Control, Alt and arrows, and is spoken', async () => {
    const page = await openDay(browser, [maya])
    await button(page, 'maya').focus()
    await page.keyboard.press('Control+Alt+ArrowDown')
    await page.keyboard.press('Control+Alt+ArrowDown')
    await page.keyboard.press('Enter')
    expect(await movesOf(page)).toEqual(['maya 09:00-10:15 t0 r0'])
    expect(await page.evaluate(() => window.harness.said)).toContain('9:00 AM to 10:15 AM with Dr. Chen, Room 1')
  })
})

interface Box {
  x: number
  y: number
  width: number
  height: number
}

describe('a finger', () => {
  async function openTouch(): Promise<{ page: Page; touch: (type: string, spot?: Spot) => Promise<void> }> {
    const page = await openDay(browser, [maya], {}, { hasTouch: true, viewport: { width: 600, height: 700 } })
    const session: CDPSession = await page.context().newCDPSession(page)
    const touch = async (type: string, spot?: Spot) => {
      const touchPoints = spot ? [{ x: spot.x, y: spot.y }] : []
      await session.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints })
    }
    return { page, touch }
  }

  async function middleOf(page: Page): Promise<Spot> {
    const box = (await button(page, 'maya').boundingBox())!
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  it('that rests on a card takes it', async () => {
    const { page, touch } = await openTouch()
    const spot = await middleOf(page)
    await touch('touchStart', spot)
    await ghost(page).waitFor()
    await touch('touchMove', { x: spot.x, y: spot.y + 40 })
    await touch('touchMove', { x: spot.x, y: spot.y + 72 })
    await nextFrames(page)
    await touch('touchEnd')
    await nextFrames(page)
    expect(await movesOf(page)).toEqual(['maya 10:00-10:50 t0 r0'])
  })

  it('that slides scrolls', async () => {
    const { page, touch } = await openTouch()
    const before = await page.locator('.grid-scroll').evaluate((node) => node.scrollTop)
    const spot = await middleOf(page)
    await touch('touchStart', spot)
    for (let step = 1; step <= 6; step++) await touch('touchMove', { x: spot.x, y: spot.y - step * 15 })
    await page.waitForFunction((top) => document.querySelector('.grid-scroll')!.scrollTop > top + 30, before)
    await touch('touchEnd')
    expect(await movesOf(page)).toEqual([])
    expect(await ghost(page).count()).toBe(0)
  })

  it('that taps opens', async () => {
    const { page } = await openTouch()
    await button(page, 'maya').tap()
    expect(await page.evaluate(() => window.harness.opened)).toEqual(['maya'])
  })
})

it('marks an appointment in its other column while the pointer is on it', async () => {
  const page = await openDay(browser, [maya], { view: 'both' })
  await button(page, 'maya').first().hover()
  expect(await page.locator('[data-card=maya][data-twin]').count()).toBe(2)
  await page.mouse.move(700, 20)
  expect(await page.locator('[data-twin]').count()).toBe(0)
})
