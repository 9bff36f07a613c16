import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { MONDAY } from '../../support/desk.ts'
import { asInput, makeLeaveDesk, TUESDAY } from '../../support/leave.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

let database: TestDatabase
let app: TestApp
let now = MONDAY
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const HOUR = 60 * 60_000
const [AT_10, AT_11] = ['2026-03-03T15:00:00.000Z', '2026-03-03T16:00:00.000Z']

/** Dr. Chen is away on Tuesday: her first appointment is covered by Dr. Okafor, her second was left there. */
async function makeLeftover() {
  now = MONDAY
  const desk = await makeLeaveDesk(app, database.db)
  const { appointment: covered } = await desk.book({ startsAt: AT_10, roomId: desk.oak.id })
  const { appointment: left } = await desk.book({ startsAt: AT_11, clientId: desk.leo.id, roomId: desk.elm.id })
  const plan = [{ appointmentId: covered.id, expectedVersion: 1, kind: 'COVER' }]
  const { timeOff } = await desk.leave('takeTimeOff', { ...desk.sick, coverTherapistId: desk.okafor.id, plan })
  const whose = async () => {
    const { appointments } = await desk.calendar()
    return Object.fromEntries(appointments.map((each) => [each.startsAt, each.therapist.id]))
  }
  const cover = { appointmentId: left.id, expectedVersion: 1, kind: 'COVER' }
  const apply = (steps: object[] = [cover], expectedVersion = 1) =>
    desk.leave('applyTimeOffPlan', { id: timeOff.id, expectedVersion, plan: steps })
  const undoLast = (expectedVersion: number) =>
    desk.leave('undoTimeOff', { id: timeOff.id, expectedVersion, onlyLastPlan: true })
  return { desk, covered, left, timeOff, whose, apply, undoLast }
}

describe('a plan for what still stands on time off', () => {
  it('is made as at first, and done without deciding anew', async () => {
    const { desk, left, whose, apply } = await makeLeftover()
    const steps = await desk.plan({ resourceId: desk.chen.id, coverTherapistId: desk.okafor.id, ...TUESDAY })
    expect(steps.map((each) => each.appointment.id)).toEqual([left.id])
    const done = await apply(steps.map(asInput))
    expect(done).toMatchObject({ __typename: 'TimeOffDecided', timeOff: { status: 'APPROVED', version: 2 } })
    expect(done.changed.map((each) => each.id)).toEqual([left.id])
    expect(await whose()).toEqual({ [AT_10]: desk.okafor.id, [AT_11]: desk.okafor.id })
  })

  it('is put back alone: the time off stands, and what was planned before stays', async () => {
    const { desk, whose, apply, undoLast } = await makeLeftover()
    await apply()
    const undone = await undoLast(2)
    expect(undone).toMatchObject({ left: [], timeOff: { status: 'APPROVED', version: 3 } })
    expect(await whose()).toEqual({ [AT_10]: desk.okafor.id, [AT_11]: desk.chen.id })
  })

  it('is put back with all the others when the time off is taken back', async () => {
    const { desk, timeOff, whose, apply } = await makeLeftover()
    await apply()
    await desk.leave('undoTimeOff', { id: timeOff.id, expectedVersion: 2 })
    expect(await whose()).toEqual({ [AT_10]: desk.chen.id, [AT_11]: desk.chen.id })
  })

  it('is done once more after it was put back, and put back once more', async () => {
    const { desk, left, whose, apply, undoLast } = await makeLeftover()
    await apply()
    await undoLast(2)
    await apply([{ appointmentId: left.id, expectedVersion: 3, kind: 'CANCEL' }], 3)
    expect(await whose()).toEqual({ [AT_10]: desk.okafor.id })
    await undoLast(4)
    expect(await whose()).toEqual({ [AT_10]: desk.okafor.id, [AT_11]: desk.chen.id })
  })

  it('is put back within a day of it, though the approval was earlier, and not after', async () => {
    const { desk, left, timeOff, whose, apply, undoLast } = await makeLeftover()
    now = MONDAY + 20 * HOUR
    await apply()
    now = MONDAY + 25 * HOUR
    const whole = await desk.leave('undoTimeOff', { id: timeOff.id, expectedVersion: 2 })
    expect(whole.problems[0]?.code).toBe('TERMINAL_STATUS')
    expect((await undoLast(2)).left).toEqual([])
    expect((await whose())[AT_11]).toBe(desk.chen.id)
    await apply([{ appointmentId: left.id, expectedVersion: 3, kind: 'COVER' }], 3)
    now = MONDAY + 50 * HOUR
    expect((await undoLast(4)).problems[0]?.message).toBe(
      "No plan of Dr. Chen's time off was applied in the last 24 hours.",
    )
  })
})

describe('such a plan is refused, and nothing written,', () => {
  it.each([
    ['of an older version', { expectedVersion: 7 }, 'STALE_VERSION'],
    ['with a step that cannot be done', { plan: [{ kind: 'COVER', expectedVersion: 9 }] }, 'STALE_VERSION'],
    ['with nothing in it', { plan: [] }, 'BAD_USER_INPUT'],
  ])('%s', async (_, change, code) => {
    const { desk, left, timeOff } = await makeLeftover()
    const step = { appointmentId: left.id, expectedVersion: 1, kind: 'CANCEL' }
    const plan = 'plan' in change ? change.plan.map((each) => ({ ...step, ...each })) : [step]
    const before = await clinicState(database, desk.clinic.id)
    const answer = await desk.attempt('applyTimeOffPlan', { id: timeOff.id, expectedVersion: 1, ...change, plan })
    expect(answer.errors?.[0]?.extensions?.code ?? answer.data.applyTimeOffPlan?.problems[0]?.code).toBe(code)
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('of what is only asked for, or by a therapist', async () => {
    const { desk, left } = await makeLeftover()
    const wednesday = { startsAt: TUESDAY.endsAt, endsAt: '2026-03-05T05:00:00Z' }
    const { timeOff: asked } = await desk.leave('requestTimeOff', { ...desk.sick, ...wednesday })
    const input = {
      ...{ id: asked.id, expectedVersion: 1 },
      plan: [{ appointmentId: left.id, expectedVersion: 1, kind: 'CANCEL' }],
    }
    expect((await desk.leave('applyTimeOffPlan', input)).problems[0]?.message).toBe(
      "Dr. Chen's time off is requested: only what is approved has a plan.",
    )
    const therapist = await makePerson(database.db, desk.clinic.id, { role: 'therapist', therapistId: desk.chen.id })
    const { errors } = await desk.attempt('applyTimeOffPlan', input, await sessionCookieOf(database.db, therapist))
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })
})
