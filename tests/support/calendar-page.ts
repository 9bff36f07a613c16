import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { Db } from '../../db/connect.ts'
import { type AppOptions, startApp, type TestApp } from './app.ts'
import { borrowBrowser } from './browser.ts'
import { MONDAY, makeDesk } from './desk.ts'
import { lendPage } from './lent-page.ts'
import { type TestDatabase, testDatabase } from './postgres.ts'
import { makePerson, type Person, sessionCookieOf } from './sign-in.ts'
import { builtWeb } from './web.ts'

/** Tuesday 3 March 2026, the day most tests look at; it is Monday morning. */
export const TUESDAY = '2026-03-03'

export type PageDesk = Awaited<ReturnType<typeof makeDesk>>
export type StaffedDesk = PageDesk & { readonly receptionist: Person }

export interface Screens {
  readonly app: TestApp
  readonly db: Db
  readonly database: TestDatabase
  readonly browser: Browser
  /** A clinic of its own, with a receptionist who can sign in. */
  newDesk(): Promise<StaffedDesk>
  /** A screen of its own on the day, signed in. */
  open(person: Person, options?: OpenOptions): Promise<Page>
  close(): Promise<void>
}

interface OpenOptions extends BrowserContextOptions {
  readonly path?: string
  /** Sees the page before it loads anything. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** The program as people have it: server, database, app, browser. */
export async function openScreens({ now = () => MONDAY, ...options }: AppOptions = {}): Promise<Screens> {
  const database: TestDatabase = await testDatabase()
  const [webRoot, browser] = await Promise.all([builtWeb(), borrowBrowser()])
  const app = await startApp(database, { now, webRoot, ...options })
  return {
    app,
    db: database.db,
    database,
    browser,
    async newDesk() {
      const desk = await makeDesk(app, database.db)
      const receptionist = await makePerson(database.db, desk.clinic.id, { role: 'receptionist', name: 'Rosa Quinn' })
      return { ...desk, receptionist }
    },
    async open(person, { path = `/calendar/${TUESDAY}`, prepare, ...options } = {}) {
      const viewport = { width: 1440, height: 900 }
      const wanted = { viewport, timezoneId: 'Europe/Berlin', ...options }
      const page = await lendPage(browser, wanted, prepare ? 'closed' : 'lent on')
      await page.clock.install({ time: now() })
      const [name = '', value = ''] = (await sessionCookieOf(database.db, person)).split('=', 2)
      await page.context().addCookies([{ name, value, url: app.url, httpOnly: true, sameSite: 'Strict' }])
      await prepare?.(page)
      await page.goto(app.url + path)
      return page
    },
    async close() {
      await browser.close()
      await app.close()
      await database.close()
    },
  }
}

interface Resource {
  readonly id: string
}

/** The card of the client in the column of the resource. */
export function cardIn(page: Page, resource: Resource, client: string): Locator {
  return columnOf(page, resource).locator('[data-card]', { hasText: client })
}

export function columnOf(page: Page, { id }: Resource): Locator {
  return page.locator(`.grid-column[data-resource="${id}"]`)
}

/** Clicks the slot at that wall-clock time, `14:30`, of a day of 24 hours. */
export async function clickSlot(page: Page, resource: Resource, time: string): Promise<void> {
  const column = columnOf(page, resource)
  await column.click({ position: { x: 40, y: (await heightOf(column, time)) + 2 } })
}

/** Drags the card onto the slot: its start goes where the slot starts. */
export async function dragTo(page: Page, card: Locator, resource: Resource, time: string): Promise<void> {
  const column = columnOf(page, resource)
  const down = await heightOf(column, time)
  const [from, target] = [(await card.boundingBox())!, (await column.boundingBox())!]
  // In the middle: the ends of a card stretch it.
  const grip = from.height / 2
  await page.mouse.move(from.x + 20, from.y + grip)
  await page.mouse.down()
  await page.mouse.move(from.x + 30, from.y + grip + 10)
  await page.mouse.move(target.x + 40, target.y + down + grip)
  await page.mouse.up()
}

async function heightOf(column: Locator, time: string): Promise<number> {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return ((hours * 60 + minutes) / (24 * 60)) * (await column.evaluate((element) => element.clientHeight))
}

/** Finds the client in the booking panel by name. */
export async function chooseClient(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Client' }).fill(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
}

/** Where the book says the appointment of the client is. */
export async function placeOf(desk: PageDesk, client: string) {
  const { appointments } = await desk.calendar()
  const found = appointments.find((each) => each.client.name === client)
  return found && { startsAt: found.startsAt, therapistId: found.therapist.id, roomId: found.room?.id ?? null }
}
