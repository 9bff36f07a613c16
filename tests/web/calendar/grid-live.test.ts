import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../../web/calendar/store/book.ts'
import { borrowBrowser } from '../../support/browser.ts'
import { at, removal, upsert } from './book-samples.ts'
import { button, cardAt, column, dragTo, ghost, liveText, movesOf, nextFrames, openDay } from './grid-hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => browser.close())

const maya = cardAt('maya', '09:00', '09:50')
const lee = cardAt('lee', '12:00', '12:50', { therapistId: 't1', roomId: 'r1', clientName: 'Lee Park' })

async function hear(page: Page, ...changes: ReturnType<typeof upsert>[]): Promise<void> {
  await page.evaluate((all) => window.harness.book.apply(...all), changes)
  await nextFrames(page)
}

function changed(card: Card, cursor: string, more: Partial<Card>): ReturnType<typeof upsert> {
  return upsert(cursor, { ...card, version: Number(cursor), ...more })
}

describe('while a card is dragged', () => {
  it('a change of another card is shown and harms nothing', async () => {
    const page = await openDay(browser, [maya, lee])
    await dragTo(page, 'maya', 'Dr. Lindqvist', '11:00')
    await hear(page, changed(lee, '101', { therapistId: 't2', startsAt: at('13:00'), endsAt: at('13:50') }))
    expect(await button(page, 'lee').count()).toBe(1)
    expect(await ghost(page).count()).toBe(1)
    await page.mouse.up()
    expect(await movesOf(page)).toEqual(['maya 11:00-11:50 t2 r0'])
  })

  it('a change that takes the place it is over says so at once', async () => {
    const page = await openDay(browser, [maya, lee])
    await dragTo(page, 'maya', 'Dr. Lindqvist', '11:00')
    await hear(page, changed(lee, '101', { therapistId: 't2', startsAt: at('11:00'), endsAt: at('11:50') }))
    expect(await ghost(page).innerText()).toContain('Dr. Lindqvist is busy with Lee Park')
  })

  it('a change of that card moves what is in hand, once, and is what the move is made from', async () => {
    const page = await openDay(browser, [maya])
    await dragTo(page, 'maya', 'Dr. Chen', '11:00')
    await hear(page, changed(maya, '101', { startsAt: at('09:30'), endsAt: at('10:00') }))
    expect(await ghost(page).innerText()).toContain('11:30')
    expect(await button(page, 'maya').count()).toBe(1)
    await page
      .getByText(/ moved Maya .* to 9:30 AM .*\. What you have in hand goes on from there\./)
      .first()
      .waitFor()
    await page.mouse.up()
    expect(await movesOf(page)).toEqual(['maya 11:30-12:00 t0 r0'])
    expect(await page.evaluate(() => window.harness.moves[0]?.expectedVersion)).toBe(101)
  })

  it('its removal ends the drag and is said', async () => {
    const page = await openDay(browser, [maya])
    await dragTo(page, 'maya', 'Dr. Chen', '11:00')
    await hear(page, removal('101', 'maya'))
    expect(await ghost(page).count()).toBe(0)
    expect(await button(page, 'maya').count()).toBe(0)
    await page.mouse.up()
    expect(await movesOf(page)).toEqual([])
    expect(await page.evaluate(() => window.harness.said)).toContain(
      'Maya Thompson was taken off the calendar while you were moving it.',
    )
  })
})

describe('a change by somebody else', () => {
  it('that is old or repeated changes nothing on the screen', async () => {
    const page = await openDay(browser, [maya])
    const newer = changed(maya, '105', { startsAt: at('10:00'), endsAt: at('10:50') })
    await hear(page, newer)
    const before = await page.locator('.grid-columns').innerHTML()
    await hear(page, newer, changed(maya, '104', { startsAt: at('15:00'), endsAt: at('15:50') }))
    expect((await page.locator('.grid-columns').innerHTML()).replace(/<span class="card-flash.*?<\/span>/, '')).toBe(
      before.replace(/<span class="card-flash.*?<\/span>/, ''),
    )
  })

  it('keeps the button of a card that stays in its column', async () => {
    const page = await openDay(browser, [maya])
    const node = await button(page, 'maya').elementHandle()
    await hear(page, changed(maya, '101', { startsAt: at('10:00'), endsAt: at('10:50') }))
    expect(await button(page, 'maya').evaluate((now, before) => now === before, node)).toBe(true)
  })

  it('lights the card up with the initials of who did it, and is spoken', async () => {
    const page = await openDay(browser, [maya])
    await hear(page, changed(maya, '101', { startsAt: at('10:00'), endsAt: at('10:50') }))
    expect(await page.locator('.card-flash').innerText()).toBe('RL')
    await page.waitForFunction(() => window.harness.said.length > 0)
    expect(await liveText(page).innerText()).toBe('Rosa Lind moved Maya Thompson to 10:00 AM with Dr. Chen, Room 1.')
  })

  it('is counted, not read out, when there are many', async () => {
    const cards = Array.from({ length: 20 }, (_, index) =>
      cardAt(`c${index}`, '09:00', '09:30', { therapistId: `t${index % 4}`, roomId: null }),
    )
    const page = await openDay(browser, cards)
    await hear(page, ...cards.map((card, index) => changed(card, String(101 + index), { startsAt: at('08:30') })))
    await page.waitForFunction(() => window.harness.said.length > 0)
    expect(await liveText(page).innerText()).toBe('20 changes on the calendar.')
    expect(await page.locator('.card-flash').count()).toBe(0)
  })

  it('takes the focus along with the card that has it, and scrolls nothing', async () => {
    const page = await openDay(browser, [maya])
    await button(page, 'maya').focus()
    const scrolled = await page.locator('.grid-scroll').evaluate((node) => node.scrollTop)
    await hear(page, changed(maya, '101', { therapistId: 't2', startsAt: at('22:00'), endsAt: at('22:50') }))
    expect(await button(page, 'maya').evaluate((node) => node === document.activeElement)).toBe(true)
    expect(await page.locator('.grid-scroll').evaluate((node) => node.scrollTop)).toBe(scrolled)
    await hear(page, removal('102', 'maya'))
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/Dr\. Chen, free$/)
  })

  it('of hours off closes the column, with its reason', async () => {
    const page = await openDay(browser, [])
    const timeOff = { id: 'sick', version: 1, resourceId: 't0', start: at('13:00'), end: at('17:00'), reason: 'sick' }
    await page.evaluate(
      (leave) =>
        window.harness.book.apply({
          kind: 'timeOff',
          cursor: '101',
          timeOff: { ...leave, approved: true },
          actor: { kind: 'MEMBER', name: 'Rosa Lind' },
          clientMutationId: null,
        }),
      timeOff,
    )
    await nextFrames(page)
    expect(await column(page, 'Dr. Chen').locator('.leave').innerText()).toBe('Sick')
  })
})
