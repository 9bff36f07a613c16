import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAnnouncer } from '../../api/live/announcer.ts'
import { makeLog } from '../../api/log.ts'
import { openJobs } from '../../jobs/kit.ts'
import { type RunningJobs, startJobs } from '../../jobs/schedule.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { makeHolder } from '../support/holder.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

const log = makeLog('silent')

let database: TestDatabase
let app: TestApp
let running: RunningJobs
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => Date.parse('2026-03-02T13:00:00Z') })
  const { db, url } = database
  const context = { db, jobs: await openJobs(db, url), now: () => Date.now(), announce: createAnnouncer(db, log) }
  running = await startJobs({ context, url, log, pollSeconds: 0.5 })
})
afterAll(async () => {
  await running.stop()
  await app.close()
  await database.close()
})

it('runs', async () => {
  const { send, usual } = await makeHolder(app, database)
  const held = await send('holdSlot', usual)
  expect(held.__typename).toBe('SlotHeld')
})
