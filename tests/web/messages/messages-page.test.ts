import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeClient } from '../../support/world.ts'
import { byHand, type Daybook, expectSound, openDaybook } from '../open-daybook.ts'
import { bookAhead, keepMessage, makeListedMessage } from './listed-messages.ts'

const HOUR = 60 * 60_000
const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Maximiliana'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

const open = (path = '/messages', options = {}) => daybook.open(path, daybook.office.receptionist, options)
const panel = (page: Page) => page.getByRole('complementary')

describe('before anything was sent', () => {
  it('the page says what will be there, and that messages stay here without a provider', async () => {
    const page = await open()
    await page.getByRole('heading', { name: 'No messages yet' }).waitFor()
    await page.getByText('Messages stay here: no provider is set up.').waitFor()
    await page.getByRole('radio', { name: 'To come' }).click()
    await page.getByRole('heading', { name: 'Nothing is due' }).waitFor()
  })
})

describe('what was sent', () => {
  beforeAll(async () => {
    const { db } = daybook.database
    const { id: clinicId } = daybook.office.clinic
    const maya = await makeClient(db, clinicId, { name: 'Maya Alvarez' })
    const long = await makeClient(db, clinicId, { name: LONG_NAME, email: 'max@example.com' })
    const mail = await makeListedMessage(db, clinicId, {
      ...{ clientId: maya.id, kind: 'confirmation', status: 'delivered', provider: 'outbox' },
    })
    const html =
      '<!doctype html><html lang="en"><head><title>Mail</title></head><body><h1>See you on Tuesday</h1><script>top.document.title = 1</script></body></html>'
    await keepMessage(db, clinicId, mail, { subject: 'Your appointment', html })
    const text = await makeListedMessage(db, clinicId, {
      ...{ clientId: long.id, kind: 'day_before', channel: 'sms', recipient: '+12025550123', status: 'failed' },
      ...{
        failure: 'Landline or unreachable carrier',
        failureCode: '30006',
        provider: 'outbox',
        attempts: 3,
        cost: '0.0079',
      },
      appointment: await bookAhead(db, clinicId, long.id),
    })
    await keepMessage(db, clinicId, text, { text: 'See you tomorrow at 10.' })
    await makeListedMessage(db, clinicId, { clientId: maya.id, kind: 'two_days_before', dueIn: HOUR })
    await makeListedMessage(db, clinicId, { clientId: long.id, kind: 'day_before', dueIn: 2 * HOUR })
  })

  it('is listed with its reader, kind, channel and state; what is to come apart from it', async () => {
    const page = await open()
    await page.getByRole('row', { name: /Maya Alvarez.*Confirmation.*E-mail.*Delivered/ }).waitFor()
    await page.getByRole('row', { name: new RegExp(`${LONG_NAME}.*Reminder, a day before.*SMS.*Failed`) }).waitFor()
    expect(await page.getByRole('row', { name: /two days before/ }).count()).toBe(0)
    await page.getByRole('radio', { name: 'To come' }).click()
    await page.getByRole('row', { name: /Maya Alvarez.*two days before.*Due/ }).waitFor()
    expect(await page.getByRole('table').getByRole('button').allTextContents()).toEqual(['Maya Alvarez', LONG_NAME])
  })

  it('is filtered by state, channel and client, in the address', async () => {
    const page = await open()
    const rows = page.getByRole('table').getByRole('button')
    await rows.first().waitFor()
    await expect.poll(() => rows.count()).toBe(2)
    await page.getByLabel('State').selectOption('Failed')
    await expect.poll(() => rows.allTextContents()).toEqual([LONG_NAME])
    await page.reload()
    await rows.first().waitFor()
    await expect.poll(() => rows.allTextContents()).toEqual([LONG_NAME])
    await page.getByLabel('Channel').selectOption('E-mail')
    await page.getByRole('heading', { name: 'None of these' }).waitFor()
    await page.getByRole('button', { name: 'Show all messages' }).click()
    await expect.poll(() => rows.count()).toBe(2)
    await page.getByRole('combobox', { name: 'Client' }).fill('maya')
    await page.getByRole('option', { name: /Maya Alvarez/ }).click()
    await expect.poll(() => rows.allTextContents()).toEqual(['Maya Alvarez'])
    await page.reload()
    await expect.poll(() => page.getByRole('combobox', { name: 'Client' }).inputValue()).toBe('Maya Alvarez')
  })

  it('to one client is found from her page', async () => {
    const page = await open('/clients')
    await page.getByRole('button', { name: 'Maya Alvarez' }).click()
    await panel(page).getByRole('link', { name: 'What was sent' }).click()
    const rows = page.getByRole('table').getByRole('button')
    await expect.poll(() => rows.allTextContents()).toEqual(['Maya Alvarez'])
  })

  it('that cannot be read is not mistaken for what was asked before', async () => {
    const page = await open()
    await page.getByRole('button', { name: LONG_NAME }).waitFor()
    await page.route('**/graphql', (route) => route.abort())
    await page.getByLabel('State').selectOption('Bounced')
    await page.getByRole('heading', { name: 'Daybook cannot be reached' }).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'None of these' }).waitFor()
  })

  it('is opened as its reader sees it: a mail in a frame that runs no script', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Maya Alvarez' }).press('Enter')
    await panel(page).getByText('Your appointment', { exact: true }).waitFor()
    await page.frameLocator('iframe').getByRole('heading', { name: 'See you on Tuesday' }).waitFor()
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('')
    expect(await page.title()).toBe('Messages · Daybook')
    await panel(page).getByText('Kept here').waitFor()
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
  })

  it('to a therapist names her as its reader, and the client as whom it is about', async () => {
    const { db } = daybook.database
    const { id: clinicId } = daybook.office.clinic
    const noor = await makeClient(db, clinicId, { name: 'Noor Haddad', email: 'noor@example.com' })
    await makeListedMessage(db, clinicId, {
      ...{ clientId: noor.id, kind: 'therapist_booked', audience: 'therapist', recipient: 'chen@example.com' },
      ...{ status: 'sent', provider: 'outbox' },
    })
    const page = await open(`/messages?client=${noor.id}`)
    await page.getByRole('row', { name: /chen@example.com.*To the therapist: booked · Noor Haddad/ }).waitFor()
    await page.getByRole('button', { name: 'chen@example.com' }).click()
    const said = async (term: string) =>
      (await panel(page).locator(`dt:text-is("${term}") + dd`).first().innerText()).trim()
    expect([await said('To'), await said('Client')]).toEqual(['chen@example.com', 'Noor Haddad'])
  })

  it('about another’s client is not offered to a therapist to be sent again', async () => {
    const page = await daybook.open('/messages?status=FAILED', daybook.office.therapist)
    await page.getByRole('button', { name: LONG_NAME }).click()
    await panel(page).getByText('Given up after 3 tries').waitFor()
    expect(await panel(page).getByRole('button', { name: 'Send again' }).count()).toBe(0)
  })

  it('has nothing that axe-core finds wrong, and fits, on a desk and on a phone', async () => {
    const page = await open('/messages', byHand)
    const opener = page.getByRole('button', { name: LONG_NAME })
    await opener.waitFor()
    await expectSound(page)
    await opener.click()
    await panel(page).getByText('See you tomorrow at 10.').waitFor()
    await expectSound(page)
  })

  it('and failed says why in words, with its history and cost, and is sent again', async () => {
    const page = await open()
    await page.getByRole('button', { name: LONG_NAME }).click()
    await panel(page).getByText('The number is a landline, or its company cannot be reached.').waitFor()
    await panel(page).getByText('See you tomorrow at 10.').waitFor()
    await panel(page).getByText('$0.0079').waitFor()
    await panel(page).getByText('Given up after 3 tries').waitFor()
    await panel(page).getByRole('button', { name: 'Send again' }).click()
    await page.locator('.toast').getByText('It is sent once more to +1 202 555 0123.').waitFor()
    await panel(page).getByText('Due').first().waitFor()
    await page.goBack()
    await panel(page).getByRole('button', { name: 'Send again' }).click()
    await page.locator('.toast').getByText('The same message is waiting to leave.').waitFor()
    await panel(page).locator('dt:text-is("Appointment") + dd').getByRole('link').click()
    const appointment = page.getByRole('complementary', { name: LONG_NAME })
    await appointment.getByRole('heading', { name: 'Messages' }).waitFor()
  })
})
