import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { formsOf, LATER_MONDAY, type LinkDesk, makeLinkDesk } from '../../support/client-links.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'

let database: TestDatabase
let app: TestApp
let link: LinkDesk
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => LATER_MONDAY })
})
beforeEach(async () => {
  link = await makeLinkDesk(app, database.db, LATER_MONDAY)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

it('a form sent twice by an impatient finger says both times what was done', async () => {
  const { seen } = link
  const page = await (await link.open('?move')).text()
  const [choice] = formsOf(page, 'move')
  const { to } = await link.send('move', choice!)
  const [held] = formsOf(await (await fetch(to!)).text(), 'move')
  const moved = [await link.send('move', held!), await link.send('move', held!)]
  expect(moved.map((each) => each.to?.search)).toEqual(['?said=moved', '?said=moved'])
  const [own] = formsOf(await (await link.open()).text(), 'cancel')
  const cancelled = await Promise.all([link.send('cancel', own!), link.send('cancel', own!)])
  expect(cancelled.map((each) => each.to?.search)).toEqual(['?said=cancelled', '?said=cancelled'])
  expect(own!.seen).not.toBe(seen)
})

it('a form with words is one message however often it is sent; other words are another', async () => {
  const [form] = formsOf(await (await link.open()).text(), 'message')
  for (const text of ['I will bring it.', 'I will bring it.', 'And the other one.']) {
    const { to } = await link.send('message', { ...form, text })
    expect(to?.search).toBe('?said=written')
  }
  const rows = await rowsOf(database, link.desk.clinic.id, 'select body from appointment_messages where clinic_id = $1')
  expect(rows.map((each) => each.body).sort()).toEqual(['And the other one.', 'I will bring it.'])
})

it('the way back to what was said before says nothing that is no longer so', async () => {
  const confirmed = 'We look forward to seeing you.'
  await link.send('confirm', { seen: link.seen })
  expect(await (await link.open('?said=confirmed')).text()).toContain(confirmed)
  expect(await (await link.open('?said=cancelled')).text()).not.toContain('is cancelled')
  await link.send('cancel', { seen: link.seen, reason: 'client_ill' })
  for (const said of ['confirmed', 'moved', 'waiting']) {
    const page = await (await link.open(`?said=${said}`)).text()
    expect(page).toContain('This appointment is cancelled')
    expect(page).not.toContain('role="status"')
  }
  expect(await (await link.open('?said=cancelled')).text()).toContain('Your appointment is cancelled.')
  const { clinic } = link.desk
  expect(await (await link.open()).text()).not.toContain('/book/')
  await rowsOf(database, clinic.id, 'insert into booking_settings (clinic_id, open) values ($1, true)')
  expect(await (await link.open()).text()).toContain(`href="/book/${clinic.slug}">Book another appointment`)
})
