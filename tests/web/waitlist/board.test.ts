import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePerson } from '../../support/sign-in.ts'
import { THURSDAY } from '../../support/waitlist-desk.ts'
import { openWaitlistScreens, type WaitlistScreens } from '../../support/waitlist-screens.ts'
import { expectNoViolation } from '../open-daybook.ts'

let screens: WaitlistScreens

beforeAll(async () => {
  screens = await openWaitlistScreens()
})

afterAll(() => screens.close())

it('shows who waits by score and in words, tells what a score is made of, and takes in whoever joins elsewhere', async () => {
  const list = await screens.newList()
  const { desk } = list
  await list.waiting('Zoe', { urgency: 'URGENT', days: [1, 2, 3], parts: ['MORNING'], therapistIds: [desk.chen.id] })
  await list.waiting('Ben', { noticeMinutes: 1440 })
  const page = await screens.open(list.receptionist, { path: '/waitlist' })
  const rows = page.getByRole('table', { name: 'Waiting, the highest score first' }).locator('tbody tr')
  await rows.nth(1).waitFor()
  expect((await rows.allInnerTexts()).map((each) => each.split(/\s*[\t\n]\s*/).filter(Boolean))).toEqual([
    ['Zoe', desk.type.name, 'Dr. Chen', 'Mon – Wed, mornings', 'today', 'Urgent', 'Waiting', '45'],
    ['Ben', desk.type.name, 'Anybody', '1 day notice', 'today', 'Routine', 'Waiting', '0'],
  ])
  await page.getByRole('button', { name: 'Score of Zoe: 45' }).hover()
  await page.getByText('Urgency: urgent.').waitFor()

  await list.waiting('Ada', { urgency: 'EMERGENCY' })
  await rows.first().getByText('Ada').waitFor()
  await expectNoViolation(page)
})

it('puts somebody new on the list, changes what suits her, sets the score with a reason, and takes her off', async () => {
  const list = await screens.newList()
  const page = await screens.open(list.receptionist, { path: '/waitlist' })
  await page.getByText('Nobody is waiting').waitFor()
  await page.getByRole('button', { name: 'New entry' }).first().click()
  const fresh = page.getByRole('complementary', { name: 'New entry' })
  await fresh.getByRole('button', { name: 'Add to the waitlist' }).click()
  await fresh.getByText('Choose who waits.').waitFor()
  await fresh.getByRole('combobox', { name: 'Client' }).fill('Ines Castro')
  await page.getByRole('option', { name: 'New client “Ines Castro”' }).click()
  await fresh.getByLabel('Phone').fill('12')
  await fresh.getByLabel('E-mail').fill('ines@')
  await fresh.getByLabel('Waits for').selectOption(list.desk.type.id)
  await fresh.getByRole('button', { name: 'Add to the waitlist' }).click()
  await fresh.getByText('Write it with its country, like +1 202 555 0123.').waitFor()
  const wrong = ['Name', 'Phone', 'E-mail'].map((label) => fresh.getByLabel(label).getAttribute('aria-invalid'))
  expect(await Promise.all(wrong)).toEqual([null, 'true', 'true'])
  // What only the server refuses stands at its field, too.
  await fresh.getByLabel('E-mail').fill(`${'i'.repeat(250)}@example.com`)
  await fresh.getByLabel('Phone').fill('+1 202 555 0188')
  await fresh.getByRole('button', { name: 'Add to the waitlist' }).click()
  await expect.poll(() => fresh.getByLabel('E-mail').getAttribute('aria-invalid')).toBe('true')
  await fresh.getByLabel('E-mail').fill('')
  await fresh.getByLabel('Waits for').selectOption(list.desk.type.id)
  await fresh.getByLabel('Urgency').selectOption('SOON')
  await fresh.getByRole('checkbox', { name: 'Thu' }).check({ force: true })
  await fresh.getByRole('button', { name: 'Add to the waitlist' }).click()

  const panel = page.getByRole('complementary', { name: 'Ines Castro' })
  await panel.getByText('Score 20').waitFor()
  await panel.getByRole('checkbox', { name: 'Afternoon' }).check({ force: true })
  await panel.getByRole('button', { name: 'Save' }).click()
  await page.getByText('What suits Ines Castro is saved.').waitFor()
  await page.getByRole('row', { name: /Ines Castro.*Thu, afternoons/ }).waitFor()

  await panel.getByRole('button', { name: 'Set by hand…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Score of Ines Castro' })
  await dialog.getByLabel('Score').fill('90')
  await dialog.getByRole('button', { name: 'Set the score' }).click()
  await dialog.getByText('Say why: it is kept with the entry.').waitFor()
  await dialog.getByLabel('Reason').fill('The school called')
  const { waitlist } = await list.read<{ waitlist: { nodes: { id: string; version: number }[] } }>(
    '{ waitlist(first: 1) { nodes { id version } } }',
  )
  const { id, version: expectedVersion } = waitlist.nodes[0]!
  await list.send('updateWaitlistEntry', { id, expectedVersion, payer: 'Herself' })
  await dialog.getByRole('button', { name: 'Set the score' }).click()
  await dialog.getByRole('button', { name: 'Save mine over it' }).click()
  await panel.getByText('Set by Rosa Quinn: The school called').waitFor()

  await panel.getByRole('button', { name: 'Take off the list…' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('Found another')
  await page.getByRole('dialog').getByRole('button', { name: 'Take off the list' }).click()
  await page.getByText('Nobody is waiting').waitFor()
  await page.getByRole('radio', { name: 'Off the list' }).check()
  await page.getByRole('row', { name: /Ines Castro.*Left/ }).waitFor()
})

it('offers by hand, shows what is under way and what is free with who fits and why not, and stops either', async () => {
  const list = await screens.newList()
  const { desk } = list
  await list.setPolicy({ mode: 'SUGGEST' })
  const { appointment } = await desk.book({ startsAt: THURSDAY, roomId: desk.oak.id })
  await list.waiting('Zoe', { urgency: 'URGENT' })
  await list.waiting('Ben', { parts: ['MORNING'] })
  const { appointment: later } = await desk.book({ startsAt: '2026-03-06T19:00:00Z', roomId: desk.oak.id })
  await list.cancel(appointment)
  await list.cancel(later)
  await list.fill()
  const page = await screens.open(list.receptionist, { path: '/waitlist?view=slots' })
  const freed = page.getByRole('list', { name: 'Freed slots' })
  await freed.getByText('Thu, Mar 5, 2:00 PM with Dr. Chen').waitFor()
  await freed.getByText('Does not come in the afternoon.').first().waitFor()
  await freed.getByRole('button', { name: /^Close Fri, Mar 6/ }).click()
  await freed.getByText('Fri, Mar 6').waitFor({ state: 'detached' })
  await freed.getByRole('button', { name: 'Offer it to Zoe' }).click()
  const under = page.getByRole('list', { name: 'Offers under way' })
  await under.getByText('4 h left').waitFor()
  await expectNoViolation(page)

  // A therapist decides on time of her own, and only sees that of others.
  for (const { id, decides } of [
    { id: desk.okafor.id, decides: 0 },
    { id: desk.chen.id, decides: 3 },
  ]) {
    const therapist = await makePerson(screens.db, desk.clinic.id, { role: 'therapist', therapistId: id })
    const own = await screens.open(therapist, { path: '/waitlist?view=slots' })
    const seen = own.getByRole('list', { name: 'Offers under way' })
    await seen.getByText('4 h left').waitFor()
    expect(await seen.getByRole('button', { name: /yes|no$|Take back/ }).count()).toBe(decides)
  }
  await under.getByRole('button', { name: 'Take back the offer to Zoe' }).click()
  await page.getByText('Nothing is offered to anybody just now.').waitFor()
  await page.getByRole('row', { name: /Zoe.*Taken back/ }).waitFor()

  await page.getByText(/^Nothing is free to be filled/).waitFor()
  expect((await list.freed()).map((each) => each.status)).toEqual(['ENDED', 'ENDED'])

  // By hand, from her entry: whatever the policy says.
  await page
    .getByRole('row', { name: /Zoe.*Taken back/ })
    .getByRole('button', { name: 'Zoe' })
    .click()
  const panel = page.getByRole('complementary', { name: 'Zoe' })
  await panel.getByRole('button', { name: 'Find what would suit' }).click()
  await panel
    .getByRole('button', { name: /^Offer .* with Dr\. / })
    .first()
    .click()
  await panel.getByRole('button', { name: 'Zoe says yes' }).click()
  await panel.getByText('Booked for').waitFor()
  expect((await list.offers()).map((each) => each.status)).toEqual(['WITHDRAWN', 'ACCEPTED'])
})
