import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countTries, watchLateMessages } from '../../api/message-metrics.ts'
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
  watchLateMessages(metrics, { db: database.db, now: () => now })
  app = await startApp(database, { metrics })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

test('/metrics tells what came of tries, and whether messages wait that nobody sends', async () => {
  const count = countTries(metrics)
  count({ channel: 'sms', provider: 'twilio', outcome: 'sent' })
  for (const _ of [1, 2]) count({ channel: 'email', provider: 'postmark', outcome: 'later' })
  const { id } = await makeClinic(database.db)
  await makeDueMessages(database.db, id, { count: 3, channel: 'email', dueAt: DUE })
  const read = async () => (await fetch(`${app.url}/metrics`)).text()
  const early = await read()
  expect(early).toContain('daybook_message_tries_total{channel="email",outcome="later",provider="postmark"} 2')
  expect(early).toContain('daybook_message_tries_total{channel="sms",outcome="sent",provider="twilio"} 1')
  expect(early).toContain('daybook_clinics_with_late_messages 0')
  now = DUE + 2 * MINUTE
  expect(await read()).toContain('daybook_clinics_with_late_messages 1')
})
