import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJobs } from '../../jobs/kit.ts'
import { killNow } from '../support/daybook.ts'
import { type DaybookProgram, startDaybookProgram } from '../support/daybook-program.ts'
import { endLeases } from '../support/post-office.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { type Providers, startProviders } from '../support/providers.ts'
import { analyze, makeRemindedClinic } from '../support/reminded-clinic.ts'
import { rowsOf } from '../support/rows.ts'

const KILLS = 10
const APPOINTMENTS = 500
const MINUTE = 60_000

let database: TestDatabase
let providers: Providers
let clinicId: string
const workers: DaybookProgram[] = []
beforeAll(async () => {
  database = await testDatabase()
  providers = await startProviders()
  const jobs = await openJobs(database.db, database.url)
  const dueAt = Date.now() - 2 * MINUTE
  const clinic = await makeRemindedClinic(database.db, jobs, { count: APPOINTMENTS, channels: ['email', 'sms'], dueAt })
  clinicId = clinic.id
  await analyze(database.ownerUrl)
}, 60_000)
afterAll(async () => {
  await Promise.all(workers.map((each) => each.stop()))
  await providers.stop()
  await database.close()
})

async function startWorker(): Promise<DaybookProgram> {
  const settings = { DATABASE_URL: database.ownerUrl, ...providers.env }
  const worker = await startDaybookProgram(settings, '--role', 'jobs')
  workers.push(worker)
  return worker
}

async function countsByStatus(): Promise<Record<string, number>> {
  const rows = await rowsOf<{ status: string; count: string }>(
    database,
    clinicId,
    'select status, count(*) from messages where clinic_id = $1 group by status',
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
}

/** Asks until nothing waits and nothing is in hand any more: each answer is the event after which it asks again. */
async function untilAllLeft(): Promise<Record<string, number>> {
  for (;;) {
    const { scheduled = 0, sending = 0, ...others } = await countsByStatus()
    if (scheduled + sending === 0) return others
  }
}

it('sends each of 1,000 due messages exactly once, though it is killed ten times in the middle of them', async () => {
  const { postmark, twilio } = providers
  postmark.think(5)
  twilio.think(5)
  let inHand = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    const worker = await startWorker()
    await postmark.untilAccepted(Math.floor((APPOINTMENTS * kill) / (KILLS + 1)))
    await killNow(worker.process.pid!)
    inHand += (await countsByStatus()).sending ?? 0
    // A minute later others may take in hand what it had.
    await endLeases(database, clinicId)
  }
  expect(inHand).toBeGreaterThan(KILLS)

  const worker = await startWorker()
  await Promise.all([postmark.untilAccepted(APPOINTMENTS), twilio.untilAccepted(APPOINTMENTS)])
  expect(await untilAllLeft()).toEqual({ sent: 2 * APPOINTMENTS })
  expect(await worker.stop()).toBe(0)
  expect(postmark.searches + twilio.searches).toBeGreaterThan(KILLS)
  for (const accepted of [postmark.accepted.map((each) => each.To), twilio.accepted.map((each) => each.to)]) {
    expect(accepted).toHaveLength(APPOINTMENTS)
    expect(new Set(accepted).size).toBe(APPOINTMENTS)
  }
}, 300_000)
