import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { MONDAY } from '../../support/desk.ts'
import { asInput, makeLeaveDesk, TUESDAY } from '../../support/leave.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeClient } from '../../support/world.ts'

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const AT_10 = '2026-03-03T15:00:00.000Z'
const AT_11 = '2026-03-03T16:00:00.000Z'

/** Dr. Chen sees Maya at 10 in Oak and Leo at 11 in Elm on a Tuesday. */
async function makeTuesday() {
  const desk = await makeLeaveDesk(app, database.db)
  const { appointment: maya } = await desk.book({ startsAt: AT_10, roomId: desk.oak.id })
  const { appointment: leo } = await desk.book({ startsAt: AT_11, roomId: desk.elm.id, clientId: desk.leo.id })
  return { desk, maya, leo }
}

describe('what is planned for an absence', () => {
  it('is the same time with whoever covers, in the same room', async () => {
    const { desk, maya, leo } = await makeTuesday()
    const steps = await desk.plan({ resourceId: desk.chen.id, coverTherapistId: desk.okafor.id, ...TUESDAY })
    expect(steps.map((each) => [each.appointment.id, each.kind, each.slot])).toEqual([
      [maya.id, 'COVER', slotOf(AT_10, desk.okafor.id, desk.oak.id)],
      [leo.id, 'COVER', slotOf(AT_11, desk.okafor.id, desk.elm.id)],
    ])
    expect(steps[0]?.why).toBe('Dr. Okafor is free then.')
  })

  it('is another time where whoever covers is busy, and says so', async () => {
    const { desk, maya } = await makeTuesday()
    const ines = await makeClient(database.db, desk.clinic.id, { name: 'Ines Roth' })
    await desk.book({ startsAt: AT_10, therapistId: desk.okafor.id, clientId: ines.id })
    const steps = await desk.plan({ resourceId: desk.chen.id, coverTherapistId: desk.okafor.id, ...TUESDAY })
    expect(steps.map((each) => each.kind)).toEqual(['ANOTHER_TIME', 'COVER'])
    expect(steps[0]).toMatchObject({ appointment: { id: maya.id }, slot: { therapist: { id: desk.chen.id } } })
    expect(steps[0]?.why).toContain('Dr. Okafor')
    expect(steps[0]?.why).toContain('Dr. Chen has time on')
  })

  it('writes nothing, whoever asks', async () => {
    const { desk } = await makeTuesday()
    const before = await clinicState(database, desk.clinic.id)
    await desk.plan({ resourceId: desk.chen.id, ...TUESDAY })
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('is done as proposed when it is approved', async () => {
    const { desk, maya, leo } = await makeTuesday()
    const absence = { resourceId: desk.chen.id, coverTherapistId: desk.okafor.id, ...TUESDAY }
    const plan = (await desk.plan(absence)).map(asInput)
    const taken = await desk.leave('takeTimeOff', { ...absence, reason: 'SICK', plan })
    expect(taken.timeOff).toMatchObject({ status: 'APPROVED', decidedBy: 'Test program', requestedBy: 'Test program' })
    expect(taken.changed.map((each) => [each.id, each.version, each.therapist.id])).toEqual([
      [maya.id, 2, desk.okafor.id],
      [leo.id, 2, desk.okafor.id],
    ])
    const { appointments } = await desk.calendar()
    expect(appointments.map((each) => each.therapist.id)).toEqual([desk.okafor.id, desk.okafor.id])
  })
})

function slotOf(startsAt: string, therapistId: string, roomId: string) {
  const endsAt = new Date(Date.parse(startsAt) + 50 * 60_000).toISOString()
  return { startsAt, endsAt, therapist: { id: therapistId }, room: { id: roomId } }
}
