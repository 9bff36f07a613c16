import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsAtDesk } from '../../support/events-at-desk.ts'
import { signInAs } from '../../support/office.ts'
import { makePerson } from '../../support/sign-in.ts'
import { makeClient, makeTherapist } from '../../support/world.ts'
import { type Daybook, expectNoViolation, openDaybook } from '../open-daybook.ts'

let daybook: Daybook
let desk: ReturnType<typeof eventsAtDesk>
let chenId: string
let maya: { readonly id: string }
beforeAll(async () => {
  daybook = await openDaybook()
  const { db } = daybook.database
  const { clinic, receptionist } = daybook.office
  desk = eventsAtDesk(daybook.app, receptionist.cookie)
  chenId = (await makeTherapist(db, clinic.id, { name: 'Dr. Chen' })).id
  maya = await makeClient(db, clinic.id, { name: 'Maya Alvarez', email: 'maya@example.com' })
  await makeClient(db, clinic.id, { name: 'Leo Tolland', email: 'leo@example.com', phone: '+12025550199' })
})
afterAll(() => daybook.close())

/** Of an hour of that day, from 19:00 in UTC, with two places. */
const event = (title: string, date: string, more: object = {}) =>
  desk.publish({
    ...{ title, kind: 'WORKSHOP', capacity: 2, facilitatorIds: [chenId] },
    ...{ startsAt: `${date}T19:00:00Z`, endsAt: `${date}T20:00:00Z`, ...more },
  })

async function chooseClient(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Client' }).fill(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
}

describe('who registered', () => {
  it('stands in line at the desk: clients and guests are registered, others come in live, places are given back', async () => {
    const { id, sessions } = await event('Sleep class', '2027-01-05')
    const page = await daybook.open(`/groups/${id}`, daybook.office.receptionist)
    await page.getByRole('link', { name: 'Registrations' }).click()
    await page.getByText('Nobody yet').waitFor()
    await page.getByRole('button', { name: 'Register somebody' }).first().click()
    await page.getByText('Sleep class, Tue, Jan 5, 2:00 PM').waitFor()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByText('Choose who comes.').waitFor()
    await chooseClient(page, 'Maya Alvarez')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page
      .getByRole('row', { name: /Maya Alvarez/ })
      .getByText('Has a place')
      .waitFor()

    await page.getByRole('button', { name: 'Register somebody' }).click()
    await page.getByRole('combobox', { name: 'Client' }).fill('Ana Diaz')
    await page.getByRole('option', { name: 'Guest “Ana Diaz”' }).click()
    await page.getByLabel('E-mail').fill('ana')
    await page.getByLabel('Places').fill('3')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByText('Write an e-mail address').waitFor()
    await page.getByLabel('E-mail').fill('ana@example.com')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByText('Sleep class has 2 places in all.').waitFor()
    await expectNoViolation(page)
    await page.getByLabel('Places').fill('1')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page
      .getByRole('row', { name: /Ana Diaz/ })
      .getByText('Has a place')
      .waitFor()

    await desk.register(id, sessions.nodes[0]!.id, 'Ben Okri')
    await page
      .getByRole('row', { name: /Ben Okri/ })
      .getByText('1st in line')
      .waitFor()
    await page.getByText('2 of 2 places taken · 1 waiting').waitFor()
    const names = await page.getByRole('rowheader').allInnerTexts()
    expect(names.map((each) => each.trim())).toEqual(['Maya Alvarez', 'Ana Diaz', 'Ben Okri'])
    await expectNoViolation(page)

    await page.getByRole('button', { name: 'Ana Diaz' }).click()
    const panel = page.getByRole('complementary', { name: 'Ana Diaz' })
    expect(await panel.getByRole('link', { name: 'ana@example.com' }).getAttribute('href')).toBe(
      'mailto:ana@example.com',
    )
    await panel.getByRole('button', { name: 'Cancel the registration' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cancel the registration of Ana Diaz?' })
    await dialog.getByText('1 place can be taken again; those in line come first. Nobody is written to').waitFor()
    await dialog.getByRole('button', { name: 'Cancel the registration' }).click()
    const ben = page.getByRole('row', { name: /Ben Okri/ })
    await ben.getByText('Offered a place').waitFor()
    await page.getByText('2 of 2 places taken').waitFor()
    await page.getByRole('button', { name: 'Ben Okri' }).click()
    await page.getByText('Kept until').waitFor()
    await page.getByRole('button', { name: 'Says yes' }).click()
    await ben.getByText('Has a place').waitFor()
    await page.getByRole('combobox', { name: 'Standing' }).selectOption('Cancelled')
    await page.getByRole('row', { name: /Maya Alvarez/ }).waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Ana Diaz/ }).waitFor()
  })

  it('is shown by session, page by page, and whether more may come is said there', async () => {
    const { id, sessions } = await event('Open studio', '2027-02-02', { capacity: 60, rrule: 'FREQ=WEEKLY;COUNT=2' })
    const [first, second] = sessions.nodes.map((each) => each.id) as [string, string]
    await Promise.all(Array.from({ length: 51 }, (_, at) => desk.register(id, second, `Guest ${at + 1}`)))
    const page = await daybook.open(`/groups/${id}/people?session=${first}`, daybook.office.receptionist)
    await page.getByText('Nobody yet').waitFor()
    await page.getByRole('combobox', { name: 'Session' }).selectOption('Tue, Feb 9, 2:00 PM · 51 of 60')
    const rows = page.getByRole('row', { name: /Guest/ })
    await rows.nth(49).waitFor()
    await page.getByRole('button', { name: 'Show more' }).click()
    await rows.nth(50).waitFor()
    await desk.register(id, second, 'Guest 52')
    await page.getByRole('row', { name: /Guest 52/ }).waitFor()
    expect(await rows.count()).toBe(52)

    await page.getByRole('switch', { name: 'People may register' }).uncheck()
    await page.getByText('Registration is closed').waitFor()
    await page.route('**/graphql', (route) => route.abort())
    await page.getByRole('combobox', { name: 'Session' }).selectOption('Tue, Feb 2, 2:00 PM · 0 of 60')
    await page.getByText('Daybook cannot be reached').waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Nobody yet').waitFor()
  })

  it('is no sight for a therapist who does not run it', async () => {
    const { id, sessions } = await event('Book club', '2027-03-02')
    const { clinic, therapist } = daybook.office
    const page = await daybook.open(`/groups/${id}/people`, therapist)
    await page.getByText('Not for you to see').waitFor()
    await page.goto(`/groups/${id}/sessions/${sessions.nodes[0]!.id}/attendance`)
    await page.getByText('Not for you to see').waitFor()
    await page.goto(`/groups/${id}`)
    await page.getByRole('heading', { name: 'Book club' }).waitFor()
    expect(await page.getByRole('link', { name: 'Registrations' }).count()).toBe(0)
    const runs = { role: 'therapist', therapistId: chenId, name: 'Amelia Chen' } as const
    const person = await makePerson(daybook.database.db, clinic.id, runs)
    const own = await daybook.open(`/groups/${id}/people`, { cookie: await signInAs(daybook.app, person) })
    await own.getByRole('button', { name: 'Register somebody' }).first().waitFor()
  })
})

describe('a group one comes to by enrolment', () => {
  const group = { kind: 'GROUP_THERAPY', admission: 'ENROLMENT', registersFor: 'EVENT', capacity: 1 }

  it('is asked for and screened; whoever is one too many is told why', async () => {
    const { id } = await event('Teen DBT', '2027-04-06', { ...group, rrule: 'FREQ=WEEKLY;COUNT=3' })
    const page = await daybook.open(`/groups/${id}/people`, daybook.office.receptionist)
    await page.getByText('Clients who ask to join stand here').waitFor()
    for (const name of ['Maya Alvarez', 'Leo Tolland']) {
      await page.getByRole('button', { name: 'Ask for somebody' }).first().click()
      await chooseClient(page, name)
      await page.getByLabel('Note').fill('Referred by her school')
      await page.getByRole('button', { name: 'Ask to join' }).click()
      await page.getByRole('complementary', { name }).getByText('Referred by her school').waitFor()
    }
    const waiting = page.getByRole('region', { name: 'Waiting to be screened' })
    const members = page.getByRole('region', { name: 'Members' })
    const panel = (name: string) => page.getByRole('complementary', { name })
    await waiting.getByRole('button', { name: 'Maya Alvarez' }).click()
    await panel('Maya Alvarez').getByRole('button', { name: 'Approve' }).click()
    await members.getByRole('row', { name: /Maya Alvarez.*Some receptionist/ }).waitFor()
    await page.getByText('1 of 1 places taken').waitFor()
    await expectNoViolation(page)
    await waiting.getByRole('button', { name: 'Leo Tolland' }).click()
    await panel('Leo Tolland').getByRole('button', { name: 'Approve' }).click()
    await panel('Leo Tolland').getByRole('alert').getByText('All 1 places of Teen DBT are taken.').waitFor()
    await panel('Leo Tolland').getByRole('button', { name: 'Decline' }).click()
    await page.getByRole('dialog').getByLabel('Note').fill('Too young for it')
    await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
    await page.getByRole('region', { name: 'Declined' }).getByText('Leo Tolland').waitFor()
    await panel('Leo Tolland').getByText('by Some receptionist').waitFor()
  })

  it('is left for a while, and for good, and takes no more people once it is closed', async () => {
    const { id } = await event('Art group', '2027-05-04', group)
    await desk.enrol(id, maya.id)
    const page = await daybook.open(`/groups/${id}/people`, daybook.office.receptionist)
    const members = page.getByRole('region', { name: 'Members' })
    const panel = (name: string) => page.getByRole('complementary', { name })
    await members.getByRole('button', { name: 'Maya Alvarez' }).click()
    await panel('Maya Alvarez').getByRole('button', { name: 'Put on hold' }).click()
    await page.getByRole('region', { name: 'On hold' }).getByText('Maya Alvarez').waitFor()
    await panel('Maya Alvarez').getByRole('button', { name: 'Bring back' }).click()
    await members.getByText('Maya Alvarez').waitFor()
    await panel('Maya Alvarez').getByRole('button', { name: 'Leaves' }).click()
    await page.getByLabel('Why').fill('Moved away')
    await page.getByRole('dialog').getByRole('button', { name: 'Leaves' }).click()
    await panel('Maya Alvarez').getByText('Moved away').waitFor()
    await page.getByRole('region', { name: 'Left' }).getByText('Maya Alvarez').waitFor()

    await page.getByRole('switch', { name: 'People may ask to join' }).uncheck()
    await page.getByText('Enrolment is closed').waitFor()
    await page.getByRole('button', { name: 'Ask for somebody' }).waitFor({ state: 'detached' })
  })
})
