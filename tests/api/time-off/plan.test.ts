import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { CANCEL, DAY, MONDAY, MOVE, SET_STATUS } from '../../support/desk.ts'
import { asInput, makeLeaveDesk, PLAN, TUESDAY } from '../../support/leave.ts'
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

  it('sends what stands in a room out of use to another room at the same time', async () => {
    const { desk, maya } = await makeTuesday()
    const [step, ...rest] = await desk.plan({ resourceId: desk.oak.id, ...TUESDAY })
    expect(rest).toEqual([])
    expect(step).toMatchObject({ appointment: { id: maya.id }, kind: 'COVER' })
    expect(step?.slot).toEqual(slotOf(AT_10, desk.chen.id, desk.elm.id))
  })

  it('leaves out what is cancelled, over, begun or outside the absence', async () => {
    const { desk, maya, leo } = await makeTuesday()
    await desk.send(CANCEL, { id: maya.id, expectedVersion: 1, reason: 'CLIENT' })
    await desk.book({ startsAt: '2026-03-04T15:00:00Z' })
    const steps = await desk.plan({ resourceId: desk.chen.id, ...TUESDAY })
    expect(steps.map((each) => each.appointment.id)).toEqual([leo.id])
    expect(await desk.plan({ resourceId: desk.chen.id, ...TUESDAY, endsAt: AT_11 })).toEqual([])
  })

  it('is empty for an absence that is over', async () => {
    const { desk } = await makeTuesday()
    const past = { startsAt: '2026-02-24T05:00:00Z', endsAt: '2026-02-25T05:00:00Z' }
    expect(await desk.plan({ resourceId: desk.chen.id, ...past })).toEqual([])
  })

  it('is not made for no time, or for somebody who is not there', async () => {
    const desk = await makeLeaveDesk(app, database.db)
    const codeOf = async (input: object) =>
      (await ask(app, desk.key, PLAN, { input: { resourceId: desk.chen.id, ...TUESDAY, ...input } })).errors?.[0]
        ?.extensions.code
    expect(await codeOf({ endsAt: TUESDAY.startsAt })).toBe('BAD_USER_INPUT')
    expect(await codeOf({ endsAt: '2036-03-03T05:00:00Z' })).toBe('BAD_USER_INPUT')
    for (const id of ['nonsense', uuid()]) {
      expect(await codeOf({ resourceId: id })).toBe('NOT_FOUND')
      expect(await codeOf({ coverTherapistId: id })).toBe('NOT_FOUND')
    }
  })
})

describe('a plan', () => {
  it('is done as proposed when the time off is taken', async () => {
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

  it('covers, moves, cancels and leaves with one approval; what stays is flagged', async () => {
    const { desk, maya, leo } = await makeTuesday()
    const ines = await makeClient(database.db, desk.clinic.id, { name: 'Ines Roth' })
    const { appointment: third } = await desk.book({ startsAt: '2026-03-03T17:00:00Z', clientId: ines.id })
    const { appointment: fourth } = await desk.book({ startsAt: '2026-03-03T19:00:00Z', clientId: ines.id })
    const request = { ...desk.sick, coverTherapistId: desk.okafor.id }
    const { id } = (await desk.leave('requestTimeOff', request)).timeOff
    const plan = [
      { appointmentId: maya.id, expectedVersion: 1, kind: 'COVER' },
      { appointmentId: leo.id, expectedVersion: 1, kind: 'ANOTHER_TIME', startsAt: '2026-03-04T16:00:00Z' },
      { appointmentId: third.id, expectedVersion: 1, kind: 'CANCEL' },
      { appointmentId: fourth.id, expectedVersion: 1, kind: 'LEAVE' },
    ]
    const decision = { id, expectedVersion: 1, decision: 'APPROVE', plan }
    const { changed } = await desk.leave('decideTimeOff', decision)
    expect(changed).toMatchObject([
      { id: maya.id, startsAt: AT_10, therapist: { id: desk.okafor.id }, room: { id: desk.oak.id } },
      { id: leo.id, startsAt: '2026-03-04T16:00:00.000Z', therapist: { id: desk.chen.id }, room: { id: desk.elm.id } },
      { id: third.id, status: 'CANCELLED', cancellation: { reason: 'PROVIDER_ILL', cancelledBy: 'Test program' } },
    ])
    const flags = `query ($from: DateTime!, $to: DateTime!) { calendar(from: $from, to: $to) {
      appointments { id onTimeOff } } }`
    const { data } = await ask<{ calendar: { appointments: object[] } }>(app, desk.key, flags, DAY)
    expect(data.calendar.appointments).toEqual([
      { id: maya.id, onTimeOff: false },
      { id: fourth.id, onTimeOff: true },
    ])
  })

  it.each([
    ['VACATION', 'chen', 'PROVIDER_LEAVE'],
    ['SICK', 'chen', 'PROVIDER_ILL'],
    ['OTHER', 'oak', 'ADMINISTRATIVE'],
  ] as const)('for %s of %s cancels for the reason %s', async (reason, who, told) => {
    const { desk, maya } = await makeTuesday()
    const plan = [{ appointmentId: maya.id, expectedVersion: 1, kind: 'CANCEL' }]
    const { changed } = await desk.leave('takeTimeOff', { resourceId: desk[who].id, ...TUESDAY, reason, plan })
    expect(changed[0]?.cancellation?.reason).toBe(told)
  })

  it('lets one appointment take the place that another gives up', async () => {
    const desk = await makeLeaveDesk(app, database.db)
    const { appointment: first } = await desk.book({ startsAt: AT_10, roomId: desk.oak.id })
    const { appointment: second } = await desk.book({ startsAt: AT_11, roomId: desk.oak.id, clientId: desk.leo.id })
    const to = (id: string, startsAt: string) => ({ ...step(id), kind: 'ANOTHER_TIME', startsAt, roomId: desk.elm.id })
    const plan = [to(first.id, AT_11), to(second.id, AT_10)]
    const { changed } = await desk.leave('takeTimeOff', { ...desk.sick, resourceId: desk.oak.id, plan })
    expect(changed).toMatchObject([
      { id: first.id, startsAt: AT_11, room: { id: desk.elm.id } },
      { id: second.id, startsAt: AT_10, room: { id: desk.elm.id } },
    ])
  })
})

test('a slot held before somebody was taken ill can no longer be booked', async () => {
  const desk = await makeLeaveDesk(app, database.db)
  const send = async (mutation: string, type: string, fields: string, input: object) => {
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${fields}
      ... on BookingRefused { problems { code resource { id } } } } }`
    const { data } = await ask<Record<string, Record<string, unknown>>>(app, desk.key, query, { input })
    return data[mutation]!
  }
  const { clientId, ...slot } = desk.usual
  const held = await send('holdSlot', 'HoldSlotInput', '... on SlotHeld { hold { id } token }', slot)
  await desk.leave('takeTimeOff', desk.sick)
  const { id } = held.hold as { id: string }
  const confirmed = await send('confirmHold', 'ConfirmHoldInput', '', { id, token: held.token, clientId })
  expect(confirmed).toEqual({
    __typename: 'BookingRefused',
    problems: [{ code: 'ON_TIME_OFF', resource: { id: desk.chen.id } }],
  })
})

describe('a plan that can no longer be done', () => {
  it('is refused as a whole, with the problems of each appointment, and writes nothing', async () => {
    const { desk, maya, leo } = await makeTuesday()
    const ines = await makeClient(database.db, desk.clinic.id, { name: 'Ines Roth' })
    for (const startsAt of [AT_10, AT_11]) await desk.book({ startsAt, therapistId: desk.okafor.id, clientId: ines.id })
    const before = await clinicState(database, desk.clinic.id)
    const input = { ...desk.sick, coverTherapistId: desk.okafor.id, plan: [step(maya.id), step(leo.id)] }
    const refused = await desk.leave('takeTimeOff', input)
    expect(refused.__typename).toBe('TimeOffRefused')
    expect(refused.problems).toMatchObject([
      {
        ...{ code: 'THERAPIST_BUSY', path: ['input', 'plan', '0', 'therapistId'], resource: { id: desk.okafor.id } },
        ...{ startsAt: AT_10, endsAt: '2026-03-03T15:50:00.000Z', appointment: { id: maya.id } },
      },
      { code: 'THERAPIST_BUSY', path: ['input', 'plan', '1', 'therapistId'], appointment: { id: leo.id } },
    ])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('is refused when an appointment was changed since, is over, or stands elsewhere', async () => {
    const { desk, maya, leo } = await makeTuesday()
    const { appointment: elsewhere } = await desk.book({ startsAt: '2026-03-05T15:00:00Z' })
    await desk.send(MOVE, { id: maya.id, expectedVersion: 1, roomId: desk.elm.id })
    await desk.send(SET_STATUS, { id: leo.id, expectedVersion: 1, status: 'ARRIVED' })
    const before = await clinicState(database, desk.clinic.id)
    const plan = [step(maya.id), step(leo.id, { expectedVersion: 2 }), step(elsewhere.id)]
    const refused = await desk.leave('takeTimeOff', { ...desk.sick, coverTherapistId: desk.okafor.id, plan })
    expect(refused.problems.map((each) => [each.code, each.path, each.appointment?.id])).toEqual([
      ['STALE_VERSION', ['input', 'plan', '0', 'expectedVersion'], maya.id],
      ['TERMINAL_STATUS', ['input', 'plan', '1'], leo.id],
      ['INVALID_INTERVAL', ['input', 'plan', '2', 'appointmentId'], elsewhere.id],
    ])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('is refused when it would put two in one place, or one into the absence itself', async () => {
    const { desk, maya, leo } = await makeTuesday()
    const at = (id: string, startsAt: string) => ({ ...step(id), kind: 'ANOTHER_TIME', startsAt })
    const before = await clinicState(database, desk.clinic.id)
    const same = [at(maya.id, '2026-03-04T16:00:00Z'), at(leo.id, '2026-03-04T16:00:00Z')]
    const refused = await desk.leave('takeTimeOff', { ...desk.sick, plan: same })
    expect(refused.problems).toMatchObject([{ code: 'THERAPIST_BUSY', appointment: { id: leo.id } }])
    const within = await desk.leave('takeTimeOff', { ...desk.sick, plan: [at(maya.id, '2026-03-03T18:00:00Z')] })
    expect(within.problems).toMatchObject([
      { code: 'ON_TIME_OFF', resource: { id: desk.chen.id }, startsAt: '2026-03-03T05:00:00.000Z' },
    ])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('is refused as input that cannot be meant', async () => {
    const { desk, maya } = await makeTuesday()
    const codeOf = async (plan: object[], more: object = {}) =>
      (await desk.attempt('takeTimeOff', { ...desk.sick, plan, ...more })).errors?.[0]?.extensions
    const path = (...fields: string[]) => ({ code: 'BAD_USER_INPUT', path: ['input', 'plan', ...fields] })
    expect(await codeOf([step(maya.id)])).toEqual(path('0', 'therapistId'))
    expect(await codeOf([step(maya.id, { kind: 'ANOTHER_TIME' })])).toEqual(path('0', 'startsAt'))
    expect(await codeOf([step(maya.id, { therapistId: desk.okafor.id, startsAt: AT_11 })])).toEqual(
      path('0', 'startsAt'),
    )
    expect(await codeOf([step(maya.id), step(maya.id)])).toEqual(path())
    const { id } = (await desk.leave('requestTimeOff', desk.sick)).timeOff
    const denied = { id, expectedVersion: 1, decision: 'DENY', plan: [step(maya.id)] }
    expect((await desk.attempt('decideTimeOff', denied)).errors?.[0]?.extensions).toEqual(path())
  })
})

function step(id: string, more: object = {}) {
  return { appointmentId: id, expectedVersion: 1, kind: 'COVER', ...more }
}

function slotOf(startsAt: string, therapistId: string, roomId: string) {
  const endsAt = new Date(Date.parse(startsAt) + 50 * 60_000).toISOString()
  return { startsAt, endsAt, therapist: { id: therapistId }, room: { id: roomId } }
}
