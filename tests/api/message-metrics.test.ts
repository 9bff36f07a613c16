import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchJobs } from '../../api/job-metrics.ts'
import { countTries, watchLateMessages } from '../../api/message-metrics.ts'
import { inClinic } from '../../db/connect.ts'
import { fillSlots } from '../../jobs/contracts.ts'
import { openJobs } from '../../jobs/kit.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { makeDueMessages } from '../support/due-messages.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { makeClinic } from '../support/world.ts'

const MINUTE = 60_000
const DUE = Date.parse('2026-03-02T13:00:00Z')
let now = DUE
let database: TestDatabase
let app: TestApp
const metrics = new Registry()

beforeAll(async () => {
  database = await testDatabase()
  watchJobs(metrics, { db: database.db, now: () => now })
  watchLateMessages(metrics, { db: database.db, now: () => now })
  app = await startApp(database, { metrics })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

test('/metrics tells what came of tries, and whether messages wait that nobody sends', async () => {
  const count = countTries(metrics)
  count({ kind: 'waitlist_offer', channel: 'sms', provider: 'twilio', outcome: 'sent' })
  for (const _ of [1, 2]) count({ kind: 'confirmation', channel: 'email', provider: 'postmark', outcome: 'later' })
  const { id } = await makeClinic(database.db)
  await makeDueMessages(database.db, id, { count: 3, channel: 'email', dueAt: DUE })
  const read = async () => (await fetch(`${app.url}/metrics`)).text()
  const early = await read()
  expect(early).toContain(
    'daybook_message_tries_total{kind="confirmation",channel="email",outcome="later",provider="postmark"} 2',
  )
  expect(early).toContain(
    'daybook_message_tries_total{kind="waitlist_offer",channel="sms",outcome="sent",provider="twilio"} 1',
  )
  expect(early).toContain('daybook_clinics_with_late_messages 0')
  now = DUE + 2 * MINUTE
  expect(await read()).toContain('daybook_clinics_with_late_messages 1')
})

test('/metrics tells whether jobs of any clinic wait that nobody does', async () => {
  const { id: clinicId } = await makeClinic(database.db)
  const jobs = await openJobs(database.db, database.url)
  now = DUE
  await inClinic(database.db, clinicId, (trx) => jobs.enqueue(trx, fillSlots, { clinicId }, { startAfter: DUE }))
  const read = async () => (await fetch(`${app.url}/metrics`)).text()
  expect(await read()).toContain('daybook_jobs_late{queue="fill-slots"} 0')
  now = DUE + 2 * MINUTE
  const late = await read()
  expect(late).toContain('daybook_jobs_late{queue="fill-slots"} 1')
  expect(late).not.toContain(clinicId)
})
