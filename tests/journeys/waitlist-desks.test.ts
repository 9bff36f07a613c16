import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardIn, columnOf } from '../support/calendar-page.ts'
import { MONDAY } from '../support/desk.ts'
import { webhookProofs } from '../support/phone.ts'
import { type Providers, startProviders } from '../support/providers.ts'
import { makePerson } from '../support/sign-in.ts'
import { THURSDAY } from '../support/waitlist-desk.ts'
import { openWaitlistScreens, type WaitlistScreens } from '../support/waitlist-screens.ts'
import { wrongsIn } from '../support/wrongs.ts'

const FRIDAY = '2026-03-06T15:00:00Z'

let providers: Providers
let screens: WaitlistScreens

beforeAll(async () => {
  providers = await startProviders()
  screens = await openWaitlistScreens({ now: () => MONDAY, webhookProofs }, providers.settings)
})
afterAll(async () => {
  await screens.close()
  await providers.stop()
})

test('one desk cancels, she answers YES from her phone, the other desk’s day fills untouched, and what she had is offered on', async () => {
  const list = await screens.newList()
  const { desk } = list
  await desk.book({ startsAt: THURSDAY, roomId: desk.oak.id })
  const zoe = await list.waiting('Zoe')
  await list.send('leaveWaitlist', { id: zoe.entry.id, expectedVersion: 1 })
  const { appointment: hers } = await desk.book({ clientId: zoe.client.id, startsAt: FRIDAY, roomId: desk.elm.id })
  const sooner = { clientId: zoe.client.id, typeId: desk.type.id, appointmentId: hers.id, urgency: 'URGENT' }
  await list.send('joinWaitlist', sooner)
  const ben = await list.waiting('Ben', { days: [5] })
  const other = await makePerson(screens.db, desk.clinic.id, { role: 'receptionist', name: 'Tom Abel' })

  // The other desk looks at Thursday, and touches nothing from here on.
  const watching = await screens.open(other, { path: '/calendar/2026-03-05' })
  await cardIn(watching, desk.chen, 'Maya Alvarez').waitFor()

  const page = await screens.open(list.receptionist, { path: '/calendar/2026-03-05' })
  await columnOf(page, desk.chen).waitFor()
  await cardIn(page, desk.chen, 'Maya Alvarez').click()
  await page.getByRole('button', { name: 'Cancel…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Cancel the appointment/ }).click()
  await cardIn(watching, desk.chen, 'Maya Alvarez').waitFor({ state: 'detached' })

  await list.fill()
  await list.post()
  const text = providers.twilio.accepted.findLast((each) => each.to === zoe.phone.number)!
  expect(text.body).toContain('Thu, Mar 5 at 2:00 PM with Dr. Chen is free and kept for you')
  // Kept for her, on both screens.
  await watching.getByText('Held by Daybook waitlist').first().waitFor()

  expect(await zoe.phone.text('YES')).toContain('You are booked for Thu, Mar 5 at 2:00 PM')
  await cardIn(watching, desk.chen, 'Zoe').waitFor()

  await list.fill()
  await list.post()
  expect(providers.twilio.accepted.findLast((each) => each.to === ben.phone.number)?.body).toContain('Fri, Mar 6')
  await page.goto(`${screens.app.url}/waitlist?view=slots`)
  const under = page.getByRole('list', { name: 'Offers under way' })
  await under.getByText('Ben').waitFor()
  await under.getByText(/Fri, Mar 6, 10:00 AM with Dr. Chen/).waitFor()
  await page.getByRole('row', { name: /Zoe.*Accepted/ }).waitFor()
  await page.getByText('100 %').waitFor()
  expect(await wrongsIn(screens.database, desk.clinic.id)).toEqual([])
})
