import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { borrowBrowser } from '../../support/browser.ts'
import {
  button,
  cardAt,
  column,
  columnOf,
  ghost,
  liveText,
  movesOf,
  nextFrames,
  openDay,
  spotOf,
} from './grid-hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => browser.close())

const maya = cardAt('maya', '09:00', '09:50')
const lee = cardAt('lee', '09:00', '09:50', { therapistId: 't1', roomId: 'r1', clientName: 'Lee Park' })

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
  await nextFrames(page)
}

function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
}

describe('by keys a card', () => {
  it('goes by steps of time and by columns, and the focus goes with it', async () => {
    const page = await openDay(browser, [maya])
    await button(page, 'maya').focus()
    await press(page, 'Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowRight')
    expect(await ghost(page).innerText()).toContain('9:30')
    await press(page, 'Enter')
    expect(await movesOf(page)).toEqual(['maya 09:30-10:20 t1 r0'])
    expect(await focused(page)).toMatch(/^Maya Thompson, .*, Dr\. Okafor/)
  })

  it('is put back by Escape', async () => {
    const page = await openDay(browser, [maya])
    await button(page, 'maya').focus()
    await press(page, 'Alt+ArrowDown', 'ArrowDown', 'Escape')
    expect(await ghost(page).count()).toBe(0)
    expect(await movesOf(page)).toEqual([])
    expect(await focused(page)).toMatch(/^Maya Thompson/)
  })

  it('stays in hand where it cannot go, with the reason', async () => {
    const page = await openDay(browser, [maya, lee])
    await button(page, 'maya').focus()
    await press(page, 'Alt+ArrowRight', 'Enter')
    expect(await movesOf(page)).toEqual([])
    expect(await liveText(page).innerText()).toContain('Dr. Okafor is busy with Lee Park')
    await press(page, 'ArrowRight', 'Enter')
    expect(await movesOf(page)).toEqual(['maya 09:00-09:50 t2 r0'])
  })

  it('goes among rooms from a room, among therapists from a therapist', async () => {
    const page = await openDay(browser, [maya], { view: 'both' })
    await column(page, 'Room 1').locator('[data-card=maya]').focus()
    await press(page, 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Enter')
    expect(await movesOf(page)).toEqual(['maya 09:00-09:50 t0 r1'])
    expect(await columnOf(page.locator(':focus'))).toBe('Room 2')
  })

  it('is spoken at every step', async () => {
    const page = await openDay(browser, [maya])
    expect(await liveText(page).innerText()).toBe('')
    await button(page, 'maya').focus()
    await press(page, 'Alt+ArrowDown', 'Enter')
    await press(page, 'Control+z')
    expect(await page.evaluate(() => window.harness.said)).toEqual([
      'Moving Maya Thompson. Arrow keys choose time and column, Enter moves, Escape cancels.',
      '9:15 AM with Dr. Chen, Room 1',
      'Moving Maya Thompson to 9:15 AM with Dr. Chen, Room 1, saving.',
      'Maya Thompson moved to 9:15 AM with Dr. Chen, Room 1. Control Z takes it back.',
      'Undone: Maya Thompson is back at 9:00 AM with Dr. Chen, Room 1.',
    ])
  })
})

describe('by clicks alone a card', () => {
  it('is taken, put into a slot and confirmed', async () => {
    const page = await openDay(browser, [maya])
    await page.evaluate(() => window.harness.commands.liftCard('maya'))
    const slot = await spotOf(page, 'Dr. Haddad', '11:20')
    await page.mouse.click(slot.x, slot.y)
    await nextFrames(page)
    await page.getByRole('button', { name: 'Move to 11:15 AM with Dr. Haddad, Room 1' }).click()
    expect(await movesOf(page)).toEqual(['maya 11:15-12:05 t3 r0'])
  })

  it('is put back by Cancel, and the focus is where it was', async () => {
    const page = await openDay(browser, [maya])
    await page.evaluate(() => window.harness.commands.liftCard('maya'))
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await movesOf(page)).toEqual([])
    expect(await focused(page)).toMatch(/^Maya Thompson/)
  })

  it('cannot be confirmed where it cannot go', async () => {
    const page = await openDay(browser, [maya, lee])
    await page.evaluate(() => window.harness.commands.liftCard('maya'))
    const slot = await spotOf(page, 'Dr. Okafor', '09:20')
    await page.mouse.click(slot.x, slot.y)
    await nextFrames(page)
    expect(await page.getByRole('button', { name: /^Move to/ }).isDisabled()).toBe(true)
    expect(await page.getByRole('group', { name: 'Moving Maya Thompson' }).innerText()).toContain('Lee Park')
  })
})

describe('the keyboard', () => {
  it('finds one tab stop, and leaves by the next', async () => {
    const page = await openDay(browser, [maya, lee])
    expect(await page.locator('.calendar-grid [tabindex="0"]').count()).toBe(1)
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('button'), { id: 'after' })))
    await press(page, 'Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)).toBe(true)
    await press(page, 'ArrowDown', 'ArrowRight')
    expect(await page.locator('.calendar-grid [tabindex="0"]').count()).toBe(1)
    await press(page, 'Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('after')
    await press(page, 'Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)).toBe(true)
  })

  it('goes over slots and cards, to the ends of a row and of the day', async () => {
    const page = await openDay(browser, [maya, lee])
    await button(page, 'maya').focus()
    await press(page, 'ArrowRight')
    expect(await focused(page)).toMatch(/^Lee Park/)
    await press(page, 'ArrowDown')
    expect(await focused(page)).toBe('10:00 AM, Dr. Okafor, free')
    await press(page, 'End')
    expect(await focused(page)).toBe('10:00 AM, Dr. Haddad, free')
    await press(page, 'Home', 'PageUp')
    expect(await focused(page)).toMatch(/^Maya Thompson/)
    await press(page, 'PageDown', 'PageDown')
    expect(await focused(page)).toBe('11:00 AM, Dr. Chen, free')
    await press(page, 'Control+End')
    expect(await focused(page)).toBe('11:45 PM, Dr. Chen, free')
    await press(page, 'Control+Home')
    expect(await focused(page)).toBe('12:00 AM, Dr. Chen, free')
  })

  it('is never under the head or the axis', async () => {
    const page = await openDay(browser, [maya, lee], { therapists: 16 }, { viewport: { width: 900, height: 500 } })
    const head = (await page.locator('.grid-head').boundingBox())!
    const axis = (await page.locator('.grid-axis').boundingBox())!
    await button(page, 'maya').focus()
    for (const key of ['End', 'Control+End', 'Home', 'Control+Home', 'PageDown', 'End', 'PageUp', 'Home']) {
      await press(page, key)
      const box = (await page.locator(':focus').boundingBox())!
      expect(box.y).toBeGreaterThanOrEqual(head.y + head.height)
      expect(box.x).toBeGreaterThanOrEqual(axis.x + axis.width)
      expect(box.y + box.height).toBeLessThanOrEqual(500)
      expect(box.x + box.width).toBeLessThanOrEqual(900)
    }
  })

  it('opens a card and picks a slot by Enter', async () => {
    const page = await openDay(browser, [maya])
    await button(page, 'maya').focus()
    await press(page, 'Enter')
    expect(await page.evaluate(() => window.harness.opened)).toEqual(['maya'])
    await press(page, 'ArrowDown', 'Enter')
    const picked = await page.evaluate(() => window.harness.picked.map((slot) => [slot.resource.name, slot.startsAt]))
    expect(picked).toEqual([['Dr. Chen', Date.parse('2027-03-03T10:00:00-05:00')]])
  })
})
