import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAnnouncer } from '../../../api/live/announcer.ts'
import { makeLog } from '../../../api/log.ts'
import { inClinic } from '../../../db/connect.ts'
import { expireHold, tidyClinic } from '../../../jobs/contracts.ts'
import { openJobs } from '../../../jobs/kit.ts'
import { startJobs } from '../../../jobs/schedule.ts'
import { task } from '../../../jobs/task.ts'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { makeFailedJob } from '../../support/failed-job.ts'
import { makeOffice } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'

const JOBS = `{ jobs { queues { name waiting active failed nextAt } nextHour { at queue count }
  failures(first: 10) { id queue failedAt attempts error } } }`
const RETRY = `mutation ($input: RetryJobInput!) { retryJob(input: $input) { __typename
  ... on JobRetried { id } ... on RecordRefused { problems { code path } } } }`
const NOON = Date.parse('2026-11-21T12:00:00Z')
const MINUTE = 60_000

let database: TestDatabase
let app: TestApp
let office: Awaited<ReturnType<typeof makeOffice>>
let other: typeof office
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => NOON })
  office = await makeOffice(app, database)
  other = await makeOffice(app, database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

interface JobsSeen {
  readonly queues: { name: string; waiting: number; active: number; failed: number; nextAt: string | null }[]
  readonly nextHour: { at: string; queue: string; count: number }[]
  readonly failures: { id: string; queue: string; attempts: number; error: string }[]
}

async function seen(proof: string): Promise<JobsSeen> {
  const { data, errors } = await ask<{ jobs: JobsSeen }>(app, proof, JOBS)
  if (errors) throw new Error(errors[0]!.message)
  return data.jobs
}

const retry = (id: string, proof = office.admin.cookie, queue = 'tidy-clinic') =>
  ask<{ retryJob: { __typename: string } }>(app, proof, RETRY, { input: { id, queue } })

describe('the jobs of a clinic', () => {
  it('are shown by queue, with what comes due within the hour, and no other clinic’s among them', async () => {
    const jobs = await openJobs(database.db, database.url)
    const holdId = '01900000-0000-7000-8000-000000000001'
    const put = (clinicId: string, ...minutes: number[]) =>
      inClinic(database.db, clinicId, async (trx) => {
        for (const each of minutes)
          await jobs.enqueue(trx, expireHold, { clinicId, holdId }, { startAfter: NOON + each * MINUTE })
      })
    await put(office.clinic.id, -3, 1, 7, 8, 61)
    await put(other.clinic.id, 2)
    const { queues, nextHour } = await seen(office.admin.cookie)
    expect(queues.map((each) => each.name)).toEqual([...queues.map((each) => each.name)].sort())
    const holds = { name: 'expire-hold', waiting: 5, active: 0, failed: 0, nextAt: '2026-11-21T11:57:00.000Z' }
    expect(queues).toContainEqual(holds)
    expect(queues).toContainEqual({ name: 'tidy-clinic', waiting: 0, active: 0, failed: 0, nextAt: null })
    expect(nextHour).toEqual([
      { at: '2026-11-21T12:00:00.000Z', queue: 'expire-hold', count: 2 },
      { at: '2026-11-21T12:05:00.000Z', queue: 'expire-hold', count: 2 },
    ])
  })

  it('are for administrators to see', async () => {
    for (const proof of [office.receptionist.cookie, office.therapist.cookie]) {
      const { errors } = await ask(app, proof, JOBS)
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      expect((await retry(holdless, proof)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
  })
})

const holdless = '01900000-0000-7000-8000-000000000002'

describe('a job that failed too often', () => {
  it('is shown with its error, and done once more when an administrator asks for it', async () => {
    const id = await makeFailedJob(database.db, office.clinic.id)
    const { failures } = await seen(office.admin.cookie)
    expect(failures).toMatchObject([{ id, queue: 'tidy-clinic', attempts: 11, error: 'the disk is full' }])
    expect((await retry(id)).data.retryJob).toEqual({ __typename: 'JobRetried', id })
    const done = Promise.withResolvers<string>()
    const works = task(tidyClinic, async ({ requestId }) => done.resolve(requestId))
    const { db, url } = database
    const log = makeLog('silent')
    const context = { db, jobs: await openJobs(db, url), now: () => NOON, announce: createAnnouncer(db, log) }
    const running = await startJobs({ context, url, log, tasks: [works], pollSeconds: 0.5 })
    expect(await done.promise).toBe(id)
    await running.stop()
    const audit = await rowsOf(
      database,
      office.clinic.id,
      `select action, subject_kind, subject_id from audit_entries where clinic_id = $1 and action = 'retry job'`,
    )
    expect(audit).toEqual([{ action: 'retry job', subject_kind: 'job', subject_id: id }])
  })

  it('of another clinic is as if it were not there', async () => {
    const id = await makeFailedJob(database.db, other.clinic.id)
    expect((await seen(office.admin.cookie)).failures.map((each) => each.id)).not.toContain(id)
    expect((await retry(id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await retry(id, office.admin.cookie, 'expire-hold')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await seen(other.admin.cookie)).failures.map((each) => each.id)).toEqual([id])
  })

  it('and is tried again already is refused', async () => {
    const id = await makeFailedJob(database.db, office.clinic.id)
    await retry(id)
    const problems = [{ code: 'INVALID', path: ['input', 'id'] }]
    expect((await retry(id)).data.retryJob).toEqual({ __typename: 'RecordRefused', problems })
  })

  it('leaves nothing in the queue of what hung on its error', async () => {
    const { db, url } = database
    const clinicId = other.clinic.id
    const failing = task(tidyClinic, async () => {
      await sql`select ${'Maya Alvarez'}::int`.execute(db)
    })
    const log = makeLog('silent')
    const jobs = await openJobs(db, url)
    const failed = Promise.withResolvers<void>()
    const noticing = {
      ...failing,
      run: (...given: Parameters<typeof failing.run>) => failing.run(...given).finally(failed.resolve),
    }
    await sql`delete from pgboss.job where name = 'tidy-clinic'`.execute(db)
    await inClinic(db, clinicId, (trx) => jobs.enqueue(trx, tidyClinic, { clinicId }))
    const context = { db, jobs, now: () => NOON, announce: createAnnouncer(db, log) }
    const running = await startJobs({ context, url, log, tasks: [noticing], pollSeconds: 0.5 })
    await failed.promise
    await running.stop()
    const { rows } = await sql<{ output: string }>`
      select output::text as output from pgboss.job where name = 'tidy-clinic' and output is not null`.execute(db)
    expect(rows.length).toBeGreaterThan(0)
    for (const { output } of rows) expect(output).not.toContain('Maya')
  })
})
