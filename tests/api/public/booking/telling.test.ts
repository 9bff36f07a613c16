import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { planMessages } from '../../../../actions/plan-messages.ts'
import { inClinic } from '../../../../db/connect.ts'
import { listMessages } from '../../../../db/queries/messages.ts'
import type { Outgoing } from '../../../../jobs/channels/channel.ts'
import { type Jobs, openJobs } from '../../../../jobs/kit.ts'
import { makeComposer } from '../../../../jobs/send/compose.ts'
import { SECRET, startApp, type TestApp } from '../../../support/app.ts'
import {
  BOOKING_MONDAY,
  type BookingDesk,
  makeBookingDesk,
  TUESDAY_TEN,
  textOf,
} from '../../../support/booking-desk.ts'
import { type TestDatabase, testDatabase } from '../../../support/postgres.ts'
import { builtPages } from '../../../support/web.ts'
import { makeClient } from '../../../support/world.ts'

const SECOND = 1000
/** Nobody is written to at that hour who does not wait for it. */
const NIGHT = BOOKING_MONDAY + 15 * 60 * 60 * SECOND

let database: TestDatabase
let app: TestApp
let jobs: Jobs
let desk: BookingDesk
let now = BOOKING_MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, pagesRoot: await builtPages(), trustedProxies: ['127.0.0.1'] })
  jobs = await openJobs(database.db, database.url)
})
beforeEach(async () => {
  now = BOOKING_MONDAY
  desk = await makeBookingDesk(app, database)
  await plan()
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const plan = () =>
  planMessages(
    { db: database.db, now: () => now, requestId: 'test', announce: () => {}, jobs },
    { clinicId: desk.clinic.id },
  )

/** What leaves so many seconds after now, written as it is sent. */
async function leaving(seconds: number): Promise<Outgoing[]> {
  const at = now + seconds * SECOND
  await plan()
  const composer = makeComposer({ jobs, publicUrl: app.url, mailFrom: undefined, secret: SECRET })
  return inClinic(database.db, desk.clinic.id, async (trx) => {
    const waiting = await listMessages(trx, desk.clinic.id, { status: 'scheduled' }, { first: 100 })
    const due = waiting.filter((each) => each.attemptAt <= at && each.audience === 'client')
    const { ready } = await composer.admit(trx, desk.clinic.id, due, at)
    return ready.map((each) => each.outgoing())
  })
}

async function book(fields: Record<string, string> = {}) {
  const visitor = desk.visitor('198.51.100.1')
  const held = await visitor.held(desk.type.id, TUESDAY_TEN)
  return { visitor, held, sent: await visitor.book(held, fields) }
}

const booked = `select status from appointments where clinic_id = $1`

describe('the confirmation of a booking from outside', () => {
  it('leaves by mail within 30 seconds, at night too, whatever the policy says', async () => {
    now = NIGHT
    await desk.query(`insert into reminder_policies (clinic_id, settle_seconds, notices) values ($1, 600,
      '[{"kind": "confirmation", "on": false, "offsetMinutes": 0, "channels": ["sms"]}]')`)
    await book()
    const [mail, ...others] = await leaving(25)
    expect(others).toEqual([])
    expect(mail).toMatchObject({ to: 'nora@example.com', kind: 'confirmation' })
    expect(mail?.subject).toContain('Tuesday, March 6 at 10:00 AM')
    const [link] = /http\S*\/m\/[\w-]+/.exec(mail!.text)!
    expect((await fetch(new URL(new URL(link).pathname, app.url))).status).toBe(200)
  })

  it('reaches a client too who wanted no mails, as she sits there and waits for it', async () => {
    await makeClient(database.db, desk.clinic.id, { name: 'Nora Lind', email: 'nora@example.com' })
    await desk.query(`update clients set consents = '{sms}' where clinic_id = $1`)
    await book()
    expect((await leaving(25)).map(({ kind, to }) => `${kind} ${to}`)).toContain('confirmation nora@example.com')
    expect(await desk.query(`select id from clients where clinic_id = $1`)).toHaveLength(1)
  })
})

describe('where an e-mail has to prove itself', () => {
  beforeEach(() => desk.set({ confirmsEmail: true }))

  it('nothing is booked before the link in the mail is followed and its button pressed', async () => {
    const { visitor, sent } = await book({ lang: 'es' })
    const waiting = await (await visitor.get(sent.headers.get('location')!)).text()
    expect(textOf(waiting)).toContain('Un paso más: mire su correo')
    expect(await desk.query(booked)).toEqual([])
    const [mail] = await leaving(1)
    expect(mail?.subject).toContain('Un paso más: martes')
    const link = new URL(/http\S*\/confirm\/[\w.-]+/.exec(mail!.text)![0]).pathname

    const phone = desk.visitor('203.0.113.20')
    for (const _ of [1, 2])
      expect(textOf(await (await phone.get(link)).text())).toContain('Is this the appointment that you want?')
    expect(await desk.query(booked)).toEqual([])
    now += 59 * 60 * SECOND
    expect((await phone.post(link, {})).status).toBe(303)
    expect((await phone.post(link, {})).status).toBe(303)
    expect(textOf(await (await phone.get(link)).text())).toContain('Your appointment is booked')
    expect(await desk.query(booked)).toEqual([{ status: 'booked' }])
  })

  it('the slot is free again when an hour has passed, and the link says so', async () => {
    await book()
    const [mail] = await leaving(1)
    const link = new URL(/http\S*\/confirm\/[\w.-]+/.exec(mail!.text)![0]).pathname
    now += 60 * 60 * SECOND
    const late = desk.visitor('203.0.113.21')
    expect((await late.get(link)).status).toBe(410)
    expect((await late.post(link, {})).status).toBe(410)
    await late.held(desk.type.id, TUESDAY_TEN)
    expect(await desk.query(booked)).toEqual([])
  })

  it('no mail asks for it once the slot is kept no longer', async () => {
    await book()
    now += 60 * 60 * SECOND
    expect(await leaving(0)).toEqual([])
  })

  it('the appointment is that of the client who has the address, by whatever name she books', async () => {
    const maya = await makeClient(database.db, desk.clinic.id, { email: 'nora@example.com' })
    await book()
    const [mail] = await leaving(1)
    const link = new URL(/http\S*\/confirm\/[\w.-]+/.exec(mail!.text)![0]).pathname
    await desk.visitor('203.0.113.22').post(link, {})
    expect(await desk.query(`select client_id from appointments where clinic_id = $1`)).toEqual([
      { client_id: maya.id },
    ])
  })

  it('the appointment is nobody else’s of a family that shares the address', async () => {
    const { clinic } = desk
    for (const name of ['Maya Lind', 'Ben Lind'])
      await makeClient(database.db, clinic.id, { name, email: 'nora@example.com' })
    await book()
    const [mail] = await leaving(1)
    const link = new URL(/http\S*\/confirm\/[\w.-]+/.exec(mail!.text)![0]).pathname
    await desk.visitor('203.0.113.23').post(link, {})
    expect(
      await desk.query(`select c.name from appointments a join clients c on c.clinic_id = a.clinic_id and c.id = a.client_id
        where a.clinic_id = $1`),
    ).toEqual([{ name: 'Nora Lind' }])
  })

  it('one address may keep two slots waiting, not three', async () => {
    for (const [at, status] of [303, 303, 429].entries()) {
      const visitor = desk.visitor(`198.51.100.${30 + at}`)
      const held = await visitor.held(desk.type.id, TUESDAY_TEN + at * 60 * 60 * SECOND)
      expect((await visitor.book(held)).status).toBe(status)
    }
  })
})
