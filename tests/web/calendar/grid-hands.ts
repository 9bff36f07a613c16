import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { Card } from '../../../web/calendar/store/book.ts'
import { openHarness } from '../../support/harness-page.ts'
import { makeCard } from './book-samples.ts'

const columnIds: Readonly<Record<string, string>> = {
  'Dr. Chen': 't0',
  'Dr. Okafor': 't1',
  'Dr. Lindqvist': 't2',
  'Dr. Haddad': 't3',
  'Room 1': 'r0',
  'Room 2': 'r1',
  'Room 3': 'r2',
}

export function column(page: Page, name: string): Locator {
  return page.locator(`[data-resource="${columnIds[name]}"]`)
}

/** The name at the head of the column in which the card, or what has the focus, stands. */
export async function columnOf(node: Locator): Promise<string | undefined> {
  const id = await node.evaluate((element) => element.closest<HTMLElement>('[data-resource]')?.dataset.resource)
  return Object.keys(columnIds).find((name) => columnIds[name] === id)
}

/** A card of Dr. Chen in Room 1, unless said otherwise. */
export function cardAt(id: string, start: string, end: string, more: Partial<Card> = {}): Card {
  return makeCard(id, start, end, { therapistId: 't0', roomId: 'r0', ...more })
}

/** A day of four therapists with these cards alone, on a page of its own if need be. */
export async function openDay(
  browser: Browser,
  cards: readonly Card[],
  wanted: Record<string, string | number> = {},
  own?: BrowserContextOptions,
): Promise<Page> {
  const page = await openHarness(browser, { therapists: 4, cards: 0, now: '07:10', ...wanted }, own)
  await page.evaluate(
    (all) => window.harness.book.apply(...all.map((card) => ({ kind: 'answer' as const, card }))),
    [...cards],
  )
  await nextFrames(page)
  return page
}

/** Everything asked for is drawn. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** The button of a card in a column of that kind. */
export function button(page: Page, id: string): Locator {
  return page.locator(`[data-card="${id}"]`)
}

export interface Spot {
  readonly x: number
  readonly y: number
}

/** Where a time of a column is in the window. */
export async function spotOf(page: Page, name: string, time: string): Promise<Spot> {
  const box = (await column(page, name).boundingBox())!
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return { x: box.x + box.width / 2, y: box.y + (hours * 60 + minutes) * (box.height / (24 * 60)) }
}

/** Takes a card by its time and holds it over another time; the offset is where in the card it is taken. */
export async function dragTo(page: Page, id: string, name: string, time: string, offset = 6): Promise<void> {
  const box = (await button(page, id).first().boundingBox())!
  await page.mouse.move(box.x + 30, box.y + offset)
  await page.mouse.down()
  const spot = await spotOf(page, name, time)
  await page.mouse.move(spot.x, spot.y + offset, { steps: 4 })
  await nextFrames(page)
}

export async function dropAt(page: Page, id: string, name: string, time: string): Promise<void> {
  await dragTo(page, id, name, time)
  await page.mouse.up()
  await nextFrames(page)
}

/** What was asked of the server: time and resources of each move, as the clinic's clocks have them. */
export async function movesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    window.harness.moves.map(({ id, to }) => {
      const clock = (at: number) =>
        new Date(at).toLocaleTimeString('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' })
      return `${id} ${clock(to.startsAt)}-${clock(to.endsAt)} ${to.therapistId} ${to.roomId}`
    }),
  )
}

export function liveText(page: Page): Locator {
  return page.locator('.calendar-grid > [role=status]')
}

export function ghost(page: Page): Locator {
  return page.locator('.ghost')
}
