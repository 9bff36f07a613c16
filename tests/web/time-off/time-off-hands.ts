import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask } from '../../support/app.ts'
import { type Screens, type StaffedDesk } from '../../support/calendar-page.ts'
import { makePerson, type Person, sessionCookieOf } from '../../support/sign-in.ts'

export const TEN = '2026-03-03T15:00:00.000Z'
export const ONE = '2026-03-03T18:00:00.000Z'

export type Staff = StaffedDesk & { readonly therapist: Person }

/** A desk whose Dr. Chen signs in herself. */
export async function newStaff(screens: Screens): Promise<Staff> {
  const desk = await screens.newDesk()
  const therapist = await makePerson(screens.db, desk.clinic.id, {
    ...{ role: 'therapist', name: 'Dr. Chen', therapistId: desk.chen.id },
  })
  return { ...desk, therapist }
}

export function panelOf(page: Page, name: string | RegExp): Locator {
  return page.getByRole('complementary', { name })
}

export const toast = (page: Page) => page.locator('.toast')

export async function expectFocus(locator: Locator): Promise<void> {
  await expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true)
}

/** Dr. Chen asks for Tuesday off. */
async function askForTuesday(page: Page, note = 'My sister marries'): Promise<void> {
  await page.getByRole('button', { name: 'Ask for time off' }).first().click()
  const panel = panelOf(page, 'Ask for time off')
  await panel.getByLabel('First day').fill('2026-03-03')
  await panel.getByLabel('Reason').selectOption('Personal')
  await panel.getByLabel('Cover').selectOption('Dr. Okafor')
  await panel.getByLabel('Note').fill(note)
  await panel.getByRole('button', { name: 'Ask for time off' }).click()
  await panel.waitFor({ state: 'detached' })
}

export async function requestTuesday(screens: Screens, staff: Staff): Promise<Page> {
  const page = await screens.open(staff.therapist, { path: '/time-off' })
  await askForTuesday(page)
  return page
}

const REQUEST = `mutation ($input: RequestTimeOffInput!) { requestTimeOff(input: $input) { __typename } }`

/** The same without her page. */
export async function requestedTuesday({ app, db }: Screens, { chen, okafor, therapist }: Staff): Promise<void> {
  const day = { startsAt: '2026-03-03T05:00:00Z', endsAt: '2026-03-04T05:00:00Z', reason: 'PERSONAL' }
  const input = { resourceId: chen.id, ...day, coverTherapistId: okafor.id, note: 'My sister marries' }
  const { data } = await ask(app, await sessionCookieOf(db, therapist), REQUEST, { input })
  expect(data).toEqual({ requestTimeOff: { __typename: 'TimeOffRequested' } })
}

export function openList(screens: Screens, staff: Staff): Promise<Page> {
  return screens.open(staff.receptionist, { path: '/time-off' })
}
