import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardIn, dragTo, openScreens, type Screens, type StaffedDesk } from '../support/calendar-page.ts'
import { openGroupOn } from '../support/session-group.ts'
import { makePerson } from '../support/sign-in.ts'
import { expectNoViolation } from './open-daybook.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})

afterAll(() => screens.close())

const openGroup = (more: Record<string, unknown> = {}) => openGroupOn(screens, more)

async function openDay(desk: StaffedDesk, view = 'both'): Promise<Page> {
  const page = await screens.open(desk.receptionist, { path: `/calendar/2026-03-03?show=${view}` })
  await page.getByText('Live', { exact: true }).waitFor()
  return page
}

function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Teen DBT' })
}

describe('a session on the day', () => {
  it('stands in the columns of both who run it and of its room, and says what it is without its looks', async () => {
    const { desk } = await openGroup()
    const page = await openDay(desk)
    for (const resource of [desk.chen, desk.okafor, desk.oak]) await cardIn(page, resource, 'Teen DBT').waitFor()
    const card = cardIn(page, desk.chen, 'Teen DBT')
    expect(await card.getAttribute('aria-label')).toBe(
      'Teen DBT, Group therapy, 3:00 PM to 4:00 PM, Dr. Chen and Dr. Okafor, Oak, 0 of 2 places taken, draft',
    )
    expect(await card.getAttribute('data-more')).toBe('Draft · 0/2 places · Oak · C, O')
    await expectNoViolation(page)
  })

  it('is looked at and opened: who runs it, where, and what places are left', async () => {
    const { desk } = await openGroup()
    const page = await openDay(desk)
    const card = cardIn(page, desk.okafor, 'Teen DBT')
    await card.hover()
    await page.clock.runFor(600)
    const peek = page.getByRole('tooltip')
    await peek.getByText('Dr. Chen, Dr. Okafor · Oak').waitFor()
    await peek.getByText('0 of 2 places taken · 2 left · draft').waitFor()
    await card.click()
    await panelOf(page).getByText('Dr. Chen, Dr. Okafor').waitFor()
    await panelOf(page).getByText('0 of 2 places taken').waitFor()
    await expectNoViolation(page)
    await page.reload()
    await panelOf(page).getByText('Dr. Chen, Dr. Okafor').waitFor()
    await panelOf(page).getByRole('link', { name: 'Open event' }).click()
    await page.waitForURL('**/groups/*')
    await page.getByRole('heading', { name: 'Teen DBT' }).first().waitFor()
  })

  it('is only looked at by a therapist who does not run it', async () => {
    const { desk, lind } = await openGroup()
    const therapist = { role: 'therapist', name: 'Hannah Lindqvist', therapistId: lind.id } as const
    const person = await makePerson(screens.db, desk.clinic.id, therapist)
    const page = await screens.open(person)
    await cardIn(page, desk.chen, 'Teen DBT').click()
    await panelOf(page).getByText('You may move the events you run only.').waitFor()
    expect(await panelOf(page).getByRole('button', { name: 'Cancel…' }).count()).toBe(0)
    expect(await panelOf(page).getByRole('region', { name: 'Who comes' }).count()).toBe(0)
    expect(await panelOf(page).getByRole('link', { name: 'Attendance' }).count()).toBe(0)
  })

  it('is for a therapist to move who runs the event, though another runs this session', async () => {
    const { desk, lind, move, place } = await openGroup({ rrule: 'FREQ=WEEKLY;COUNT=2' })
    await move({ facilitatorIds: [lind.id] })
    const therapist = { role: 'therapist', name: 'Amelia Chen', therapistId: desk.chen.id } as const
    const page = await screens.open(await makePerson(screens.db, desk.clinic.id, therapist))
    await page.getByText('Live', { exact: true }).waitFor()
    await dragTo(page, cardIn(page, lind, 'Teen DBT'), lind, '14:00')
    await page.getByRole('dialog').getByRole('button', { name: 'Move this one' }).click()
    await expect.poll(place).toBe('2026-03-03T19:00 Hannah Lindqvist Oak')
    await cardIn(page, lind, 'Teen DBT').click()
    await panelOf(page).getByRole('region', { name: 'Who comes' }).waitFor()
    await panelOf(page).getByRole('link', { name: 'Attendance' }).waitFor()
  })

  it('is marked where somebody who runs it is away, unless the desk said that it takes place all the same', async () => {
    const { desk, leave, move } = await openGroup()
    await leave(desk.okafor.id)
    const page = await openDay(desk)
    const card = cardIn(page, desk.chen, 'Teen DBT')
    await expect.poll(() => card.getAttribute('aria-label')).toContain('on leave time')
    await card.click()
    await panelOf(page).getByText('On leave time. Dr. Okafor is away: sick.').waitFor()
    await panelOf(page).getByRole('link', { name: 'Open event' }).click()
    await page.getByText('On leave time: somebody who runs it, or its room, is away').waitFor()
    await page.goBack()
    await move({ roomId: desk.elm.id, override: ['ON_TIME_OFF'], overrideReason: 'She comes in for it' })
    await expect.poll(() => card.getAttribute('aria-label')).toContain('Elm')
    expect(await card.getAttribute('aria-label')).not.toContain('on leave time')
  })
})

describe('a session is moved', () => {
  it('in time with all who run it, and taken back', async () => {
    const { desk, place } = await openGroup()
    const page = await openDay(desk)
    await dragTo(page, cardIn(page, desk.okafor, 'Teen DBT'), desk.okafor, '16:00')
    await page.getByText('Teen DBT moved to 4:00 PM with Dr. Chen and Dr. Okafor, Oak.').first().waitFor()
    expect(await place()).toBe('2026-03-03T21:00 Dr. Chen, Dr. Okafor Oak')
    await page.keyboard.press('Control+z')
    await expect.poll(place).toBe('2026-03-03T20:00 Dr. Chen, Dr. Okafor Oak')
  })

  it('to another of those who run it over their columns, to another room over rooms', async () => {
    const { desk, lind, place } = await openGroup()
    const page = await openDay(desk)
    await dragTo(page, cardIn(page, desk.okafor, 'Teen DBT'), lind, '15:00')
    await expect.poll(place).toBe('2026-03-03T20:00 Dr. Chen, Hannah Lindqvist Oak')
    await cardIn(page, lind, 'Teen DBT').waitFor()
    await cardIn(page, desk.okafor, 'Teen DBT').waitFor({ state: 'detached' })
    await dragTo(page, cardIn(page, desk.oak, 'Teen DBT'), desk.elm, '15:00')
    await expect.poll(place).toBe('2026-03-03T20:00 Dr. Chen, Hannah Lindqvist Elm')
  })

  it('by an exact time, on another day, with other people and another room; what stands against it is said', async () => {
    const { desk, lind, read } = await openGroup({ rrule: 'FREQ=WEEKLY;COUNT=2' })
    await desk.book({ startsAt: '2026-03-05T20:00:00Z', therapistId: lind.id })
    const page = await openDay(desk)
    await cardIn(page, desk.chen, 'Teen DBT').click()
    await panelOf(page).getByRole('button', { name: 'Change time…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Change time' })
    await dialog.getByLabel('Day').fill('2026-03-05')
    await dialog.getByLabel('Dr. Okafor').uncheck()
    await dialog.getByLabel('Hannah Lindqvist').check()
    await dialog.getByText(/^Hannah Lindqvist is busy with/).waitFor()
    const instead = dialog.getByRole('list', { name: 'Instead' }).getByRole('button')
    expect(await instead.first().innerText()).toContain('with Dr. Chen and Hannah Lindqvist')
    await expectNoViolation(page)
    await dialog.getByLabel('Start').fill('11:15')
    expect(await dialog.getByLabel('End').inputValue()).toBe('12:15')
    await dialog.getByLabel('Room').selectOption({ label: 'Elm' })
    await dialog.getByRole('button', { name: 'Move to Thu, Mar 5, 11:15 AM' }).click()
    const scope = page.getByRole('dialog', { name: 'Move Teen DBT' })
    await scope.getByRole('button', { name: 'Move this one' }).click()
    await dialog.waitFor({ state: 'detached' })
    await panelOf(page).getByText('Thu, Mar 5, 2026, 11:15 AM – 12:15 PM').waitFor()
    const [first, second] = await read()
    expect(first).toMatchObject({ startsAt: '2026-03-05T16:15:00.000Z', room: { name: 'Elm' } })
    expect(first?.facilitators.map((each) => each.name)).toEqual(['Dr. Chen', 'Hannah Lindqvist'])
    expect(second?.startsAt).toBe('2026-03-10T19:00:00.000Z')
  })

  it('by keys alone, with the focus on it', async () => {
    const { desk, place } = await openGroup()
    const page = await openDay(desk)
    await cardIn(page, desk.chen, 'Teen DBT').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Enter')
    await page
      .getByText(/^Teen DBT moved to 2:\d\d PM with Dr. Chen and Dr. Okafor/)
      .first()
      .waitFor()
    expect(await place()).not.toContain('T20:00')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toContain('Teen DBT')
  })

  it('not to where it cannot be: the server says why and what else, with the same people', async () => {
    const { desk, place } = await openGroup()
    const page = await openDay(desk)
    await dragTo(page, cardIn(page, desk.chen, 'Teen DBT'), desk.chen, '19:00')
    const bar = page.getByRole('region', { name: 'The move was refused' })
    const offer = bar.getByRole('button', { name: /^Move to .* with Dr\. Chen and Dr\. Okafor/ })
    await offer.first().waitFor()
    expect(await offer.count()).toBeGreaterThanOrEqual(2)
    expect(await bar.getByRole('button', { name: /^Hold/ }).count()).toBe(0)
    expect(await place()).toBe('2026-03-03T20:00 Dr. Chen, Dr. Okafor Oak')
    await expectNoViolation(page)
    await offer.first().click()
    await expect.poll(place).not.toBe('2026-03-03T20:00 Dr. Chen, Dr. Okafor Oak')
  })

  it('of an event that repeats, alone or with those that follow, as one says', async () => {
    const { desk, read } = await openGroup({ rrule: 'FREQ=WEEKLY;COUNT=4' })
    const starts = async () => (await read()).map((each) => each.startsAt.slice(5, 16))
    expect(await starts()).toEqual(['03-03T20:00', '03-10T19:00', '03-17T19:00', '03-24T19:00'])
    const page = await openDay(desk)
    await dragTo(page, cardIn(page, desk.chen, 'Teen DBT'), desk.chen, '14:00')
    const dialog = page.getByRole('dialog', { name: 'Move Teen DBT' })
    await dialog.getByLabel('This and all that follow').check()
    await expectNoViolation(page)
    await dialog.getByRole('button', { name: 'Move 4 sessions' }).click()
    await page.getByText('Teen DBT: 4 sessions moved.').first().waitFor()
    expect(await starts()).toEqual(['03-03T19:00', '03-10T18:00', '03-17T18:00', '03-24T18:00'])
    await dragTo(page, cardIn(page, desk.chen, 'Teen DBT'), desk.chen, '13:00')
    await dialog.getByRole('button', { name: 'Move this one' }).click()
    await expect.poll(starts).toEqual(['03-03T18:00', '03-10T18:00', '03-17T18:00', '03-24T18:00'])
  })
})

describe('the places of a session', () => {
  it('are on every screen as soon as they are taken, with nothing said or lit up, and so is who comes', async () => {
    const { desk, publish, register } = await openGroup()
    await publish()
    const page = await openDay(desk)
    const card = cardIn(page, desk.chen, 'Teen DBT')
    await card.click()
    const roster = panelOf(page).getByRole('region', { name: 'Who comes' })
    await roster.getByText('Nobody yet.').waitFor()
    await register('Ana Diaz')
    await panelOf(page).getByText('1 of 2 places taken').waitFor()
    await roster.getByText('Ana Diaz').waitFor()
    expect(await card.getAttribute('aria-label')).toContain('1 of 2 places taken, as planned')
    expect(await page.locator('.card-flash').count()).toBe(0)
    await expectNoViolation(page)

    await page.keyboard.press('Escape')
    await cardIn(page, desk.okafor, 'Teen DBT').hover()
    await page.clock.runFor(600)
    const peek = page.getByRole('tooltip')
    await peek.getByText('1 of 2 places taken · 1 left').waitFor()
    await peek.getByText('Ana Diaz').waitFor()
  })
})

describe('on two screens', () => {
  it('a session that is moved on one goes to its place on the other, which says so and lights it up', async () => {
    const { desk } = await openGroup()
    const [mine, theirs] = [await openDay(desk), await openDay(desk)]
    await cardIn(theirs, desk.chen, 'Teen DBT').waitFor()
    const lit = theirs.locator('.card-flash').first().waitFor({ state: 'attached' })
    await dragTo(mine, cardIn(mine, desk.chen, 'Teen DBT'), desk.chen, '13:00')
    await expect
      .poll(() => cardIn(theirs, desk.chen, 'Teen DBT').getAttribute('aria-label'))
      .toContain('1:00 PM to 2:00 PM')
    await lit
    await theirs.clock.runFor(500)
    await theirs.getByText('Rosa Quinn moved Teen DBT to 1:00 PM with Dr. Chen and Dr. Okafor, Oak.').first().waitFor()
  })

  it('it leaves both when it is cancelled with a note, and comes back to both when that is undone', async () => {
    const { desk, place } = await openGroup()
    const [mine, theirs] = [await openDay(desk), await openDay(desk)]
    await cardIn(mine, desk.chen, 'Teen DBT').click()
    await panelOf(mine).getByRole('button', { name: 'Cancel…' }).click()
    const dialog = mine.getByRole('dialog', { name: 'Cancel this session?' })
    await dialog.getByLabel('Note').fill('The heating is broken.')
    await expectNoViolation(mine)
    await dialog.getByRole('button', { name: 'Cancel the session' }).click()
    for (const page of [mine, theirs]) await cardIn(page, desk.chen, 'Teen DBT').waitFor({ state: 'detached' })
    await panelOf(mine).getByText('The heating is broken.').waitFor()
    expect(await place()).toBeUndefined()

    await mine.getByRole('button', { name: 'Undo' }).click()
    for (const page of [mine, theirs]) await cardIn(page, desk.oak, 'Teen DBT').waitFor()
    expect(await place()).toBe('2026-03-03T20:00 Dr. Chen, Dr. Okafor Oak')
  })
})
