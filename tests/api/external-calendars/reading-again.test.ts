import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCalendars } from '../../../actions/read-calendars.ts'
import { fetchTextOf } from '../../../api/ground.ts'
import { inClinic } from '../../../db/connect.ts'
import { type Jobs, openJobs } from '../../../jobs/kit.ts'
import { ask, makeApiKey, openSocket, startApp, subscribe, type TestApp } from '../../support/app.ts'
import { type CalendarHost, startCalendarHost } from '../../support/calendar-host.ts'
import { calendarText } from '../../support/imported-calendar.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makeSeriesDesk, OCTOBER } from '../../support/series-desk.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

const CALENDAR = 'calendar { id version name host busyCount readAt failedAt failure nextReadAt }'
const IMPORT = `mutation ($input: ImportCalendarInput!) { importCalendar(input: $input) { __typename
  ... on CalendarImported { ${CALENDAR} } } }`
const REFRESH = `mutation ($input: RefreshExternalCalendarInput!) { refreshExternalCalendar(input: $input) { __typename
  ... on ExternalCalendarRefreshed { added changed removed ${CALENDAR} }
  ... on RecordRefused { problems { code message } } } }`
const LIST =
  'query ($id: ID) { externalCalendars(therapistId: $id) { name version host failure failedAt nextReadAt busyCount } }'
const BUSY = `query { calendar(from: "2026-10-20T04:00:00Z", to: "2026-10-21T04:00:00Z") {
  externalBusy { therapistId startsAt endsAt } } }`
const CHANGED = `subscription { calendarChanged(from: "2026-10-20T04:00:00Z", to: "2026-10-21T04:00:00Z", after: "0") {
  snapshotRequired actor { kind } } }`
const TUESDAY = 'UID:1\nSUMMARY:Dentist\nDTSTART:20261020T140000Z\nDTEND:20261020T160000Z'
const BESIDE = 'UID:2\nSUMMARY:Lunch\nDTSTART:20261020T153000Z\nDTEND:20261020T170000Z'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface Told {
  readonly __typename: string
  readonly calendar: { readonly id: string; readonly version: number; readonly failure: string | null }
}

let database: TestDatabase
let app: TestApp
let jobs: Jobs
let host: CalendarHost
let desk: Awaited<ReturnType<typeof makeSeriesDesk>>
let cookie: string
let now = OCTOBER

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now, allowsPrivateFetch: true })
  jobs = await openJobs(database.db, database.url)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = OCTOBER
  host = await startCalendarHost()
  host.say(calendarText(TUESDAY))
  desk = await makeSeriesDesk(database)
  cookie = await cookieOf('receptionist')
  return () => host.close()
})

async function cookieOf(role: 'receptionist' | 'therapist', therapistId?: string): Promise<string> {
  return sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role, therapistId }))
}

async function send(mutation: string, input: object, proof = cookie): Promise<Told> {
  const { data, errors } = await ask<Record<string, Told>>(app, proof, mutation, { input })
  return errors ? ({ __typename: errors[0]!.extensions.code } as Told) : Object.values(data)[0]!
}

const subscribeTo = (change: object = {}) =>
  send(IMPORT, { therapistId: desk.chen.id, name: 'Own', url: `${host.url}/secret-key/own.ics`, ...change })

/** What the job does, whenever the test says it is. */
function readAt(at: number): Promise<void> {
  now = at
  const context = { db: database.db, jobs, now: () => now, announce: () => undefined, requestId: 'job' }
  return readCalendars(context, { clinicId: desk.clinic.id }, fetchTextOf({ allowsPrivateFetch: true }))
}

const listed = async (proof = cookie, id?: string) =>
  (await ask<{ externalCalendars: object[] }>(app, proof, LIST, { id })).data.externalCalendars

const busy = async () =>
  (await ask<{ calendar: { externalBusy: object[] } }>(app, cookie, BUSY)).data.calendar.externalBusy

const at = (instant: number) => new Date(instant).toISOString()
const tenToNoon = () => ({
  ...{ therapistId: desk.chen.id, startsAt: '2026-10-20T14:00:00.000Z', endsAt: '2026-10-20T16:00:00.000Z' },
})

describe('a calendar at an address', () => {
  it('is read again when its hour is over, and by its server’s word only when it changed', async () => {
    expect(await subscribeTo()).toMatchObject({
      calendar: { version: 1, host: host.url.slice('http://'.length), busyCount: 1, nextReadAt: at(OCTOBER + HOUR) },
    })
    await readAt(OCTOBER + HOUR - 1)
    expect(host.asked).toHaveLength(1)
    await readAt(OCTOBER + HOUR)
    expect(host.asked.map((each) => each.ifNoneMatch)).toEqual([undefined, '"1"'])
    expect(await listed()).toMatchObject([{ version: 1, busyCount: 1, nextReadAt: at(OCTOBER + 2 * HOUR) }])
    host.say(calendarText(TUESDAY.replace('T14', 'T13'), BESIDE))
    await readAt(OCTOBER + 2 * HOUR)
    expect(await listed()).toMatchObject([{ version: 2, busyCount: 2, failure: null }])
    expect(await busy()).toEqual([
      { therapistId: desk.chen.id, startsAt: '2026-10-20T13:00:00.000Z', endsAt: '2026-10-20T17:00:00.000Z' },
    ])
  })

  it('is read whole once a week, so that days that come nearer are known', async () => {
    host.say(calendarText('UID:1\nDTSTART:20261020T140000Z\nDTEND:20261020T150000Z\nRRULE:FREQ=WEEKLY'))
    await subscribeTo()
    const before = (await listed()) as { busyCount: number }[]
    await readAt(OCTOBER + 6 * DAY)
    await readAt(OCTOBER + 14 * DAY)
    expect(host.asked.map((each) => each.ifNoneMatch)).toEqual([undefined, '"2"', undefined])
    // Two Tuesdays are out of sight by then, and two have come into it.
    expect(await listed()).toMatchObject([{ busyCount: before[0]!.busyCount + 1 }])
    const [last] = await rowsOf<{ far: boolean }>(
      database,
      desk.clinic.id,
      `select max(starts_at) > '${at(OCTOBER + 407 * DAY)}' as far from external_busy where clinic_id = $1`,
    )
    expect(last).toEqual({ far: true })
  })

  it('that cannot be read says since when and why, is tried again ever later, and takes what it took', async () => {
    await subscribeTo()
    host.say(undefined)
    const first = OCTOBER + HOUR
    await readAt(first)
    const failed = { failure: 'The address answers with 503.', failedAt: at(first), busyCount: 1, version: 1 }
    expect(await listed()).toMatchObject([{ ...failed, nextReadAt: at(first + 5 * MINUTE) }])
    await readAt(first + 5 * MINUTE)
    expect(await listed()).toMatchObject([{ ...failed, nextReadAt: at(first + 15 * MINUTE) }])
    host.say('<html>Sign in</html>')
    await readAt(first + 15 * MINUTE)
    expect(await listed()).toMatchObject([{ ...failed, failure: 'The calendar is no iCalendar text.' }])
    host.say(calendarText('UID:1\nDTSTART;TZID=Nowhere/Land:20261020T100000\nDURATION:nonsense'))
    await readAt(first + 35 * MINUTE)
    const unclear = 'The calendar has no entry that can be understood.'
    expect(await listed()).toMatchObject([{ ...failed, failure: unclear }])
    expect(await busy()).toEqual([tenToNoon()])
    host.say(calendarText(TUESDAY))
    await readAt(first + 75 * MINUTE)
    expect(await listed()).toMatchObject([
      { failure: null, failedAt: null, busyCount: 1, version: 1, nextReadAt: at(first + 135 * MINUTE) },
    ])
  })

  it('asks for its next reading in the transaction that reads it, and no more once it is removed', async () => {
    await subscribeTo()
    const due = async () => {
      const { rows } = await sql<{ due: Date; data: object }>`
        select start_after as due, data from pgboss.job
        where name = 'read-calendars' and data->>'clinicId' = ${desk.clinic.id} order by start_after`.execute(
        database.db,
      )
      return rows
    }
    expect(await due()).toEqual([{ due: new Date(OCTOBER + HOUR), data: { clinicId: desk.clinic.id } }])
    await readAt(OCTOBER + HOUR)
    expect((await due()).map((each) => each.due.getTime())).toEqual([OCTOBER + HOUR, OCTOBER + 2 * HOUR])
    const { calendar } = await subscribeTo()
    await send(
      'mutation ($input: RemoveExternalCalendarInput!) { removeExternalCalendar(input: $input) { __typename } }',
      {
        ...{ id: calendar.id, expectedVersion: calendar.version },
      },
    )
    const asked = host.asked.length
    await readAt(OCTOBER + 3 * HOUR)
    expect(host.asked).toHaveLength(asked)
    expect(await busy()).toEqual([])
  })

  it('is taken by one of two who read at once', async () => {
    await subscribeTo()
    now = OCTOBER + HOUR
    await Promise.all([readAt(now), readAt(now)])
    expect(host.asked).toHaveLength(2)
  })

  it('is read at once for who asks, though not over and over', async () => {
    const { calendar } = await subscribeTo()
    const refresh = (proof = cookie, more: object = {}) => send(REFRESH, { id: calendar.id, ...more }, proof)
    host.say(calendarText(TUESDAY, BESIDE))
    expect(await refresh()).toEqual({ __typename: 'RATE_LIMITED' })
    now += MINUTE
    const once = { clientMutationId: 'once' }
    const told = await refresh(cookie, once)
    expect(told).toMatchObject({ added: 1, changed: 0, removed: 0, calendar: { version: 2, busyCount: 2 } })
    expect(await refresh(cookie, once)).toEqual(told)
    expect(await refresh()).toEqual({ __typename: 'RATE_LIMITED' })
    expect(host.asked).toHaveLength(2)
    now += MINUTE
    host.say(undefined)
    expect(await refresh(await cookieOf('therapist', desk.chen.id))).toMatchObject({
      calendar: { failure: 'The address answers with 503.', busyCount: 2 },
    })
    now += MINUTE
    expect(await refresh(await cookieOf('therapist', desk.okafor.id))).toEqual({ __typename: 'FORBIDDEN' })
    expect(await refresh(await makeApiKey(database.db, desk.clinic.id))).toEqual({ __typename: 'FORBIDDEN' })
    const file = await subscribeTo({ name: 'File', url: null, ics: calendarText() })
    expect(await send(REFRESH, { id: file.calendar.id })).toMatchObject({
      problems: [{ code: 'INVALID', message: 'It was imported from a file: import the file again.' }],
    })
  })

  it('shows whoever looks at the calendar that the therapist is busy, as it changes, and nothing of what', async () => {
    await subscribeTo()
    expect(await busy()).toEqual([tenToNoon()])
    const key = await makeApiKey(database.db, desk.clinic.id)
    await using socket = { client: openSocket(app, key), [Symbol.asyncDispose]: async () => socket.client.dispose() }
    const heard = subscribe<{ calendarChanged: object }>(socket.client, CHANGED, {})
    expect((await heard.next()).value.calendarChanged).toEqual({ snapshotRequired: true, actor: { kind: 'MEMBER' } })
    host.say(calendarText(TUESDAY, BESIDE))
    await readAt(OCTOBER + HOUR)
    expect((await heard.next()).value.calendarChanged).toEqual({ snapshotRequired: true, actor: { kind: 'SYSTEM' } })
    const { rows } = await inClinic(database.db, desk.clinic.id, (trx) =>
      sql<{ text: string }>`select string_agg(to_jsonb(a)::text, '') as text from audit_entries a`.execute(trx),
    )
    expect(rows[0]!.text).toContain('read calendar')
    expect(rows[0]!.text).not.toMatch(/Dentist|Lunch|secret-key/)
  })

  it('is listed for the desk with everybody’s, for a therapist with her own', async () => {
    await subscribeTo()
    await subscribeTo({ therapistId: desk.okafor.id, name: 'Home' })
    expect(await listed()).toMatchObject([{ name: 'Home' }, { name: 'Own' }])
    expect(await listed(await cookieOf('therapist', desk.chen.id))).toMatchObject([{ name: 'Own' }])
  })
})
