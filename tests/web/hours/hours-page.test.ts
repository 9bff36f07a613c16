import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, instantOf, localDateOf, weekdayOf } from '../../../domain/zone.ts'
import { makeAppointment, makeClient, makeTherapist, makeType } from '../../support/world.ts'
import { type Daybook, expectNoViolation, openDaybook } from '../open-daybook.ts'
import { blockCalled, blocksOf, dragBetween, spotIn } from './week-hands.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

const zone = 'America/New_York'
const save = { name: 'Save', exact: true }
let count = 0

function therapistWith(hours: { weekday: number; start: string; end: string }[]) {
  return makeTherapist(daybook.database.db, daybook.office.clinic.id, { name: `Dr. Vera Lund ${++count}`, hours })
}

async function openHours(id: string) {
  const page = await daybook.open(`/settings/hours/${id}`, daybook.office.admin)
  await page.locator('.week-field').waitFor()
  return page
}

/** The next such weekday, not today. */
function nextDay(weekday: number): string {
  const today = localDateOf(Date.now(), zone)
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}

async function openOn(resourceId: string, date: string) {
  const window = { from: iso(date, '00:00'), to: iso(date, '24:00'), ids: [resourceId] }
  const { calendar } = await daybook.office.read<{ calendar: { openHours: { startsAt: string; endsAt: string }[] } }>(
    'query ($from: DateTime!, $to: DateTime!, $ids: [ID!]) { calendar(from: $from, to: $to, resourceIds: $ids) { openHours { startsAt endsAt } } }',
    window,
  )
  return calendar.openHours.map((each) => [Date.parse(each.startsAt), Date.parse(each.endsAt)])
}

function iso(date: string, time: string): string {
  return new Date(instantOf(date, time, zone)).toISOString()
}

const nineToTwelve = { start: '09:00', end: '12:00' }

describe('a week drawn by hand', () => {
  it('is saved, is there after a reload, and is open in the calendar', async () => {
    const { id, name } = await therapistWith([])
    const page = await openHours(id)
    await page.getByText('No hours yet').waitFor()
    await dragBetween(page, [2, '09:05'], [2, '11:55'])
    await page.getByRole('button', save).click()
    await page.getByRole('status').getByText(`The hours of ${name} are saved.`).waitFor()
    await page.reload()
    await blockCalled(page, 'Tuesday, 9:00 AM to 12:00 PM').waitFor()
    const tuesday = nextDay(2)
    expect(await openOn(id, tuesday)).toEqual([[instantOf(tuesday, '09:00', zone), instantOf(tuesday, '12:00', zone)]])
    await page.goto(`/calendar/${tuesday}`)
    const closed = page.locator(`[data-resource="${id}"] .closed`)
    await closed.first().waitFor()
    expect(await closed.count()).toBe(2)
  })

  it('moves to another day and time, and is stretched by its ends', async () => {
    const { id } = await therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await openHours(id)
    await dragBetween(page, [1, '10:00'], [3, '11:10'])
    expect(await blocksOf(page)).toEqual(['Wednesday, 10:15 AM to 1:15 PM'])
    const box = (await page.locator('[data-block]').boundingBox())!
    const late = await spotIn(page, 3, '15:00')
    await page.mouse.move(late.x, box.y + box.height - 2)
    await page.mouse.down()
    await page.mouse.move(late.x, late.y, { steps: 3 })
    await page.mouse.up()
    expect(await blocksOf(page)).toEqual(['Wednesday, 10:15 AM to 3:00 PM'])
  })

  it('says what it would overlap, and stays where it is', async () => {
    const { id } = await therapistWith([1, 2].map((weekday) => ({ weekday, ...nineToTwelve })))
    const page = await openHours(id)
    const [from, to] = [await spotIn(page, 1, '10:00'), await spotIn(page, 2, '11:00')]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 3 })
    await page.getByText('Overlaps 9:00 AM – 12:00 PM').waitFor()
    await page.mouse.up()
    expect(await blocksOf(page)).toEqual(['Monday, 9:00 AM to 12:00 PM', 'Tuesday, 9:00 AM to 12:00 PM'])
    await page.getByRole('status').getByText('overlaps 9:00 AM – 12:00 PM').waitFor()
  })

  it('is let go by Escape', async () => {
    const { id } = await therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await openHours(id)
    const [from, to] = [await spotIn(page, 1, '10:00'), await spotIn(page, 4, '11:00')]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 3 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await blocksOf(page)).toEqual(['Monday, 9:00 AM to 12:00 PM'])
  })
})

describe('by keys alone', () => {
  it('a block moves, stretches and goes, is spoken, keeps the focus, and comes back', async () => {
    const { id } = await therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await openHours(id)
    await blockCalled(page, 'Monday').focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'Alt+ArrowUp']) await page.keyboard.press(key)
    expect(await blocksOf(page)).toEqual(['Tuesday, 9:00 AM to 12:30 PM'])
    await page.getByRole('status').getByText('Tuesday, 9:00 AM to 12:30 PM').waitFor()
    await page.keyboard.press('Delete')
    expect(await blocksOf(page)).toEqual([])
    await page.keyboard.press('Control+z')
    expect(await blocksOf(page)).toEqual(['Tuesday, 9:00 AM to 12:30 PM'])
  })

  it('keeps the focus on a block that changes places with another', async () => {
    const { id } = await therapistWith([1, 2].map((weekday) => ({ weekday, ...nineToTwelve })))
    const page = await openHours(id)
    await blockCalled(page, 'Monday').focus()
    for (let step = 0; step < 13; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const focused = page.locator('[data-block]:focus')
    expect(await focused.locator('.aside').innerText()).toBe('Wednesday, 12:15 PM to 3:15 PM')
  })

  it('a day is added to, copied to others and cleared from its menu', async () => {
    const { id } = await therapistWith([])
    const page = await openHours(id)
    await page.getByRole('button', { name: 'Monday, Closed' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Add hours' }).press('Enter')
    await page.getByRole('heading', { name: 'Hours on Monday' }).waitFor()
    await page.getByLabel('Until').fill('16:30')
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Monday, 7.5 h' }).click()
    await page.getByRole('menuitem', { name: 'Copy to other days' }).click()
    await page.getByRole('checkbox', { name: 'Friday' }).uncheck()
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    expect(await blocksOf(page)).toEqual(
      ['Monday', 'Tuesday', 'Wednesday', 'Thursday'].map((day) => `${day}, 9:00 AM to 4:30 PM`),
    )
    await page.getByRole('button', { name: 'Tuesday, 7.5 h' }).click()
    await page.getByRole('menuitem', { name: 'Clear Tuesday' }).click()
    expect(await blocksOf(page)).toHaveLength(3)
  })
})

describe('the exact hours of a block', () => {
  it('are typed, say at the field what cannot be, and are kept with their terms', async () => {
    await daybook.office.read('mutation { createLocation(input: { name: "Harbor East" }) { __typename } }')
    const { id } = await therapistWith([
      { weekday: 4, ...nineToTwelve },
      { weekday: 4, start: '13:00', end: '17:00' },
    ])
    const page = await openHours(id)
    await blockCalled(page, 'Thursday, 9:00 AM').click()
    await page.getByLabel('Until').fill('14:00')
    await page.getByText('It overlaps 1:00 PM – 5:00 PM on Thursday.').waitFor()
    expect(await page.getByLabel('Until').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('Until').fill('12:20')
    await page.getByLabel('Location').selectOption('Harbor East')
    await page.getByLabel('Telehealth only').check()
    await page.getByLabel('Most appointments').fill('3')
    await page.getByLabel('First day').fill('2027-01-04')
    await expectNoViolation(page)
    await page.getByRole('button', save).click()
    await page.getByText('are saved.').waitFor()
    await page.reload()
    await blockCalled(
      page,
      'Thursday, 9:00 AM to 12:20 PM, Harbor East, Telehealth, At most 3, From Jan 4, 2027',
    ).waitFor()
  })

  it('are closed by Escape, and one undo takes back what was typed', async () => {
    const { id } = await therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await openHours(id)
    await blockCalled(page, 'Monday').press('Enter')
    await page.getByLabel('From').fill('07:30')
    await page.getByLabel('Until').fill('18:00')
    await page.keyboard.press('Escape')
    const block = blockCalled(page, 'Monday, 7:30 AM to 6:00 PM')
    await expect.poll(() => block.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await blocksOf(page)).toEqual(['Monday, 9:00 AM to 12:00 PM'])
  })
})

describe('saving', () => {
  it('says first who would stand outside, and lets a person go back or go on', async () => {
    const { db } = daybook.database
    const clinicId = daybook.office.clinic.id
    const { id: therapistId } = await therapistWith([{ weekday: 1, ...nineToTwelve }])
    const client = await makeClient(db, clinicId, { name: 'Maya Alvarez' })
    const type = await makeType(db, clinicId, { needsRoom: false })
    const monday = nextDay(1)
    const [startsAt, endsAt] = ['09:00', '09:50'].map((time) => new Date(instantOf(monday, time, zone)))
    await makeAppointment(db, clinicId, {
      ...{ therapistId, clientId: client.id, typeId: type.id },
      ...{ startsAt: startsAt!, endsAt: endsAt! },
    })
    const page = await openHours(therapistId)
    await dragBetween(page, [1, '10:00'], [1, '14:00'])
    await page.getByRole('button', save).click()
    const dialog = page.getByRole('dialog', { name: 'An appointment would stand outside' })
    await dialog.getByText('Maya Alvarez').waitFor()
    await expectNoViolation(page)
    await dialog.getByRole('button', { name: 'Keep editing' }).click()
    expect(await openOn(therapistId, monday)).toEqual([
      [instantOf(monday, '09:00', zone), instantOf(monday, '12:00', zone)],
    ])
    await page.getByRole('button', save).click()
    await dialog.getByRole('button', { name: 'Save these hours' }).click()
    await page.getByRole('status').getByText('are saved.').waitFor()
    expect(await openOn(therapistId, monday)).toEqual([
      [instantOf(monday, '13:00', zone), instantOf(monday, '16:00', zone)],
    ])
  })

  it('does not overwrite what somebody else saved meanwhile, except on purpose', async () => {
    const { id } = await therapistWith([{ weekday: 1, ...nineToTwelve }])
    const [mine, theirs] = [await openHours(id), await openHours(id)]
    await dragBetween(theirs, [1, '10:00'], [5, '10:00'])
    await theirs.getByRole('button', save).click()
    await theirs.getByText('are saved.').waitFor()
    await dragBetween(mine, [1, '10:00'], [2, '10:00'])
    await mine.getByRole('button', save).click()
    await mine.getByRole('alert').getByText('Somebody else changed this').waitFor()
    await mine.getByRole('button', { name: 'Save mine over it' }).click()
    await mine.getByText('are saved.').waitFor()
    await theirs.reload()
    await blockCalled(theirs, 'Tuesday, 9:00 AM to 12:00 PM').waitFor()
  })

  it('is asked about before it is forgotten by going elsewhere', async () => {
    const [one, other] = [await therapistWith([{ weekday: 1, ...nineToTwelve }]), await therapistWith([])]
    const page = await openHours(one.id)
    await dragBetween(page, [1, '10:00'], [2, '10:00'])
    await page.getByLabel('Hours of').selectOption(other.name)
    await page.getByRole('button', { name: 'Keep editing' }).click()
    expect(await page.getByLabel('Hours of').inputValue()).toBe(one.id)
    expect(await blocksOf(page)).toEqual(['Tuesday, 9:00 AM to 12:00 PM'])
    await page.getByLabel('Hours of').selectOption(other.name)
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByText('No hours yet').waitFor()
    expect(page.url()).toContain(other.id)
  })
})

describe('exceptions', () => {
  it('are added, changed and removed beside the week, and hold in the calendar', async () => {
    const { id } = await therapistWith([{ weekday: 1, ...nineToTwelve }])
    const monday = nextDay(1)
    const page = await openHours(id)
    await page.getByText('None ahead.').waitFor()
    await page.getByRole('button', { name: 'Add date' }).click()
    await page.getByRole('button', { name: 'Add date' }).last().click()
    await page.getByText('Choose a date.').waitFor()
    await page.getByLabel('Date', { exact: true }).fill(monday)
    await page.getByLabel('Note').fill('Training in Providence')
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Add date' }).last().click()
    const row = page.getByRole('button', { name: 'Closed all day Training in Providence' })
    await row.waitFor()
    expect(await openOn(id, monday)).toEqual([])

    await row.click()
    await page.getByLabel('All day').uncheck()
    await page.getByLabel('From').fill('11:00')
    await page.getByLabel('Until').fill('10:00')
    await page.getByRole('button', save).last().click()
    await page.getByText('It must end after it begins.').waitFor()
    await page.getByLabel('Until').fill('12:00')
    await page.getByRole('complementary').getByRole('button', save).click()
    await page.getByRole('button', { name: 'Closed 11:00 AM – 12:00 PM' }).click()
    expect(await openOn(id, monday)).toEqual([[instantOf(monday, '09:00', zone), instantOf(monday, '11:00', zone)]])

    await page.getByRole('button', { name: 'Remove this date' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('None ahead.').waitFor()
    expect(await openOn(id, monday)).toHaveLength(1)
  })

  it('leave what is being edited in the week alone', async () => {
    const { id } = await therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await openHours(id)
    await dragBetween(page, [1, '10:00'], [2, '10:00'])
    await page.getByRole('button', { name: 'Add date' }).click()
    await page.getByLabel('Date', { exact: true }).fill(nextDay(3))
    await page.getByLabel('On this date').selectOption('Open')
    await page.getByRole('button', { name: 'Add date' }).last().click()
    await page.getByRole('button', { name: 'Open all day' }).waitFor()
    expect(await blocksOf(page)).toEqual(['Tuesday, 9:00 AM to 12:00 PM'])
    await page.getByRole('button', save).click()
    await page.getByText('are saved.').waitFor()
  })
})

it('is drawn by a finger that rests before it moves', async () => {
  const { id } = await therapistWith([])
  const viewport = { width: 390, height: 844 }
  const page = await daybook.open(`/settings/hours/${id}`, daybook.office.admin, { viewport, hasTouch: true })
  await page.locator('.week-field').waitFor()
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', [await spotIn(page, 3, '10:05')])
  await page.locator('.week-draft').waitFor()
  await touch('touchMove', [await spotIn(page, 3, '11:30')])
  await touch('touchMove', [await spotIn(page, 3, '12:55')])
  await page.getByText('10–1').waitFor()
  await touch('touchEnd', [])
  await expect.poll(() => blocksOf(page)).toEqual(['Wednesday, 10:00 AM to 1:00 PM'])
})

it('works on a phone: a tap opens a block, the exceptions are under the week', async () => {
  const { id } = await therapistWith([{ weekday: 1, ...nineToTwelve }])
  const page = await daybook.open(`/settings/hours/${id}`, daybook.office.admin, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  await page.getByRole('button', { name: 'Add date' }).waitFor()
  await expectNoViolation(page)
  await blockCalled(page, 'Monday').tap()
  await page.getByRole('heading', { name: 'Hours on Monday' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
