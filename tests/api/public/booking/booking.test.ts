import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../../support/app.ts'
import {
  BOOKING_MONDAY,
  type BookingDesk,
  makeBookingDesk,
  startsIn,
  TUESDAY_TEN,
  textOf,
} from '../../../support/booking-desk.ts'
import { type TestDatabase, testDatabase } from '../../../support/postgres.ts'
import { builtPages } from '../../../support/web.ts'
import { makeTherapist } from '../../../support/world.ts'

const MINUTE = 60_000

let database: TestDatabase
let app: TestApp
let desk: BookingDesk
let now = BOOKING_MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, {
    now: () => now,
    pagesRoot: await builtPages(),
    trustedProxies: ['127.0.0.1'],
  })
})
beforeEach(async () => {
  now = BOOKING_MONDAY
  desk = await makeBookingDesk(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const appointments = `select c.name, c.phone, c.id as client, a.starts_at, a.status from appointments a
  join clients c on c.clinic_id = a.clinic_id and c.id = a.client_id where a.clinic_id = $1 order by a.created_at, a.id`

const nora = () => desk.visitor('203.0.113.7')

/** Where the link leads that begins with those words. */
function hrefOf(page: string, words: string): string {
  const links = [...page.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)]
  const link = links.find(([, , text]) => textOf(text!).startsWith(words))
  if (!link) throw new Error(`no link says ${words}`)
  return link[1]!.replaceAll('&amp;', '&')
}

describe('booking without a script', () => {
  it('goes from what over with whom and when to a booked appointment, each step an address', async () => {
    const visitor = nora()
    const types = await (await visitor.get(desk.base)).text()
    expect(textOf(types)).toContain('First visit 50 minutes')
    const therapists = await (await visitor.get(hrefOf(types, 'First visit'))).text()
    expect(textOf(therapists)).toContain('Anybody Shows the most times Dr. Chen LCSW Dr. Okafor LCSW')
    const day = await (await visitor.get(`${hrefOf(therapists, 'Dr. Chen')}&day=2040-03-06`)).text()
    expect(textOf(day)).toContain('March 2040')
    expect(startsIn(day)).toContain(TUESDAY_TEN)

    const held = await visitor.held(desk.type.id, TUESDAY_TEN, { with: 'dr-chen' })
    const details = textOf(await (await visitor.get(held)).text())
    expect(details).toContain('Tuesday, March 6 10:00 AM')
    expect(details).toContain('Kept for you until 8:15 AM')
    const sent = await visitor.book(held)
    expect(sent.status).toBe(303)
    const booked = await (await visitor.get(sent.headers.get('location')!)).text()
    expect(textOf(booked)).toContain('Your appointment is booked We are sending a confirmation to nora@example.com')
    expect(await desk.query(appointments)).toMatchObject([
      { name: 'Nora Lind', phone: '+12025550142', starts_at: new Date(TUESDAY_TEN), status: 'booked' },
    ])
  })

  it("says what it costs in the clinic's currency", async () => {
    await desk.query(`update clinics set currency = 'EUR' where id = $1`)
    await desk.query(`update appointment_types set price_cents = 12050 where clinic_id = $1 and name = 'First visit'`)
    expect(textOf(await (await nora().get(desk.base)).text())).toContain('First visit 50 minutes · €120.50')
  })

  it("shows a therapist's own page with her alone, in Spanish where that is asked for", async () => {
    const page = await (await nora().get(`${desk.base}/dr-okafor?lang=es&type=${desk.type.id}`)).text()
    expect(page).toContain('<html lang="es"')
    expect(textOf(page)).toContain('Dr. Okafor ¿Cuándo le conviene?')
    expect(page).toContain('name="with" value="dr-okafor"')
    expect((await nora().get(`${desk.base}/nobody`)).status).toBe(404)
  })

  it('is found as people type an address: with a capital, or a slash at its end', async () => {
    const typed = desk.base.replace(/(?<=\/)[a-z](?=[\w-]*$)/, (letter) => letter.toUpperCase())
    expect((await nora().get(typed)).status).toBe(200)
    expect((await nora().get(`${typed}/Dr-Okafor`)).status).toBe(200)
    const slashed = await nora().get(`${desk.base}/dr-okafor/?lang=es`)
    expect([slashed.status, slashed.headers.get('location')]).toEqual([308, `${desk.base}/dr-okafor?lang=es`])
    expect((await nora().get(`${desk.base}/`)).headers.get('location')).toBe(desk.base)
  })

  it('keeps each therapist at one address, whoever is archived, and a therapist who is called as a step of the way', async () => {
    const { db } = database
    await makeTherapist(db, desk.clinic.id, { name: 'Dr. Chén' })
    await makeTherapist(db, desk.clinic.id, { name: 'Hold' })
    const titleAt = async (path: string) => textOf(await (await nora().get(`${desk.base}/${path}`)).text())
    expect(await titleAt('dr-chen-2')).toContain('What would you like to book with Dr. Chén?')
    expect(await titleAt('hold-2')).toContain('What would you like to book with Hold?')
    await desk.query(`update resources set archived_at = now() where clinic_id = $1 and name = 'Dr. Chen'`)
    expect(await titleAt('dr-chen-2')).toContain('What would you like to book with Dr. Chén?')
    expect((await nora().get(`${desk.base}/dr-chen`)).status).toBe(404)
  })

  it('offers nothing where the clinic is closed to it, with a therapist who is not shown, or of a type that is not online', async () => {
    await desk.set({ therapistIds: [desk.chen.id] })
    const page = await (await nora().get(`${desk.base}?type=${desk.type.id}`)).text()
    expect(textOf(page)).toContain('Dr. Chen When suits you?')
    expect((await nora().get(`${desk.base}/dr-okafor`)).status).toBe(404)
    await desk.query(`update appointment_types set online = false where clinic_id = $1 and name = 'First visit'`)
    const refused = await nora().hold(desk.type.id, TUESDAY_TEN)
    expect(refused.headers.get('location')).toBe(desk.base)
    await desk.set({ open: false })
    expect((await nora().get(desk.base)).status).toBe(404)
    expect((await nora().hold(desk.other.id, TUESDAY_TEN)).headers.get('location')).toBe(desk.base)
  })

  it('shows the first month that has room, and where the next free time is', async () => {
    await desk.query(`update appointment_types set lead_minutes = 60 * 24 * 40 where clinic_id = $1`)
    const page = await (await nora().get(`${desk.base}/dr-chen?type=${desk.type.id}`)).text()
    expect(textOf(page)).toContain('April 2040')
    const march = await (await nora().get(`${desk.base}/dr-chen?type=${desk.type.id}&month=2040-03`)).text()
    expect(textOf(march)).toContain('The first free time is on Monday, April 16')
  })
})

describe('a slot that somebody of the public holds', () => {
  it('is nobody else’s until its time is over, to the second', async () => {
    const held = await nora().held(desk.type.id, TUESDAY_TEN, { with: 'dr-chen' })
    const other = desk.visitor('203.0.113.8')
    const taken = await other.hold(desk.type.id, TUESDAY_TEN, { with: 'dr-chen' })
    expect(taken.status).toBe(409)
    const page = await taken.text()
    expect(textOf(page)).toContain('Somebody else was a moment faster')
    expect(startsIn(page.slice(0, page.indexOf('<h1'))).length).toBeGreaterThanOrEqual(2)

    now = BOOKING_MONDAY + 15 * MINUTE - 1000
    expect((await other.hold(desk.type.id, TUESDAY_TEN, { with: 'dr-chen' })).status).toBe(409)
    now = BOOKING_MONDAY + 15 * MINUTE
    expect((await nora().get(held)).status).toBe(410)
    await other.held(desk.type.id, TUESDAY_TEN, { with: 'dr-chen' })
    expect((await nora().book(held)).status).toBe(410)
    expect(await desk.query(appointments)).toEqual([])
  })

  it('is free at once when it is given back, and the way back is to the times', async () => {
    const visitor = nora()
    const held = await visitor.held(desk.type.id, TUESDAY_TEN, { with: 'dr-chen', zone: 'Pacific/Honolulu' })
    const fields = Object.fromEntries(new URL(held, app.url).searchParams)
    const left = await visitor.post(`${held.split('?')[0]}/release`, fields)
    expect(left.headers.get('location')).toContain(`${desk.base}?type=${desk.type.id}&with=dr-chen`)
    await desk.visitor('203.0.113.8').held(desk.type.id, TUESDAY_TEN, { with: 'dr-chen' })
  })

  it('is booked once however often the button is pressed', async () => {
    const visitor = nora()
    const held = await visitor.held(desk.type.id, TUESDAY_TEN)
    const answers = await Promise.all([visitor.book(held), visitor.book(held), visitor.book(held)])
    expect(answers.map((each) => each.headers.get('location')?.split('?')[0])).toEqual(
      Array(3).fill(held.split('?')[0]),
    )
    expect(await desk.query(appointments)).toHaveLength(1)
  })
})

describe('what is asked of whoever books', () => {
  it('is kept with what it was answered to, for the clinic to see', async () => {
    await desk.set({ consent: 'You agree to be written to.' })
    await desk.ask([
      { id: 'why', label: 'What brings you here?', kind: 'long', required: true, choices: [] },
      { id: 'who', label: 'Who comes?', kind: 'choice', required: false, choices: ['I', 'My child'] },
    ])
    const visitor = nora()
    const held = await visitor.held(desk.type.id, TUESDAY_TEN)
    const without = await visitor.book(held, { email: 'nora', 'answer.who': 'A stranger' })
    expect(without.status).toBe(422)
    const told = textOf(await without.text())
    expect(told).toContain('Nothing was booked yet.')
    for (const each of ['Please write an e-mail address', 'Please answer this.', 'Please say that you agree.'])
      expect(told).toContain(each)
    const answers = { 'answer.why': 'I sleep badly.\r\nSince May.', 'answer.who': 'I' }
    expect((await visitor.book(held, { ...answers, consent: 'yes' })).status).toBe(303)
    const key = await makeApiKey(database.db, desk.clinic.id)
    const { data } = await ask<{ calendar: { appointments: object[] } }>(app, key, SEEN)
    expect(data.calendar.appointments).toEqual([
      {
        onlineBooking: {
          name: 'Nora Lind',
          answers: [
            { question: 'What brings you here?', answer: 'I sleep badly.\nSince May.' },
            { question: 'Who comes?', answer: 'I' },
          ],
          consent: 'You agree to be written to.',
          createdAt: new Date(BOOKING_MONDAY).toISOString(),
        },
      },
    ])
  })

  it('is read by nobody without a line in the audit log, one an hour for each of them and each client', async () => {
    await desk.ask([{ id: 'why', label: 'What brings you here?', kind: 'long', required: true, choices: [] }])
    const visitor = nora()
    const held = await visitor.held(desk.type.id, TUESDAY_TEN)
    await visitor.book(held, { 'answer.why': 'I sleep badly.' })
    const key = await makeApiKey(database.db, desk.clinic.id)
    const other = await makeApiKey(database.db, desk.clinic.id)
    const read = () =>
      desk.query(`select a.action, a.subject_kind, c.name as subject, a.before, a.after from audit_entries a
        join clients c on c.clinic_id = a.clinic_id and c.id = a.subject_id
        where a.clinic_id = $1 and a.action like 'read%' order by a.seq`)
    await ask(app, key, SEEN.replace('answers { question answer }', ''))
    expect(await read()).toEqual([])
    for (const who of [key, key, other]) await ask(app, who, SEEN)
    const line = {
      action: 'read intake answers',
      subject_kind: 'client',
      subject: 'Nora Lind',
      before: null,
      after: null,
    }
    expect(await read()).toEqual([line, line])
    now += 60 * MINUTE
    await ask(app, key, SEEN)
    expect(await read()).toHaveLength(3)
  })
})

const SEEN = `{ calendar(from: "2040-03-05T00:00:00Z", to: "2040-03-12T00:00:00Z") { appointments {
  onlineBooking { name answers { question answer } consent createdAt } } } }`
