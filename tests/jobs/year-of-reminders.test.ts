import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import { findAppointment } from '../../db/queries/book.ts'
import type { MessageRow } from '../../db/queries/messages.ts'
import { addDays, localDateOf } from '../../domain/zone.ts'
import { instantAt, localTime } from '../support/local-time.ts'
import { type MessageDesk, makeMessageDesk, sendDue } from '../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

const TABLE = new URL('./year-of-reminders.txt', import.meta.url)
const NEW_YORK = 'America/New_York'
const local = (text: string) => instantAt(text, NEW_YORK)

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** What the desk does in that year, by the clock on its wall. */
function doings(desk: MessageDesk): [when: string, what: () => Promise<unknown>][] {
  const { maya, leo, okafor, elm } = desk
  const leos = { clientId: leo.id, therapistId: okafor.id, roomId: elm.id }
  const standing = async (start: string) => {
    const rows = await desk.rows(`select id from appointments where clinic_id = $1 and status = 'booked'
      and starts_at = to_timestamp(${local(start) / 1000})`)
    return (await inClinic(desk.db, desk.clinic.id, (trx) =>
      findAppointment(trx, desk.clinic.id, rows[0]!.id as string),
    ))!
  }
  const move = async (from: string, to: string) => desk.move(await standing(from), { startsAt: local(to) })
  return [
    // Maya comes every Tuesday at 08:00, which is as early as messages may leave.
    [
      '2026-01-05 09:00',
      () => desk.booked({ clientId: maya.id, startsAt: local('2026-01-06 08:00'), rrule: 'FREQ=WEEKLY;COUNT=51' }),
    ],
    // Leo every other Monday at 10:30.
    [
      '2026-01-05 09:05',
      () => desk.booked({ ...leos, startsAt: local('2026-01-12 10:30'), rrule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=25' }),
    ],
    ['2026-02-03 21:30', () => desk.book({ ...leos, startsAt: local('2026-02-04 12:00') })],
    // Sundays on which the clocks change.
    ['2026-03-02 11:00', () => desk.book({ ...leos, startsAt: local('2026-03-08 10:00') })],
    ['2026-10-26 11:00', () => desk.book({ ...leos, startsAt: local('2026-11-01 10:00') })],
    ['2026-04-06 12:00', () => move('2026-04-07 08:00', '2026-04-08 16:00')],
    ['2026-04-06 12:01', () => move('2026-04-08 16:00', '2026-04-08 17:00')],
    ['2026-05-04 12:00', () => move('2026-05-05 08:00', '2026-05-06 16:00')],
    ['2026-05-04 12:01', () => move('2026-05-06 16:00', '2026-05-05 08:00')],
    ['2026-07-13 15:00', async () => desk.cancel(await standing('2026-07-14 08:00'))],
    ['2026-09-10 11:59', () => desk.book({ ...leos, startsAt: local('2026-09-10 14:00') })],
  ]
}

/** Lives through the year, from one thing that happens to the next, and tells what left when. */
async function live(desk: MessageDesk, until: number): Promise<string[]> {
  const toDo = doings(desk).map(([when, what]) => ({ at: local(when), what }))
  toDo.sort((a, b) => a.at - b.at)
  const left: string[] = []
  while (desk.clock.now < until) {
    const midnight = local(`${addDays(localDateOf(desk.clock.now, NEW_YORK), 1)} 00:00`)
    const next = Math.min(toDo[0]?.at ?? until, (await desk.nextDue()) ?? until, midnight)
    desk.clock.now = Math.max(next, desk.clock.now)
    const isSending = toDo[0]?.at !== next && next !== midnight
    if (toDo[0]?.at === next) await toDo.shift()!.what()
    if (!isSending) await desk.plan()
    const sent = await sendDue(desk)
    left.push(...sent.map((each) => lineOf(each, desk)))
  }
  return left
}

/** `Mon 2026-01-12 08:00 day_before sms: Maya Alvarez, Tue 2026-01-13 08:00`: when what left, for whom, about which start. */
function lineOf({ kind, channel, clientId, aboutStartsAt }: MessageRow, { clock, maya, leo }: MessageDesk): string {
  const who = clientId === maya.id ? maya : leo
  const about = localTime(aboutStartsAt!, NEW_YORK)
  return `${localTime(clock.now, NEW_YORK)} ${kind} ${channel}: ${who.name}, ${about}`
}

/** Opens somebody's calendar on a day of the week, past what is open already. */
function open({ db, clinic }: MessageDesk, resourceId: string, weekday: number, start: string, end: string) {
  return inClinic(db, clinic.id, (trx) =>
    sql`insert into weekly_hours (clinic_id, id, resource_id, weekday, start_time, end_time)
      values (${clinic.id}, ${uuid()}, ${resourceId}, ${weekday}, ${start}, ${end})`.execute(trx),
  )
}

it('a year of a clinic’s messages leave as the table says, line by line', { timeout: 120_000 }, async () => {
  const desk = await makeMessageDesk(database, local('2026-01-01 00:00'))
  await open(desk, desk.chen.id, 2, '08:00', '09:00')
  await open(desk, desk.chen.id, 3, '17:00', '18:00')
  await open(desk, desk.okafor.id, 7, '10:00', '11:00')
  await desk.plan()
  const left = await live(desk, local('2027-01-01 00:00'))
  expect(left.join('\n')).toEqual((await readFile(TABLE, 'utf8')).trimEnd())
})
