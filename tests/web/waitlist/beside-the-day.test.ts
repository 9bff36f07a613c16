import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardIn, clickSlot, columnOf, placeOf } from '../../support/calendar-page.ts'
import { openWaitlistScreens, type WaitlistScreens } from '../../support/waitlist-screens.ts'

let screens: WaitlistScreens

beforeAll(async () => {
  screens = await openWaitlistScreens()
})

afterAll(() => screens.close())

it('tells who waits for a free slot that is clicked, and asks or books her with one press', async () => {
  const list = await screens.newList()
  const { desk } = list
  const zoe = await list.waiting('Zoe', { parts: ['AFTERNOON'] })
  const ben = await list.waiting('Ben', { parts: ['MORNING'], therapistIds: [desk.chen.id] })
  const page = await screens.open(list.receptionist)
  await columnOf(page, desk.chen).waitFor()
  await clickSlot(page, desk.chen, '10:00')
  const waiting = page.getByRole('region', { name: 'Waiting for this slot' })
  await waiting.getByText('Waits for Dr. Chen. The morning suits.').waitFor()
  expect(await waiting.getByRole('listitem').count()).toBe(1)
  await waiting.getByRole('button', { name: 'Book Ben here' }).click()
  await cardIn(page, desk.chen, 'Ben').waitFor()
  await page.getByRole('complementary', { name: 'New appointment' }).waitFor({ state: 'detached' })
  expect((await list.entry(ben.entry.id)).status).toBe('BOOKED')

  await clickSlot(page, desk.okafor, '14:00')
  await waiting.getByRole('button', { name: 'Offer it to Zoe' }).click()
  await page.getByText(/^Offered: Tue, Mar 3, 2:00 PM is held for Zoe until/).waitFor()
  await columnOf(page, desk.okafor).waitFor()
  await page.getByText('Held by Rosa Quinn').or(page.getByText('Held by Daybook waitlist')).first().waitFor()
  expect((await list.entry(zoe.entry.id)).status).toBe('OFFERED')

  // Whoever is asked already is told of, live, and is not asked again.
  await page.getByRole('button', { name: 'Dismiss' }).first().click()
  const ada = await list.waiting('Ada')
  await clickSlot(page, desk.okafor, '15:30')
  await waiting
    .getByRole('listitem')
    .filter({ hasText: 'Zoe' })
    .getByText(/Tue, Mar 3, 2:00 PM with .* is offered until/)
    .waitFor()
  expect(await waiting.getByRole('button').allInnerTexts()).toEqual(['Book', 'Offer'])
  const there = { therapistId: desk.okafor.id, startsAt: '2026-03-03T20:30:00Z' }
  await list.send('offerSlot', { entryId: ada.entry.id, ...there })
  await waiting
    .getByRole('listitem')
    .filter({ hasText: 'Ada' })
    .getByText(/This slot is offered until/)
    .waitFor()
  expect(await waiting.getByRole('button').count()).toBe(0)
})

it('puts somebody on the list for an earlier time than she has, and tells of it in her own panel', async () => {
  const list = await screens.newList()
  const { desk } = list
  const { appointment } = await desk.book({ startsAt: '2026-03-03T19:00:00Z', roomId: desk.oak.id })
  const page = await screens.open(list.receptionist)
  await columnOf(page, desk.chen).waitFor()
  await cardIn(page, desk.chen, 'Maya Alvarez').click()
  const panel = page.getByRole('complementary', { name: 'Maya Alvarez' })
  await panel.getByRole('button', { name: 'Wants an earlier time' }).click()
  await page.getByText('Maya Alvarez waits for an earlier time, and keeps this one until then.').waitFor()
  const { waitlist } = await list.read<{ waitlist: { nodes: { appointment: { id: string } | null }[] } }>(
    '{ waitlist(first: 5) { nodes { appointment { id } } } }',
  )
  expect(waitlist.nodes).toEqual([{ appointment: { id: appointment.id } }])

  await page.goto(`${screens.app.url}/clients/${desk.maya.id}`)
  const client = page.getByRole('complementary', { name: 'Maya Alvarez' })
  await client.getByText('Dr. Chen. Any time. Waiting today.').waitFor()
  await client.getByRole('button', { name: desk.type.name }).click()
  await page.getByText('Tue, Mar 3, 2:00 PM with Dr. Chen: given up for an earlier one').waitFor()
  expect((await placeOf(desk, 'Maya Alvarez'))?.startsAt).toBe('2026-03-03T19:00:00.000Z')
})

it('says in plain words what the policy does, as it is entered, and saves it', async () => {
  const list = await screens.newList()
  const page = await screens.open(list.admin, { path: '/settings/waitlist' })
  const example = page.getByRole('region', { name: 'Example' })
  await example.getByText(/The first whom it fits is asked at once and has 4 hours to answer/).waitFor()
  await page.getByLabel('How long after').selectOption({ label: '1 hour' })
  await example.getByText(/too close to the start/).waitFor()
  await page.getByLabel('How long after').selectOption({ label: '2 days' })
  await page.getByLabel('Asked at once').selectOption('3')
  await page.getByLabel('Shortest time to answer').fill('900')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The shortest time to answer is not longer than the longest.').waitFor()
  await page.getByLabel('Shortest time to answer').fill('20')
  await page.getByLabel('Other hours for offers').check()
  await page.getByLabel('From').fill('10:00')
  await example.getByText(/The first 3 whom it fits are asked Mon, Mar 2, 10:00 AM/).waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. It holds for whatever is free from now on; offers under way stand.').waitFor()
  const { waitlistPolicy } = await list.read<{ waitlistPolicy: object }>(
    '{ waitlistPolicy { mode together shortestMinutes leaveFrom } }',
  )
  expect(waitlistPolicy).toEqual({ mode: 'OFFER', together: 3, shortestMinutes: 20, leaveFrom: '10:00' })
})
