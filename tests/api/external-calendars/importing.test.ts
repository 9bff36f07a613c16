import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { calendarText } from '../../support/imported-calendar.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makeSeriesDesk, OCTOBER } from '../../support/series-desk.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

const IMPORT = `mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) { __typename
  ... on CalendarImported { calendar { id version name readAt } added changed removed skipped }
  ... on RecordRefused { problems { code message path } } } }`
const REMOVE = `mutation ($input: RemoveExternalCalendarInput!) { removeExternalCalendar(input: $input) { __typename } }`
const LIST = 'query ($id: ID!) { externalCalendars(therapistId: $id) { id name } }'
const SLOTS = `query ($input: AvailableSlotsInput!) { availableSlots(input: $input) {
  slots { localStart } reasons { code message resource { name } } } }`
const BOOK = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { __typename
  ... on BookingRefused { problems { code message overridable } } } }`

interface Told {
  readonly __typename: string
  readonly calendar?: { readonly id: string; readonly version: number }
  readonly problems?: readonly object[]
}

let database: TestDatabase
let app: TestApp
let desk: Awaited<ReturnType<typeof makeSeriesDesk>>
let cookie: string

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => OCTOBER })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  desk = await makeSeriesDesk(database)
  cookie = await cookieOf('receptionist')
})

/** Tuesday 20 October from 10:00 to 12:00 in New York, and an hour on Wednesday. */
const TUESDAY = 'UID:1\nSUMMARY:Dentist\nDTSTART:20261020T140000Z\nDTEND:20261020T160000Z'
const WEDNESDAY = 'UID:2\nSUMMARY:School run\nDTSTART:20261021T140000Z\nDTEND:20261021T150000Z'

async function cookieOf(role: 'admin' | 'receptionist' | 'therapist', therapistId?: string): Promise<string> {
  return sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role, therapistId }))
}

async function send(mutation: string, input: object, proof = cookie): Promise<Told> {
  const { data, errors } = await ask<Record<string, Told>>(app, proof, mutation, { input })
  return errors ? { __typename: errors[0]!.extensions.code } : Object.values(data)[0]!
}

const bring = (events: readonly string[], change: object = {}, proof = cookie) =>
  send(IMPORT, { therapistId: desk.chen.id, name: 'Own', ics: calendarText(...events), ...change }, proof)

async function search(window: { from: string; to: string }) {
  const input = { typeId: desk.type.id, therapistIds: [desk.chen.id], first: 100, ...window }
  const { data, errors } = await ask<{
    availableSlots: { slots: { localStart: string }[]; reasons: { code: string; message: string }[] }
  }>(app, cookie, SLOTS, { input })
  if (errors) throw new Error(errors[0]!.message)
  return data.availableSlots
}

function book(change: object = {}, proof = cookie) {
  const usual = { clientId: desk.maya.id, therapistId: desk.chen.id, roomId: desk.oak.id, typeId: desk.type.id }
  return send(BOOK, { ...usual, startsAt: '2026-10-20T15:00:00Z', ...change }, proof)
}

describe('a calendar that is imported', () => {
  it('changes nothing the second time, and only what differs after that', async () => {
    const first = await bring([TUESDAY, WEDNESDAY])
    expect(first).toMatchObject({ calendar: { version: 1, name: 'Own' }, added: 2, changed: 0, removed: 0, skipped: 0 })
    const state = () =>
      rowsOf(
        database,
        desk.clinic.id,
        `select to_jsonb(b)::text as row from external_busy b where clinic_id = $1
          union all select to_jsonb(c)::text from changes c where clinic_id = $1
          union all select to_jsonb(c)::text from external_calendars c where clinic_id = $1 order by 1`,
      )
    const before = await state()
    expect(await bring([TUESDAY, WEDNESDAY])).toEqual({ ...first, added: 0 })
    expect(await state()).toEqual(before)
    const moved = TUESDAY.replaceAll('20261020', '20261022')
    expect(await bring([TUESDAY.replace('T16', 'T17'), 'UID:2\nDTSTART:x'])).toMatchObject({
      ...{ calendar: { id: first.calendar!.id, version: 2 }, added: 0, changed: 1, removed: 1, skipped: 1 },
    })
    expect(await bring([moved, WEDNESDAY])).toMatchObject({ calendar: { version: 3 }, added: 2, removed: 1 })
  })

  it('takes time that slots leave free, and says so without the entry’s title', async () => {
    const day = { from: '2026-10-20T14:00:00Z', to: '2026-10-20T16:00:00Z' }
    expect((await search(day)).slots).not.toEqual([])
    await bring([TUESDAY])
    const { slots, reasons } = await search(day)
    expect(slots).toEqual([])
    expect(reasons).toMatchObject([
      {
        code: 'EXTERNAL_BUSY',
        message: expect.stringMatching(
          /^Dr. Chen has something in a calendar of their own Tue, Oct 20, 10:00 AM to 12:00 PM/,
        ),
        resource: { name: 'Dr. Chen' },
      },
    ])
    const [kept] = await rowsOf<{ text: string }>(
      database,
      desk.clinic.id,
      `select concat((select string_agg(to_jsonb(b)::text, '') from external_busy b where clinic_id = $1),
        (select string_agg(to_jsonb(a)::text, '') from audit_entries a where clinic_id = $1)) as text`,
    )
    expect(kept!.text).toContain('import calendar')
    expect(kept!.text).not.toContain('Dentist')
  })

  it('stands in the way of a booking, which the desk may override and a program may not', async () => {
    await bring([TUESDAY])
    expect(await book()).toMatchObject({
      __typename: 'BookingRefused',
      problems: [{ code: 'EXTERNAL_BUSY', overridable: true }],
    })
    const meant = { override: ['EXTERNAL_BUSY'], overrideReason: 'She will be back.' }
    const key = await makeApiKey(database.db, desk.clinic.id)
    expect((await book(meant, key)).__typename).not.toBe('AppointmentBooked')
    expect((await book(meant)).__typename).toBe('AppointmentBooked')
    expect(
      (await book({ startsAt: '2026-10-20T16:00:00Z', clientId: desk.leo.id, roomId: desk.elm.id })).__typename,
    ).toBe('AppointmentBooked')
  })

  it('gives the time back once it is removed', async () => {
    const { calendar } = await bring([TUESDAY])
    const seen = { id: calendar!.id, expectedVersion: 1 }
    expect(await send(REMOVE, { ...seen, expectedVersion: 2 })).toMatchObject({ __typename: 'RecordRefused' })
    expect(await send(REMOVE, seen)).toEqual({ __typename: 'ExternalCalendarRemoved' })
    expect(await send(REMOVE, seen)).toEqual({ __typename: 'NOT_FOUND' })
    expect(await book()).toEqual({ __typename: 'AppointmentBooked' })
    expect(await bring([TUESDAY])).toMatchObject({ added: 1 })
  })

  it('is refused with what is wrong with it', async () => {
    const path = ['input', 'ics']
    const problems = [{ code: 'INVALID', message: 'The calendar is no iCalendar text.', path }]
    expect(await bring([], { ics: '<html>' })).toMatchObject({ problems })
    expect(await bring([], { name: ' ' })).toMatchObject({ problems: [{ path: ['input', 'name'] }] })
  })

  it('is read from an address where the operator allows it, and only there', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const elsewhere = createServer((request, reply) =>
      request.url === '/own.ics' ? reply.end(calendarText(TUESDAY)) : reply.writeHead(404).end(),
    ).listen(0, '127.0.0.1', resolve)
    await promise
    const open = await startApp(database, { now: () => OCTOBER, allowsPrivateFetch: true })
    try {
      const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
      const from = async (input: object, at: TestApp) => {
        const whole = { input: { therapistId: desk.chen.id, name: 'Own', ...input } }
        return (await ask<{ importCalendar: Told }>(at, cookie, IMPORT, whole)).data.importCalendar
      }
      expect(await from({ url: `${url}/own.ics` }, open)).toMatchObject({ added: 1 })
      expect(await from({ url: `${url}/own.ics` }, open)).toMatchObject({ added: 0, changed: 0, removed: 0 })
      const refusal = (message: string) => ({ problems: [{ code: 'INVALID', message, path: ['input', 'url'] }] })
      expect(await from({ url: `${url}/none` }, open)).toMatchObject(refusal('The address answers with 404.'))
      expect(await from({ url: `${url}/own.ics` }, app)).toMatchObject(refusal('The address must begin with https://.'))
      expect(await from({ url: 'https://10.0.0.1/' }, app)).toMatchObject(
        refusal('The address leads to a private network.'),
      )
      const both = refusal('Url or the text of a file must be given, and not both.')
      expect(await from({ url: `${url}/own.ics`, ics: calendarText() }, app)).toMatchObject(both)
      expect(await from({}, app)).toMatchObject(both)
    } finally {
      await open.close()
      elsewhere.close()
    }
  })

  it('is a therapist’s own to bring, and the desk’s for everybody; no program’s, and nobody’s of another clinic', async () => {
    const { chen, okafor } = desk
    const own = await cookieOf('therapist', chen.id)
    expect(await bring([TUESDAY], {}, own)).toMatchObject({ added: 1 })
    expect(await bring([TUESDAY], { therapistId: okafor.id }, own)).toEqual({ __typename: 'FORBIDDEN' })
    expect((await ask(app, own, LIST, { id: okafor.id })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect((await ask(app, own, LIST, { id: chen.id })).data).toMatchObject({ externalCalendars: [{ name: 'Own' }] })
    const { calendar } = await bring([TUESDAY], { therapistId: okafor.id })
    expect(await send(REMOVE, { id: calendar!.id, expectedVersion: 1 }, own)).toEqual({ __typename: 'FORBIDDEN' })
    const key = await makeApiKey(database.db, desk.clinic.id)
    expect(await bring([TUESDAY], {}, key)).toEqual({ __typename: 'FORBIDDEN' })
    desk = await makeSeriesDesk(database)
    const stranger = await cookieOf('admin')
    expect(await bring([TUESDAY], { therapistId: chen.id }, stranger)).toEqual({ __typename: 'NOT_FOUND' })
    expect(await send(REMOVE, { id: calendar!.id, expectedVersion: 1 }, stranger)).toEqual({ __typename: 'NOT_FOUND' })
    expect((await ask(app, stranger, LIST, { id: chen.id })).data).toEqual({ externalCalendars: [] })
  })
})
