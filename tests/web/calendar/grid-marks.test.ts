import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, LoggedChange } from '../../../web/calendar/store/apply-change.ts'
import type { Card } from '../../../web/calendar/store/book.ts'
import { type CardMark, unmarked } from '../../../web/calendar/store/mark.ts'
import { borrowBrowser } from '../../support/browser.ts'
import { button, cardAt, nextFrames, openDay } from './grid-hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => browser.close())

function told(mark: Partial<CardMark>, more: Partial<Card> = {}, end = '09:50'): Card {
  return cardAt('maya', '09:00', end, { ...more, mark: { ...unmarked, version: 1, ...mark } })
}

/** What stands on the card, as pictures: `message-late`. */
function iconsOf(page: Page): Promise<string[]> {
  return button(page, 'maya').evaluate((node) => {
    const images = decodeURIComponent(getComputedStyle(node).backgroundImage)
    return [...images.matchAll(/<title>(.+?)<\/title>/g)].map(([, name]) => name!)
  })
}

async function hear(page: Page, actor: Actor, mark: Partial<CardMark>, more: Partial<Card> = {}): Promise<void> {
  const card = await page.evaluate(() => window.harness.card('maya')!)
  const next = { ...card, ...more, mark: { ...card.mark, version: card.mark.version + 1, ...mark } }
  const change: LoggedChange = {
    kind: 'card',
    card: next,
    cursor: String(100 + next.mark.version),
    actor,
    clientMutationId: null,
  }
  await page.evaluate((heard) => window.harness.book.apply(heard), change)
  await nextFrames(page)
}

async function saidIn(page: Page): Promise<string[]> {
  await page.waitForFunction(() => window.harness.said.length > 0)
  return page.evaluate(() => window.harness.said)
}

const client: Actor = { kind: 'CLIENT', name: 'Maya Thompson' }
const system: Actor = { kind: 'SYSTEM', name: 'Daybook' }

describe('what became of its messages', () => {
  it.each<[Partial<CardMark>, string, string]>([
    [{ state: 'failed' }, 'message not sent', 'message not sent'],
    [{ state: 'delivered', reply: 'reschedule_requested' }, 'asks for another time', 'asks for another time'],
    [{ state: 'delivered', unread: 2 }, 'new message', '2 unread messages'],
    [{ state: 'delivered', lateMinutes: 15 }, 'late', 'says to be 15 minutes late'],
    [{ state: 'delivered', reply: 'confirmed' }, 'confirmed by reply', 'confirmed by reply'],
    [{ state: 'delivered' }, 'message delivered', 'message delivered'],
    [{ state: 'sent' }, 'message sent', 'message sent'],
  ])('%o is an icon on the card and words in its name', async (mark, icon, words) => {
    const page = await openDay(browser, [told(mark)])
    expect(await iconsOf(page)).toEqual([icon])
    expect(await button(page, 'maya').getAttribute('aria-label')).toContain(`, ${words}`)
  })

  it('has one icon on a short card: what waits for somebody, else what stood there before', async () => {
    const short = { confirmedAt: 1, overbooked: true }
    const waiting = await openDay(browser, [told({ unread: 1 }, short, '09:15')])
    expect(await iconsOf(waiting)).toEqual(['new message'])
    const quiet = await openDay(browser, [told({ state: 'delivered' }, { confirmedAt: 1 }, '09:15')])
    expect(await iconsOf(quiet)).toEqual(['confirmed'])
  })

  it('stands beside what else the card says, and beneath no word of it', async () => {
    const page = await openDay(browser, [told({ lateMinutes: 5 }, { confirmedAt: 1, bufferAfterMinutes: 10 })])
    expect(await iconsOf(page)).toEqual(['confirmed', 'late'])
    expect(await button(page, 'maya').getAttribute('data-more')).toMatch(/^5 min late · /)
    expect(await button(page, 'maya').evaluate((node) => getComputedStyle(node).paddingRight)).toBe('22px')
  })
})

describe('a reply that arrives while one looks at the day', () => {
  it('is on the card and is said, with the client and the place', async () => {
    const page = await openDay(browser, [told({ state: 'delivered' })])
    await hear(page, client, { reply: 'reschedule_requested', repliedAt: 1 })
    expect(await iconsOf(page)).toEqual(['asks for another time'])
    expect(await saidIn(page)).toEqual(['Maya Thompson, 9:00 AM with Dr. Chen, Room 1: asks for another time.'])
    await page.locator('.card-flash').waitFor()
  })

  it('that confirms is said as such, though the appointment changes with it', async () => {
    const page = await openDay(browser, [told({ state: 'delivered' })])
    await hear(page, client, { reply: 'confirmed', repliedAt: 1 }, { version: 2, confirmedAt: 1 })
    expect(await saidIn(page)).toEqual(['Maya Thompson, 9:00 AM with Dr. Chen, Room 1: confirmed by reply.'])
  })

  it('is not said when it is only that messages went out or were read; a failure is', async () => {
    const page = await openDay(browser, [told({ state: 'scheduled', unread: 1 })])
    await hear(page, system, { state: 'sent' })
    await hear(page, { kind: 'MEMBER', name: 'Rosa Lind' }, { unread: 0 })
    await hear(page, system, { state: 'failed' })
    expect(await saidIn(page)).toEqual(['Maya Thompson, 9:00 AM with Dr. Chen, Room 1: message not sent.'])
    expect(await page.locator('.card-flash').count()).toBe(0)
  })
})
