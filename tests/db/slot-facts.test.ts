import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import { insertAppointment, insertOccupancies } from '../../db/queries/appointments.ts'
import { getBookingFacts } from '../../db/queries/booking-facts.ts'
import { insertHold } from '../../db/queries/holds.ts'
import { readSlotFacts } from '../../db/queries/slot-facts.ts'
import { type Instant, MINUTE } from '../../domain/interval.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { makeClient, makeClinic, makeRoom, makeTherapist, makeType } from '../support/world.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// Two days before the clocks of New York go forward.
const friday = Date.parse('2026-03-06T15:00:00.250Z')
const window = { start: friday - DAY, end: friday + 7 * DAY }
const now = friday - 2 * DAY

interface Taking {
  readonly at: Instant
  readonly minutes?: number
  readonly before?: number
  readonly after?: number
  readonly lane?: number
  readonly typeId?: string
}

/** A therapist, a room and a client, and ways to take their time past the rules. */
async function makeBook() {
  const { db } = database
  const clinic = await makeClinic(db)
  const [therapist, room, client, type] = [
    await makeTherapist(db, clinic.id),
    await makeRoom(db, clinic.id),
    await makeClient(db, clinic.id),
    await makeType(db, clinic.id),
  ]
  const taking = ({ at, minutes = 50, before = 0, after = 0, typeId = type.id }: Taking) => ({
    ...{ id: uuid(), clientId: client.id, therapistId: therapist.id, roomId: room.id, typeId },
    ...{ startsAt: at, endsAt: at + minutes * MINUTE, bufferBeforeMinutes: before, bufferAfterMinutes: after },
  })
  const book = async (given: Taking) => {
    const noted = { notes: null, confirmedAt: null, overriddenRules: [], overrideReason: null }
    const row = { ...taking(given), ...noted, status: 'booked' as const, lane: given.lane ?? 0 }
    await inClinic(db, clinic.id, async (trx) => {
      await insertAppointment(trx, clinic.id, { ...row, seriesId: null, originalStartsAt: null }, now)
      await insertOccupancies(trx, clinic.id, [row])
    })
    return row.id
  }
  const hold = async (given: Taking & { expiresAt: Instant }) => {
    const heldBy = { kind: 'member' as const, id: uuid(), name: 'Rosa Quinn' }
    const kept = { version: 1, status: 'held' as const, extended: false, expiresAt: given.expiresAt, heldBy }
    const row = { ...taking(given), ...kept, owner: 'desk', tokenHash: Buffer.of(1) }
    await inClinic(db, clinic.id, (trx) => insertHold(trx, clinic.id, row, now))
    return row.id
  }
  const asked = { clientId: client.id, typeId: type.id, window, now }
  const ids = [therapist.id, room.id]
  const load = (leaving?: readonly string[]) =>
    inClinic(db, clinic.id, async (trx) => {
      const wanted = { ...asked, leaving: leaving && new Set(leaving) }
      const { bookable } = await readSlotFacts(trx, clinic.id, wanted)
      return ids.map((id) => bookable.get(id)!.busy)
    })
  const loadForBooking = () =>
    inClinic(db, clinic.id, async (trx) => {
      const { bookable } = await getBookingFacts(trx, clinic.id, { ...asked, resourceIds: ids })
      return ids.map((id) => bookable.get(id)!.busy)
    })
  const limit = () => inClinic(db, clinic.id, (trx) => sql`update appointment_types set daily_limit = 3`.execute(trx))
  return { book, hold, load, loadForBooking, limit, type, otherType: await makeType(db, clinic.id) }
}

describe('what slots are found from', () => {
  test('is taken when a booking finds it taken, with the same minutes kept free beside it', async () => {
    const { book, hold, load, loadForBooking } = await makeBook()
    await book({ at: friday })
    await book({ at: friday, minutes: 25, after: 15, lane: 1 })
    await book({ at: friday + 2 * HOUR, before: 5, after: 120 })
    await book({ at: friday + 3 * DAY + 333, minutes: 15, before: 120 })
    await book({ at: friday + 5 * DAY, minutes: 24 * 60 })
    await hold({ at: friday + 4 * HOUR, after: 10, expiresAt: now + MINUTE })
    await hold({ at: friday + 6 * HOUR, expiresAt: now })
    const told = (busy: Awaited<ReturnType<typeof load>>) =>
      busy.map((each) =>
        each
          .map(({ start, end, bufferBeforeMinutes, bufferAfterMinutes }) =>
            [start, end, bufferBeforeMinutes, bufferAfterMinutes].join(' '),
          )
          .sort(),
      )
    const found = await load()
    expect(told(found)).toEqual(told(await loadForBooking()))
    expect(found.map((each) => each.length)).toEqual([6, 6])
    for (const each of found) expect(each).toEqual(each.toSorted((a, b) => a.start - b.start))
  })

  test('tells what is of the type where a therapist takes only so many of it a day', async () => {
    const { book, hold, load, limit, type, otherType } = await makeBook()
    await book({ at: friday })
    await book({ at: friday + HOUR, typeId: otherType.id })
    await hold({ at: friday + 2 * HOUR, expiresAt: now + MINUTE })
    await book({ at: friday + 3 * HOUR })
    await limit()
    const [ofTherapist] = await load()
    expect(ofTherapist!.map((each) => each.typeId === type.id)).toEqual([true, false, true, true])
  })

  test('names what is about to leave its place, and only that', async () => {
    const { book, hold, load, type } = await makeBook()
    await book({ at: friday })
    const leaving = await book({ at: friday + HOUR, before: 5, after: 10 })
    const held = await hold({ at: friday + 2 * HOUR, expiresAt: now + MINUTE })
    await book({ at: friday + 3 * HOUR })
    for (const busy of await load([leaving, held])) {
      expect(busy.map((each) => each.appointmentId ?? each.holdId)).toEqual([undefined, leaving, held, undefined])
      const kept = { bufferBeforeMinutes: 5, bufferAfterMinutes: 10 }
      expect(busy[1]).toMatchObject({
        start: friday + HOUR,
        end: friday + HOUR + 50 * MINUTE,
        typeId: type.id,
        ...kept,
      })
    }
  })
})
