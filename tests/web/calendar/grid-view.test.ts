import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '../../../domain/zone.ts'
import { objectionsOf } from '../../support/axe.ts'
import { borrowBrowser } from '../../support/browser.ts'
import { openHarness } from '../../support/harness-page.ts'
import { button, cardAt, column, dropAt, ghost, nextFrames, openDay } from './grid-hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowBrowser()
})
afterAll(() => browser.close())

const maya = cardAt('maya', '09:00', '09:50')

describe('a card', () => {
  it('is named by client, service, time, therapist, room and status', async () => {
    const confirmed = { ...maya, confirmedAt: 1, overbooked: true, bufferAfterMinutes: 10 }
    const page = await openDay(browser, [
      confirmed,
      cardAt('bare', '13:00', '13:30', { roomId: null, status: 'noshow' }),
    ])
    expect(await button(page, 'maya').getAttribute('aria-label')).toBe(
      'Maya Thompson, Therapy, 9:00 AM to 9:50 AM, Dr. Chen, Room 1, booked, confirmed by the client, overbooked, 10 minutes kept free after',
    )
    expect(await button(page, 'bare').getAttribute('aria-label')).toBe(
      'Maya Thompson, Therapy, 1:00 PM to 1:30 PM, Dr. Chen, no room, no-show',
    )
  })

  it.each(['pending', 'arrived', 'fulfilled', 'noshow'] as const)(
    'that is %s wears an icon, not a colour alone',
    async (status) => {
      const page = await openDay(browser, [{ ...maya, status }])
      expect(await button(page, 'maya').evaluate((node) => getComputedStyle(node).backgroundImage)).toMatch(/^url\(/)
    },
  )

  it('has the minutes kept free hatched beyond its own time', async () => {
    const page = await openDay(browser, [
      { ...maya, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 },
      cardAt('b', '13:00', '13:50'),
    ])
    const [with_, without] = await Promise.all([button(page, 'maya').boundingBox(), button(page, 'b').boundingBox()])
    expect(Math.round(with_!.height - without!.height)).toBe(Math.round(15 * 1.2))
    expect(await button(page, 'maya').evaluate((node) => getComputedStyle(node).backgroundImage)).toContain('gradient')
  })

  it('too short for its words is still a target of 24 pixels with its gap', async () => {
    const page = await openDay(browser, [cardAt('short', '09:00', '09:05')], { hour: 48 })
    expect((await button(page, 'short').boundingBox())!.height).toBeGreaterThanOrEqual(22)
  })

  it('that overlaps another stands beside it', async () => {
    const page = await openDay(browser, [maya, cardAt('over', '09:20', '10:10', { overbooked: true })])
    const [left, right] = await Promise.all([button(page, 'maya').boundingBox(), button(page, 'over').boundingBox()])
    expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x)
  })
})

describe('a column', () => {
  it('shades what is closed and what is leave, each by its resource', async () => {
    const page = await openDay(browser, [])
    expect(await column(page, 'Dr. Chen').locator('.closed').count()).toBe(3)
    expect(await column(page, 'Dr. Chen').locator('.leave').count()).toBe(0)
    expect(await column(page, 'Dr. Lindqvist').locator('.leave').innerText()).toBe('Conference')
  })

  it('tells the load of its resource', async () => {
    const page = await openDay(browser, [maya, cardAt('b', '13:00', '16:10')])
    expect(await page.getByRole('columnheader', { name: /Dr\. Chen/ }).innerText()).toMatch(/4 h · 44%/)
  })

  it('is at least 120 pixels wide, and the rest scrolls under a head and an axis that stay', async () => {
    const page = await openHarness(browser, { therapists: 20 })
    const box = (await column(page, 'Dr. Chen').boundingBox())!
    expect(box.width).toBeGreaterThanOrEqual(120)
    await page.locator('.grid-scroll').evaluate((node) => node.scrollTo(800, 900))
    expect((await page.locator('.grid-head').boundingBox())!.y).toBe(0)
    expect((await page.locator('.grid-axis').boundingBox())!.x).toBe(0)
  })
})

describe('a day on which the clocks change', () => {
  it.each([
    ['2027-03-14', 23, ['12 AM', '1 AM', '3 AM']],
    ['2027-11-07', 25, ['12 AM', '1 AM', '1 AM', '2 AM']],
  ])('%s has %i hours on its axis', async (date, hours, first) => {
    const page = await openHarness(browser, { date, therapists: 2 })
    const labels = await page.locator('.grid-axis span').allInnerTexts()
    expect(labels).toHaveLength(hours)
    expect(labels.slice(0, first.length)).toEqual(first)
  })

  it('takes a card to the time that its axis shows', async () => {
    const [date, zone] = ['2027-03-14', 'America/New_York']
    const start = instantOf(date, '01:00', zone)
    const page = await openDay(browser, [{ ...maya, startsAt: start, endsAt: start + 50 * 60_000 }], { date })
    await page.locator('.grid-scroll').evaluate((node) => node.scrollTo(0, 0))
    const card = (await button(page, 'maya').boundingBox())!
    await page.mouse.move(card.x + 20, card.y + 10)
    await page.mouse.down()
    await page.mouse.move(card.x + 20, card.y + 10 + 72)
    await nextFrames(page)
    expect(await ghost(page).innerText()).toContain('3:00 – 3:50')
    await page.mouse.up()
    const moved = await page.evaluate(() => window.harness.moves[0]?.to.startsAt)
    expect(moved).toBe(instantOf(date, '03:00', zone))
  })
})

it('keeps the clinic’s time in a browser of another zone', async () => {
  const page = await openDay(browser, [maya], {}, { timezoneId: 'Asia/Tokyo' })
  expect(await button(page, 'maya').getAttribute('aria-label')).toContain('9:00 AM to 9:50 AM')
  await dropAt(page, 'maya', 'Dr. Okafor', '11:00')
  expect(await page.evaluate(() => window.harness.moves[0]?.to.startsAt)).toBe(Date.parse('2027-03-03T16:00:00Z'))
})

it.each(['light', 'dark'])('has nothing that axe objects to, in %s', async (theme) => {
  const page = await openHarness(browser, { theme, view: 'both', therapists: 6 })
  expect(await objectionsOf(page, { part: '#app' })).toEqual([])
})
