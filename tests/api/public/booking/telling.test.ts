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
    expect(mail?.text).toContain('porque se pidió una cita con esta dirección')
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

  it('the page of whoever held the slot leads to the appointment no more: the link goes by mail', async () => {
    const { visitor, held } = await book({ email: 'owner@example.com' })
    const [mail] = await leaving(1)
    const link = new URL(/http\S*\/confirm\/[\w.-]+/.exec(mail!.text)![0]).pathname
    const owner = desk.visitor('203.0.113.24')
    await owner.post(link, {})
    const seen = await (await visitor.get(held)).text()
    expect(textOf(seen)).toContain('is in the confirmation that we send by e-mail')
    expect(seen).not.toMatch(/\/m\/|\.ics/)
    const proved = /href="([^"]*\/m\/[^"]*)"/.exec(await (await owner.get(link)).text())
    expect((await owner.get(new URL(proved![1]!).pathname)).status).toBe(200)
  })

  it('a third slot is not kept for one address, nor mailed to it, and whoever asks cannot tell', async () => {
    const seen: string[] = []
    for (const at of [0, 1, 2]) {
      const visitor = desk.visitor(`198.51.100.${30 + at}`)
      const held = await visitor.held(desk.type.id, TUESDAY_TEN + at * 60 * 60 * SECOND, { with: 'dr-chen' })
      expect((await visitor.book(held, { email: 'often@example.com' })).status).toBe(303)
      const page = textOf(await (await visitor.get(held)).text())
      seen.push(page.replace(/\b1[0-2]:[05]0( [AP]M)?/g, 'TIME').replace('TIME – TIME', 'TIME'))
    }
    expect(new Set(seen).size).toBe(1)
    expect(await leaving(1)).toHaveLength(2)
    now += 16 * 60 * SECOND
    await desk.visitor('198.51.100.40').held(desk.type.id, TUESDAY_TEN + 2 * 60 * 60 * SECOND, { with: 'dr-chen' })
  })

  it('however many ask at once with one number, no more than two wait', async () => {
    const asked = await Promise.all(
      [0, 1, 2, 3].map(async (at) => {
        const visitor = desk.visitor(`198.51.100.${50 + at}`)
        return { visitor, held: await visitor.held(desk.type.id, TUESDAY_TEN + at * 60 * 60 * SECOND) }
      }),
    )
    await Promise.all(asked.map(({ visitor, held }, at) => visitor.book(held, { email: `nora${at}@example.com` })))
    expect(await leaving(1)).toHaveLength(2)
  })
})

describe('where much was booked without proof', () => {
  it('from one network, the sixth address within an hour is booked only once it has proved itself', async () => {
    const book = async (at: number, network = '198.51.100.60') => {
      const visitor = desk.visitor(network)
      const times = { type: desk.other.id, start: TUESDAY_TEN + Math.floor(at / 2) * 60 * 60 * SECOND }
      const held = await visitor.held(times.type, times.start, { with: at % 2 ? 'dr-chen' : 'dr-okafor' })
      await visitor.book(held, { email: `made-up${at}@example.com`, phone: '' })
      return textOf(await (await visitor.get(held)).text())
    }
    for (const at of [0, 1, 2, 3, 4]) expect(await book(at)).toContain('Your appointment is booked')
    const asked = await book(5)
    expect(asked).toContain('One more step: look into your e-mail')
    expect(asked).toContain('so that nobody can book in somebody else’s name')
    expect(await desk.query(booked)).toHaveLength(5)
    expect(await book(6, '198.51.100.61')).toContain('Your appointment is booked')

    const mails = await leaving(25)
    const proof = mails.find(({ to }) => to === 'made-up5@example.com')
    await desk.visitor('198.51.100.60').post(new URL(/http\S*\/confirm\/[\w.-]+/.exec(proof!.text)![0]).pathname, {})
    expect(await desk.query(booked)).toHaveLength(7)
    now += 60 * 60 * SECOND
    expect(await book(8)).toContain('Your appointment is booked')
  })

  it('eight at once from one network come no further than one after the other', async () => {
    const asked = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const visitor = desk.visitor('198.51.100.62')
        const start = TUESDAY_TEN + Math.floor(at / 2) * 60 * 60 * SECOND
        return { visitor, held: await visitor.held(desk.other.id, start, { with: at % 2 ? 'dr-chen' : 'dr-okafor' }) }
      }),
    )
    await Promise.all(
      asked.map(({ visitor, held }, at) => visitor.book(held, { email: `made-up${at}@example.com`, phone: '' })),
    )
    expect(await desk.query(booked)).toHaveLength(5)
  })

  it('what is done by the link in the mail ends what was shown to whoever typed the address', async () => {
    const { visitor, held } = await book({ email: 'owner@example.com' })
    const shown = new URL(/href="([^"]*\/m\/[^"]*)"/.exec(await (await visitor.get(held)).text())![1]!).pathname
    const [mail] = await leaving(25)
    const [link] = /\/m\/[\w-]+/.exec(mail!.text)!
    expect((await visitor.get(shown)).status).toBe(200)
    const owner = desk.visitor('203.0.113.25')
    await owner.post(`${link}/confirm`, {})
    expect((await owner.get(link)).status).toBe(200)
    expect((await visitor.get(shown)).status).toBe(404)
    expect(await (await visitor.get(held)).text()).not.toContain('/m/')
  })
})
