import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeClient, makeRoom, makeTherapist, makeType } from '../support/world.ts'
import { byHand, type Daybook, expectSound, openDaybook } from './open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
  const { db } = daybook.database
  const { id } = daybook.office.clinic
  await makeTherapist(db, id, { name: 'Dr. Amelia Chen' })
  await makeRoom(db, id, { name: 'Oak' })
  await makeType(db, id, { name: 'Therapy session' })
  await makeClient(db, id, { name: 'Maya Alvarez' })
})
afterAll(() => daybook.close())

const desk = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const

const opened = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()
const heading = (name: string) => (page: Page) => page.getByRole('heading', { name }).waitFor()
const inOrder =
  (...acts: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const act of acts) await act(page)
  }

const pages: readonly {
  readonly path: string
  readonly what: string
  readonly act: (page: Page) => Promise<unknown>
}[] = [
  { what: 'signing in', path: '/sign-in', act: heading('Sign in') },
  { what: 'joining', path: '/join/a-token', act: heading('Choose a password') },
  { what: 'no such page', path: '/no-such-page', act: heading('There is no such page') },
  { what: 'the clients', path: '/clients', act: (page) => page.getByRole('table').waitFor() },
  { what: 'nobody found', path: '/clients?search=nobody', act: heading('Nobody fits') },
  {
    what: 'a client',
    path: '/clients',
    act: inOrder(opened('Maya Alvarez'), (page) => page.getByText('Nothing is booked.').waitFor()),
  },
  { what: 'the menu of the person', path: '/clients', act: (page) => page.getByText('account').click() },
  { what: 'the clinic', path: '/settings/clinic', act: (page) => page.getByLabel('Name').waitFor() },
  { what: 'a therapist', path: '/settings/therapists', act: opened('Dr. Amelia Chen') },
  { what: 'a room', path: '/settings/rooms', act: opened('Oak') },
  { what: 'an appointment type', path: '/settings/appointment-types', act: opened('Therapy session') },
  { what: 'the opening hours', path: '/settings/hours', act: (page) => page.getByText('Exceptions').waitFor() },
  { what: 'a new exception', path: '/settings/hours?open=new', act: heading('New exception') },
  { what: 'a refused closure', path: '/settings/closures?open=new', act: opened('Add closure') },
  { what: 'no locations', path: '/settings/locations', act: heading('No locations yet') },
  { what: 'a refused form', path: '/settings/rooms?open=new', act: opened('Add room') },
  { what: 'a new member', path: '/settings/members?open=new', act: heading('New member') },
  { what: 'no API keys', path: '/settings/api-keys', act: heading('No API keys yet') },
  { what: 'a new API key', path: '/settings/api-keys?open=new', act: heading('New API key') },
  { what: 'the audit log', path: '/settings/audit', act: heading('Audit log') },
]

it.each(pages)(
  '$what has nothing that axe-core finds wrong, and fits, on a desk and on a phone',
  async ({ path, act }) => {
    const page = await daybook.open(path, path === '/sign-in' ? undefined : daybook.office.admin, byHand)
    await act(page)
    await expectSound(page)
  },
)

describe('the theme', () => {
  it('follows the choice over that of the system, and is remembered', async () => {
    const page = await daybook.open('/clients', daybook.office.admin, desk)
    const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    await page.getByText('account').click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect.poll(scheme).toBe('dark')
    await page.reload()
    expect(await scheme()).toBe('dark')
    await page.getByText('account').click()
    await page.getByRole('menuitemradio', { name: 'As the system' }).click()
    await expect.poll(scheme).toBe('light dark')
  })
})

describe('the keyboard', () => {
  it('skips to the page', async () => {
    const page = await daybook.open('/clients', daybook.office.admin)
    await page.getByRole('table').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
  })
})
