import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { unfoldLines } from '../../../domain/ics/lines.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { readers } from '../../support/calendar-readers.ts'
import { LATER_MONDAY, LATER_TUESDAY, type LinkDesk, makeLinkDesk } from '../../support/client-links.ts'
import { CANCEL } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

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

const address = () => link.url.replace('/m/', '/appointments/').concat('.ics')

describe('the calendar file of an appointment', () => {
  it('is found from the page of its link, and says when, what and where', async () => {
    expect(await (await link.open()).text()).toContain(`href="${new URL(address()).pathname}"`)
    const response = await fetch(address())
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(response.headers.get('cache-control')).toBe('private, no-cache')
    const text = await response.text()
    expect(unfoldLines(text)).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        `UID:${link.appointment.id}@daybook`,
        'DTSTART:20400306T150000Z',
        'DTEND:20400306T155000Z',
        'SUMMARY:Appointment at Harbor Clinic',
        'LOCATION:Oak',
        'STATUS:CONFIRMED',
        expect.stringMatching(/^DESCRIPTION:With: Dr\. Chen\\nConfirm\\, change or cancel: http:\/\/localhost\/m\//),
      ]),
    )
    for (const [, read] of readers)
      expect(read(text)).toMatchObject([
        { start: Date.parse(LATER_TUESDAY), end: Date.parse(LATER_TUESDAY) + 3_000_000 },
      ])
  })

  it('is sent once, and again only when something has changed', async () => {
    const headers = { 'if-none-match': (await fetch(address())).headers.get('etag')! }
    expect((await fetch(address(), { headers })).status).toBe(304)
    await link.desk.send(CANCEL, { id: link.appointment.id, expectedVersion: 1, reason: 'CLIENT' })
    const cancelled = await fetch(address(), { headers })
    expect(cancelled.status).toBe(200)
    const lines = unfoldLines(await cancelled.text())
    expect(lines).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:2', 'TRANSP:TRANSPARENT']))
  })

  it('is not there for a token that leads nowhere', async () => {
    for (const file of [`${'x'.repeat(43)}.ics`, 'x.ics', link.url.split('/m/')[1]!])
      expect((await fetch(`${app.url}/appointments/${file}`)).status).toBe(404)
  })
})
