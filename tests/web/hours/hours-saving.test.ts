import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAppointment, makeClient, makeType } from '../../support/world.ts'
import { expectNoViolation } from '../open-daybook.ts'
import { type HoursDesk, nextDay, openHoursDesk, span } from './hours-desk.ts'
import { blockCalled, blocksOf, dragBetween } from './week-hands.ts'

let desk: HoursDesk

beforeAll(async () => {
  desk = await openHoursDesk()
})
afterAll(() => desk.close())

const save = { name: 'Save', exact: true }
const nineToTwelve = { start: '09:00', end: '12:00' }

/** A therapist who has Maya Alvarez at nine that Monday. */
async function bookedOn(monday: string): Promise<string> {
  const { db } = desk.daybook.database
  const clinicId = desk.daybook.office.clinic.id
  const { id: therapistId } = await desk.therapistWith([{ weekday: 1, ...nineToTwelve }])
  const client = await makeClient(db, clinicId, { name: 'Maya Alvarez' })
  const type = await makeType(db, clinicId, { needsRoom: false })
  const [startsAt, endsAt] = span(monday, '09:00', '09:50').map((at) => new Date(at))
  const booked = { therapistId, clientId: client.id, typeId: type.id, startsAt: startsAt!, endsAt: endsAt! }
  await makeAppointment(db, clinicId, booked)
  return therapistId
}

describe('saving', () => {
  it('says first who would stand outside, and lets a person go back or go on', async () => {
    const monday = nextDay(1)
    const therapistId = await bookedOn(monday)
    const page = await desk.openHours(therapistId)
    await dragBetween(page, [1, '10:00'], [1, '14:00'])
    await page.getByRole('button', save).click()
    const dialog = page.getByRole('dialog', { name: 'An appointment would stand outside' })
    await dialog.getByText('Maya Alvarez').waitFor()
    await expectNoViolation(page)
    await dialog.getByRole('button', { name: 'Keep editing' }).click()
    expect(await desk.openOn(therapistId, monday)).toEqual([span(monday, '09:00', '12:00')])
    await page.getByRole('button', save).click()
    await dialog.getByRole('button', { name: 'Save these hours' }).click()
    await page.getByRole('status').getByText('are saved.').waitFor()
    expect(await desk.openOn(therapistId, monday)).toEqual([span(monday, '13:00', '16:00')])
  })

  it('does not overwrite what somebody else saved meanwhile, except on purpose', async () => {
    const { id } = await desk.therapistWith([{ weekday: 1, ...nineToTwelve }])
    const [mine, theirs] = [await desk.openHours(id), await desk.openHours(id)]
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
    const [one, other] = [await desk.therapistWith([{ weekday: 1, ...nineToTwelve }]), await desk.therapistWith([])]
    const page = await desk.openHours(one.id)
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
    const { id } = await desk.therapistWith([{ weekday: 1, ...nineToTwelve }])
    const monday = nextDay(1)
    const page = await desk.openHours(id)
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
    expect(await desk.openOn(id, monday)).toEqual([])

    await row.click()
    await page.getByLabel('All day').uncheck()
    await page.getByLabel('From').fill('11:00')
    await page.getByLabel('Until').fill('10:00')
    await page.getByRole('button', save).last().click()
    await page.getByText('It must end after it begins.').waitFor()
    await page.getByLabel('Until').fill('12:00')
    await page.getByRole('complementary').getByRole('button', save).click()
    await page.getByRole('button', { name: 'Closed 11:00 AM – 12:00 PM' }).click()
    expect(await desk.openOn(id, monday)).toEqual([span(monday, '09:00', '11:00')])

    await page.getByRole('button', { name: 'Remove this date' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('None ahead.').waitFor()
    expect(await desk.openOn(id, monday)).toHaveLength(1)
  })

  it('say whom they would shut out before they are saved', async () => {
    const monday = nextDay(1)
    const page = await desk.openHours(await bookedOn(monday))
    await page.getByRole('button', { name: 'Add date' }).click()
    await page.getByLabel('Date', { exact: true }).fill(monday)
    const warning = page.getByRole('status').getByText('An appointment is booked then.')
    await warning.waitFor()
    await page.getByRole('complementary').getByText('Maya Alvarez').waitFor()
    await expectNoViolation(page)
    await page.getByLabel('All day').uncheck()
    await page.getByLabel('From').fill('10:00')
    await warning.waitFor({ state: 'detached' })
  })

  it('leave what is being edited in the week alone', async () => {
    const { id } = await desk.therapistWith([{ weekday: 1, ...nineToTwelve }])
    const page = await desk.openHours(id)
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
