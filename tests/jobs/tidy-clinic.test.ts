import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tidyClinic } from '../../actions/tidy-clinic.ts'
import { createAnnouncer } from '../../api/live/announcer.ts'
import { makeLog } from '../../api/log.ts'
import { inClinic } from '../../db/connect.ts'
import { openJobs } from '../../jobs/kit.ts'
import { startJobs } from '../../jobs/schedule.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { CANCEL } from '../support/desk.ts'
import { makeHolder } from '../support/holder.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { rowsOf } from '../support/rows.ts'
import { makeWaitlistDesk } from '../support/waitlist-desk.ts'
import { makeClinic } from '../support/world.ts'

const log = makeLog('silent')
const DAY = 24 * 60 * 60_000
// Monday 2 March 2026, 08:00 in New York.
const morning = Date.parse('2026-03-02T13:00:00Z')

let database: TestDatabase
let app: TestApp
let now = morning
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function contextAt(clock: number) {
  const { db, url } = database
  return { db, jobs: await openJobs(db, url), now: () => clock, announce: createAnnouncer(db, log), requestId: 'job' }
}

/** The jobs of that clinic that wait, with when they are due. */
async function waiting(clinicId: string, queue = 'tidy-clinic'): Promise<Date[]> {
  const { rows } = await sql<{ due: Date }>`
    select start_after as due from pgboss.job where name = ${queue} and state = 'created'
      and data->>'clinicId' = ${clinicId}`.execute(database.db)
  return rows.map((each) => each.due)
}

it('forgets what ended and what was answered more than a day ago, and comes again the next day', async () => {
  const { send, usual, clinic } = await makeHolder(app, database)
  const old = await send('holdSlot', { ...usual, clientMutationId: 'old' })
  await send('releaseHold', { id: old.hold.id, token: old.token })
  await inClinic(database.db, clinic.id, (trx) =>
    sql`update mutation_answers set created_at = ${new Date(morning)} where clinic_id = ${clinic.id}`.execute(trx),
  )
  now = morning + DAY / 2
  const later = { ...usual, startsAt: '2026-03-03T17:00:00Z' }
  const recent = await send('holdSlot', later)
  await send('releaseHold', { id: recent.hold.id, token: recent.token })
  const standing = await send('holdSlot', later)

  const at = morning + DAY + 1
  await tidyClinic(await contextAt(at), { clinicId: clinic.id })
  const holds = await rowsOf(database, clinic.id, 'select id from slot_holds where clinic_id = $1 order by id')
  expect(holds).toEqual([{ id: recent.hold.id }, { id: standing.hold.id }])
  expect(await rowsOf(database, clinic.id, 'select 1 from mutation_answers where clinic_id = $1')).toEqual([])
  expect(await waiting(clinic.id)).toEqual([new Date(at + DAY)])
  now = morning
})

it('waits once for every clinic, however many processes begin', async () => {
  const clinic = await makeClinic(database.db)
  const starts = async () =>
    startJobs({ context: await contextAt(Date.now()), url: database.url, log, tasks: [], pollSeconds: 0.5 })
  const processes = await Promise.all([starts(), starts(), starts()])
  await Promise.all(processes.map((each) => each.stop()))
  expect(await waiting(clinic.id)).toHaveLength(1)
  expect(await waiting(clinic.id, 'extend-series')).toHaveLength(1)
})

it('takes those off the waitlist whose last date is over, and leaves the others on it', async () => {
  const list = await makeWaitlistDesk(app, database, { now: () => now })
  now = morning
  const over = await list.waiting('Ann', { untilOn: '2026-03-02' })
  const waits = await list.waiting('Bea', { untilOn: '2026-03-03' })
  const tidied = async (at: number) => {
    await tidyClinic(await contextAt(at), { clinicId: list.desk.clinic.id })
    return [(await list.entry(over.entry.id)).status, (await list.entry(waits.entry.id)).status]
  }
  // 23:59 in New York, and a minute later.
  const midnight = Date.parse('2026-03-03T05:00:00Z')
  expect(await tidied(midnight - 60_000)).toEqual(['WAITING', 'WAITING'])
  expect(await tidied(midnight)).toEqual(['EXPIRED', 'WAITING'])
})

it('ends the wish of who has had what she would have given up, and lets who has it no more wait for anything', async () => {
  now = morning
  const list = await makeWaitlistDesk(app, database, { now: () => now })
  const { leo, maya, oak, type, book, send } = list.desk
  const joined = async (clientId: string, startsAt: string) => {
    const { appointment } = await book({ clientId, startsAt, roomId: oak.id })
    const { entry } = await list.send('joinWaitlist', { clientId, typeId: type.id, appointmentId: appointment.id })
    return { appointment, entry }
  }
  const seen = await joined(leo.id, '2026-03-03T15:00:00Z')
  const cancelled = await joined(maya.id, '2026-03-05T15:00:00Z')
  await send(CANCEL, { id: cancelled.appointment.id, expectedVersion: 1, reason: 'CLIENT' })
  const tidied = async (at: number) => {
    await tidyClinic(await contextAt(at), { clinicId: list.desk.clinic.id })
    const rows = await list.rows(`select client_id, status, appointment_id from waitlist_entries where clinic_id = $1`)
    return new Map(rows.map((each) => [each.client_id, [each.status, each.appointment_id]]))
  }
  const start = Date.parse('2026-03-03T15:00:00Z')
  const before = await tidied(start - 1)
  expect(before.get(leo.id)).toEqual(['waiting', seen.appointment.id])
  expect(before.get(maya.id)).toEqual(['waiting', null])
  const after = await tidied(start)
  expect(after.get(leo.id)).toEqual(['expired', seen.appointment.id])
  expect(after.get(maya.id)).toEqual(['waiting', null])
})
