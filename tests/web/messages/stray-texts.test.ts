import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { makeClient } from '../../support/world.ts'
import { type Daybook, expectNoViolation, openDaybook } from '../open-daybook.ts'

const PHONE = { viewport: { width: 390, height: 844 } }
const MAYA = '+12025550143'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
  await makeClient(daybook.database.db, daybook.office.clinic.id, { name: 'Maya Alvarez', phone: MAYA })
  await came(MAYA, 'May I come again in June?', 2)
  await came('+12025550199', 'Wrong number', 1)
})
afterAll(() => daybook.close())

function came(phone: string, text: string, minutesAgo: number) {
  const { id } = daybook.office.clinic
  return inClinic(daybook.database.db, id, (trx) =>
    sql`insert into message_replies (clinic_id, id, provider_id, phone, body, intent, received_at)
      values (${id}, gen_random_uuid(), ${text}, ${phone}, ${text}, 'unrecognised',
        now() - make_interval(mins => ${minutesAgo}))`.execute(trx),
  )
}

const rows = (page: Page) => page.getByRole('table').getByRole('rowheader')

it('texts without an appointment stand at the desk, the newest first, with the way to the client', async () => {
  const page = await daybook.open('/messages', daybook.office.receptionist)
  await page.getByRole('radio', { name: 'Other texts' }).click()
  await page.getByText('Wrong number').waitFor()
  expect(await rows(page).allInnerTexts()).toEqual(['+1 202 555 0199', 'Maya Alvarez'])
  expect(await page.getByLabel('Channel').count()).toBe(0)
  await expectNoViolation(page)
  await page.getByRole('link', { name: 'Open Maya Alvarez' }).click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('link', { name: 'Texts without an appointment' }).click()
  await page.getByText('May I come again in June?').waitFor()
  await expect.poll(() => rows(page).allInnerTexts()).toEqual(['Maya Alvarez'])
})

it('they can be read on a phone', async () => {
  const page = await daybook.open('/messages?view=stray', daybook.office.receptionist, PHONE)
  await page.getByText('Wrong number').waitFor()
  expect(await page.locator('.split-page').evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0)
  await expectNoViolation(page)
})

it('a therapist, whose clients they may not be, is not offered them', async () => {
  const page = await daybook.open('/messages', daybook.office.therapist)
  await page.getByRole('radio', { name: 'To come' }).waitFor()
  expect(await page.getByRole('radio', { name: 'Other texts' }).count()).toBe(0)
})
