import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, localDateOf } from '../../../domain/zone.ts'
import { makeRoom, makeTherapist } from '../../support/world.ts'
import { type Daybook, expectNoViolation, openDaybook } from '../open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

const soon = addDays(localDateOf(Date.now(), 'America/New_York'), 9)
const asAdmin = (path: string) => daybook.open(path, daybook.office.admin)

async function fill(page: Page, entries: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(entries)) await page.getByLabel(label).fill(value)
}

describe('a closure', () => {
  it('is added, shown by its name in every column of its days, changed and removed', async () => {
    const { db } = daybook.database
    const therapist = await makeTherapist(db, daybook.office.clinic.id, { name: 'Dr. Chen' })
    const room = await makeRoom(db, daybook.office.clinic.id, { name: 'Oak' })
    const page = await asAdmin('/settings/closures')
    await page.getByRole('heading', { name: 'No closures ahead' }).waitFor()
    await page.getByRole('button', { name: 'New closure' }).click()
    await fill(page, { Name: 'Winter break', 'First day': soon })
    await page.getByRole('button', { name: 'Add closure' }).click()
    await page.getByRole('row', { name: 'Winter break' }).getByText('All day').waitFor()

    const day = await asAdmin(`/calendar/${soon}?show=both`)
    for (const { id } of [therapist, room])
      await day.locator(`[data-resource="${id}"]`).getByText('Closed: Winter break').waitFor()
    await day.getByRole('columnheader', { name: /Oak.*closed for Winter break/ }).waitFor()
    await expectNoViolation(day)

    await page.getByRole('button', { name: 'Winter break' }).click()
    await page.getByLabel('All day').uncheck()
    await fill(page, { Name: 'Staff meeting', From: '12:00', Until: '14:00' })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: 'Staff meeting' }).getByText('12:00 PM – 2:00 PM').waitFor()
    await day.getByText('Closed: Staff meeting').first().waitFor()

    await page.getByRole('button', { name: 'Staff meeting' }).click()
    await page.getByRole('button', { name: 'Remove this closure' }).click()
    await expectNoViolation(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('status').getByText('Staff meeting is removed.').waitFor()
    await page.getByRole('heading', { name: 'No closures ahead' }).waitFor()
    await day.getByText('Closed: Staff meeting').first().waitFor({ state: 'detached' })
  })

  it('says at the field what cannot be', async () => {
    const page = await asAdmin('/settings/closures?open=new')
    await page.getByRole('button', { name: 'Add closure' }).click()
    expect(await page.getByText('Choose a date.').count()).toBe(2)
    await fill(page, { Name: 'Holiday', 'First day': soon, 'Last day': addDays(soon, -1) })
    await page.getByRole('button', { name: 'Add closure' }).click()
    await page.getByText('The last day must not be before the first.').waitFor()
    await expect.poll(() => page.getByLabel('Last day').getAttribute('aria-invalid')).toBe('true')
  })
})

describe('a location', () => {
  it('is added, given to a room, and cannot be archived while rooms are there', async () => {
    await makeRoom(daybook.database.db, daybook.office.clinic.id, { name: 'Maple' })
    const page = await asAdmin('/settings/locations')
    await page.getByRole('heading', { name: 'No locations yet' }).waitFor()
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'New location' }).click()
    await fill(page, { Name: 'Harbor East', Address: '12 Wharf Street, Boston' })
    await page.getByRole('button', { name: 'Add location' }).click()
    await page.getByRole('row', { name: 'Harbor East' }).getByText('12 Wharf Street').waitFor()

    await page.goto('/settings/rooms')
    await page.getByRole('button', { name: 'Maple' }).click()
    await page.getByLabel('Location').selectOption('Harbor East')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: 'Maple' }).getByText('Harbor East').waitFor()

    await page.goto('/settings/locations')
    await page.getByRole('button', { name: 'Harbor East' }).click()
    await page.getByRole('button', { name: 'More about Harbor East' }).click()
    await page.getByRole('menuitem', { name: 'Archive' }).click()
    await page.getByRole('alert').getByText('Harbor East still has 1 room.').waitFor()
  })
})
