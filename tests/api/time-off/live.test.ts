import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSocket, startApp, subscribe, type TestApp } from '../../support/app.ts'
import { DAY, MONDAY } from '../../support/desk.ts'
import { asInput, makeLeaveDesk, TUESDAY } from '../../support/leave.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

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

const CHANGED = `subscription ($from: DateTime!, $to: DateTime!, $after: String) {
  calendarChanged(from: $from, to: $to, after: $after) { removedId snapshotRequired upserted { __typename
    ... on TimeOff { id version timeOffStatus: status resource { id } coverTherapist { id } }
    ... on Appointment { id version therapist { id } } } } }`

interface Change {
  readonly removedId: string | null
  readonly upserted: Record<string, unknown> | null
}

/** An open calendar of that Tuesday. */
function openCalendar(proof: string) {
  const client = openSocket(app, proof)
  const heard = subscribe<{ calendarChanged: Change }>(client, CHANGED, { ...DAY, after: '0' })
  return {
    async next(): Promise<Change> {
      const { value } = await heard.next()
      return value!.calendarChanged
    },
    close: () => client.dispose(),
  }
}

test('open calendars see nothing of a request, then the approved time off, and see it go when it is withdrawn', async () => {
  const desk = await makeLeaveDesk(app, database.db)
  const calendar = openCalendar(desk.key)
  const wanted = { ...desk.sick, coverTherapistId: desk.okafor.id }
  const { id } = (await desk.leave('requestTimeOff', wanted)).timeOff
  const { appointment } = await desk.book({ therapistId: desk.okafor.id })
  expect(await calendar.next()).toMatchObject({ upserted: { __typename: 'Appointment', id: appointment.id } })
  await desk.leave('decideTimeOff', { id, expectedVersion: 1, decision: 'APPROVE' })
  expect(await calendar.next()).toMatchObject({
    removedId: null,
    upserted: {
      ...{ __typename: 'TimeOff', id, version: 2, timeOffStatus: 'APPROVED' },
      ...{ resource: { id: desk.chen.id }, coverTherapist: { id: desk.okafor.id } },
    },
  })
  await desk.leave('withdrawTimeOff', { id, expectedVersion: 2 })
  expect(await calendar.next()).toMatchObject({ removedId: id, upserted: null })
  await calendar.close()
})

test('open calendars see every appointment move with the approval, and back with its undo', async () => {
  const desk = await makeLeaveDesk(app, database.db)
  const calendar = openCalendar(desk.key)
  const { appointment: first } = await desk.book()
  const { appointment: second } = await desk.book({ startsAt: '2026-03-03T16:00:00Z', clientId: desk.leo.id })
  const absence = { resourceId: desk.chen.id, coverTherapistId: desk.okafor.id, ...TUESDAY }
  const [covered] = (await desk.plan(absence)).map(asInput)
  const plan = [covered, { appointmentId: second.id, expectedVersion: 1, kind: 'CANCEL' }]
  const { timeOff } = await desk.leave('takeTimeOff', { ...absence, reason: 'SICK', plan })
  const { id } = timeOff
  const shown = async () => {
    const { removedId, upserted } = await calendar.next()
    return removedId ?? [upserted?.id, upserted?.version]
  }
  expect([await shown(), await shown()]).toEqual([
    [first.id, 1],
    [second.id, 1],
  ])
  expect([await shown(), await shown(), await shown()]).toEqual([[id, 1], [first.id, 2], second.id])
  await desk.leave('undoTimeOff', { id, expectedVersion: 1 })
  expect([await shown(), await shown(), await shown()]).toEqual([id, [first.id, 3], [second.id, 3]])
  await calendar.close()
})
