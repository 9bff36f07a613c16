import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelAppointment } from '../../../actions/cancel-appointment.ts'
import { moveSession } from '../../../actions/move-session.ts'
import { renewFeed } from '../../../actions/renew-feed.ts'
import { revokeFeed } from '../../../actions/revoke-feed.ts'
import { inClinic } from '../../../db/connect.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { readers } from '../../support/calendar-readers.ts'
import { type FeedDesk, makeFeedDesk } from '../../support/feed-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { at, OCTOBER } from '../../support/series-desk.ts'
import { makeClinic } from '../../support/world.ts'

const DAY = 24 * 60 * 60_000

let database: TestDatabase
let app: TestApp
let desk: FeedDesk
let now = OCTOBER

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = OCTOBER
  desk = await makeFeedDesk(app, database, now)
})

/** Time goes on for the server and for whoever acts. */
function pass(milliseconds: number): void {
  now += milliseconds
  desk.clock.now = now
}

describe('the feed of published events', () => {
  test('is text/calendar with an entry for each of them, and tells nobody of a draft', async () => {
    await desk.published()
    await desk.published({
      title: 'Parents’ workshop',
      rrule: undefined,
      startsAt: at('2026-10-22T19:00Z'),
      endsAt: at('2026-10-22T21:00Z'),
    })
    await desk.created({ title: 'Not yet', startsAt: at('2026-10-23T19:00Z'), endsAt: at('2026-10-23T20:00Z') })
    const response = await desk.pull(desk.eventsPath)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = await response.text()
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(text).not.toContain('Not yet')
    expect(await desk.lines(desk.eventsPath, /^(SUMMARY|URL|CLASS)/)).toEqual(
      expect.arrayContaining([
        'SUMMARY:Teen DBT Skills Group',
        'SUMMARY:Parents’ workshop',
        `URL:http://localhost/c/${desk.clinic.slug}/events/teen-dbt-skills-group`,
        'CLASS:PUBLIC',
      ]),
    )
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]|[^\P{Cc}\r\n]/u)
  })

  test.each(readers)(
    'is read by %s with the instants of the database, a week apart across the change of the clocks',
    async (_, read) => {
      await desk.published()
      const shown = read(await (await desk.pull(desk.eventsPath)).text())
      const sessions = await desk.standing()
      expect(shown.map(({ start, end }) => [start, end])).toEqual(sessions.map((each) => [each.startsAt, each.endsAt]))
      // 20 and 27 October, then 3 November: an hour longer.
      expect(shown.slice(1).map((each, index) => (each.start - shown[index]!.start) / DAY)).toEqual([7, 7 + 1 / 24, 7])
    },
  )

  test('is that of the clinic to which the Host name belongs', async () => {
    await desk.published()
    await makeClinic(database.db)
    await rowsOf(database, desk.clinic.id, `update clinics set host = 'groups.example' where id = $1`)
    const at = (host: string) => app.server.inject({ url: '/feeds/events.ics', headers: { host } })
    const found = await at('Groups.example:4000')
    expect([found.statusCode, found.body]).toEqual([200, await (await desk.pull(desk.eventsPath)).text()])
    expect((await at('other.example')).statusCode).toBe(404)
  })

  test('follows a session that is moved, by the same UID and a higher SEQUENCE', async () => {
    await desk.published()
    const before = await desk.lines(desk.eventsPath, /^(UID|SEQUENCE)/)
    const [, second] = await desk.standing()
    pass(60_000)
    const moved = await moveSession(desk.context, {
      ...{ id: second!.id, expectedVersion: second!.version, scope: 'this' },
      ...{ startsAt: second!.startsAt + DAY, endsAt: second!.endsAt + DAY },
    })
    expect(moved.kind).toBe('session-moved')
    const after = await desk.lines(desk.eventsPath, /^(UID|SEQUENCE|RECURRENCE)/)
    expect(after).toEqual([
      before[0],
      after[1],
      before[0],
      after[1],
      'RECURRENCE-ID;TZID=America/New_York:20261027T150000',
    ])
    expect(Number(after[1]!.slice(9))).toBeGreaterThan(Number(before[1]!.slice(9)))
    for (const [, read] of readers)
      expect(read(await (await desk.pull(desk.eventsPath)).text())[1]!.start).toBe(second!.startsAt + DAY)
  })
})

describe('a calendar that asks again', () => {
  test('is told that nothing has changed, by its tag or by the time, until something has', async () => {
    await desk.published()
    const first = await desk.pull(desk.eventsPath)
    const tag = first.headers.get('etag')!
    const modified = first.headers.get('last-modified')!
    const again = await desk.pull(desk.eventsPath, { 'if-none-match': `W/"other", ${tag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    expect((await desk.pull(desk.eventsPath, { 'if-modified-since': modified })).status).toBe(304)
    await desk.book()
    expect((await desk.pull(desk.eventsPath, { 'if-none-match': tag })).status).toBe(304)
    pass(1000)
    await desk.published({ title: 'Another', startsAt: at('2026-10-22T19:00Z'), endsAt: at('2026-10-22T21:00Z') })
    const changed = await desk.pull(desk.eventsPath, { 'if-none-match': tag })
    expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false])
    expect((await desk.pull(desk.eventsPath, { 'if-modified-since': modified })).status).toBe(200)
  })

  test('is told so by another process too, and after a night in which nothing happened', async () => {
    await desk.published()
    const tag = (await desk.pull(desk.eventsPath)).headers.get('etag')!
    const other = await startApp(database, { now: () => now })
    const answer = await fetch(`${other.url}${desk.eventsPath}`, { headers: { 'if-none-match': tag } })
    await other.close()
    expect(answer.status).toBe(304)
    pass(DAY)
    expect((await desk.pull(desk.eventsPath, { 'if-none-match': tag })).status).toBe(304)
  })

  test('may have it gzipped, or ask for its head alone', async () => {
    await desk.published()
    const plain = await desk.pull(desk.eventsPath, { 'accept-encoding': 'gzip;q=0, identity' })
    const text = await plain.text()
    const zipped = await app.server.inject({ url: desk.eventsPath, headers: { 'accept-encoding': 'deflate, gzip' } })
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(text)
    expect(plain.headers.get('content-encoding')).toBeNull()
    const tag = String(zipped.headers.etag)
    expect(tag).not.toBe(plain.headers.get('etag'))
    expect((await desk.pull(desk.eventsPath, { 'if-none-match': tag })).status).toBe(304)
    const head = await desk.pull(desk.eventsPath, { 'accept-encoding': 'identity' }, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(text)))
  })
})

describe('a private feed', () => {
  const told = /^(SUMMARY|DESCRIPTION|LOCATION|CATEGORIES)/

  test('says no more than its privacy allows, and never a note', async () => {
    await desk.book({ notes: 'Panic attacks' })
    await desk.created()
    const [busy, initials, full] = await Promise.all(
      (['busy', 'initials', 'full'] as const).map(async (privacy) => (await desk.feed({ privacy })).path),
    )
    expect(await desk.lines(busy!, told)).toEqual(['SUMMARY:Busy', 'SUMMARY:Busy'])
    expect(await desk.lines(initials!, told)).toEqual([
      ...['SUMMARY:M. A.', 'LOCATION:Oak', 'SUMMARY:Teen DBT Skills Group (draft)'],
      ...['DESCRIPTION:Skills for **hard** days.', 'LOCATION:Hall', 'CATEGORIES:dbt,teens'],
    ])
    expect(await desk.lines(full!, told)).toEqual(
      expect.arrayContaining([
        `SUMMARY:Maya Alvarez\\, ${desk.type.name}`,
        `DESCRIPTION:${desk.type.name}\\nWith: Dr. Chen`,
      ]),
    )
    for (const path of [busy!, initials!, full!]) expect((await desk.lines(path)).join()).not.toContain('Panic')
  })

  test.each(readers)(
    'is read by %s with the instants of the book: of a therapist, a room and a client',
    async (_, read) => {
      const { chen, elm, leo, maya, oak } = desk
      const first = await desk.book()
      const second = await desk.book({ clientId: leo.id, startsAt: at('2026-11-04T15:00Z'), roomId: elm.id })
      await desk.published()
      const group = (await desk.standing()).map((each) => each.startsAt)
      const startsOf = async (change: Parameters<FeedDesk['feed']>[0]) =>
        read(await (await desk.pull((await desk.feed(change)).path)).text()).map((each) => each.start)
      const everything = [...group, first.startsAt, second.startsAt].sort((a, b) => a - b)
      expect(await startsOf({ kind: 'therapist', therapistId: chen.id })).toEqual(everything)
      expect(await startsOf({ includes: ['appointments'] })).toEqual([first.startsAt, second.startsAt])
      expect(await startsOf({ kind: 'room', roomId: oak.id, therapistId: null })).toEqual([first.startsAt])
      expect(await startsOf({ kind: 'client', clientId: leo.id, therapistId: null })).toEqual([second.startsAt])
      expect(await startsOf({ kind: 'client', clientId: maya.id, therapistId: null })).toEqual([first.startsAt])
    },
  )

  test('of a client shows the sessions that she has a place in, and nobody else’s name', async () => {
    const { clinic, leo, maya } = desk
    const { id } = await desk.published()
    const [first] = await desk.standing()
    for (const [client, session] of [
      [maya, null],
      [leo, first!.id],
    ] as const)
      await inClinic(database.db, clinic.id, (trx) =>
        sql`insert into registrations (clinic_id, id, event_id, session_id, client_id, name, email, status, line, source,
            token_hash, registered_at)
          values (${clinic.id}, ${uuid()}, ${id}, ${session}, ${client.id}, ${client.name}, ${`${client.id}@example.com`},
            'registered', 1, 'desk', ${Buffer.from(client.id)}, now())`.execute(trx),
      )
    const ofLeo = await desk.feed({ kind: 'client', clientId: leo.id, therapistId: null, privacy: 'full' })
    const ofMaya = await desk.feed({ kind: 'client', clientId: maya.id, therapistId: null, privacy: 'full' })
    const [, read] = readers[0]!
    const textOf = async (path: string) => (await desk.pull(path)).text()
    expect(read(await textOf(ofMaya.path))).toHaveLength(4)
    expect(read(await textOf(ofLeo.path)).map((each) => each.start)).toEqual([first!.startsAt])
    expect(await textOf(ofLeo.path)).not.toMatch(/Maya|Alvarez|example\.com/)
  })

  test('keeps what was cancelled as CANCELLED for 30 days, with a higher SEQUENCE', async () => {
    const { path } = await desk.feed()
    const booked = await desk.book({ startsAt: at('2027-01-13T15:00Z') })
    const uid = `UID:${booked.id}@daybook`
    expect(await desk.lines(path, /^(UID|SEQ|STATUS)/)).toEqual([uid, 'SEQUENCE:1', 'STATUS:CONFIRMED'])
    await cancelAppointment(desk.context, { id: booked.id, expectedVersion: 1, reason: 'client' })
    expect(await desk.lines(path, /^(UID|SEQ|STATUS)/)).toEqual([uid, 'SEQUENCE:2', 'STATUS:CANCELLED'])
    pass(29 * DAY)
    expect(await desk.lines(path, /^STATUS/)).toEqual(['STATUS:CANCELLED'])
    pass(2 * DAY)
    expect(await desk.lines(path, /^STATUS/)).toEqual([])
  })

  test('leads nowhere once it is revoked or renewed, like any other token', async () => {
    const feed = await desk.feed()
    const renewed = await renewFeed(desk.context, { id: feed.id, expectedVersion: 1 })
    if (renewed.kind === 'refused') throw new Error('refused')
    const answers = [
      await desk.pull(feed.path),
      await desk.pull(`/feeds/${'x'.repeat(43)}.ics`),
      await desk.pull('/feeds/a.ics'),
    ]
    expect((await desk.pull(`/feeds/${renewed.token}.ics`)).status).toBe(200)
    await revokeFeed(desk.context, { id: feed.id, expectedVersion: 2 })
    answers.push(await desk.pull(`/feeds/${renewed.token}.ics`), await desk.pull('/c/nowhere/feeds/events.ics'))
    expect(answers.map((each) => each.status)).toEqual([404, 404, 404, 404, 404])
    const bodies = await Promise.all(answers.map((each) => each.text()))
    expect(new Set(bodies).size).toBe(1)
  })

  test('is guessed by nobody: who misses too often has to wait', async () => {
    const strict = await startApp(database, { now: () => now, feedMissesAMinute: 3 })
    const statuses: number[] = []
    for (let guess = 0; guess < 5; guess++)
      statuses.push((await fetch(`${strict.url}/feeds/${String(guess).padStart(43, 'a')}.ics`)).status)
    await strict.close()
    expect(statuses).toEqual([404, 404, 404, 429, 429])
  })
})
