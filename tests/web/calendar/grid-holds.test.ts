import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hold } from '../../../web/calendar/store/book.ts'
import { borrowBrowser } from '../../support/browser.ts'
import { actor, at, makeHold, removal } from './book-samples.ts'
import { cardAt, column, dragTo, ghost, movesOf, nextFrames, openDay, spotOf } from './grid-hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => browser.close())

const maya = cardAt('maya', '09:00', '09:50')
/** Dr. Chen in Room 1 at 11, for five minutes from 08:00 on. */
const held = makeHold('h', '11:00', '11:50', { therapistId: 't0', roomId: 'r0' })

/** The page at 08:00 with these holds, as the log tells of them. */
async function openHeld(...holds: readonly Hold[]): Promise<Page> {
  const page = await openDay(browser, [maya], { view: 'both' }, {})
  await page.clock.install({ time: at('08:00') })
  await hear(
    page,
    ...holds.map((hold) => ({ kind: 'hold' as const, hold, cursor: '101', actor, clientMutationId: null })),
  )
  return page
}

async function hear(page: Page, ...changes: Parameters<Window['harness']['book']['apply']>): Promise<void> {
  await page.evaluate((all) => window.harness.book.apply(...all), changes)
  await nextFrames(page)
}

function blocks(page: Page): Locator {
  return page.locator('[data-hold]')
}

function openedHolds(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.harness.openedHolds)
}

describe('a held slot', () => {
  it('stands striped in the columns of its therapist and its room, and says who holds it and for how long', async () => {
    const page = await openHeld(held)
    expect(await blocks(page).count()).toBe(2)
    const first = blocks(page).first()
    expect(await first.locator('.hold-left').innerText()).toBe('5 min')
    const name = /^Held by Rosa Lind\s*Therapy\s*11:00 AM to 11:50 AM, Dr\. Chen, Room 1, 5 minutes left$/
    expect(await page.getByRole('button', { name }).count()).toBe(2)
    const [block, spot] = [(await first.boundingBox())!, await spotOf(page, 'Dr. Chen', '11:00')]
    expect(Math.abs(block.y - spot.y)).toBeLessThan(1.5)
    expect(Math.abs(block.x + block.width / 2 - spot.x)).toBeLessThan(1.5)
  })

  it('counts down by the minute, by the second in the last, and is gone when it is over', async () => {
    const page = await openHeld(held)
    const left = blocks(page).first().locator('.hold-left')
    await page.clock.fastForward('02:01')
    await expect.poll(() => left.innerText()).toBe('3 min')
    await page.clock.fastForward('02:10')
    await expect.poll(() => left.innerText()).toMatch(/^4\d s$/)
    expect(await page.getByRole('button', { name: 'less than a minute left' }).count()).toBe(2)
    await page.clock.fastForward('01:00')
    await blocks(page).first().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => window.harness.book.truth().holds.size)).toBe(0)
  })

  it('goes when it is released, and lasts longer in the same place when it is extended', async () => {
    const page = await openHeld(held)
    const first = await blocks(page).first().elementHandle()
    const longer = { ...held, version: 2, expiresAt: at('08:10'), extended: true }
    await hear(page, { kind: 'hold', hold: longer, cursor: '102', actor, clientMutationId: null })
    expect(await blocks(page).first().innerText()).toContain('10 min')
    expect(await first?.evaluate((node) => node.isConnected)).toBe(true)
    await hear(page, removal('103', 'h'))
    expect(await blocks(page).count()).toBe(0)
  })

  it('takes no card that is dragged onto it, and says who holds it', async () => {
    const page = await openHeld(held)
    await dragTo(page, 'maya', 'Dr. Chen', '11:15')
    expect(await ghost(page).innerText()).toContain('Rosa Lind holds Dr. Chen 11:00 AM to 11:50 AM, 5 minutes left.')
    await page.clock.fastForward('05:00')
    await expect.poll(() => page.locator('.ghost-reason').count()).toBe(0)
    await page.mouse.up()
    expect(await movesOf(page)).toEqual(['maya 11:15-12:05 t0 r0'])
  })

  it('is opened by a click, which draws and picks nothing, and by Enter on its slot', async () => {
    const page = await openHeld(held, makeHold('mine', '14:00', '14:50', { therapistId: 't1' }))
    expect(await blocks(page).nth(2).textContent()).toContain('Held by you')
    await blocks(page).nth(2).click()
    expect(await openedHolds(page)).toEqual(['mine'])
    expect(await page.evaluate(() => window.harness.picked)).toEqual([])

    const slot = await spotOf(page, 'Dr. Chen', '10:45')
    await page.mouse.click(slot.x, slot.y + 2)
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      '11:00 AM, Dr. Chen, Held by Rosa Lind, Therapy, 11:00 AM to 11:50 AM, Dr. Chen, Room 1, 5 minutes left',
    )
    await page.keyboard.press('Enter')
    expect(await openedHolds(page)).toEqual(['mine', 'h'])
  })

  it('is not drawn where none of its columns is', async () => {
    const page = await openHeld(makeHold('h', '11:00', '11:50', { therapistId: 'elsewhere' }))
    expect(await page.locator('.holds').count()).toBe(0)
    expect(await column(page, 'Dr. Chen').count()).toBe(1)
  })
})
