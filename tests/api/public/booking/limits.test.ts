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
import { makeAppointment, makeClient } from '../../../support/world.ts'

const HOUR = 60 * 60_000

let database: TestDatabase
let app: TestApp
let desk: BookingDesk

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, {
    now: () => BOOKING_MONDAY,
    pagesRoot: await builtPages(),
    trustedProxies: ['127.0.0.1'],
  })
})
beforeEach(async () => {
  desk = await makeBookingDesk(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const standing = `select starts_at from slot_holds where clinic_id = $1 and status = 'held' order by starts_at`

describe('the limits of booking from outside', () => {
  it('let one visitor hold two slots: for a third she gives the first back', async () => {
    const visitor = desk.visitor('198.51.100.1')
    for (const hours of [0, 1, 2]) await visitor.held(desk.type.id, TUESDAY_TEN + hours * HOUR)
    expect(await desk.query(standing)).toEqual(
      [1, 2].map((hours) => ({ starts_at: new Date(TUESDAY_TEN + hours * HOUR) })),
    )
  })

  it('hold too of what one visitor asks for at once', async () => {
    const visitor = desk.visitor('198.51.100.7')
    await visitor.held(desk.type.id, TUESDAY_TEN)
    await Promise.all([1, 2, 3, 4].map((hours) => visitor.hold(desk.type.id, TUESDAY_TEN + hours * HOUR)))
    expect(await desk.query(standing)).toHaveLength(2)
  })

  it('give back nothing that waits for an e-mail to prove itself, also when that is asked for at once', async () => {
    await desk.set({ confirmsEmail: true })
    const statuses = await Promise.all(
      [0, 1, 2, 3].map(async (at) => {
        const visitor = desk.visitor(`198.51.100.${40 + at}`)
        const start = TUESDAY_TEN + at * 24 * HOUR
        const first = await visitor.held(desk.other.id, start)
        await visitor.held(desk.other.id, start + HOUR)
        const email = `at-once${at}@example.com`
        const answers = await Promise.all([
          visitor.book(first, { email, phone: '' }),
          visitor.hold(desk.other.id, start + 2 * HOUR),
        ])
        return answers.map((each) => each.status)
      }),
    )
    expect(statuses.flat().filter((status) => status >= 500)).toEqual([])
    const waiting = `select s.status from public_bookings b join slot_holds s on s.clinic_id = b.clinic_id
      and s.id = b.hold_id where b.clinic_id = $1`
    expect((await desk.query(waiting)).filter(({ status }) => status !== 'held')).toEqual([])
  })

  it('let one network hold twenty, whoever it pretends to be, and say when to come back', async () => {
    const DAY = 24 * HOUR
    for (let at = 0; at < 20; at++)
      await desk
        .visitor('198.51.100.2')
        .held(desk.other.id, TUESDAY_TEN + Math.floor(at / 5) * DAY + (at % 5) * HOUR, { with: 'dr-chen' })
    const refused = await desk.visitor('198.51.100.2').hold(desk.other.id, TUESDAY_TEN, { with: 'dr-okafor' })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe(String(15 * 60))
    expect(textOf(await refused.text())).toContain('Please wait a little')
    await desk.visitor('198.51.100.3').held(desk.other.id, TUESDAY_TEN, { with: 'dr-okafor' })
  })

  it('let one address or number book five times a day, and then only by proving itself', async () => {
    const bookAt = async (hours: number, email: string) => {
      const visitor = desk.visitor(`198.51.100.${10 + hours}`)
      const held = await visitor.held(desk.other.id, TUESDAY_TEN + hours * HOUR)
      await visitor.book(held, { email })
      return textOf(await (await visitor.get(held)).text())
    }
    for (const hours of [0, 1, 2, 3, 4])
      expect(await bookAt(hours, `nora${hours}@example.com`)).toContain('Your appointment is booked')
    const asked = await bookAt(5, 'nora5@example.com')
    expect(asked).toContain('One more step: look into your e-mail')
    expect(asked).toContain('when many appointments are booked from one network')
  })

  it('count a forwarded address only from a proxy that is trusted', async () => {
    const bare = await startApp(database, { now: () => BOOKING_MONDAY, pagesRoot: await builtPages() })
    const there = await makeBookingDesk(bare, database)
    await there.visitor('192.0.2.1').held(there.type.id, TUESDAY_TEN)
    await there.visitor('192.0.2.2').held(there.type.id, TUESDAY_TEN + HOUR)
    const networks = await there.query(`select distinct network from slot_holds where clinic_id = $1`)
    expect(networks).toHaveLength(1)
    await bare.close()
  })

  it('answer nothing that another site sends', async () => {
    const fields = { type: desk.type.id, start: String(TUESDAY_TEN) }
    const refused = await desk
      .visitor('198.51.100.4')
      .post(`${desk.base}/hold`, fields, { origin: 'https://evil.example' })
    expect(refused.status).toBe(403)
    expect(await desk.query(standing)).toEqual([])
  })

  it('take nothing for a hold that is none, a time that is none, or another clinic’s', async () => {
    const visitor = desk.visitor('198.51.100.5')
    const other = await makeBookingDesk(app, database)
    for (const start of ['x', '-1', String(Number.MAX_SAFE_INTEGER)])
      expect((await visitor.post(`${desk.base}/hold`, { type: desk.type.id, start })).status).toBeLessThan(500)
    expect((await visitor.hold(other.type.id, TUESDAY_TEN)).headers.get('location')).toBe(desk.base)
    const held = await visitor.held(desk.type.id, TUESDAY_TEN)
    const elsewhere = held.replace(desk.base, other.base)
    expect((await visitor.get(elsewhere)).status).toBe(410)
    expect((await visitor.book(elsewhere)).status).toBe(410)
    expect((await visitor.book(`${held.split('?')[0]!.slice(0, -1)}_`)).status).toBe(410)
  })
})

describe('whether an e-mail is known', () => {
  it('is not to be learned: the answers are the same, also when she is busy then', async () => {
    const { clinic, chen, okafor, type } = desk
    const maya = await makeClient(database.db, clinic.id, { name: 'Maya Alvarez', email: 'maya@example.com' })
    const [startsAt, endsAt] = [new Date(TUESDAY_TEN), new Date(TUESDAY_TEN + HOUR)]
    await makeAppointment(database.db, clinic.id, {
      ...{ clientId: maya.id, therapistId: okafor.id, typeId: type.id, startsAt, endsAt },
    })
    await desk.query(`update clients set language = 'es', zone = 'Asia/Kathmandu' where clinic_id = $1`)
    const seen: string[] = []
    for (const [at, email] of ['maya@example.com', 'stranger@example.com'].entries()) {
      const visitor = desk.visitor(`198.51.100.${60 + at}`)
      const held = await visitor.held(type.id, TUESDAY_TEN + at * HOUR, { with: 'dr-chen' })
      const sent = await visitor.book(held, { name: 'Maya Alvarez', email, phone: '' })
      expect(sent.status).toBe(303)
      const booked = await (await visitor.get(sent.headers.get('location')!)).text()
      const managed = await (await visitor.get(new URL(/href="([^"]*\/m\/[^"]*)"/.exec(booked)![1]!).pathname)).text()
      seen.push(
        [textOf(booked), managed]
          .join()
          .replaceAll(email, 'MAIL')
          .replace(/1[01]:[05]0/g, 'TIME'),
      )
    }
    const plain = (page: string) => textOf(page).replace(/^.*Your appointment at/, '')
    expect(plain(seen[0]!)).toBe(plain(seen[1]!))
    expect(seen[0]).toContain('<html lang="en">')
    expect(chen.id).not.toBe(okafor.id)
  })

  it('is not to be learned from the waitlist, to which the link in the mail alone leads', async () => {
    const { clinic, type } = desk
    const maya = await makeClient(database.db, clinic.id, { name: 'Maya Alvarez', email: 'maya@example.com' })
    const key = await makeApiKey(database.db, clinic.id, ['read', 'write'])
    const join = 'mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { __typename } }'
    const { data } = await ask<object>(app, key, join, { input: { clientId: maya.id, typeId: type.id } })
    expect(data).toEqual({ joinWaitlist: { __typename: 'WaitlistJoined' } })
    for (const [at, email] of ['maya@example.com', 'stranger@example.com'].entries()) {
      const visitor = desk.visitor(`198.51.100.${70 + at}`)
      const held = await visitor.held(type.id, TUESDAY_TEN + at * HOUR)
      const sent = await visitor.book(held, { name: 'Maya Alvarez', email })
      const booked = await (await visitor.get(sent.headers.get('location')!)).text()
      const { pathname } = new URL(/href="([^"]*\/m\/[^"]*)"/.exec(booked)![1]!)
      expect(await (await visitor.get(pathname)).text()).not.toContain('waitlist')
      const asked = await visitor.post(`${pathname}/wait`, {})
      expect(asked.headers.get('location')).toContain('said=not+waiting')
    }
    expect(await desk.query('select client_id from waitlist_entries where clinic_id = $1')).toEqual([
      { client_id: maya.id },
    ])
  })

  it('nor what else she has, from the times that an unproved link offers and holds', async () => {
    const { clinic, okafor, type } = desk
    const tryToMove = async (email: string, network: string, to?: number) => {
      const visitor = desk.visitor(network)
      const held = await visitor.held(type.id, TUESDAY_TEN, { with: 'dr-chen' })
      await visitor.book(held, { name: 'Maya Alvarez', email, phone: '' })
      const booked = await (await visitor.get(held)).text()
      const { pathname } = new URL(/href="([^"]*\/m\/[^"]*)"/.exec(booked)![1]!)
      const offered = startsIn(await (await visitor.get(`${pathname}?move`)).text())
      const start = String(to ?? offered[0])
      const kept = await visitor.post(`${pathname}/move`, { seen: String(TUESDAY_TEN), start })
      const hold = new URL(kept.headers.get('location')!, app.url).searchParams.get('hold')!
      const moved = await visitor.post(`${pathname}/move`, { seen: String(TUESDAY_TEN), start, hold })
      await visitor.post(`${pathname}/cancel`, { reason: 'client' })
      return { offered, said: new URL(moved.headers.get('location')!, app.url).searchParams.get('said') }
    }
    const stranger = await tryToMove('stranger@example.com', '198.51.100.90')
    expect(stranger.said).toBe('moved')
    const busyAt = stranger.offered[0]!
    const maya = await makeClient(database.db, clinic.id, { name: 'Maya Alvarez', email: 'maya@example.com' })
    await makeAppointment(database.db, clinic.id, {
      ...{ clientId: maya.id, therapistId: okafor.id, typeId: type.id },
      ...{ startsAt: new Date(busyAt), endsAt: new Date(busyAt + HOUR) },
    })
    const known = await tryToMove('maya@example.com', '198.51.100.91', busyAt)
    expect(known).toEqual({ offered: stranger.offered, said: 'taken' })
  })

  it('makes the appointment hers whose name it is too, when she is free', async () => {
    const { clinic, type } = desk
    const maya = await makeClient(database.db, clinic.id, { name: 'Maya Alvarez', email: 'maya@example.com' })
    const book = async (hours: number, name: string) => {
      const visitor = desk.visitor(`198.51.100.${80 + hours}`)
      const held = await visitor.held(type.id, TUESDAY_TEN + hours * HOUR)
      await visitor.book(held, { name, email: 'Maya@Example.com' })
    }
    await book(0, 'maya alvarez')
    await book(1, 'Somebody Else')
    const rows = await desk.query(`select client_id from appointments where clinic_id = $1 order by starts_at`)
    expect(rows[0]).toEqual({ client_id: maya.id })
    expect(rows[1]).not.toEqual({ client_id: maya.id })
  })
})

describe('showing the pages within another site', () => {
  it('is for the sites that the clinic names', async () => {
    const visitor = desk.visitor('198.51.100.6')
    const closed = await visitor.get(desk.base)
    expect(closed.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    await desk.set({ origins: ['https://www.harbor.example'] })
    const shown = await visitor.get(`${desk.base}?embed=1`)
    expect(shown.headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://www.harbor.example")
    expect(shown.headers.get('x-frame-options')).toBeNull()
    const script = await visitor.get('/embed.js')
    expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(script.headers.get('content-type')).toContain('text/javascript')
  })
})
