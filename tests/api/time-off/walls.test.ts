import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { MONDAY } from '../../support/desk.ts'
import { type LeaveMutation, makeLeaveDesk, PLAN, TUESDAY } from '../../support/leave.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'

let database: TestDatabase
let app: TestApp
let ours: Awaited<ReturnType<typeof makeLeaveDesk>>
let theirs: Awaited<ReturnType<typeof makeLeaveDesk>>

beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
  ours = await makeLeaveDesk(app, database.db)
  theirs = await makeLeaveDesk(app, database.db)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** Answered like an id that nobody has, with one entry of the own audit log and nothing changed over there. */
async function expectMissing(name: LeaveMutation, make: (id: string) => object, foreign: string): Promise<void> {
  const before = await clinicState(database, theirs.clinic.id)
  const attempt = async (id: string) => (await ours.attempt(name, make(id))).errors?.[0]
  const missing = await attempt(uuid())
  expect(missing?.extensions.code).toBe('NOT_FOUND')
  expect(await attempt(foreign)).toEqual(missing)
  expect(await attempt("' or 1=1 --")).toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  expect(await clinicState(database, theirs.clinic.id)).toBe(before)
  const audited = `select action from audit_entries where clinic_id = $1 and subject_id = '${foreign}'`
  expect(await rowsOf(database, ours.clinic.id, audited)).toContainEqual({ action: `${name}: not found` })
}

test.each(['decideTimeOff', 'withdrawTimeOff', 'undoTimeOff', 'applyTimeOffPlan'] as const)(
  'the time off of another clinic is answered as if missing by %s',
  async (name) => {
    const wanted = { ...theirs.sick, resourceId: theirs.okafor.id, startsAt: '2026-03-03T06:00:00Z' }
    const { timeOff } = await theirs.leave('requestTimeOff', wanted)
    const plan = [{ appointmentId: uuid(), expectedVersion: 1, kind: 'CANCEL' }]
    const mores = { decideTimeOff: { decision: 'APPROVE' }, applyTimeOffPlan: { plan } }
    const more = name in mores ? mores[name as keyof typeof mores] : {}
    await expectMissing(name, (id) => ({ id, expectedVersion: 1, ...more }), timeOff.id)
    await theirs.leave('withdrawTimeOff', { id: timeOff.id, expectedVersion: 1 })
  },
)

test.each(['requestTimeOff', 'takeTimeOff'] as const)(
  'nobody of another clinic is away by %s, or covers',
  async (name) => {
    await expectMissing(name, (resourceId) => ({ ...ours.sick, resourceId }), theirs.chen.id)
    await expectMissing(name, (coverTherapistId) => ({ ...ours.sick, coverTherapistId }), theirs.okafor.id)
  },
)

test('a plan names nothing of another clinic', async () => {
  const { appointment: own } = await ours.book()
  const { appointment: foreign } = await theirs.book()
  const withStep = (step: object) => ({
    ...ours.sick,
    plan: [{ appointmentId: own.id, expectedVersion: 1, kind: 'COVER', therapistId: ours.okafor.id, ...step }],
  })
  await expectMissing('takeTimeOff', (appointmentId) => withStep({ appointmentId }), foreign.id)
  await expectMissing('takeTimeOff', (therapistId) => withStep({ therapistId }), theirs.okafor.id)
  await expectMissing('takeTimeOff', (roomId) => withStep({ roomId }), theirs.elm.id)
  expect((await ours.calendar()).appointments).toMatchObject([{ id: own.id, version: 1 }])
})

test('lists and plans show the own clinic alone', async () => {
  const { timeOff } = await theirs.leave('takeTimeOff', theirs.sick)
  const list = `{ timeOffs(first: 100) { nodes { id } } changes(after: "0", first: 100) { nodes { itemId } } }`
  const { data } = await ask(app, ours.key, list)
  expect(JSON.stringify(data)).not.toContain(timeOff.id)
  const planFor = (input: object) => ask(app, ours.key, PLAN, { input: { ...TUESDAY, ...input } })
  const foreign = [{ resourceId: theirs.chen.id }, { resourceId: ours.chen.id, coverTherapistId: theirs.okafor.id }]
  for (const input of foreign) expect((await planFor(input)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  const audited = `select subject_id from audit_entries where clinic_id = $1 and action = 'timeOffPlan: not found' order by seq`
  expect((await rowsOf(database, ours.clinic.id, audited)).map((each) => each.subject_id)).toEqual([
    theirs.chen.id,
    theirs.okafor.id,
  ])
})
