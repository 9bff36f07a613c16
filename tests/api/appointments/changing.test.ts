import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, startApp, type TestApp } from '../../support/app.ts'
import { CANCEL, MONDAY, MOVE, makeDesk, SET_STATUS, SWAP } from '../../support/desk.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'

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

const codes = (result: { problems: { code: string }[] }) => result.problems.map((each) => each.code)

describe('moving', () => {
  it('changes time, therapist and room in one gesture and keeps the length', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book({ roomId: desk.oak.id })
    const moved = await desk.send(MOVE, {
      id: appointment.id,
      expectedVersion: 1,
      startsAt: '2026-03-04T16:00:00Z',
      therapistId: desk.okafor.id,
      roomId: desk.elm.id,
    })
    expect(moved.appointment).toMatchObject({
      version: 2,
      startsAt: '2026-03-04T16:00:00.000Z',
      endsAt: '2026-03-04T16:50:00.000Z',
      therapist: { id: desk.okafor.id },
      room: { id: desk.elm.id },
    })
    const inItsOldPlace = await desk.book({ roomId: desk.oak.id })
    expect(inItsOldPlace.__typename).toBe('AppointmentBooked')
  })

  it('keeps the room when it is left out and takes none when it is null', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book({ roomId: desk.oak.id })
    const kept = await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T16:00:00Z' })
    expect(kept.appointment.room).toEqual({ id: desk.oak.id })
    const left = await desk.send(MOVE, { id: appointment.id, expectedVersion: 2, roomId: null })
    expect(left.appointment.room).toBeNull()
  })

  it('may overlap its own old place', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book({ roomId: desk.oak.id })
    const moved = await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T15:15:00Z' })
    expect(moved.__typename).toBe('AppointmentMoved')
  })

  it('refuses a move made from an older version, and says who was first', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T16:00:00Z' })
    const stale = await desk.send(MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T17:00:00Z' })
    expect(codes(stale)).toEqual(['STALE_VERSION'])
    expect(stale.problems[0]?.message).toBe(
      "Maya Alvarez's appointment was changed by Test program at 8:00 AM after you saw it.",
    )
  })

  it('refuses to move an appointment whose client has arrived', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    await desk.send(SET_STATUS, { id: appointment.id, expectedVersion: 1, status: 'ARRIVED' })
    const moved = await desk.send(MOVE, { id: appointment.id, expectedVersion: 2, startsAt: '2026-03-03T16:00:00Z' })
    expect(codes(moved)).toEqual(['TERMINAL_STATUS'])
  })

  it('asks the client again when the time changes, not when only the room does', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    await desk.send(SET_STATUS, { id: appointment.id, expectedVersion: 1, confirmed: true })
    const room = await desk.send(MOVE, { id: appointment.id, expectedVersion: 2, roomId: desk.oak.id })
    expect(room.appointment.confirmedAt).not.toBeNull()
    const time = await desk.send(MOVE, { id: appointment.id, expectedVersion: 3, startsAt: '2026-03-03T16:00:00Z' })
    expect(time.appointment.confirmedAt).toBeNull()
  })

  it('is the same move when it is repeated', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    const input = { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T16:00:00Z', clientMutationId: 'm' }
    const [first, second] = [await desk.send(MOVE, input), await desk.send(MOVE, input)]
    expect(second).toEqual(first)
    expect(second.appointment.version).toBe(2)
  })
})

describe('swapping', () => {
  it('lets two appointments change places in one transaction', async () => {
    const desk = await makeDesk(app, database.db)
    const one = await desk.book({ roomId: desk.oak.id })
    const two = await desk.book({ clientId: desk.leo.id, therapistId: desk.okafor.id, roomId: desk.elm.id })
    const { appointments } = await desk.send(SWAP, {
      firstId: one.appointment.id,
      firstExpectedVersion: 1,
      secondId: two.appointment.id,
      secondExpectedVersion: 1,
    })
    expect(appointments[0]).toMatchObject({ therapist: { id: desk.okafor.id }, room: { id: desk.elm.id }, version: 2 })
    expect(appointments[1]).toMatchObject({ therapist: { id: desk.chen.id }, room: { id: desk.oak.id }, version: 2 })
  })

  it('refuses when the longer one would run into the shorter', async () => {
    const desk = await makeDesk(app, database.db)
    const short = await desk.book({ endsAt: '2026-03-03T15:30:00Z' })
    const long = await desk.book({
      clientId: desk.leo.id,
      startsAt: '2026-03-03T15:45:00Z',
      endsAt: '2026-03-03T17:15:00Z',
    })
    const swapped = await desk.send(SWAP, {
      firstId: short.appointment.id,
      firstExpectedVersion: 1,
      secondId: long.appointment.id,
      secondExpectedVersion: 1,
    })
    expect(codes(swapped)).toContain('THERAPIST_BUSY')
  })
})

describe('cancelling', () => {
  it('frees the resources, keeps the reason, and takes the first session back', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book({ roomId: desk.oak.id })
    const cancelled = await desk.send(CANCEL, {
      id: appointment.id,
      expectedVersion: 1,
      reason: 'CLIENT_ILL',
      note: 'flu',
    })
    expect(cancelled.appointment).toMatchObject({
      status: 'CANCELLED',
      cancellation: { reason: 'CLIENT_ILL', note: 'flu', cancelledBy: 'Test program' },
    })
    expect((await desk.calendar()).appointments).toEqual([])
    const again = await desk.book({ roomId: desk.oak.id })
    expect(again.__typename).toBe('AppointmentBooked')
  })

  it('is final', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    await desk.send(CANCEL, { id: appointment.id, expectedVersion: 1, reason: 'CLIENT' })
    for (const [query, change] of [
      [CANCEL, { reason: 'CLIENT' }],
      [MOVE, { startsAt: '2026-03-03T16:00:00Z' }],
      [SET_STATUS, { status: 'BOOKED' }],
    ] as const)
      expect(codes(await desk.send(query, { id: appointment.id, expectedVersion: 2, ...change }))).toEqual([
        'TERMINAL_STATUS',
      ])
  })
})

describe('the status', () => {
  it('goes from booked to arrived to fulfilled, and no further', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    const { id } = appointment
    await desk.send(SET_STATUS, { id, expectedVersion: 1, status: 'ARRIVED' })
    const done = await desk.send(SET_STATUS, { id, expectedVersion: 2, status: 'FULFILLED' })
    expect(done.appointment.status).toBe('FULFILLED')
    expect(codes(await desk.send(SET_STATUS, { id, expectedVersion: 3, status: 'BOOKED' }))).toEqual([
      'TERMINAL_STATUS',
    ])
  })

  it('frees the time of a client who did not come', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    await desk.send(SET_STATUS, { id: appointment.id, expectedVersion: 1, status: 'NOSHOW' })
    expect((await desk.calendar()).appointments[0]?.status).toBe('NOSHOW')
    expect((await desk.book({ clientId: desk.leo.id })).__typename).toBe('AppointmentBooked')
  })

  it('is never set to cancelled without a reason', async () => {
    const desk = await makeDesk(app, database.db)
    const { appointment } = await desk.book()
    const { errors } = await ask(app, desk.key, SET_STATUS, {
      input: { id: appointment.id, expectedVersion: 1, status: 'CANCELLED' },
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['input', 'status'] })
  })
})

it('answers every change of another clinic’s appointment as if it were missing', async () => {
  const [ours, theirs] = [await makeDesk(app, database.db), await makeDesk(app, database.db)]
  const { appointment } = await theirs.book()
  const mine = (await ours.book()).appointment
  const asks: [string, Record<string, unknown>][] = [
    [MOVE, { id: appointment.id, expectedVersion: 1, startsAt: '2026-03-03T16:00:00Z' }],
    [CANCEL, { id: appointment.id, expectedVersion: 1, reason: 'CLIENT' }],
    [SET_STATUS, { id: appointment.id, expectedVersion: 1, status: 'ARRIVED' }],
    [SWAP, { firstId: mine.id, firstExpectedVersion: 1, secondId: appointment.id, secondExpectedVersion: 1 }],
    [MOVE, { id: mine.id, expectedVersion: 1, therapistId: theirs.okafor.id }],
    [MOVE, { id: mine.id, expectedVersion: 1, roomId: theirs.oak.id }],
  ]
  for (const [query, input] of asks) {
    const { errors } = await ask(app, ours.key, query, { input })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  }
  const one = await ask<{ appointment: unknown }>(app, ours.key, `{ appointment(id: "${appointment.id}") { id } }`)
  expect(one.data.appointment).toBeNull()
  expect((await theirs.calendar()).appointments[0]).toMatchObject({ version: 1, status: 'BOOKED' })
  const rows = await rowsOf(
    database,
    ours.clinic.id,
    `select action from audit_entries where clinic_id = $1 and action like '%not found' order by seq`,
  )
  expect(rows.map((row) => row.action)).toEqual([
    'moveAppointment: not found',
    'cancelAppointment: not found',
    'setAppointmentStatus: not found',
    'swapAppointments: not found',
    'moveAppointment: not found',
    'moveAppointment: not found',
    'appointment: not found',
  ])
})
