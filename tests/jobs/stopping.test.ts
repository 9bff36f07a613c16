import { afterAll, beforeAll, expect, test } from 'vitest'
import { loggedError, makeLog } from '../../api/log.ts'
import { inClinic } from '../../db/connect.ts'
import { tidyClinic } from '../../jobs/contracts.ts'
import { openJobs } from '../../jobs/kit.ts'
import { queueErrorOf } from '../../jobs/queue-error.ts'
import { startJobs } from '../../jobs/schedule.ts'
import { task } from '../../jobs/task.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { makeClinic } from '../support/world.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a program that ends in the middle of a job raises no alarm: whoever comes next does it', async () => {
  const { db, url } = database
  const { id: clinicId } = await makeClinic(db)
  const [begun, end, ended] = [
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
  ]
  const slow = task(tidyClinic, () => {
    begun.resolve()
    return end.promise
  })
  const lines: { level: number; msg: string }[] = []
  const write = (line: string) => {
    lines.push(JSON.parse(line))
    if (line.includes('cut off')) ended.resolve()
  }
  const jobs = await openJobs(db, url)
  const context = { db, jobs, now: () => Date.now(), announce: () => undefined }
  await inClinic(db, clinicId, (trx) => jobs.enqueue(trx, tidyClinic, { clinicId }))
  const running = await startJobs({ context, url, log: makeLog('info', { write }), tasks: [slow], pollSeconds: 0.5 })
  await begun.promise
  await running.stop()
  end.reject(new Error('driver has already been destroyed'))
  await ended.promise
  expect(lines.filter(({ level }) => level > 30)).toEqual([])
})

test('what pg-boss tells of by an object that is no error is told in the log', () => {
  const told = {
    message: 'connect ECONNREFUSED',
    stack: 'Error: connect',
    code: 'ECONNREFUSED',
    queue: 'send-messages',
  }
  expect(loggedError(queueErrorOf(told))).toEqual({
    ...{ type: 'Error', message: 'connect ECONNREFUSED', stack: 'Error: connect', code: 'ECONNREFUSED' },
  })
  const quoting = { message: 'invalid input syntax for type integer: "Maya"', code: '22P02' }
  expect(loggedError(queueErrorOf(quoting)).message).not.toContain('Maya')
})
