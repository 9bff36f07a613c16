import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, startApp, type TestApp } from '../support/app.ts'
import { BOOK, MONDAY, MOVE, makeDesk, type Result } from '../support/desk.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { rowsOf } from '../support/rows.ts'
import { makeClient } from '../support/world.ts'

const WRITERS = 64

let database: TestDatabase
let apps: TestApp[]
beforeAll(async () => {
  database = await testDatabase({ max: 40 })
  apps = [await startApp(database, { now: () => MONDAY }), await startApp(database, { now: () => MONDAY })]
})
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()))
  await database.close()
})

type Desk = Awaited<ReturnType<typeof makeDesk>>

async function makeCrowd(desk: Desk): Promise<string[]> {
  const clients = Array.from({ length: WRITERS }, (_, index) =>
    makeClient(database.db, desk.clinic.id, { name: `Client ${index}` }),
  )
  return (await Promise.all(clients)).map((client) => client.id)
}

/** Every pair of appointments that takes one resource at one time: there must be none among those that stand. */
async function expectNoDoubleBooking(clinicId: string, standing: number): Promise<void> {
  const taken = await rowsOf<{ id: string; resource_id: string; starts_at: Date; ends_at: Date }>(
    database,
    clinicId,
    `select id, unnest(array_remove(array[therapist_id, room_id], null)) as resource_id, starts_at, ends_at
     from appointments where clinic_id = $1 and status = 'booked'`,
  )
  expect(new Set(taken.map((each) => each.id)).size).toBe(standing)
  const clashes = taken.flatMap((a) =>
    taken.filter(
      (b) => a.id < b.id && a.resource_id === b.resource_id && a.starts_at < b.ends_at && b.starts_at < a.ends_at,
    ),
  )
  expect(clashes).toEqual([])
}

describe(`a storm of ${WRITERS} writers through two processes`, () => {
  it('lets one of them have the one slot that all want', async () => {
    const desk = await makeDesk(apps[0]!, database.db)
    const crowd = await makeCrowd(desk)
    const results = await Promise.all(crowd.map((clientId) => desk.book({ clientId, roomId: desk.oak.id })))
    expect(results.filter((each) => each.__typename === 'AppointmentBooked')).toHaveLength(1)
    for (const loser of results.filter((each) => each.__typename === 'BookingRefused')) {
      expect(loser.problems[0]?.code).toBe('THERAPIST_BUSY')
      expect(loser.alternatives.length).toBeGreaterThanOrEqual(2)
    }
    await expectNoDoubleBooking(desk.clinic.id, 1)
  })

  it('keeps overlapping slots of unequal length apart, the resources named in any order', async () => {
    const desk = await makeDesk(apps[0]!, database.db)
    const elsewhere = throughSecond(desk)
    const crowd = await makeCrowd(desk)
    const therapists = [desk.chen.id, desk.okafor.id]
    const rooms = [desk.oak.id, desk.elm.id]
    const results = await Promise.all(
      crowd.map((clientId, index) => {
        const start = Date.parse('2026-03-03T14:00:00Z') + (index % 16) * 15 * 60_000
        const end = start + (15 + (index % 5) * 15) * 60_000
        const book = index % 2 ? desk.book : elsewhere
        return book({
          clientId,
          therapistId: therapists[index % 2],
          roomId: rooms[(index >> 1) % 2],
          startsAt: new Date(start).toISOString(),
          endsAt: new Date(end).toISOString(),
        })
      }),
    )
    const booked = results.filter((each) => each.__typename === 'AppointmentBooked')
    expect(booked.length).toBeGreaterThan(4)
    await expectNoDoubleBooking(desk.clinic.id, booked.length)
  })

  it('moves cards over each other without a deadlock that anybody sees', async () => {
    const desk = await makeDesk(apps[0]!, database.db)
    const crowd = await makeCrowd(desk)
    const one = (await desk.book({ roomId: desk.oak.id })).appointment
    const two = (await desk.book({ clientId: desk.leo.id, therapistId: desk.okafor.id, roomId: desk.elm.id }))
      .appointment
    const moves = crowd.map((_, index) => {
      const card = index % 2 ? one : two
      return desk.send(MOVE, {
        id: card.id,
        expectedVersion: 1,
        therapistId: index % 3 ? desk.chen.id : desk.okafor.id,
        roomId: index % 2 ? desk.elm.id : desk.oak.id,
        startsAt: new Date(Date.parse('2026-03-03T17:00:00Z') + (index % 4) * 3_600_000).toISOString(),
      })
    })
    const results = await Promise.all(moves)
    const moved = results.filter((each) => each.__typename === 'AppointmentMoved')
    expect(moved.length).toBeLessThanOrEqual(2)
    await expectNoDoubleBooking(desk.clinic.id, 2)
  })
})

/** The same desk, whose requests go to the second process. */
function throughSecond(desk: Desk): Desk['book'] {
  return async (change = {}) => {
    const input = { ...desk.usual, ...change }
    const { data } = await ask<Record<string, Result>>(apps[1]!, desk.key, BOOK, { input })
    return Object.values(data)[0]!
  }
}
