import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { formsOf, LATER_MONDAY, LATER_TUESDAY, type LinkDesk, makeLinkDesk } from '../../support/client-links.ts'
import { CANCEL } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'

const HOUR = 60 * 60_000
const START = Date.parse(LATER_TUESDAY)

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
  await rowsOf(
    database,
    link.desk.clinic.id,
    `insert into booking_settings (clinic_id, move_notice_minutes, cancel_notice_minutes, policy)
      values ($1, 120, 1440, 'Half of the fee is charged.')`,
  )
})

const cancellations = () =>
  rowsOf(
    database,
    link.desk.clinic.id,
    `select reason, note, cancelled_at, cancelled_by, late from cancellations where clinic_id = $1`,
  )

const page = async (query = '') => (await link.open(query)).text()

describe('the notice that a clinic asks for', () => {
  it('is told before anything is cancelled, and who, when, why and that it was late is written down', async () => {
    expect(await page('?cancel')).toContain('Half of the fee is charged.')
    expect(await page('?cancel')).not.toContain('late cancellation')
    now = START - 24 * HOUR + 1
    const shown = await page('?cancel')
    expect(shown).toContain('It begins in less than 24 hours: this is a late cancellation.')
    expect(shown.indexOf('Half of the fee')).toBeLessThan(shown.indexOf('Cancel my appointment'))
    expect(shown).toContain('<select name="reason" required>')
    await link.send('cancel', { seen: link.seen, reason: 'client_ill', note: 'Flu.' })
    expect(await cancellations()).toEqual([
      { reason: 'client_ill', note: 'Flu.', cancelled_at: new Date(now), cancelled_by: 'Maya Alvarez', late: true },
    ])
  })

  it('is kept by who cancels to the second; a reason of the clinic’s own is never late', async () => {
    now = START - 24 * HOUR
    await link.send('cancel', { seen: link.seen, reason: 'client' })
    expect(await cancellations()).toMatchObject([{ late: false }])
    const { appointment } = await link.desk.book({ startsAt: new Date(START + HOUR).toISOString() })
    now = START
    await link.desk.send(CANCEL, { id: appointment.id, expectedVersion: 1, reason: 'PROVIDER_ILL' })
    expect((await cancellations()).map((each) => each.late)).toEqual([false, false])
  })

  it('lets a client move it up to two hours before, and tells her to call then', async () => {
    now = START - 2 * HOUR
    const [offer] = formsOf(await page('?move'), 'move')
    expect(await page()).toContain('Move it to another time')
    now += 1
    const late = await page()
    expect(late).not.toContain('Move it to another time')
    expect(late).toContain('It can be moved here up to 2 hours before it begins.')
    expect(formsOf(await page('?move'), 'move')).toEqual([])
    const { to } = await link.send('move', offer!)
    expect(to?.searchParams.get('said')).toBe('notice')
    expect(await page(to!.search)).toContain('Nothing was changed: it is too close to the appointment')
  })

  it('holds too for a slot that was chosen in time', async () => {
    now = START - 2 * HOUR
    const [offer] = formsOf(await page('?move'), 'move')
    const chosen = await link.send('move', offer!)
    const [held] = formsOf(await page(chosen.to!.search), 'move')
    now += 1
    expect((await link.send('move', held!)).to?.searchParams.get('said')).toBe('notice')
  })
})

describe('the page of a link', () => {
  it('adds the appointment to other calendars too, with nothing private in their addresses', async () => {
    const shown = await page()
    const links = [...shown.matchAll(/href="(https:\/\/(?:calendar\.google|outlook)[^"]*)"/g)].map(([, href]) => href!)
    expect(links).toHaveLength(2)
    for (const href of links) {
      expect(decodeURIComponent(href)).toContain('Appointment+at+Harbor+Clinic')
      expect(href).not.toMatch(/Maya|Chen|\/m\//)
    }
  })
})
