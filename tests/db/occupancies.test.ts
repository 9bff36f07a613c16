import { afterAll, beforeAll, expect, test } from 'vitest'
import { constraints, isExclusionViolation } from '../../db/constraints.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { makeAppointment, makeClient, makeClinic, makeRoom, makeTherapist, makeType } from '../support/world.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(() => database.close())

async function makeBook() {
  const { db } = database
  const clinic = await makeClinic(db)
  const [client, type, room] = await Promise.all([
    makeClient(db, clinic.id),
    makeType(db, clinic.id),
    makeRoom(db, clinic.id),
  ])
  const people = { clientId: client.id, typeId: type.id, roomId: room.id }
  const therapists = [await makeTherapist(db, clinic.id), await makeTherapist(db, clinic.id)] as const
  const book = (therapist: 0 | 1, from: string, to: string) =>
    makeAppointment(db, clinic.id, {
      ...people,
      therapistId: therapists[therapist].id,
      startsAt: new Date(`2026-03-10T${from}Z`),
      endsAt: new Date(`2026-03-10T${to}Z`),
    })
  return { clinic, book }
}

test('one resource is never taken twice at a time, whichever of the resources it is', async () => {
  const { book } = await makeBook()
  await book(0, '14:00', '15:00')
  const error = await book(1, '14:59', '15:30').catch((reason: unknown) => reason)
  expect(isExclusionViolation(error, constraints.occupanciesNoOverlap)).toBe(true)
})

test('appointments that touch stand side by side', async () => {
  const { book } = await makeBook()
  await book(0, '14:00', '15:00')
  await book(0, '15:00', '16:00')
  await book(1, '13:00', '14:00')
})

// Two, not more: without the locks that actions take first, writers wait on each other until a deadlock is found, a second each.
test('of two who want one slot at once exactly one gets it', async () => {
  const { book } = await makeBook()
  for (const hour of ['09', '10', '11', '12']) {
    const attempts = await Promise.allSettled([1, 2].map(() => book(0, `${hour}:00`, `${hour}:50`)))
    const refused = attempts.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toHaveLength(1)
    expect(isExclusionViolation(refused[0], constraints.occupanciesNoOverlap)).toBe(true)
  }
})

test('two clinics take the same hour without meeting', async () => {
  const [here, there] = [await makeBook(), await makeBook()]
  await here.book(0, '14:00', '15:00')
  await there.book(0, '14:00', '15:00')
})
