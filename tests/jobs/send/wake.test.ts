import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeLog } from '../../../api/log.ts'
import { openJobs } from '../../../jobs/kit.ts'
import { startJobs } from '../../../jobs/schedule.ts'
import { makeDueMessages } from '../../support/due-messages.ts'
import { openPostOffice, type PostOffice } from '../../support/post-office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeClinic } from '../../support/world.ts'

const MINUTE = 60_000

let database: TestDatabase
let office: PostOffice
beforeAll(async () => {
  database = await testDatabase()
  office = await openPostOffice(database, Date.now())
})
afterAll(async () => {
  await office.stop()
  await database.close()
})

it('finds messages of every clinic whose alarm was lost, and leaves those alone that are not due', async () => {
  const { db, url } = database
  for (const count of [3, 2]) {
    const clinic = await makeClinic(db)
    await makeDueMessages(db, clinic.id, { count, dueAt: office.now - MINUTE })
    await makeDueMessages(db, clinic.id, { count: 1, channel: 'sms', dueAt: office.now + MINUTE })
  }
  const { rows } = await sql`select from pgboss.job where name = 'send-messages'`.execute(db)
  expect(rows).toEqual([])
  const { sender } = await office.another()
  const context = { db, jobs: await openJobs(db, url), now: () => office.now, announce: () => undefined }
  const running = await startJobs({ context, url, log: makeLog('silent'), tasks: [], sender, pollSeconds: 0.5 })
  await office.providers.postmark.untilAccepted(5)
  await running.stop()
  expect(office.providers.twilio.accepted).toEqual([])
})
