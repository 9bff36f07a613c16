import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fillSlots } from '../../../../actions/fill-slots.ts'
import { tidyClinic } from '../../../../actions/tidy-clinic.ts'
import type { Outgoing } from '../../../../jobs/channels/channel.ts'
import { type Jobs, openJobs } from '../../../../jobs/kit.ts'
import { SECRET, startApp, type TestApp } from '../../../support/app.ts'
import { BOOKING_MONDAY, type BookingDesk, makeBookingDesk, textOf } from '../../../support/booking-desk.ts'
import { type TestDatabase, testDatabase } from '../../../support/postgres.ts'
import { listWaitProofs } from '../../../support/wait-proofs.ts'
import { builtPages } from '../../../support/web.ts'
import { makeClient } from '../../../support/world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

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
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const WISHES = {
  'day.2': 'yes',
  'day.4': 'yes',
  'part.morning': 'yes',
  until: '2040-03-30',
  note: 'Not the first\r\nweek',
}
const NORA = { name: 'Nora Lind', email: 'nora@example.com', phone: '(202) 555-0142' }

type Visitor = ReturnType<BookingDesk['visitor']>

const visit = (at = 1) => desk.visitor(`198.51.100.${at}`)

const join = (visitor: Visitor, fields: Record<string, string> = {}) =>
  visitor.post(`${desk.base}/waitlist/join`, { type: desk.type.id, with: 'dr-chen', ...NORA, ...fields })

const mails = () => listWaitProofs({ db: database.db, jobs, url: app.url, clinicId: desk.clinic.id }, now)

const linkIn = (mail: Outgoing | undefined) =>
  new URL(/http\S*\/waitlist\/[\w-]+\.[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '').pathname

/** Asks, and confirms by the link in the mail; answers with the link. */
async function joined(fields: Record<string, string> = {}, at = 1): Promise<string> {
  await join(visit(at), fields)
  const link = linkIn((await mails()).at(-1))
  expect((await visit(at).post(link, {})).status).toBe(303)
  return link
}

const entries = () => desk.query(`select client_id, status from waitlist_entries where clinic_id = $1 order by id`)
const clients = () => desk.query(`select name, email, phone from clients where clinic_id = $1 order by id`)

describe('somebody whom no time suits', () => {
  it('asks, confirms by the link in the mail, sees where she stands, and leaves', async () => {
    const visitor = visit()
    const times = await (await visitor.get(`${desk.base}?type=${desk.type.id}&with=dr-chen`)).text()
    const way = /href="([^"]*\/waitlist\/join[^"]*)"/.exec(times)![1]!.replaceAll('&amp;', '&')
    expect(textOf(await (await visitor.get(way)).text())).toContain('Be told when a time comes free')
    const own = await (await visitor.get(`${desk.base}/dr-okafor?type=${desk.type.id}`)).text()
    expect(own).toContain(`${desk.base}/waitlist/join?type=${desk.type.id}&amp;with=dr-okafor`)
    const sent = await join(visitor, WISHES)
    expect(sent.headers.get('location')).toBe(`${desk.base}/waitlist/sent?type=${desk.type.id}&with=dr-chen`)
    expect(textOf(await (await visitor.get(sent.headers.get('location')!)).text())).toContain('look into your e-mail')
    expect(await entries()).toEqual([])

    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ to: 'nora@example.com', kind: 'waitlist_proof' })
    expect(mail?.text).toContain(`For: First visit
With: Dr. Chen
Days: Tuesday, Thursday
Time of day: Morning
At the latest: Friday, March 30, 2040`)
    const link = linkIn(mail)
    const phone = visit(2)
    for (const _ of [1, 2])
      expect(textOf(await (await phone.get(link)).text())).toContain('Yes, put me on the waitlist')
    expect([await entries(), await clients()]).toEqual([[], []])

    expect((await phone.post(link, {})).headers.get('location')).toBe(link)
    expect(textOf(await (await phone.get(link)).text())).toContain('You are on our waitlist')
    expect(await clients()).toEqual([{ name: 'Nora Lind', email: 'nora@example.com', phone: '+12025550142' }])
    const kept = `select e.source, e.urgency, e.referral_source, e.days, e.parts, e.until_on::text, e.note, r.name as whom
      from waitlist_entries e join resources r on r.clinic_id = e.clinic_id and r.id = e.therapist_ids[1]
      where e.clinic_id = $1 and e.appointment_id is null`
    expect(await desk.query(kept)).toEqual([
      {
        ...{ source: 'public', urgency: 'routine', referral_source: 'self', days: [2, 4], parts: ['morning'] },
        ...{ until_on: '2040-03-30', note: 'Not the first\nweek', whom: 'Dr. Chen' },
      },
    ])

    now += 48 * HOUR
    expect((await phone.post(`${link}/leave`, {})).headers.get('location')).toBe(link)
    expect(textOf(await (await phone.get(link)).text())).toContain('You are not on our waitlist any more')
    expect(await entries()).toMatchObject([{ status: 'left' }])
  })

  it('is the client whom the clinic knows by that name, and has one place for one type', async () => {
    const maya = await makeClient(database.db, desk.clinic.id, { name: 'Maya Alvarez', email: 'maya@example.com' })
    await makeClient(database.db, desk.clinic.id, { name: 'Leo Alvarez', email: 'maya@example.com' })
    const who = { name: 'maya alvarez', email: 'Maya@Example.com' }
    const first = await joined(who)
    now += HOUR
    const again = await joined(who)
    expect(again).not.toBe(first)
    expect(textOf(await (await visit().get(again)).text())).toContain('You are on our waitlist')
    await joined({ ...who, type: desk.other.id })
    expect((await entries()).map((each) => each.client_id)).toEqual([maya.id, maya.id])
    expect(await clients()).toHaveLength(2)
  })

  it('waits for what she says last, under the name and number she gave, where her record says others', async () => {
    const shared = { email: 'both@example.com' }
    await makeClient(database.db, desk.clinic.id, { name: 'Maya Alvarez', ...shared })
    await joined({ ...WISHES, ...shared }, 7)
    now += HOUR
    const link = await joined({ with: 'any', 'day.5': 'yes', note: 'Only Friday now', ...shared }, 7)
    const page = textOf(await (await visit().get(link)).text())
    expect(page).toMatch(/You are on our waitlist.*we get in touch.*Friday/s)
    expect(page).not.toContain('Tuesday')
    const kept = 'select days, parts, until_on, therapist_ids, note from waitlist_entries where clinic_id = $1'
    const note = `Not the first\nweek\nAsked online as Nora Lind, +12025550142.
Only Friday now\nAsked online as Nora Lind, +12025550142.`
    expect(await desk.query(kept)).toEqual([{ days: [5], parts: null, until_on: null, therapist_ids: null, note }])
  })

  it('is one new client with one place, though she presses twice at once, and confirms two mails at once', async () => {
    await Promise.all([join(visit()), join(visit())])
    await join(visit(), { with: 'any' })
    const links = (await mails()).map(linkIn)
    expect(new Set(links).size).toBe(2)
    const answers = await Promise.all([...links, ...links].map((link, at) => visit(at + 10).post(link, {})))
    expect(answers.map((each) => each.status)).toEqual([303, 303, 303, 303])
    expect(await entries()).toHaveLength(1)
    expect(await clients()).toHaveLength(1)
  })

  it('is told what cannot be taken, and what she typed stays', async () => {
    await desk.set({ consent: 'We keep what you write.' })
    const wrong = { ...WISHES, name: ' ', email: 'nora', phone: 'x', until: '2040-02-01', note: 'x'.repeat(2001) }
    const refused = await join(visit(), wrong)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    const text = textOf(page)
    for (const said of [
      'Please write your name.',
      'such as maya@example.com',
      'area code',
      'still ahead',
      '2,000',
      'agree',
    ])
      expect(text).toContain(said)
    expect(page).toMatch(/name="day\.4" value="yes" checked/)
    expect(page).toContain('value="2040-02-01"')
    for (const name of ['Win at prize.example', 'http://prize', 'nora@example.com'])
      expect((await join(visit(8), { consent: 'yes', name, email: 'prize@example.com' })).status).toBe(422)
    expect(await mails()).toEqual([])
    expect((await join(visit(), { consent: 'yes', until: 'soon' })).status).toBe(422)
    expect((await join(visit(), { consent: 'yes', until: '2040-03-05' })).status).toBe(303)
    expect(await desk.query('select consent from public_waits where clinic_id = $1')).toEqual([
      { consent: 'We keep what you write.' },
    ])
  })
})

describe('what an answer tells of an address', () => {
  it('is nothing: it is the same whether it is known, waits already, or is written to no more', async () => {
    await makeClient(database.db, desk.clinic.id, { name: 'Maya Alvarez', email: 'maya@example.com' })
    await joined({ name: 'Maya Alvarez', email: 'maya@example.com', phone: '' }, 1)
    const seen = new Set<string>()
    const ask = async (email: string, at: number) => {
      const visitor = visit(at)
      const sent = await join(visitor, { email, phone: '' })
      const to = sent.headers.get('location')!
      seen.add(`${sent.status} ${to} ${await sent.text()} ${await (await visitor.get(to)).text()}`)
    }
    await ask('maya@example.com', 2)
    for (const at of [3, 4, 5]) {
      now += 2 * MINUTE
      await ask('stranger@example.com', at)
    }
    expect(seen.size).toBe(1)
    expect((await mails()).map(({ to }) => to).filter((to) => to === 'stranger@example.com')).toHaveLength(2)
  })

  it('writes to five strangers an hour from one network, and counts what was booked with the same address', async () => {
    for (let at = 0; at < 7; at++) await join(visit(9), { email: `nora${at}@example.com`, phone: '' })
    expect(await mails()).toHaveLength(5)
    await desk.set({ confirmsEmail: true })
    const visitor = visit(20)
    for (const hours of [0, 1])
      await visitor.book(await visitor.held(desk.type.id, BOOKING_MONDAY + (26 + hours) * HOUR), {
        email: 'both@example.com',
      })
    await join(visit(21), { email: 'both@example.com', phone: '' })
    expect(await mails()).toHaveLength(5)
  })
})

describe('the way to the waitlist', () => {
  it('leads nowhere for another site, another clinic, a key that was changed, or once a day is over', async () => {
    const form = `${desk.base}/waitlist/join`
    const foreign = await visit().post(
      form,
      { type: desk.type.id, with: 'any', ...NORA },
      { origin: 'https://evil.example' },
    )
    expect(foreign.status).toBe(403)
    expect(await mails()).toEqual([])
    await join(visit())
    const link = linkIn((await mails())[0])
    const other = await makeBookingDesk(app, database)
    for (const path of [link.replace(desk.base, other.base), `${link.slice(0, -1)}_`, `${desk.base}/waitlist/x`]) {
      expect((await visit().get(path)).status).toBe(410)
      expect((await visit().post(path, {})).status).toBe(410)
      await visit().post(`${path}/leave`, {})
    }
    expect((await visit().post(link, {}, { origin: 'https://evil.example' })).status).toBe(403)
    now += 24 * HOUR
    expect((await visit().get(link)).status).toBe(410)
    expect((await visit().post(link, {})).status).toBe(410)
    expect(await entries()).toEqual([])
    now += 25 * HOUR
    await tidyClinic(
      { db: database.db, jobs, now: () => now, requestId: 'tidy', announce: () => {} },
      { clinicId: desk.clinic.id },
    )
    expect(await desk.query('select id from public_waits where clinic_id = $1')).toEqual([])
  })

  it('is closed where the clinic offers it not, and leads back to choosing where nothing such is offered', async () => {
    const at = `${desk.base}/waitlist/join`
    const to = async (query: string) => (await visit().get(`${at}${query}`)).headers.get('location')
    expect(await to('/?lang=es&with=any')).toBe(`${at}?lang=es&with=any`)
    expect(await to('?lang=es&embed=1')).toBe(`${desk.base}?lang=es&embed=1`)
    expect(await to(`?type=${desk.type.id}&with=dr-nobody`)).toBe(`${desk.base}?type=${desk.type.id}`)
    await desk.query(`update appointment_types set online = false where clinic_id = $1 and name = 'Follow-up'`)
    expect(await to(`?type=${desk.other.id}&with=any`)).toBe(desk.base)
    await join(visit())
    const link = linkIn((await mails())[0])
    await desk.set({ offersWaitlist: false })
    const times = await (await visit().get(`${desk.base}?type=${desk.type.id}&with=any`)).text()
    expect(times).not.toContain('waitlist')
    const closed = await visit().get(`${at}?type=${desk.type.id}&with=any`)
    expect(closed.status).toBe(404)
    const said = textOf(await closed.text())
    expect(said).toContain('We take nobody on the waitlist online at the moment')
    expect(said).not.toContain('does not book online')
    expect((await join(visit())).status).toBe(404)
    expect((await visit().post(link, {})).status).toBe(410)
    await desk.set({})
    await desk.query(`insert into waitlist_policies (clinic_id, mode, together, longest_minutes, shortest_minutes,
      offers_a_day, not_within_minutes, longest_chain) values ($1, 'off', 1, 120, 15, 3, 60, 3)`)
    expect((await visit().get(`${at}?type=${desk.type.id}&with=any`)).status).toBe(404)
  })
})

it('who came so is offered what becomes free, and her link says so', async () => {
  await desk.query(`insert into waitlist_policies (clinic_id, mode, together, longest_minutes, shortest_minutes,
    offers_a_day, not_within_minutes, longest_chain) values ($1, 'offer', 1, 120, 15, 3, 60, 3)`)
  const taken = visit(2)
  const held = await taken.held(desk.type.id, BOOKING_MONDAY + 26 * HOUR, { with: 'dr-chen' })
  await taken.book(held, { email: 'leo@example.com', phone: '' })
  const link = await joined({ phone: '', 'day.2': 'yes', 'part.morning': 'yes' }, 3)
  const { pathname } = new URL(/href="([^"]*\/m\/[^"]*)"/.exec(await (await taken.get(held)).text())![1]!)
  await taken.post(`${pathname}/cancel`, { seen: String(BOOKING_MONDAY + 26 * HOUR), reason: 'client' })
  await fillSlots(
    { db: database.db, jobs, now: () => now, requestId: 'fill', announce: () => {}, secret: SECRET },
    { clinicId: desk.clinic.id },
  )
  const offered = await (await visit(3).get(link)).text()
  expect(textOf(offered)).toMatch(/A time is kept for you.*Tuesday.*10:00 AM.*Dr\. Chen.*Take it or leave it/s)
  const way = new URL(/href="([^"]*\/o\/[\w-]+)"/.exec(offered)![1]!).pathname
  expect(textOf(await (await visit(3).get(way)).text())).toContain('10:00')
  await visit(3).post(`${link}/leave`, {})
  expect(await entries()).toMatchObject([{ status: 'left' }])
  expect(await desk.query('select status from waitlist_offers where clinic_id = $1')).toEqual([{ status: 'withdrawn' }])
})
