import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { borrowBrowser } from '../../support/browser.ts'
import { button, cardAt, dragTo, dropAt, ghost, liveText, movesOf, nextFrames, openDay, spotOf } from './grid-hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => browser.close())

const maya = cardAt('maya', '09:00', '09:50')

describe('a card that is dragged', () => {
  it('down its column keeps length, resources and the place where it was taken', async () => {
    const page = await openDay(browser, [maya])
    await dragTo(page, 'maya', 'Dr. Chen', '11:00', 40)
    await page.mouse.up()
    expect(await movesOf(page)).toEqual(['maya 11:00-11:50 t0 r0'])
  })

  it('to another therapist is one move, of the therapist alone', async () => {
    const page = await openDay(browser, [maya])
    await dropAt(page, 'maya', 'Dr. Lindqvist', '10:00')
    expect(await movesOf(page)).toEqual(['maya 10:00-10:50 t2 r0'])
  })

  it('to another room changes the room alone, and is shown in both its columns', async () => {
    const page = await openDay(browser, [maya], { view: 'both' })
    await dropAt(page, 'maya', 'Room 3', '09:00')
    expect(await movesOf(page)).toEqual(['maya 09:00-09:50 t0 r2'])
    await page.waitForFunction(() => document.querySelector('[data-resource=r2] [data-card=maya]:not(.saving)'))
    expect(await button(page, 'maya').count()).toBe(2)
  })

  it.each([7, 11, 23, 31])('by %i odd pixels comes to rest on the step', async (pixels) => {
    const page = await openDay(browser, [maya])
    const box = (await button(page, 'maya').boundingBox())!
    await page.mouse.move(box.x + 20, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + 20, box.y + 20 + 50 + pixels)
    await page.mouse.up()
    const [move] = await movesOf(page)
    expect(Number(move!.slice(8, 10)) % 15).toBe(0)
  })

  it('has a ghost that tells time and resource, and is dimmed where it was', async () => {
    const page = await openDay(browser, [maya])
    await dragTo(page, 'maya', 'Dr. Okafor', '13:15')
    expect(await ghost(page).innerText()).toMatch(/1:15 – 2:05\s*Dr\. Okafor\s*Maya Thompson/)
    expect(await button(page, 'maya').evaluate((node) => getComputedStyle(node).opacity)).toBe('0.4')
    const held = (await ghost(page).boundingBox())!
    const spot = await spotOf(page, 'Dr. Okafor', '13:15')
    expect(Math.abs(held.y - spot.y)).toBeLessThan(2)
    await page.mouse.up()
    expect(await ghost(page).count()).toBe(0)
  })

  it('less than four pixels is clicked, not moved', async () => {
    const page = await openDay(browser, [maya])
    const box = (await button(page, 'maya').boundingBox())!
    await page.mouse.move(box.x + 20, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + 22, box.y + 22)
    await page.mouse.up()
    expect(await page.evaluate(() => window.harness.opened)).toEqual(['maya'])
    expect(await movesOf(page)).toEqual([])
  })

  it('and dropped where it was asks nothing and opens nothing', async () => {
    const page = await openDay(browser, [maya])
    await dragTo(page, 'maya', 'Dr. Okafor', '12:00')
    await dragBack(page)
    expect(await movesOf(page)).toEqual([])
    expect(await page.evaluate(() => window.harness.opened)).toEqual([])

    async function dragBack(on: typeof page) {
      const spot = await spotOf(on, 'Dr. Chen', '09:00')
      await on.mouse.move(spot.x, spot.y + 6)
      await on.mouse.up()
    }
  })
})

describe('a drag is dropped without a move', () => {
  it.each([
    ['Escape', (page) => page.keyboard.press('Escape')],
    ['a cancelled pointer', (page) => page.evaluate(() => send(new PointerEvent('pointercancel', { pointerId: 1 })))],
    ['a window that loses the focus', (page) => page.evaluate(() => send(new Event('blur')))],
  ] as [string, (page: import('playwright-core').Page) => Promise<void>][])('by %s', async (_, cancel) => {
    const page = await openDay(browser, [maya])
    await page.evaluate(() => Object.assign(window, { send: (event: Event) => void window.dispatchEvent(event) }))
    await dragTo(page, 'maya', 'Dr. Okafor', '12:00')
    await cancel(page)
    expect(await ghost(page).count()).toBe(0)
    await page.mouse.up()
    expect(await movesOf(page)).toEqual([])
    expect(await page.evaluate(() => window.harness.opened)).toEqual([])
    expect(await liveText(page).innerText()).toMatch(/^Not moved\. Maya Thompson stays at 9:00 AM/)
  })
})

declare global {
  function send(event: Event): void
}

describe('a place that is impossible', () => {
  const lee = cardAt('lee', '11:00', '11:50', { therapistId: 't1', roomId: 'r1', clientName: 'Lee Park' })

  it('says why while the card is over it, and a drop there does nothing', async () => {
    const page = await openDay(browser, [maya, lee])
    await dragTo(page, 'maya', 'Dr. Okafor', '11:15')
    expect(await ghost(page).innerText()).toContain('Dr. Okafor is busy with Lee Park, 11:00 AM to 11:50 AM.')
    await page.mouse.up()
    await nextFrames(page)
    expect(await movesOf(page)).toEqual([])
    expect(await button(page, 'maya').count()).toBe(1)
    expect(await liveText(page).innerText()).toContain('Not moved: Dr. Okafor is busy with Lee Park')
  })

  it.each(['arrived', 'fulfilled', 'noshow'] as const)(
    'is everywhere for an appointment that is %s',
    async (status) => {
      const page = await openDay(browser, [{ ...maya, status }])
      await dropAt(page, 'maya', 'Dr. Okafor', '12:00')
      expect(await movesOf(page)).toEqual([])
      expect(await liveText(page).innerText()).toContain('the appointment cannot be moved')
    },
  )

  it('is everywhere for somebody who only reads', async () => {
    const page = await openDay(browser, [maya], { role: 'reader' })
    await dragTo(page, 'maya', 'Dr. Okafor', '12:00')
    expect(await ghost(page).count()).toBe(0)
    await page.mouse.up()
    await button(page, 'maya').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Enter')
    expect(await movesOf(page)).toEqual([])
  })

  it('is every calendar but their own for a therapist', async () => {
    const page = await openDay(browser, [maya, lee], { role: 'therapist' })
    await dropAt(page, 'maya', 'Dr. Okafor', '14:00')
    await dropAt(page, 'lee', 'Dr. Okafor', '15:00')
    expect(await movesOf(page)).toEqual([])
    await dropAt(page, 'maya', 'Dr. Chen', '14:00')
    expect(await movesOf(page)).toEqual(['maya 14:00-14:50 t0 r0'])
  })
})

it('warns of what is only unwise, and lets it be dropped', async () => {
  const page = await openDay(browser, [maya])
  await dragTo(page, 'maya', 'Dr. Lindqvist', '14:30')
  expect(await ghost(page).innerText()).toContain('Dr. Lindqvist is away: conference.')
  await page.mouse.up()
  expect(await movesOf(page)).toEqual(['maya 14:30-15:20 t2 r0'])
})

it.each([
  ['left', (box: Box) => ({ x: box.x + 62, y: box.y + box.height / 2 }), 'scrollLeft', -1],
  ['right', (box: Box) => ({ x: box.x + box.width - 8, y: box.y + box.height / 2 }), 'scrollLeft', 1],
  ['top', (box: Box) => ({ x: box.x + 400, y: box.y + 50 }), 'scrollTop', -1],
  ['bottom', (box: Box) => ({ x: box.x + 400, y: box.y + box.height - 8 }), 'scrollTop', 1],
] as const)('scrolls by itself while a card is held at the %s edge', async (_, spotIn, axis, direction) => {
  const page = await openDay(browser, [maya], { therapists: 16 }, { viewport: { width: 900, height: 700 } })
  const scroller = page.locator('.grid-scroll')
  const box = (await scroller.boundingBox())!
  const card = (await button(page, 'maya').boundingBox())!
  await page.mouse.move(card.x + 20, card.y + 20)
  await page.mouse.down()
  await page.mouse.move(card.x + 60, card.y + 60)
  await scroller.evaluate((node) => node.scrollTo(300, 500))
  const before = await scroller.evaluate((node, name) => node[name], axis)
  const spot = spotIn(box)
  await page.mouse.move(spot.x, spot.y)
  const reached = before + direction * 150
  await page.waitForFunction(
    ([name, least, sign]) => (document.querySelector('.grid-scroll')![name] - least) * sign > 0,
    [axis, reached, direction] as const,
  )
  await page.keyboard.press('Escape')
})

interface Box {
  x: number
  y: number
  width: number
  height: number
}
