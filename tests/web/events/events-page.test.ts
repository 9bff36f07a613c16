import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../../support/office.ts'
import { makePerson } from '../../support/sign-in.ts'
import { makeRoom, makeTherapist } from '../../support/world.ts'
import { byHand, type Daybook, expectNoViolation, expectSound, openDaybook } from '../open-daybook.ts'

let daybook: Daybook
let chenId: string

beforeAll(async () => {
  daybook = await openDaybook()
  const { db } = daybook.database
  const chen = await makeTherapist(db, daybook.office.clinic.id, { name: 'Dr. Chen' })
  await makeTherapist(db, daybook.office.clinic.id, { name: 'Dr. Okafor' })
  await makeRoom(db, daybook.office.clinic.id, { name: 'Hall', capacity: 12 })
  chenId = chen.id
})
afterAll(() => daybook.close())

const CREATE = `mutation ($input: CreateEventInput!) { createEvent(input: $input) {
  ... on EventCreated { event { id } } ... on EventRefused { problems { message } } } }`

/** An event of Dr. Chen's, of an hour of that day, from 19:00 in UTC. */
async function drafted(title: string, date: string, more: object = {}): Promise<string> {
  const when = { startsAt: `${date}T19:00:00Z`, endsAt: `${date}T20:00:00Z` }
  const input = { title, kind: 'WORKSHOP', facilitatorIds: [chenId], ...when, ...more }
  const { createEvent } = await daybook.office.read<{ createEvent: { event: { id: string } } }>(CREATE, { input })
  return createEvent.event.id
}

describe('the events of the desk', () => {
  it('are drafted, published and read by the public', async () => {
    const page = await daybook.open('/groups', daybook.office.admin)
    await page.getByText('No events yet').waitFor()
    await page.getByRole('button', { name: 'New event' }).click()
    await page.getByLabel('Title').fill('Teen DBT')
    await page.getByLabel('First day').fill('2027-01-05')
    await page.getByLabel('Repeats').selectOption('Every week on Tuesday')
    await page.getByLabel('How many').fill('4')
    await page.getByLabel('Dr. Chen').check()
    await page.getByLabel('Dr. Okafor').check()
    await page.getByLabel('Room').selectOption('Hall')
    await page.getByRole('button', { name: 'Create draft' }).click()
    const row = page.getByRole('row', { name: /Teen DBT/ })
    await row.getByRole('cell', { name: 'Every week on Tuesday, 4 times' }).waitFor()
    await row.getByText('0 of 8').waitFor()
    await row.getByText('Draft').waitFor()

    await page.getByText('Dr. Chen, Dr. Okafor').waitFor()
    await page.getByRole('button', { name: 'Publish' }).click()
    await row.getByText('Published').waitFor()
    const url = await page.getByRole('link', { name: 'Public page' }).getAttribute('href')
    const { pathname } = new URL(url!, daybook.app.url)
    expect(pathname).toMatch(/events\/teen-dbt$/)
  })

  it('say of each session why it cannot take place, and go without those when told to', async () => {
    await drafted('Staff training', '2027-02-09')
    const page = await daybook.open('/groups/new', daybook.office.receptionist)
    await page.getByLabel('Title').fill('Evening class')
    await page.getByLabel('First day').fill('2027-02-02')
    await page.getByLabel('Begins').fill('14:00')
    await page.getByLabel('Repeats').selectOption('Every week on Tuesday')
    await page.getByLabel('How many').fill('3')
    await page.getByLabel('Dr. Chen').check()
    await page.getByRole('button', { name: 'Create draft' }).click()
    await page.getByText('1 of 3 sessions cannot take place.').waitFor()
    await page.getByRole('alert').getByText('Tue, Feb 9, 2:00 PM').waitFor()
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Create without that one' }).click()
    await page.getByText('Left out, since something stands in the way').waitFor()
    await page.getByRole('row', { name: /Evening class/ }).waitFor()
  })

  it('take place outside the hours of those who run them once the desk says why', async () => {
    const page = await daybook.open('/groups/new', daybook.office.receptionist)
    await page.getByLabel('Title').fill('Late group')
    await page.getByLabel('First day').fill('2027-02-16')
    await page.getByLabel('Begins').fill('20:00')
    await page.getByLabel('Dr. Chen').check()
    await page.getByRole('button', { name: 'Create draft' }).click()
    await page.getByText('It cannot take place then.').waitFor()
    await page.getByRole('button', { name: 'Create anyway' }).click()
    await page.getByText('Write why').waitFor()
    await page.getByLabel('Or why it takes place all the same').fill('Working parents')
    await page.getByRole('button', { name: 'Create anyway' }).click()
    await page
      .getByRole('row', { name: /Late group/ })
      .getByText('Tue, Feb 16, 8:00 PM')
      .waitFor()
  })

  it('have sessions that are cancelled, restored and given another time', async () => {
    const id = await drafted('Walking group', '2027-06-01', { rrule: 'FREQ=WEEKLY;COUNT=3' })
    const page = await daybook.open(`/groups/${id}`, daybook.office.receptionist)
    const sessions = page.getByRole('region', { name: 'Sessions to come' })
    const choose = async (session: string, item: string) => {
      await page.getByRole('button', { name: `More about ${session}` }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await choose('Tue, Jun 8, 3:00 PM', 'Cancel')
    await page.getByLabel('Note').fill('The path is flooded')
    await page.getByRole('button', { name: 'Cancel the session' }).click()
    await sessions.getByText('The path is flooded').waitFor()
    await choose('Tue, Jun 8, 3:00 PM', 'Restore')
    await sessions.getByText('The path is flooded').waitFor({ state: 'detached' })

    await choose('Tue, Jun 15, 3:00 PM', 'Another time')
    await page.getByLabel('Begins').fill('22:00')
    await page.getByRole('button', { name: 'Move the session' }).click()
    await page.getByRole('alert').getByText('Dr. Chen').waitFor()
    await page.getByLabel('Day').fill('2027-06-16')
    await page.getByLabel('Begins').fill('11:00')
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Move the session' }).click()
    await sessions.getByText('Wed, Jun 16, 11:00 AM').waitFor()

    await page.getByRole('button', { name: 'Add a session' }).click()
    await page.getByLabel('Day').fill('2027-06-18')
    await page.getByRole('button', { name: 'Add the session' }).click()
    await sessions.getByText('Fri, Jun 18, 3:00 PM').waitFor()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('button', { name: 'Back to draft' }).waitFor()
    await choose('Fri, Jun 18, 3:00 PM', 'Back to draft')
    await sessions.getByRole('listitem').filter({ hasText: 'Fri, Jun 18' }).getByText('draft').waitFor()
  })

  it('leave out days that their rule gives, and hold to it when the hour is another', async () => {
    const id = await drafted('Choir', '2027-09-07', { rrule: 'FREQ=WEEKLY;COUNT=4' })
    const page = await daybook.open(`/groups/${id}?edit=1`, daybook.office.receptionist)
    const field = page.getByLabel('Days left out', { exact: true })
    const leaveOut = page.getByRole('button', { name: 'Leave out' })
    await field.fill('2027-09-15')
    await leaveOut.click()
    await page.getByText('It does not take place that day anyhow.').waitFor()
    for (const day of ['2027-09-21', '2027-09-14']) {
      await field.fill(day)
      await leaveOut.click()
    }
    await page.getByRole('button', { name: 'Remove Tue, Sep 21, 2027' }).click()
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Save' }).click()
    const panel = page.getByRole('complementary', { name: 'Choir' })
    const sessions = panel.getByRole('region', { name: 'Sessions to come' }).getByRole('listitem')
    await panel.getByText('Sep 14, 2027').waitFor()
    await sessions.nth(2).waitFor()
    expect(await sessions.count()).toBe(3)
    await page.getByRole('button', { name: 'Edit Choir' }).click()
    await page.getByLabel('Begins').fill('11:00')
    await page.getByRole('button', { name: 'Save' }).click()
    await sessions.getByText('Tue, Sep 7, 11:00 AM').waitFor()
    expect(await sessions.count()).toBe(3)
    await panel.getByText('Sep 14, 2027').waitFor()
  })

  it('show at once what others do with them', async () => {
    const id = await drafted('Tea hour', '2027-10-05')
    const page = await daybook.open(`/groups/${id}`, daybook.office.receptionist)
    await page.getByRole('complementary', { name: 'Tea hour' }).getByText('Draft', { exact: true }).waitFor()
    const more = page.getByRole('button', { name: 'More about Tue, Oct 5, 3:00 PM' })
    await more.click()
    const other = { id, expectedVersion: 1, title: 'Tea and talk' }
    await daybook.office.read(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename } }`, {
      input: other,
    })
    await page.getByRole('complementary', { name: 'Tea and talk' }).waitFor()
    await page.getByRole('row', { name: /Tea and talk/ }).waitFor()
    await page.keyboard.press('Escape')
    const input = { id, expectedVersion: 2 }
    await daybook.office.read(`mutation ($input: PublishEventInput!) { publishEvent(input: $input) { __typename } }`, {
      input,
    })
    await page.getByRole('complementary').getByText('Published', { exact: true }).waitFor()
  })

  it('are changed, with what another changed meanwhile said plainly', async () => {
    const id = await drafted('Sleep class', '2027-03-02')
    const page = await daybook.open(`/groups/${id}`, daybook.office.receptionist)
    await page.getByRole('button', { name: 'Edit Sleep class' }).click()
    await page.getByLabel('Title').fill('Better sleep')
    await page.getByLabel('Begins').fill('10:30')
    const other = { id, expectedVersion: 1, capacity: 5 }
    await daybook.office.read(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename } }`, {
      input: other,
    })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Somebody else changed this').waitFor()
    await page.getByRole('button', { name: 'Save mine over it' }).click()
    await page
      .getByRole('row', { name: /Better sleep/ })
      .getByText('Tue, Mar 2, 10:30 AM')
      .waitFor()
  })

  it('are changed by a therapist where she runs them, and read where she does not', async () => {
    const own = await drafted('Art group', '2027-04-06')
    const others = await drafted('Book club', '2027-04-07', { facilitatorIds: [] })
    const { clinic } = daybook.office
    const person = await makePerson(daybook.database.db, clinic.id, {
      ...{ role: 'therapist', therapistId: chenId, name: 'Amelia Chen' },
    })
    const page = await daybook.open(`/groups/${own}`, { cookie: await signInAs(daybook.app, person) })
    await page.getByRole('button', { name: 'Edit Art group' }).waitFor()
    expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0)
    await page.goto(`/groups/${others}`)
    await page.getByRole('heading', { name: 'Book club' }).waitFor()
    expect(await page.getByRole('button', { name: 'Edit Book club' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'New event' }).count()).toBe(0)
  })

  it('have no fault that axe finds, and fit, on a desk and on a phone', async () => {
    const id = await drafted('Open evening', '2027-05-03')
    const page = await daybook.open('/groups', daybook.office.admin, byHand)
    await page.getByRole('button', { name: 'Open evening' }).first().waitFor()
    await expectSound(page)
    for (const path of [`/groups/${id}`, `/groups/${id}?edit=1`]) {
      await page.goto(path)
      await page.getByRole('heading', { name: 'Open evening' }).waitFor()
      await expectSound(page)
    }
  })
})
