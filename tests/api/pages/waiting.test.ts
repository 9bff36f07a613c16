import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
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
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  link = await makeLinkDesk(app, database.db, LATER_MONDAY)
})

const entries = () =>
  rowsOf(
    database,
    link.desk.clinic.id,
    'select status, source, appointment_id, therapist_ids from waitlist_entries where clinic_id = $1 order by created_at',
  )
const pageNow = async () => (await link.open()).text()

it('whoever would come sooner waits for it from her page, once, and stops waiting there', async () => {
  expect(formsOf(await pageNow(), 'leave')).toEqual([])
  const [wait] = formsOf(await pageNow(), 'wait')
  expect((await link.send('wait', wait!)).to?.searchParams.get('said')).toBe('waiting')
  expect((await link.send('wait', wait!)).to?.searchParams.get('said')).toBe('waiting')
  const { appointment, desk } = link
  expect(await entries()).toEqual([
    { status: 'waiting', source: 'client', appointment_id: appointment.id, therapist_ids: [desk.chen.id] },
  ])

  const page = await pageNow()
  expect(page).toContain('You are on our waitlist')
  expect(formsOf(page, 'wait')).toEqual([])
  const [leave] = formsOf(page, 'leave')
  expect((await link.send('leave', leave!)).to?.searchParams.get('said')).toBe('left')
  expect(await entries()).toMatchObject([{ status: 'left' }])
  expect(formsOf(await pageNow(), 'wait')).toHaveLength(1)
})

it('nobody stops waiting for somebody else', async () => {
  const { desk } = link
  await ask(
    app,
    desk.key,
    `mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { ... on WaitlistJoined { entry { id } } } }`,
    { input: { clientId: desk.leo.id, typeId: desk.type.id } },
  )
  await link.send('leave', { seen: link.seen })
  expect(await entries()).toMatchObject([{ status: 'waiting' }])
})

it('a clinic that keeps no waitlist offers none', async () => {
  await rowsOf(
    database,
    link.desk.clinic.id,
    `insert into waitlist_policies (clinic_id, mode, together, longest_minutes, shortest_minutes, offers_a_day,
      not_within_minutes, longest_chain, leave_from, leave_until)
      values ($1, 'off', 1, 240, 10, 3, 60, 3, '08:00', '20:00')`,
  )
  expect(formsOf(await pageNow(), 'wait')).toEqual([])
})
