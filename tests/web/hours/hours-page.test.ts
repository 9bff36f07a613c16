import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNoViolation } from '../open-daybook.ts'
import { type HoursDesk, nextDay, openHoursDesk, span } from './hours-desk.ts'
import { blockCalled, blocksOf, dragBetween, spotIn } from './week-hands.ts'

let desk: HoursDesk

beforeAll(async () => {
  desk = await openHoursDesk()
})
afterAll(() => desk.close())

const save = { name: 'Save', exact: true }
const nineToTwelve = { start: '09:00', end: '12:00' }

describe('a week drawn by hand', () => {
  it('is saved, is there after a reload, and is open in the calendar', async () => {
    const { id, name } = await desk.therapistWith([])
    const page = await desk.openHours(id)
    await page.getByText('No hours yet').waitFor()
    await dragBetween(page, [2, '09:05'], [2, '11:55'])
    await page.getByRole('button', save).click()
    await page.getByRole('status').getByText(`The hours of ${name} are saved.`).waitFor()
    await page.reload()
    await blockCalled(page, 'Tuesday, 9:00 AM to 12:00 PM').waitFor()
    const tuesday = nextDay(2)
    expect(await desk.openOn(id, tuesday)).toEqual([span(tuesday, '09:00', '12:00')])
    expect(await desk.bookableOn(id, tuesday)).toEqual(['09:00', '10:00', '11:00'])
    await page.goto(`/calendar/${tuesday}`)
    const closed = page.locator(`[data-resource="${id}"] .closed`)
    await closed.first().waitFor()
    expect(await closed.count()).toBe(2)
  })

  it('moves to another day and time, and is stretched by its ends', async () => {
    const { id } = await desk.therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await desk.openHours(id)
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
    const { id } = await desk.therapistWith([1, 2].map((weekday) => ({ weekday, ...nineToTwelve })))
    const page = await desk.openHours(id)
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
    const { id } = await desk.therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await desk.openHours(id)
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
    const { id } = await desk.therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await desk.openHours(id)
    await blockCalled(page, 'Monday').focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'Alt+ArrowUp']) await page.keyboard.press(key)
    expect(await blocksOf(page)).toEqual(['Tuesday, 9:00 AM to 12:30 PM'])
    await page.getByRole('status').getByText('Tuesday, 9:00 AM to 12:30 PM').waitFor()
    await page.keyboard.press('Delete')
    expect(await blocksOf(page)).toEqual([])
    await page.locator('.week-menu:focus', { hasText: 'Tue' }).waitFor()
    await page.keyboard.press('Control+z')
    expect(await blocksOf(page)).toEqual(['Tuesday, 9:00 AM to 12:30 PM'])
  })

  it('the focus goes on to the next block, and nothing scrolls away, when one is removed', async () => {
    const { id } = await desk.therapistWith([1, 2].map((weekday) => ({ weekday, ...nineToTwelve })))
    const page = await desk.openHours(id)
    const scrolled = () => page.locator('.week-scroll').evaluate((element) => element.scrollTop)
    const before = await scrolled()
    await blockCalled(page, 'Monday').press('Delete')
    expect(await page.locator('[data-block]:focus .aside').innerText()).toBe('Tuesday, 9:00 AM to 12:00 PM')
    await page.keyboard.press('Delete')
    await page.locator('.week-menu:focus').waitFor()
    expect(await scrolled()).toBe(before)
  })

  it('keeps the focus on a block that changes places with another', async () => {
    const { id } = await desk.therapistWith([1, 2].map((weekday) => ({ weekday, ...nineToTwelve })))
    const page = await desk.openHours(id)
    await blockCalled(page, 'Monday').focus()
    for (let step = 0; step < 13; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const focused = page.locator('[data-block]:focus')
    expect(await focused.locator('.aside').innerText()).toBe('Wednesday, 12:15 PM to 3:15 PM')
  })

  it('a day is added to, copied to others and cleared from its menu', async () => {
    const { id } = await desk.therapistWith([])
    const page = await desk.openHours(id)
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
    await desk.daybook.office.read('mutation { createLocation(input: { name: "Harbor East" }) { __typename } }')
    const { id } = await desk.therapistWith([
      { weekday: 4, ...nineToTwelve },
      { weekday: 4, start: '13:00', end: '17:00' },
    ])
    const page = await desk.openHours(id)
    await blockCalled(page, 'Thursday, 9:00 AM').click()
    await page.getByLabel('Until').fill('14:00')
    await page.getByText('It overlaps 1:00 PM – 5:00 PM on Thursday.').waitFor()
    expect(await page.getByLabel('Until').getAttribute('aria-invalid')).toBe('true')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect.poll(() => page.getByLabel('Until').evaluate((field) => field === document.activeElement)).toBe(true)
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
    const { id } = await desk.therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await desk.openHours(id)
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

it('is drawn by a finger that rests before it moves', async () => {
  const { id } = await desk.therapistWith([])
  const viewport = { width: 390, height: 844 }
  const page = await desk.daybook.open(`/settings/hours/${id}`, desk.daybook.office.admin, { viewport, hasTouch: true })
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

it('works on a phone: its section is in sight, a tap opens a block, the exceptions are under the week', async () => {
  const { id } = await desk.therapistWith([{ weekday: 1, ...nineToTwelve }])
  const page = await desk.daybook.open(`/settings/hours/${id}`, desk.daybook.office.admin, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  await page.getByRole('button', { name: 'Add date' }).waitFor()
  await expectNoViolation(page)
  const section = (await page.getByRole('link', { name: 'Opening hours' }).boundingBox())!
  expect(section.x + section.width).toBeLessThanOrEqual(390)
  await blockCalled(page, 'Monday').tap()
  await page.getByRole('heading', { name: 'Hours on Monday' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
