import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { type MessageDesk, makeMessageDesk } from '../../support/message-desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { at } from '../../support/series-desk.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

const POLICY = `version leaveFrom leaveUntil weekends settleSeconds moveSettleSeconds
  notices { kind on offsetMinutes channels }`
const READ = `{ reminderPolicy { ${POLICY} } }`
const UPDATE = `mutation ($input: UpdateReminderPolicyInput!) { updateReminderPolicy(input: $input) { __typename
  ... on ReminderPolicyUpdated { policy { ${POLICY} } } ... on RecordRefused { problems { code message path } } } }`

let database: TestDatabase
let app: TestApp
let desk: MessageDesk
let admin: string
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => desk.clock.now })
})
beforeEach(async () => {
  desk = await makeMessageDesk(database)
  admin = await sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role: 'admin' }))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

interface Policy {
  readonly version: number
  readonly leaveUntil: string
  readonly weekends: boolean
  readonly notices: { kind: string; on: boolean; offsetMinutes: number; channels: string[] }[]
}

async function read(proof = admin): Promise<Policy> {
  return (await ask<{ reminderPolicy: Policy }>(app, proof, READ)).data.reminderPolicy
}

async function update(input: object) {
  const { data, errors } = await ask<{
    updateReminderPolicy: { __typename: string; policy: Policy; problems: { code: string; path: string[] }[] }
  }>(app, admin, UPDATE, { input })
  if (errors) throw new Error(errors[0]?.message)
  return data.updateReminderPolicy
}

describe('what a clinic sends', () => {
  test('is as for all at first, and then as the clinic says, notice by notice', async () => {
    const first = await read()
    expect(first).toMatchObject({ version: 0, leaveFrom: '08:00', leaveUntil: '20:00', settleSeconds: 20 })
    expect(first.notices.map((each) => each.kind)).toEqual([
      ...['CONFIRMATION', 'WEEK_BEFORE', 'TWO_DAYS_BEFORE', 'DAY_BEFORE', 'TWO_HOURS_BEFORE', 'HOUR_BEFORE'],
      ...['HIGH_RISK', 'FOLLOW_UP', 'CHANGED', 'CANCELLED'],
      ...['THERAPIST_BOOKED', 'THERAPIST_CHANGED', 'THERAPIST_CANCELLED'],
    ])
    const notice = { kind: 'WEEK_BEFORE', on: true, offsetMinutes: 10_000, channels: ['EMAIL', 'SMS'] }
    const { policy } = await update({ expectedVersion: 0, leaveUntil: '18:30', weekends: false, notices: [notice] })
    expect(policy).toMatchObject({ version: 1, leaveFrom: '08:00', leaveUntil: '18:30', weekends: false })
    expect(policy.notices.filter((each, n) => JSON.stringify(each) !== JSON.stringify(first.notices[n]))).toEqual([
      notice,
    ])
    expect(await read()).toEqual(policy)
  })

  test('is refused from an older version, and where it makes no sense', async () => {
    await update({ expectedVersion: 0, weekends: false })
    const problemsOf = async (input: object) => {
      const { problems } = await update({ expectedVersion: 1, ...input })
      return problems.map(({ code, path }) => `${code} ${path.join('.')}`)
    }
    expect(await problemsOf({ expectedVersion: 0, weekends: true })).toEqual(['STALE_VERSION input.expectedVersion'])
    expect(await problemsOf({ leaveFrom: '20:00', leaveUntil: '08:00' })).toEqual(['INVALID input.leaveUntil'])
    expect(await problemsOf({ settleSeconds: 4000 })).toEqual(['INVALID input.settleSeconds'])
    const bad = [
      { kind: 'ANSWER', on: true, offsetMinutes: 0, channels: ['SMS'] },
      { kind: 'DAY_BEFORE', on: true, offsetMinutes: 1, channels: ['SMS'] },
      { kind: 'CONFIRMATION', on: true, offsetMinutes: 5, channels: ['SMS'] },
      { kind: 'CHANGED', on: true, offsetMinutes: 0, channels: [] },
      { kind: 'THERAPIST_BOOKED', on: true, offsetMinutes: 0, channels: ['SMS'] },
    ]
    for (const notice of bad) expect(await problemsOf({ notices: [notice] })).toEqual(['INVALID input.notices.0'])
    expect(await read()).toMatchObject({ version: 1, weekends: false })
  })

  test('is changed by administrators alone, and read by everybody', async () => {
    const { db } = database
    for (const role of ['receptionist', 'therapist'] as const) {
      const cookie = await sessionCookieOf(database.db, await makePerson(db, desk.clinic.id, { role }))
      const { errors } = await ask(app, cookie, UPDATE, { input: { expectedVersion: 0, weekends: false } })
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      expect(await read(cookie)).toMatchObject({ version: 0 })
    }
    const key = await makeApiKey(db, desk.clinic.id)
    const { errors } = await ask(app, key, UPDATE, { input: { expectedVersion: 0, weekends: false } })
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  test('has what waits already planned anew', async () => {
    await desk.plan()
    await desk.book({ startsAt: at('2026-03-05T15:00:00Z') })
    await desk.plan()
    await update({
      expectedVersion: 0,
      leaveFrom: '11:00',
      notices: [
        { kind: 'TWO_DAYS_BEFORE', on: false, offsetMinutes: 2880, channels: [] },
        { kind: 'HOUR_BEFORE', on: true, offsetMinutes: 60, channels: ['SMS'] },
        { kind: 'DAY_BEFORE', on: true, offsetMinutes: 720, channels: ['EMAIL'] },
      ],
    })
    await desk.plan()
    expect(await desk.lines(({ status }) => status === 'scheduled')).toEqual([
      'confirmation email Mon 2026-03-02 11:00 scheduled',
      'day_before email Wed 2026-03-04 19:59 scheduled',
    ])
  })
})
