import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { formsOf, LATER_MONDAY, LATER_TUESDAY, type LinkDesk, makeLinkDesk } from '../../support/client-links.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { CANCEL, MOVE } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { wrongsIn } from '../../support/wrongs.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let database: TestDatabase
let app: TestApp
let link: LinkDesk
let now = LATER_MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = LATER_MONDAY
  link = await makeLinkDesk(app, database.db, now)
})

async function appointmentNow() {
  const [row] = await rowsOf(
    database,
    link.desk.clinic.id,
    `select status, starts_at, confirmed_at, reply, replied_at, version from appointments where clinic_id = $1`,
  )
  return row!
}

const actors = () =>
  rowsOf(
    database,
    link.desk.clinic.id,
    `select action, actor_kind, actor_name from changes where clinic_id = $1 and actor_kind = 'client' order by seq`,
  )

describe('the page of a link', () => {
  it('shows the appointment to whoever holds the link, in words that need no script', async () => {
    const response = await link.open()
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('Harbor Clinic')
    expect(page).toContain('Tuesday, March 6')
    expect(page).toContain('10:00 AM')
    expect(page).toContain('Dr. Chen')
    expect(page).not.toContain('<script')
  })

  it('is kept by nobody, found by nobody, and tells its address to nobody', async () => {
    const { headers } = await link.open()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  it('changes nothing when it is only read, however it is asked for', async () => {
    const before = await clinicState(database, link.desk.clinic.id)
    for (const query of [
      '',
      '?move',
      '?said=cancelled',
      '/confirm',
      '/cancel',
      '/move',
      '?move&hold=x&said=constructor',
    ])
      await link.open(query)
    await fetch(link.url, { method: 'HEAD' })
    expect(await clinicState(database, link.desk.clinic.id)).toBe(before)
  })

  it('shows what the clinic and the client wrote as text, never as markup', async () => {
    await link.send('message', { text: '<img src=x onerror=alert(1)>' })
    const page = await (await link.open()).text()
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('speaks the client’s language', async () => {
    await inClinic(database.db, link.desk.clinic.id, (trx) =>
      sql`update clients set language = 'es' where id = ${link.desk.maya.id}`.execute(trx),
    )
    const page = await (await link.open()).text()
    expect(page).toContain('<html lang="es">')
    expect(page).toContain('martes, 6 de marzo')
  })
})

describe('a link that leads nowhere', () => {
  it.each(['', 'x', 'A'.repeat(43), '..%2f..', '%00'])('is a page that is not there: %j', async (token) => {
    const response = await fetch(`${app.url}/m/${token || 'nothing'}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('Harbor Clinic')
  })

  it('is one whose time is over, or that was taken back', async () => {
    now = Date.parse(link.appointment.endsAt) + 15 * DAY
    expect((await link.open()).status).toBe(404)
    expect((await link.send('message', { text: 'hello' })).status).toBe(404)
    now = LATER_MONDAY
    await inClinic(database.db, link.desk.clinic.id, (trx) =>
      sql`update appointment_links set revoked_at = now()`.execute(trx),
    )
    expect((await link.open()).status).toBe(404)
  })

  it('is one of a form that the page does not have', async () => {
    expect((await link.send('constructor', {})).status).toBe(404)
  })

  it('is asked for only so often from one network', async () => {
    const strict = await startApp(database, { now: () => now, linkRequestsAMinute: 3 })
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await fetch(`${strict.url}/m/${'B'.repeat(43)}`))
    await strict.close()
    expect(answers.map((each) => each.status)).toEqual([404, 404, 404, 429, 429])
    expect(Number(answers[4]!.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('a form', () => {
  it('confirms, and again without another change', async () => {
    const { seen } = link
    expect((await link.send('confirm', { seen })).to?.search).toBe('?said=confirmed')
    expect(await appointmentNow()).toMatchObject({ reply: 'confirmed', confirmed_at: new Date(now), version: 2 })
    await link.send('confirm', { seen })
    expect(await appointmentNow()).toMatchObject({ version: 2 })
    expect((await actors())[0]).toEqual({
      action: 'confirm appointment',
      actor_kind: 'client',
      actor_name: 'Maya Alvarez',
    })
    expect(await wrongsIn(database, link.desk.clinic.id)).toEqual([])
  })

  it('opened as an address leads back to its page', async () => {
    const response = await fetch(`${link.url}/confirm`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([303, new URL(link.url).pathname])
  })

  it('to cancel is open for who comes to cancel', async () => {
    expect(await (await link.open('?cancel')).text()).toContain('<details open>')
    const page = await (await link.open()).text()
    expect(page).toContain('<details>')
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((each) => each[1])
    expect(ids).toEqual([...new Set(ids)])
  })

  it('cancels with the reason given, frees the time, and cannot be undone', async () => {
    const { seen, desk } = link
    await link.send('cancel', { seen, reason: 'client_ill', note: 'Fever' })
    expect(await appointmentNow()).toMatchObject({ status: 'cancelled', reply: 'cancelled' })
    const [why] = await rowsOf(database, desk.clinic.id, 'select * from cancellations where clinic_id = $1')
    expect(why).toMatchObject({ reason: 'client_ill', note: 'Fever', cancelled_by: 'Maya Alvarez' })
    expect((await desk.book({ startsAt: LATER_TUESDAY, clientId: desk.leo.id })).__typename).toBe('AppointmentBooked')
    expect((await link.send('confirm', { seen })).to?.search).toBe('?said=over')
    expect(await (await link.open()).text()).toContain('This appointment is cancelled')
  })

  it('sent from another site does nothing', async () => {
    const before = await clinicState(database, link.desk.clinic.id)
    const { seen } = link
    expect((await link.send('cancel', { seen }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await link.send('cancel', { seen }, { origin: 'null' })).status).toBe(403)
    expect(await clinicState(database, link.desk.clinic.id)).toBe(before)
  })

  it('about a time that is no more is refused, and says so', async () => {
    const { desk, appointment, seen } = link
    await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2040-03-06T16:00:00Z' })
    const { to } = await link.send('confirm', { seen })
    expect(to?.search).toBe('?said=changed')
    expect(await appointmentNow()).toMatchObject({ confirmed_at: null })
  })

  it('comes too late once the appointment has begun, or the desk has cancelled it', async () => {
    const { desk, appointment, seen } = link
    now = Date.parse(appointment.startsAt)
    expect((await link.send('cancel', { seen })).to?.search).toBe('?said=begun')
    now = LATER_MONDAY
    await desk.send(CANCEL, { id: appointment.id, expectedVersion: 1, reason: 'PROVIDER_ILL' })
    expect((await link.send('confirm', { seen })).to?.search).toBe('?said=over')
  })

  it('may have as many lines as the page lets one type', async () => {
    const lines = 'x\n'.repeat(1999)
    expect((await link.send('message', { text: lines.replaceAll('\n', '\r\n') })).to?.search).toBe('?said=written')
    const [kept] = await rowsOf(
      database,
      link.desk.clinic.id,
      'select body from appointment_messages where clinic_id = $1',
    )
    expect(kept!.body).toBe(lines.trim())
  })

  it('with more than a page can send is refused whole', async () => {
    const before = await clinicState(database, link.desk.clinic.id)
    expect((await link.send('message', { text: 'x'.repeat(5000) })).to?.search).toBe('?said=long')
    expect((await link.send('message', { text: 'x'.repeat(70_000) })).status).toBe(413)
    expect((await link.send('message', { text: ' ' })).to?.search).toBe('?said=empty')
    expect(await clinicState(database, link.desk.clinic.id)).toBe(before)
  })
})

describe('moving by link', () => {
  async function chosen() {
    const offers = formsOf(await (await link.open('?move')).text(), 'move')
    const { to } = await link.send('move', offers[0]!)
    return { offers, hold: to?.searchParams.get('hold') ?? '', page: to! }
  }

  it('offers times of her own therapist, holds the one she chooses, and moves when she takes it', async () => {
    const { offers, hold, page } = await chosen()
    expect(offers.length).toBeGreaterThanOrEqual(3)
    const held = await (await fetch(page)).text()
    expect(held).toContain('is kept for you until')
    expect((await link.send('move', { seen: link.seen, hold })).to?.search).toBe('?said=moved')
    const moved = await appointmentNow()
    expect(moved).toMatchObject({ starts_at: new Date(Number(offers[0]!.start)), reply: 'confirmed' })
    expect(await wrongsIn(database, link.desk.clinic.id)).toEqual([])
  })

  it('offers what is nearest to a day that she names, and what is nearest to hers where it names none', async () => {
    const datesAt = async (query: string) => {
      const offers = formsOf(await (await link.open(query)).text(), 'move')
      return offers.map((each) => new Date(Number(each.start)).toISOString().slice(0, 10))
    }
    const later = await datesAt('?move=2040-04-04')
    expect(later).toContain('2040-04-04')
    expect(later.every((date) => date >= '2040-04-01' && date <= '2040-04-12')).toBe(true)
    const usual = await datesAt('?move')
    for (const none of ['2040-02-30', '2039-01-01', '2140-01-01', 'soon', '2040-04-04&move=x'])
      expect(await datesAt(`?move=${none}`)).toEqual(usual)
  })

  it('holds one time at once: another choice gives the first one back', async () => {
    const { offers } = await chosen()
    await link.send('move', offers[1]!)
    const rows = await rowsOf(
      database,
      link.desk.clinic.id,
      'select status from slot_holds where clinic_id = $1 order by created_at, id',
    )
    expect(rows.map((each) => each.status)).toEqual(['released', 'held'])
  })

  it('is refused for a hold that is over, somebody else’s, or none', async () => {
    const { hold } = await chosen()
    const other = await makeLinkDesk(app, database.db, now)
    const { seen } = link
    expect((await other.send('move', { seen, hold })).to?.searchParams.get('said')).toBe('expired')
    now += 60 * MINUTE
    expect((await link.send('move', { seen, hold })).to?.searchParams.get('said')).toBe('expired')
    expect((await link.send('move', { seen, hold: 'x' })).to?.searchParams.get('said')).toBe('expired')
    expect(await appointmentNow()).toMatchObject({ starts_at: new Date(LATER_TUESDAY) })
  })

  it('is refused for a time that was taken meanwhile, and others are offered', async () => {
    const offers = formsOf(await (await link.open('?move')).text(), 'move')
    const { desk } = link
    await desk.book({ clientId: desk.leo.id, startsAt: new Date(Number(offers[0]!.start)).toISOString() })
    const { to } = await link.send('move', offers[0]!)
    expect(to?.searchParams.get('said')).toBe('taken')
    expect(to?.searchParams.has('move')).toBe(true)
  })
})

describe('a link and other clinics', () => {
  it('acts on its own appointment alone: a token stays a stranger to every other', async () => {
    const other = await makeLinkDesk(app, database.db, now)
    const before = await clinicState(database, other.desk.clinic.id)
    await link.send('cancel', { seen: link.seen, id: other.appointment.id, appointmentId: other.appointment.id })
    expect(await clinicState(database, other.desk.clinic.id)).toBe(before)
    expect(await (await other.open()).text()).not.toContain('This appointment is cancelled')
  })

  it('leads nowhere when it names a client whose appointment it is not', async () => {
    const { appointment, desk, makeLink } = link
    const url = await makeLink({ id: appointment.id, clientId: desk.leo.id, endsAt: appointment.endsAt })
    expect((await fetch(url)).status).toBe(404)
  })
})
