import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../support/rows.ts'
import { makeTherapist, makeType } from '../support/world.ts'
import { type Daybook, expectNoViolation, openDaybook } from './open-daybook.ts'

let daybook: Daybook

beforeAll(async () => {
  daybook = await openDaybook()
  const { clinic } = daybook.office
  await makeTherapist(daybook.database.db, clinic.id, { name: 'Dr. Chen' })
  await makeTherapist(daybook.database.db, clinic.id, { name: 'Dr. Okafor' })
  await makeType(daybook.database.db, clinic.id, { name: 'First visit' })
  await rowsOf(daybook.database, clinic.id, 'update appointment_types set online = true where clinic_id = $1')
})
afterAll(() => daybook.close())

describe('the settings of online booking', () => {
  it('open the clinic to it, say who is shown and what is asked, and keep what was typed where it is refused', async () => {
    const page = await daybook.open('/settings/online-booking', daybook.office.admin)
    await page.getByLabel('The clinic can be booked online').check()
    await page.getByLabel('Show all therapists').uncheck()
    await page.getByLabel('Dr. Okafor').uncheck()
    await page.getByLabel('Offer the waitlist where no time suits').uncheck()
    await page.getByLabel('Cancelling is late from').fill('48')
    await page.getByLabel('Your cancellation policy').fill('Two days before, please.')
    await page.getByLabel('Sites that may show the booking page').fill('http://harbor.example')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Write each site like https://www.harbor.example, one a line.').waitFor()
    await page.getByLabel('Sites that may show the booking page').fill('https://harbor.example')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('status').getByText('The clinic can be booked online.').waitFor()

    await page.getByRole('button', { name: 'Add questions of First visit' }).click()
    await page.getByRole('button', { name: 'Add a question' }).click()
    await page.getByLabel('As it is asked').fill('Who comes?')
    await page.getByLabel('Answered by').selectOption('One of several')
    await page.getByLabel('Choices').fill('I\nMy child')
    await page.getByLabel('Must be answered').check()
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Save' }).last().click()
    await page.getByRole('button', { name: '1 question of First visit' }).waitFor()

    const kept = await rowsOf(
      daybook.database,
      daybook.office.clinic.id,
      `select s.open, s.offers_waitlist, cardinality(s.therapist_ids) as therapists, s.cancel_notice_minutes as minutes, s.origins, s.policy,
        y.intake_questions->0->>'label' as asked
      from booking_settings s join appointment_types y on y.clinic_id = s.clinic_id and y.name = 'First visit'
      where s.clinic_id = $1`,
    )
    expect(kept).toEqual([
      {
        ...{ open: true, offers_waitlist: false, therapists: 1, minutes: 2880, origins: ['https://harbor.example'] },
        ...{ policy: 'Two days before, please.', asked: 'Who comes?' },
      },
    ])
  })
})
