import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { MONDAY } from '../../support/desk.ts'
import { makeLeaveDesk } from '../../support/leave.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makeClient } from '../../support/world.ts'

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase({ max: 20 })
  app = await startApp(database, { now: () => MONDAY })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const CROWD = 8

function repeat<T>(times: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => work(index)))
}

test('of many who decide one request at once, one does; the others are told that it changed', async () => {
  const desk = await makeLeaveDesk(app, database.db)
  const { id } = (await desk.leave('requestTimeOff', desk.sick)).timeOff
  const decisions = await repeat(CROWD, (index) =>
    desk.leave('decideTimeOff', { id, expectedVersion: 1, decision: index % 2 ? 'APPROVE' : 'DENY' }),
  )
  const refused = decisions.filter((each) => each.__typename === 'TimeOffRefused')
  expect(refused).toHaveLength(CROWD - 1)
  for (const { problems } of refused) expect(problems.map((each) => each.code)).toEqual(['STALE_VERSION'])
})

test('of many who take the same time off, one does', async () => {
  const desk = await makeLeaveDesk(app, database.db)
  const taken = await repeat(CROWD, () => desk.leave('takeTimeOff', desk.sick))
  expect(taken.filter((each) => each.__typename === 'TimeOffDecided')).toHaveLength(1)
  for (const { problems = [] } of taken) expect(problems.every((each) => each.code === 'ON_TIME_OFF')).toBe(true)
})

test('a booking that races an approval stands before it, or is refused', async () => {
  const desk = await makeLeaveDesk(app, database.db)
  for (const day of ['09', '10', '11', '12', '13']) {
    const startsAt = `2026-03-${day}T16:00:00Z`
    const away = { startsAt: `2026-03-${day}T10:00:00Z`, endsAt: `2026-03-${day}T22:00:00Z` }
    const [taken, booked] = await Promise.all([
      desk.leave('takeTimeOff', { ...desk.sick, ...away }),
      desk.book({ startsAt, clientId: desk.leo.id }),
    ])
    expect(taken.__typename).toBe('TimeOffDecided')
    if (booked.__typename !== 'AppointmentBooked')
      expect(booked.problems.map((each) => each.code)).toEqual(['ON_TIME_OFF'])
  }
  const unseen = `select a.id from appointments a join changes b on b.item_id = a.id and b.action = 'book appointment'
    join time_off o on o.starts_at < a.ends_at and o.ends_at > a.starts_at
    join changes t on t.item_id = o.id where a.clinic_id = $1 and b.seq > t.seq`
  expect(await rowsOf(database, desk.clinic.id, unseen)).toEqual([])
})

test('two absences whose appointments go to one therapist at once put no two in one place, and neither waits forever', async () => {
  const desk = await makeLeaveDesk(app, database.db)
  const ines = await makeClient(database.db, desk.clinic.id, { name: 'Ines Roth' })
  const [wednesday, thursday] = ['2026-03-04T16:00:00Z', '2026-03-05T16:00:00Z']
  const { appointment: one } = await desk.book({ startsAt: wednesday, roomId: desk.oak.id, clientId: desk.leo.id })
  const { appointment: two } = await desk.book({
    ...{ startsAt: thursday, therapistId: desk.okafor.id, roomId: desk.elm.id, clientId: ines.id },
  })
  const place = { startsAt: '2026-03-06T16:00:00Z', expectedVersion: 1, kind: 'ANOTHER_TIME', roomId: desk.oak.id }
  const off = (resourceId: string, startsAt: string, plan: object[]) =>
    desk.leave('takeTimeOff', {
      ...{ resourceId, reason: 'SICK', plan, startsAt, endsAt: startsAt.replace('16:00', '17:00') },
    })
  const results = await Promise.all([
    off(desk.chen.id, wednesday, [{ ...place, appointmentId: one.id, therapistId: desk.okafor.id }]),
    off(desk.okafor.id, thursday, [{ ...place, appointmentId: two.id, therapistId: desk.chen.id }]),
  ])
  const refused = results.filter((each) => each.__typename === 'TimeOffRefused')
  expect(refused.map((each) => each.problems.map((problem) => problem.code))).toEqual([['ROOM_BUSY']])
})

test('a plan that races bookings of its places is done whole, or not at all', async () => {
  const desk = await makeLeaveDesk(app, database.db)
  const { appointment: first } = await desk.book({ startsAt: '2026-03-03T15:00:00Z' })
  const { appointment: second } = await desk.book({ startsAt: '2026-03-03T16:00:00Z', clientId: desk.leo.id })
  const ines = await makeClient(database.db, desk.clinic.id, { name: 'Ines Roth' })
  const plan = [first, second].map(({ id }) => ({ appointmentId: id, expectedVersion: 1, kind: 'COVER' }))
  const rival = { therapistId: desk.okafor.id, clientId: ines.id, startsAt: '2026-03-03T16:00:00Z' }
  const [taken, booked] = await Promise.all([
    desk.leave('takeTimeOff', { ...desk.sick, coverTherapistId: desk.okafor.id, plan }),
    desk.book(rival),
  ])
  const { appointments } = await desk.calendar()
  const covered = appointments.filter((each) => each.therapist.id === desk.okafor.id && each.client.id !== ines.id)
  const isDone = taken.__typename === 'TimeOffDecided'
  expect(covered).toHaveLength(isDone ? 2 : 0)
  expect(booked.__typename).toBe(isDone ? 'BookingRefused' : 'AppointmentBooked')
})
