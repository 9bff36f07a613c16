import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { MONDAY } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { makeWaitlistDesk, THURSDAY, type WaitlistDesk } from '../../support/waitlist-desk.ts'
import { makeType } from '../../support/world.ts'

const DAY = 24 * 60 * 60_000

let database: TestDatabase
let app: TestApp
let list: WaitlistDesk
let now = MONDAY

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = MONDAY
  list = await makeWaitlistDesk(app, database, { now: () => now })
})

interface Page {
  nodes: { client: { name: string }; score: { total: number } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

async function page(variables: Record<string, unknown> = {}): Promise<Page> {
  const query = `query ($first: Int!, $after: String, $filter: WaitlistFilter) {
    waitlist(first: $first, after: $after, filter: $filter) {
      nodes { client { name } score { total } } pageInfo { hasNextPage endCursor } } }`
  return (await list.read<{ waitlist: Page }>(query, { first: 10, ...variables })).waitlist
}

const namesOf = ({ nodes }: Page) => nodes.map((each) => each.client.name)

test('the list is told page by page, the highest score first, and filtered', async () => {
  await list.waiting('Ann', { urgency: 'SOON' })
  await list.waiting('Bea', { urgency: 'EMERGENCY', therapistIds: [list.desk.okafor.id] })
  await list.waiting('Cleo', {
    urgency: 'URGENT',
    referralSource: 'HOSPITAL',
    days: [5, 1, 5],
    parts: ['EVENING', 'MORNING'],
  })
  expect(namesOf(await page())).toEqual(['Bea', 'Cleo', 'Ann'])
  const first = await page({ first: 2 })
  expect([namesOf(first), first.pageInfo.hasNextPage]).toEqual([['Bea', 'Cleo'], true])
  expect(namesOf(await page({ first: 2, after: first.pageInfo.endCursor }))).toEqual(['Ann'])
  expect(namesOf(await page({ filter: { therapistId: list.desk.chen.id } }))).toEqual(['Cleo', 'Ann'])
  expect(namesOf(await page({ filter: { search: 'cle' } }))).toEqual(['Cleo'])
  expect(namesOf(await page({ filter: { urgency: 'SOON', source: 'DESK' } }))).toEqual(['Ann'])
  expect(namesOf(await page({ filter: { statuses: ['LEFT'] } }))).toEqual([])
  expect(namesOf(await page({ filter: { typeId: uuid() } }))).toEqual([])
  now += 12 * DAY
  expect((await page()).nodes.map((each) => each.score.total)).toEqual([112, 72, 32])
})

test('a score set by hand counts instead of its parts, with who and why, until it is taken back', async () => {
  const { entry } = await list.waiting('Ann', { urgency: 'URGENT' })
  const set = (change: Record<string, unknown>) => list.send('setWaitlistScore', { id: entry.id, ...change })
  const without = await set({ expectedVersion: 1, score: 300 })
  expect(without.problems).toMatchObject([{ code: 'INVALID', path: ['input', 'reason'] }])
  const told = await set({ expectedVersion: 1, score: 300, reason: 'Hospital discharge on Friday' })
  expect(told.entry.score).toMatchObject({
    ...{ total: 300, overrideReason: 'Hospital discharge on Friday', overriddenBy: expect.any(String) },
    parts: [
      { name: 'urgency', points: 45 },
      { name: 'waiting', points: 0 },
      { name: 'referral', points: 0 },
    ],
  })
  expect((await set({ expectedVersion: 1, score: 1, reason: 'Late' })).problems[0]?.code).toBe('STALE_VERSION')
  const back = await set({ expectedVersion: 2, score: null })
  expect(back.entry.score).toMatchObject({ total: 45, overriddenBy: null, overrideReason: null })
})

test('an entry is changed and left at the version seen, and everything is in the audit log', async () => {
  const { client, entry } = await list.waiting('Ann', { days: [1] })
  const input = { id: entry.id, expectedVersion: 1, days: [], note: 'Rings back', urgency: 'SOON' }
  const updated = await list.send('updateWaitlistEntry', input)
  expect(updated.entry).toMatchObject({ version: 2, days: null, urgency: 'SOON' })
  const stale = await list.send('leaveWaitlist', { id: entry.id, expectedVersion: 1 })
  expect(stale.problems).toMatchObject([{ code: 'STALE_VERSION' }])
  const left = await list.send('leaveWaitlist', { id: entry.id, expectedVersion: 2, reason: 'Found another' })
  expect(left.entry).toMatchObject({ status: 'LEFT' })
  const again = await list.send('leaveWaitlist', { id: entry.id, expectedVersion: 3 })
  expect(again.problems).toMatchObject([{ code: 'INVALID', message: 'Ann is no longer on the waitlist.' }])
  const audited = await list.rows(`select action, after->>'reason' as reason from audit_entries where clinic_id = $1
    and subject_kind = 'waitlist_entry' order by seq`)
  expect(audited).toEqual([
    { action: 'join waitlist', reason: null },
    { action: 'update waitlist entry', reason: null },
    { action: 'leave waitlist', reason: 'Found another' },
  ])
  const rejoined = await list.send('joinWaitlist', { clientId: client.id, typeId: list.desk.type.id })
  expect(rejoined.entry.status).toBe('WAITING')
})

test('somebody waits once for each type, for what is offered, and gives up only what she has', async () => {
  const { clinic, key, type } = list.desk
  const { client } = await list.waiting('Ann')
  const join = (change: Record<string, unknown>) =>
    list.send('joinWaitlist', { clientId: client.id, typeId: type.id, ...change })
  expect((await join({})).problems[0]?.message).toContain('waiting for')
  const other = await makeType(database.db, clinic.id)
  const input = { typeId: other.id, clientMutationId: 'once' }
  const [first, second] = [await join(input), await join(input)]
  expect(second).toEqual(first)
  expect((await join({ typeId: (await makeType(database.db, clinic.id)).id, validateOnly: true })).entry.status).toBe(
    'WAITING',
  )
  expect((await page({ filter: { clientId: client.id } })).nodes).toHaveLength(2)
  const { appointment } = await list.desk.book({ startsAt: THURSDAY })
  const third = (await makeType(database.db, clinic.id)).id
  await expect(join({ typeId: third, appointmentId: appointment.id })).rejects.toThrow('NOT_FOUND')
  for (const wrong of [
    { days: [8] },
    { noticeMinutes: -1 },
    { fromOn: '2026-03-05', untilOn: '2026-03-04' },
    { untilOn: '2026-03-01' },
    { note: 'x'.repeat(2001) },
  ])
    expect((await join({ typeId: third, ...wrong })).problems[0]?.code).toBe('INVALID')
  const partner = await list.send('joinWaitlist', { clientId: list.desk.leo.id, typeId: type.id }, key)
  expect(partner.entry.source).toBe('PARTNER')
})

test('whoever books keeps the waitlist; a key that reads only reads it, and settings are for administrators', async () => {
  list = await makeWaitlistDesk(app, database, { now: () => now, isNew: true })
  const { clinic, maya, type } = list.desk
  const reads = await makeApiKey(database.db, clinic.id, ['read'])
  const input = { clientId: maya.id, typeId: type.id }
  await expect(list.send('joinWaitlist', input, reads)).rejects.toThrow('FORBIDDEN: This key may only read')
  const { data } = await ask<{ waitlistPolicy: object }>(app, reads, '{ waitlistPolicy { version mode together } }')
  expect(data.waitlistPolicy).toEqual({ version: 0, mode: 'SUGGEST', together: 1 })
  const desk = await sessionCookieOf(database.db, await makePerson(database.db, clinic.id, { role: 'receptionist' }))
  expect((await list.send('joinWaitlist', input, desk)).__typename).toBe('WaitlistJoined')
  const policy = { expectedVersion: 0, mode: 'OFFER' }
  await expect(list.send('updateWaitlistPolicy', policy, desk)).rejects.toThrow('FORBIDDEN')
  expect((await list.send('updateWaitlistPolicy', policy)).policy).toEqual({ version: 1, mode: 'OFFER', together: 1 })
  expect((await list.send('updateWaitlistPolicy', policy)).problems[0]?.code).toBe('STALE_VERSION')
  const wrong = { expectedVersion: 1, together: 9 }
  expect((await list.send('updateWaitlistPolicy', wrong)).problems).toMatchObject([{ path: ['input', 'together'] }])
})
