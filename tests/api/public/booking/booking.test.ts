import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../../support/app.ts'
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

describe('booking without a script', () => {
  it('goes from what over with whom and when to a booked appointment, each step an address', async () => {
    const nora = desk.visitor('203.0.113.7')
    const types = await (await nora.get(desk.base)).text()
    expect(textOf(types)).toContain('First visit 50 minutes')
    const toTherapists = hrefOf(types, 'First visit')
    const therapists = await (await nora.get(toTherapists)).text()
    expect(textOf(therapists)).toContain('Anybody Shows the most times Dr. Chen LCSW Dr. Okafor LCSW')
    const times = await (await nora.get(hrefOf(therapists, 'Dr. Chen'))).text()
    expect(textOf(times)).toContain('March 2040')
    const day = await (await nora.get(`${hrefOf(therapists, 'Dr. Chen')}&day=2040-03-06`)).text()
    expect(startsIn(day)).toContain(TUESDAY_TEN)

    const held = await nora.held(desk.type.id, TUESDAY_TEN, { with: 'dr-chen' })
    const details = textOf(await (await nora.get(held)).text())
    expect(details).toContain('Tuesday, March 6 10:00 AM')
    expect(details).toContain('We keep this time for you until 8:15 AM')
    const sent = await nora.book(held)
    expect(sent.status).toBe(303)
    const booked = await (await nora.get(sent.headers.get('location')!)).text()
    expect(textOf(booked)).toContain('Your appointment is booked We are sending a confirmation to nora@example.com')
    expect(await desk.query(appointments)).toEqual([
      { name: 'Nora Lind', phone: '+12025550142', starts_at: new Date(TUESDAY_TEN), status: 'booked' },
    ])
  })
})

const appointments = `select c.name, c.phone, a.starts_at, a.status from appointments a
  join clients c on c.clinic_id = a.clinic_id and c.id = a.client_id where a.clinic_id = $1 order by a.starts_at`

/** Where the link leads that begins with those words. */
function hrefOf(page: string, words: string): string {
  const links = [...page.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)]
  const link = links.find(([, , text]) => textOf(text!).startsWith(words))
  if (!link) throw new Error(`no link says ${words}`)
  return link[1]!.replaceAll('&amp;', '&')
}
