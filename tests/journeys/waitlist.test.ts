import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { MONDAY } from '../support/desk.ts'
import { webhookProofs } from '../support/phone.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { type Providers, startProviders } from '../support/providers.ts'
import { makeWaitlistDesk, THURSDAY } from '../support/waitlist-desk.ts'
import { wrongsIn } from '../support/wrongs.ts'

const MINUTE = 60_000
const FRIDAY = '2026-03-06T15:00:00Z'
const NEXT_WEEK = '2026-03-10T15:00:00Z'

let database: TestDatabase
let app: TestApp
let providers: Providers
let now = MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, webhookProofs })
  providers = await startProviders()
})
afterAll(async () => {
  await providers.stop()
  await app.close()
  await database.close()
})

test('a cancelled hour is offered, taken by text, and what she gave up is taken by the link of the next', async () => {
  now = MONDAY
  const list = await makeWaitlistDesk(app, database, { now: () => now, settings: providers.settings })
  const { desk } = list
  const { appointment } = await desk.book({ startsAt: THURSDAY, roomId: desk.oak.id })
  const zoe = await list.waiting('Zoe', { urgency: 'ROUTINE' })
  const { appointment: hers } = await desk.book({ clientId: zoe.client.id, startsAt: FRIDAY, roomId: desk.elm.id })
  await list.send('leaveWaitlist', { id: zoe.entry.id, expectedVersion: 1 })
  const sooner = { clientId: zoe.client.id, typeId: desk.type.id, appointmentId: hers.id, urgency: 'URGENT' }
  const { entry } = await list.send('joinWaitlist', sooner)
  const ben = await list.waiting('Ben', { days: [5], parts: ['MORNING'] })

  await list.cancel(appointment)
  await list.fill()
  await list.post()
  const text = providers.twilio.accepted.findLast((each) => each.to === zoe.phone.number)!
  expect(text.body).toContain('Thu, Mar 5 at 2:00 PM with Dr. Chen is free and kept for you until')
  const mail = providers.postmark.accepted.findLast((each) => each.To === 'zoe@example.com')!
  expect(mail.Subject).not.toContain('Zoe')
  const [offer] = await list.offers()
  expect(offer).toMatchObject({ status: 'OPEN', chainLink: 1, entry: { status: 'OFFERED', client: { name: 'Zoe' } } })
  const link = list.linkOf(offer!)
  expect(text.body).toContain(link)
  expect(mail.TextBody).toContain(link)
  // Mail scanners follow links.
  expect(await (await fetch(link)).text()).toContain('I take it')
  expect((await list.offers())[0]!.status).toBe('OPEN')
  // The time is kept.
  expect((await desk.book({ startsAt: THURSDAY, clientId: desk.leo.id })).__typename).toBe('BookingRefused')

  now += 10 * MINUTE
  expect(await zoe.phone.text('YES')).toContain('You are booked for Thu, Mar 5 at 2:00 PM')
  expect(await list.entry(entry.id)).toMatchObject({ status: 'BOOKED', bookedAppointment: { id: hers.id } })
  const [moved] = await list.rows(`select starts_at, confirmed_at, status from appointments where clinic_id = $1
    and client_id = '${zoe.client.id}'`)
  expect(moved).toEqual({ starts_at: new Date(THURSDAY), confirmed_at: new Date(now), status: 'booked' })

  await list.fill()
  await list.post()
  const next = (await list.offers()).at(-1)!
  expect(next).toMatchObject({ status: 'OPEN', chainLink: 2, slot: { startsAt: '2026-03-06T15:00:00.000Z' } })
  const page = await list.press(list.linkOf(next), 'accept')
  expect(page.text).toContain('It is booked.')
  expect((await list.entry(ben.entry.id)).status).toBe('BOOKED')
  expect((await list.freed()).map((each) => each.status)).toEqual(['FILLED', 'FILLED'])

  // The booking's own confirmation follows.
  now += MINUTE
  await list.post()
  const confirmed = providers.postmark.accepted.findLast((each) => each.To === 'ben@example.com')!
  expect(confirmed.Tag).toBe('confirmation')
  expect(await wrongsIn(database, desk.clinic.id)).toEqual([])
})

test('NO and silence pass it on, and a late yes is told the truth and kept another', async () => {
  now = MONDAY
  const list = await makeWaitlistDesk(app, database, { now: () => now, settings: providers.settings })
  const { desk } = list
  const { appointment } = await desk.book({ startsAt: THURSDAY, roomId: desk.oak.id })
  const ann = await list.waiting('Ann', { urgency: 'EMERGENCY', therapistIds: [desk.chen.id] })
  const bea = await list.waiting('Bea', { urgency: 'URGENT', therapistIds: [desk.chen.id] })
  const cleo = await list.waiting('Cleo', { urgency: 'SOON', therapistIds: [desk.chen.id] })
  await list.cancel(appointment)
  await list.fill()
  await list.post()
  expect(await ann.phone.text('no')).toContain('You stay on our waitlist')
  await list.fill()
  await list.post()
  const asked = (await list.offers()).at(-1)!
  expect(asked.entry.client.name).toBe('Bea')
  // To the second: a moment before, it is hers still.
  now = Date.parse(asked.expiresAt) - 1
  await list.fill()
  expect((await list.offers()).map((each) => each.status)).toEqual(['DECLINED', 'OPEN'])
  now += 1
  await list.fill()
  await list.post()
  expect((await list.offers()).map((each) => [each.entry.client.name, each.status])).toEqual([
    ['Ann', 'DECLINED'],
    ['Bea', 'EXPIRED'],
    ['Cleo', 'OPEN'],
  ])
  expect(await bea.phone.text('Yes please')).toMatch(/that time is gone\. .* is free and kept for you until/)
  const another = (await list.offers()).at(-1)!
  expect(another).toMatchObject({ status: 'OPEN', entry: { client: { name: 'Bea' } } })
  expect(await bea.phone.text('yes')).toContain('You are booked')
  expect(await cleo.phone.text('yes')).toContain('You are booked for Thu, Mar 5 at 2:00 PM')
  expect((await list.entry(ann.entry.id)).status).toBe('WAITING')
  expect(await wrongsIn(database, desk.clinic.id)).toEqual([])
})

test('a late yes has the hour still when nobody else wanted it', async () => {
  now = MONDAY
  const list = await makeWaitlistDesk(app, database, { now: () => now, settings: providers.settings })
  const { desk } = list
  const { appointment } = await desk.book({ startsAt: NEXT_WEEK, roomId: desk.oak.id })
  const dora = await list.waiting('Dora')
  await list.cancel(appointment)
  await list.fill()
  await list.post()
  const [offer] = await list.offers()
  now = Date.parse(offer!.expiresAt) + MINUTE
  await list.fill()
  expect((await list.offers()).map((each) => each.status)).toEqual(['EXPIRED'])
  expect((await list.freed()).map((each) => each.status)).toEqual(['PASSED'])
  const page = await list.press(list.linkOf(offer!), 'accept')
  expect(page.text).toContain('It is booked.')
  expect(await list.entry(dora.entry.id)).toMatchObject({
    status: 'BOOKED',
    bookedAppointment: { startsAt: '2026-03-10T15:00:00.000Z' },
  })
})

test('somebody who reads Spanish is asked, answered and shown in Spanish, by the clocks she lives by', async () => {
  now = MONDAY
  const list = await makeWaitlistDesk(app, database, { now: () => now, settings: providers.settings })
  const { clinic, oak } = list.desk
  const { appointment } = await list.desk.book({ startsAt: THURSDAY, roomId: oak.id })
  const luz = await list.waiting('Luz')
  await inClinic(database.db, clinic.id, (trx) =>
    sql`update clients set language = 'es', zone = 'America/Denver' where clinic_id = ${clinic.id} and id = ${luz.client.id}`.execute(
      trx,
    ),
  )
  await list.cancel(appointment)
  await list.fill()
  await list.post()
  const text = providers.twilio.accepted.findLast((each) => each.to === luz.phone.number)!
  expect(text.body).toContain('Responda SI para tomarla')
  expect(text.body).toContain('12:00 pm')
  const [offer] = await list.offers()
  const page = await (await fetch(list.linkOf(offer!))).text()
  expect(page).toContain('<html lang="es">')
  expect(page).toContain('La tomo')
  expect(await luz.phone.text('sí')).toContain('Listo. Su cita es:')
})
