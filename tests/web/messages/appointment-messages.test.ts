import { type RawBuilder, sql } from 'kysely'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { objectionsInBoth } from '../../support/axe.ts'
import { cardIn, columnOf, openScreens, type Screens } from '../../support/calendar-page.ts'
import { LATER_MONDAY, type LinkDesk, makeLinkDesk } from '../../support/client-links.ts'
import { makePhone, makeSentMessage, postTwilio, webhookProofs } from '../../support/phone.ts'
import { makePerson, type Person } from '../../support/sign-in.ts'

let screens: Screens
let link: LinkDesk
let receptionist: Person
let sentAt = LATER_MONDAY - 60_000
let about: { appointmentId: string; aboutStartsAt: string; sentAt: number; clientId: string }

beforeAll(async () => {
  screens = await openScreens({ now: () => LATER_MONDAY, webhookProofs })
})
afterAll(() => screens.close())
beforeEach(async () => {
  link = await makeLinkDesk(screens.app, screens.db, LATER_MONDAY)
  const { clinic, maya } = link.desk
  receptionist = await makePerson(screens.db, clinic.id, { role: 'receptionist', name: 'Rosa Quinn' })
  const { id, startsAt } = link.appointment
  // Every clinic's Maya has the same number: a text is for the clinic that wrote last.
  sentAt += 1000
  about = { appointmentId: id, aboutStartsAt: startsAt, sentAt, clientId: maya.id }
})

/** A screen on the day of Maya's appointment, that hears what happens. */
async function openDay(options: Parameters<Screens['open']>[1] = {}): Promise<Page> {
  const page = await screens.open(receptionist, { path: '/calendar/2040-03-06', ...options })
  await page.getByText('Live', { exact: true }).waitFor()
  return page
}

const card = (page: Page): Locator => cardIn(page, link.desk.chen, 'Maya Alvarez')
const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Maya Alvarez' })
const named = (page: Page, words: string): Promise<void> =>
  columnOf(page, link.desk.chen).locator(`[data-card][aria-label*="${words}"]`).waitFor()

async function openCard(page: Page): Promise<Locator> {
  await card(page).click()
  const panel = panelOf(page)
  await panel.getByRole('heading', { name: 'Messages' }).waitFor()
  return panel
}

const sent = (more: object = {}) => makeSentMessage(screens.db, link.desk.clinic.id, { ...about, ...more })
const change = (statement: RawBuilder<unknown>) =>
  inClinic(screens.db, link.desk.clinic.id, (trx) => statement.execute(trx))
const twilioSays = (id: string, fields: Record<string, string>) =>
  postTwilio(screens.app, `/webhooks/twilio/status/${link.desk.clinic.id}/${id}`, { MessageSid: `SM${id}`, ...fields })

describe('a card', () => {
  it('shows on every screen what the client answers, the moment she does', async () => {
    await sent()
    const [mine, theirs] = await Promise.all([openDay(), openDay()])
    const phone = makePhone(screens.app)
    await phone.text('yes please')
    await Promise.all([named(mine, 'confirmed by reply'), named(theirs, 'confirmed by reply')])
    await phone.text('running 15 min late')
    await Promise.all([named(mine, 'says to be 15 minutes late'), named(theirs, 'says to be 15 minutes late')])
    expect(await card(theirs).getAttribute('class')).toContain('told-late')
  })

  it('tells that a message did not arrive, the panel why, and it is sent again from there', async () => {
    const id = await sent()
    const page = await openDay()
    await twilioSays(id, { MessageStatus: 'undelivered', ErrorCode: '30005' })
    await named(page, 'message not sent')

    const panel = await openCard(page)
    await panel.locator('.badge', { hasText: 'Message not sent' }).waitFor()
    const entry = panel.getByRole('list', { name: 'Sent and received' }).locator('details')
    await entry.getByText('The number does not exist, or no longer.').waitFor()
    await entry.getByRole('button', { name: 'Send again' }).click()
    const due = panel.getByRole('list', { name: 'Due' })
    await due.getByText('Reminder, a day before').waitFor()
    expect(await due.getByText('Due', { exact: true }).count()).toBe(1)
  })
})

describe('a reply to an appointment', () => {
  it('that is out of sight is told of, and opened from there', async () => {
    const page = await openDay()
    await page.locator('.grid-scroll').evaluate((area) => area.scrollTo(0, area.scrollHeight))
    await link.send('message', { text: 'Is there parking?' })
    await page.getByText('Maya Alvarez, 10:00 AM with Dr. Chen, Oak: 1 unread message.').last().waitFor()
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await panelOf(page).getByText('Is there parking?').waitFor()
  })

  it('that is in sight or open is only said', async () => {
    const page = await openDay()
    await link.send('message', { text: 'Is there parking?' })
    await named(page, '1 unread message')
    await page.getByRole('status').filter({ hasText: '10:00 AM with Dr. Chen, Oak: 1 unread message.' }).waitFor()
    expect(await page.locator('.toast').count()).toBe(0)
  })
})

describe('what is told of the messages in the panel', () => {
  it('has each with its times, and what the client answered in her own words', async () => {
    const id = await sent()
    await twilioSays(id, { MessageStatus: 'delivered' })
    await makePhone(screens.app).text('YES please!')
    const panel = await openCard(await openDay())
    const past = panel.getByRole('list', { name: 'Sent and received' })
    expect(await past.locator('blockquote').innerText()).toBe('YES please!')
    await past.getByText('Confirms', { exact: true }).waitFor()

    const message = past.locator('details', { hasText: 'Reminder, a day before' })
    await message.locator('.badge', { hasText: 'Delivered' }).waitFor()
    await message.locator('summary').press('Enter')
    const times = (await message.locator('.story-times').innerText()).replaceAll('\n', ' ')
    expect(times).toMatch(/Mar 5, 2040, 7:59 AM Due .*Sent by Twilio .*Mar 5, 2040, 8:00 AM Delivered/)
  })

  it('follows what leaves while it is open, though the card shows nothing new', async () => {
    await sent()
    const id = await sent({ kind: 'changed', status: 'scheduled' })
    const page = await openDay()
    const panel = await openCard(page)
    await panel.getByRole('list', { name: 'Due' }).getByText('Appointment changed').waitFor()
    await change(sql`update messages set status = 'sent' where id = ${id}`)
    await page.clock.fastForward(11_000)
    const past = panel.getByRole('list', { name: 'Sent and received' })
    await past.locator('details', { hasText: 'Appointment changed' }).locator('.badge', { hasText: 'Sent' }).waitFor()
    expect(await panel.getByRole('list', { name: 'Due' }).count()).toBe(0)
  })

  it('says that they stay here, where no provider takes them', async () => {
    const id = await sent()
    await change(sql`update messages set provider = 'outbox', provider_id = null where id = ${id}`)
    await change(sql`update appointments set message_state = 'sent', messages_version = 1`)
    const panel = await openCard(await openDay())
    await panel.locator('.badge', { hasText: 'Message kept here' }).waitFor()
    await panel.locator('details .badge', { hasText: 'Kept here' }).waitFor()
  })

  it('says so when there is nothing', async () => {
    const panel = await openCard(await openDay())
    await panel.getByText('Nothing has been sent about it, and nothing is due.').waitFor()
    await panel.getByText('Nothing is written yet.').waitFor()
  })
})

describe('a client who', () => {
  it('is told of by e-mail is said to be', async () => {
    const panel = await openCard(await openDay())
    await panel.getByText('Maya Alvarez is told by e-mail that there is something to read').waitFor()
    expect(await panel.locator('.notice').count()).toBe(0)
  })

  it('has no address is not written to in vain', async () => {
    await change(sql`update clients set email = null, phone = null`)
    const panel = await openCard(await openDay())
    await panel.getByText('Maya Alvarez is not told of what you write here: there is no e-mail address.').waitFor()
    await panel
      .getByText('No message reaches Maya Alvarez: there is neither a phone number nor an e-mail address.')
      .waitFor()
    expect(await panel.getByText('is told by e-mail').count()).toBe(0)
  })
})

describe('the conversation', () => {
  it('goes both ways while both look, and what was seen is read on every screen', async () => {
    const [page, other] = await Promise.all([openDay(), openDay()])
    await link.send('message', { text: 'Is there parking?' })
    await Promise.all([named(page, '1 unread message'), named(other, '1 unread message')])

    const panel = await openCard(page)
    const talk = panel.getByRole('region', { name: 'Conversation' })
    await talk.getByText('Is there parking?').waitFor()
    await Promise.all(
      [page, other].map((each) => columnOf(each, link.desk.chen).locator('[data-card]:not(.told-unread)').waitFor()),
    )

    await talk.getByRole('textbox', { name: 'Write to Maya Alvarez' }).fill('Yes,\nbehind the house.')
    await talk.getByRole('textbox').press('Control+Enter')
    await talk.getByText('behind the house.').waitFor()
    expect(await talk.getByRole('textbox').inputValue()).toBe('')
    expect(await (await link.open()).text()).toContain('behind the house.')

    await link.send('message', { text: 'Thank you!' })
    await talk.getByText('Thank you!').waitFor()
    expect(await talk.getByRole('listitem').count()).toBe(3)
  })

  it('keeps what is being typed while something arrives', async () => {
    const page = await openDay()
    const talk = (await openCard(page)).getByRole('region', { name: 'Conversation' })
    await talk.getByRole('textbox').fill('Please bring')
    await link.send('message', { text: 'Hello?' })
    await talk.getByText('Hello?').waitFor()
    expect(await talk.getByRole('textbox').inputValue()).toBe('Please bring')
    expect(await talk.getByRole('textbox').evaluate((node) => node === document.activeElement)).toBe(true)
  })

  it('keeps what was begun when the panel is closed, until it is sent', async () => {
    const page = await openDay()
    const text = (panel: Locator) => panel.getByRole('textbox', { name: 'Write to Maya Alvarez' })
    await text(await openCard(page)).fill('Please bring')
    await panelOf(page).getByRole('button', { name: 'Close' }).click()
    const panel = await openCard(page)
    expect(await text(panel).inputValue()).toBe('Please bring')
    await text(panel).fill('x'.repeat(4500))
    await panel.getByRole('button', { name: 'Send', exact: true }).click()
    await panel.getByText('Write at most 4,000 characters: these are 4,500.').waitFor()
    await text(panel).fill('Please bring your card.')
    await panel.getByRole('button', { name: 'Send', exact: true }).click()
    await panel.getByRole('listitem').getByText('Please bring your card.').waitFor()
    await panel.getByRole('button', { name: 'Close' }).click()
    expect(await text(await openCard(page)).inputValue()).toBe('')
  })

  it('is not shown to a therapist about another’s client', async () => {
    await link.send('message', { text: 'Something private' })
    const { clinic, okafor, chen } = link.desk
    const therapist = await makePerson(screens.db, clinic.id, { role: 'therapist', therapistId: okafor.id })
    const page = await screens.open(therapist, { path: '/calendar/2040-03-06' })
    await cardIn(page, chen, 'Maya Alvarez').click()
    await panelOf(page).getByRole('heading', { name: 'Messages' }).waitFor()
    expect(await panelOf(page).getByRole('heading', { name: 'Conversation' }).count()).toBe(0)
  })
})

it('has nothing that axe objects to, in light and in dark', async () => {
  const id = await sent()
  await twilioSays(id, { MessageStatus: 'undelivered', ErrorCode: '30005' })
  await makePhone(screens.app).text('what?')
  await link.send('message', { text: 'Is there parking?' })
  const page = await openDay({ reducedMotion: 'reduce' })
  await (await openCard(page)).getByText('Is there parking?').waitFor()
  expect(await objectionsInBoth(page)).toEqual([])
})
