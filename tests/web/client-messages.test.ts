import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import { objectionsOf } from '../support/axe.ts'
import { makeClient } from '../support/world.ts'
import { type Daybook, openDaybook } from './open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
})
afterAll(() => daybook.close())

const client = (name: string, phone: string) =>
  makeClient(daybook.database.db, daybook.office.clinic.id, { name, phone, email: 'someone@example.com' })

async function keptOf(id: string) {
  const { client: kept } = await daybook.office.read<{ client: { language: string; consents: string[] } }>(
    'query ($id: ID!) { client(id: $id) { language consents } }',
    { id },
  )
  return kept
}

const by = (page: Page, channel: string) => page.getByRole('checkbox', { name: channel })

it('a new client is written to by e-mail and SMS, in English, unless told otherwise', async () => {
  const page = await daybook.open('/clients/new', daybook.office.receptionist)
  await page.getByLabel('Name').fill('Nina Petrova')
  expect(await by(page, 'E-mail').isChecked()).toBe(true)
  expect(await by(page, 'SMS').isChecked()).toBe(true)
  expect(await by(page, 'Voice call').isChecked()).toBe(false)
  await page.getByText('Nobody can be written to without an e-mail address or a phone number.').waitFor()
  await page.getByRole('button', { name: 'Add client' }).click()
  await page.getByRole('heading', { name: 'Nina Petrova' }).waitFor()
  expect(await keptOf(page.url().split('/').at(-1)!)).toEqual({ language: 'en', consents: ['EMAIL', 'SMS'] })
})

it('a client’s language and channels are changed by key, and kept', async () => {
  const { id } = await client('Paulo Reis', '+12025550161')
  const page = await daybook.open(`/clients/${id}`, daybook.office.receptionist)
  await page.getByLabel('Language of messages').selectOption('Spanish')
  await by(page, 'SMS').press('Space')
  await by(page, 'Voice call').press('Space')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Paulo Reis is saved.').waitFor()
  expect(await keptOf(id)).toEqual({ language: 'es', consents: ['EMAIL', 'VOICE'] })
  await by(page, 'E-mail').uncheck()
  await by(page, 'Voice call').uncheck()
  await page.getByText('The client gets no messages at all.').waitFor()
})

it('a number that asked for no more texts is told in words, to those who may only look too', async () => {
  const { id } = await client('Ida Strand', '+12025550162')
  await inClinic(daybook.database.db, daybook.office.clinic.id, (trx) =>
    sql`insert into stopped_numbers (clinic_id, phone, stopped_at)
      values (${daybook.office.clinic.id}, '+12025550162', '2026-03-02T14:00:00Z')`.execute(trx),
  )
  const page = await daybook.open(`/clients/${id}`, daybook.office.receptionist)
  await page.getByText('This number asked for no more texts on Mar 2, 2026').waitFor()
  expect(await objectionsOf(page)).toEqual([])
  const looking = await daybook.open(`/clients/${id}`, daybook.office.therapist)
  await looking.getByText('E-mail, in English; the number asked for no more texts').waitFor()
})
