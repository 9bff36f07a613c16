import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { CANCEL, MONDAY, MOVE, SET_STATUS } from '../../support/desk.ts'
import { makeLeaveDesk } from '../../support/leave.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { makeClient } from '../../support/world.ts'

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
const [AT_10, AT_11, AT_12] = ['2026-03-03T15:00:00.000Z', '2026-03-03T16:00:00.000Z', '2026-03-03T17:00:00.000Z']

/** Dr. Chen's Tuesday of three: one covered by Dr. Okafor, one moved to Wednesday, one cancelled. */
async function makeSickDay() {
  now = MONDAY
  const desk = await makeLeaveDesk(app, database.db)
  const { appointment: first } = await desk.book({ startsAt: AT_10, roomId: desk.oak.id })
  const confirm = { id: first.id, expectedVersion: 1, confirmed: true }
  const { appointment: covered } = await desk.send(SET_STATUS, confirm)
  const { appointment: moved } = await desk.book({ startsAt: AT_11, clientId: desk.leo.id })
  const { appointment: cancelled } = await desk.book({ startsAt: AT_12, roomId: desk.elm.id })
  const plan = [
    { appointmentId: covered.id, expectedVersion: 2, kind: 'COVER', roomId: desk.elm.id },
    { appointmentId: moved.id, expectedVersion: 1, kind: 'ANOTHER_TIME', startsAt: '2026-03-04T16:00:00Z' },
    { appointmentId: cancelled.id, expectedVersion: 1, kind: 'CANCEL' },
  ]
  const { timeOff } = await desk.leave('takeTimeOff', { ...desk.sick, coverTherapistId: desk.okafor.id, plan })
  const undo = (expectedVersion = 1) => desk.leave('undoTimeOff', { id: timeOff.id, expectedVersion })
  return { desk, covered, moved, cancelled, timeOff, undo }
}

describe('an undo', () => {
  it('puts everything back where it stood and withdraws the time off', async () => {
    const { desk, covered, moved, cancelled, undo } = await makeSickDay()
    const undone = await undo()
    expect(undone).toMatchObject({
      __typename: 'TimeOffUndone',
      left: [],
      timeOff: { status: 'WITHDRAWN', version: 2 },
    })
    const { appointments, timeOff } = await desk.calendar()
    expect(timeOff).toEqual([])
    expect(appointments).toMatchObject([
      { id: covered.id, version: 4, startsAt: AT_10, therapist: { id: desk.chen.id }, room: { id: desk.oak.id } },
      { id: moved.id, version: 3, startsAt: AT_11, room: null },
      { id: cancelled.id, version: 3, status: 'BOOKED', startsAt: AT_12, room: { id: desk.elm.id } },
    ])
    expect(appointments[0]?.confirmedAt).toBe(covered.confirmedAt)
    const occupied = `select count(*)::int as rows from occupancies where clinic_id = $1`
    expect(await rowsOf(database, desk.clinic.id, occupied)).toEqual([{ rows: 5 }])
  })

  it('lets a restored appointment be cancelled again', async () => {
    const { desk, cancelled, undo } = await makeSickDay()
    await undo()
    const again = await desk.send(CANCEL, {
      id: cancelled.id,
      expectedVersion: 3,
      reason: 'CLIENT',
      note: 'Moved away',
    })
    expect(again.appointment.cancellation).toMatchObject({ reason: 'CLIENT', note: 'Moved away' })
  })

  it('leaves what somebody changed since, and says which and why', async () => {
    const { desk, covered, undo } = await makeSickDay()
    await desk.send(MOVE, { id: covered.id, expectedVersion: 3, startsAt: '2026-03-05T15:00:00Z' })
    const undone = await undo()
    expect(undone.changed).toHaveLength(2)
    expect(undone.left).toMatchObject([{ code: 'STALE_VERSION', appointment: { id: covered.id } }])
    expect(undone.left[0]?.message).toBe(
      "Maya Alvarez's appointment was changed by Test program at 8:00 AM since then.",
    )
    expect(undone.timeOff.status).toBe('WITHDRAWN')
  })

  it('leaves what has lost its place', async () => {
    const { desk, covered, moved, cancelled, undo } = await makeSickDay()
    const taken = { startsAt: AT_12, therapistId: desk.okafor.id, roomId: desk.elm.id, clientId: desk.leo.id }
    await desk.book(taken)
    const undone = await undo()
    expect(undone.changed.map((each) => each.id)).toEqual([covered.id, moved.id])
    expect(undone.left).toMatchObject([
      { code: 'ROOM_BUSY', appointment: { id: cancelled.id }, resource: { id: desk.elm.id }, startsAt: AT_12 },
    ])
  })

  it('leaves also what would go where that stays', async () => {
    now = MONDAY
    const desk = await makeLeaveDesk(app, database.db)
    const { appointment: first } = await desk.book({ startsAt: AT_10, roomId: desk.oak.id })
    const { appointment: second } = await desk.book({ startsAt: AT_11, roomId: desk.oak.id, clientId: desk.leo.id })
    const to = { expectedVersion: 1, kind: 'ANOTHER_TIME', roomId: desk.elm.id }
    const plan = [
      { ...to, appointmentId: first.id, startsAt: AT_11 },
      { ...to, appointmentId: second.id, startsAt: AT_10 },
    ]
    const { timeOff } = await desk.leave('takeTimeOff', { ...desk.sick, resourceId: desk.oak.id, plan })
    const ines = await makeClient(database.db, desk.clinic.id, { name: 'Ines Roth' })
    const over = { override: ['ON_TIME_OFF'], overrideReason: 'Only a key is missing' }
    const receptionist = await sessionCookieOf(
      database.db,
      await makePerson(database.db, desk.clinic.id, { role: 'receptionist' }),
    )
    const inOak = { startsAt: AT_10, roomId: desk.oak.id, therapistId: desk.okafor.id, clientId: ines.id, ...over }
    expect((await desk.book(inOak, receptionist)).__typename).toBe('AppointmentBooked')

    const undone = await desk.leave('undoTimeOff', { id: timeOff.id, expectedVersion: 1 })
    expect(undone.changed).toEqual([])
    expect(undone.left).toMatchObject([
      { code: 'ROOM_BUSY', appointment: { id: first.id }, resource: { id: desk.oak.id } },
      { code: 'THERAPIST_BUSY', appointment: { id: second.id }, resource: { id: desk.chen.id } },
    ])
    const { appointments } = await desk.calendar()
    expect(appointments.find((each) => each.id === first.id)).toMatchObject({ version: 2, startsAt: AT_11 })
  })

  it('leaves what would stand in the past', async () => {
    now = MONDAY
    const desk = await makeLeaveDesk(app, database.db)
    const [early, late] = ['2026-03-02T15:00:00.000Z', '2026-03-02T17:00:00.000Z']
    const { appointment: first } = await desk.book({ startsAt: early })
    const { appointment: second } = await desk.book({ startsAt: late, clientId: desk.leo.id })
    const plan = [first, second].map(({ id }) => ({ appointmentId: id, expectedVersion: 1, kind: 'CANCEL' }))
    const today = { startsAt: '2026-03-02T05:00:00Z', endsAt: '2026-03-03T05:00:00Z' }
    const { timeOff } = await desk.leave('takeTimeOff', { ...desk.sick, ...today, plan })
    now = Date.parse(early) + HOUR
    const undone = await desk.leave('undoTimeOff', { id: timeOff.id, expectedVersion: 1 })
    expect(undone.changed).toMatchObject([{ id: second.id, status: 'BOOKED', startsAt: late }])
    expect(undone.left).toMatchObject([{ code: 'IN_THE_PAST', appointment: { id: first.id }, startsAt: early }])
  })

  it('comes too late after a day; the time off can still be withdrawn, and what was moved stays', async () => {
    const { desk, covered, timeOff, undo } = await makeSickDay()
    now = MONDAY + 24 * HOUR + 1
    const before = await clinicState(database, desk.clinic.id)
    const refused = await undo()
    expect(refused.problems).toMatchObject([{ code: 'TERMINAL_STATUS', resource: { id: desk.chen.id } }])
    expect(refused.problems[0]?.message).toContain('more than 24 hours ago; it can still be withdrawn')
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
    const withdrawn = await desk.leave('withdrawTimeOff', { id: timeOff.id, expectedVersion: 1 })
    expect(withdrawn.timeOff.status).toBe('WITHDRAWN')
    expect((await desk.calendar()).appointments).toMatchObject([{ id: covered.id, therapist: { id: desk.okafor.id } }])
  })

  it('is made once: a second one, and one of an older version, are refused', async () => {
    const { desk, undo } = await makeSickDay()
    await undo()
    const before = await clinicState(database, desk.clinic.id)
    expect((await undo()).problems).toMatchObject([{ code: 'STALE_VERSION' }])
    expect((await undo(2)).problems).toMatchObject([{ code: 'TERMINAL_STATUS' }])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('of what was only asked for is refused', async () => {
    const { desk } = await makeSickDay()
    const wanted = { ...desk.sick, startsAt: '2026-03-10T05:00:00Z', endsAt: '2026-03-11T05:00:00Z' }
    const { id } = (await desk.leave('requestTimeOff', wanted)).timeOff
    const refused = await desk.leave('undoTimeOff', { id, expectedVersion: 1 })
    expect(refused.problems).toMatchObject([
      { code: 'TERMINAL_STATUS', message: expect.stringContaining('not approved') },
    ])
  })
})
