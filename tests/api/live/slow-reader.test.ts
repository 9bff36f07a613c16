import { once } from 'node:events'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { CHANGED, DAY, MONDAY, makeDesk, SET_STATUS } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { openKnown } from '../hostile/raw-socket.ts'

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase({ max: 20 })
  app = await startApp(database, { now: () => MONDAY })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

type Desk = Awaited<ReturnType<typeof makeDesk>>
type Raw = Awaited<ReturnType<typeof openKnown>>

/** With notes, so that a change is ten kilobytes long. */
const LONG = CHANGED.replace('... on Appointment {', '... on Appointment { notes')
const NOTES = 'n'.repeat(10_000)

const subscribe = (id: string, after: string) => ({
  id,
  type: 'subscribe',
  payload: { query: LONG, variables: { ...DAY, after } },
})

/** The log goes on about an appointment as it would by so many changes. */
async function talkAbout(desk: Desk, appointmentId: string, count: number): Promise<void> {
  await rowsOf(
    database,
    desk.clinic.id,
    `insert into changes (clinic_id, action, item_kind, item_id, item_version, actor_kind, actor_name, starts_at, ends_at)
     select $1, 'set appointment status', 'appointment', a.id, a.version, 'system', 'Test', a.starts_at, a.ends_at
     from appointments a, generate_series(1, ${count}) where a.clinic_id = $1 and a.id = '${appointmentId}'`,
  )
}

async function headOf(desk: Desk): Promise<number> {
  return Number((await desk.calendar()).cursor)
}

/** What the subscription says, up to that number of the log. */
async function cursorsUpTo(raw: Raw, head: number): Promise<number[]> {
  const cursors: number[] = []
  while (cursors.at(-1) !== head) {
    const { payload } = await raw.next()
    cursors.push(Number((payload as { data: { calendarChanged: { cursor: string } } }).data.calendarChanged.cursor))
  }
  return cursors
}

it('catches up with far more than a socket may hold at a time, over one socket', async () => {
  const desk = await makeDesk(app, database.db)
  const { appointment } = await desk.book({ notes: NOTES })
  const { cursor } = await desk.calendar()
  await talkAbout(desk, appointment.id, 950)
  const head = await headOf(desk)
  const raw = await openKnown(app, desk.key)
  raw.send(subscribe('1', cursor))
  const cursors = await cursorsUpTo(raw, head)
  expect(cursors).toEqual(Array.from({ length: 950 }, (_, index) => Number(cursor) + 1 + index))
  await raw.close()
})

it('is sent away when it does not read, and catches up by its cursor', async () => {
  const desk = await makeDesk(app, database.db)
  const { appointment } = await desk.book({ notes: NOTES })
  const { cursor } = await desk.calendar()
  const connected = once(app.server.server, 'connection') as Promise<[Socket]>
  const slow = await openKnown(app, desk.key)
  const [served] = await connected
  const gone = once(served, 'close')
  for (let id = 1; id <= 50; id++) slow.send(subscribe(String(id), cursor))
  slow.socket.pause()
  let isServed = true
  void gone.then(() => {
    isServed = false
  })
  for (let version = 1; isServed && version < 500; version++) {
    const input = { id: appointment.id, expectedVersion: version, confirmed: version % 2 === 1 }
    await desk.send(SET_STATUS, input)
  }
  await gone

  const again = await openKnown(app, desk.key)
  again.send(subscribe('1', cursor))
  const head = await headOf(desk)
  const missed = Array.from({ length: head - Number(cursor) }, (_, index) => Number(cursor) + 1 + index)
  expect(await cursorsUpTo(again, head)).toEqual(missed)
  await again.close()
  slow.socket.terminate()
})
