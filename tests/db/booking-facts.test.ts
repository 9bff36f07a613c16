import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inClinic } from '../../db/connect.ts'
import { getBookingFacts, type WantedTime } from '../../db/queries/booking-facts.ts'
import { MINUTE } from '../../domain/interval.ts'
import { instantOf } from '../../domain/zone.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { makeAppointment, makeClient, makeClinic, makeTherapist, makeType } from '../support/world.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const HOUR = 60 * MINUTE

/** A clinic in that zone, with appointments of ten minutes at those times; and what is loaded for noon of the date. */
async function loadedAtNoon(zone: string, date: string, times: readonly (readonly [string, string])[]) {
  const { db } = database
  const clinic = await makeClinic(db, { zone })
  const therapist = await makeTherapist(db, clinic.id)
  const client = await makeClient(db, clinic.id)
  const type = await makeType(db, clinic.id)
  const names = { clientId: client.id, therapistId: therapist.id, typeId: type.id }
  for (const [on, time] of times) {
    const start = instantOf(on, time, zone)
    const interval = { startsAt: new Date(start), endsAt: new Date(start + 10 * MINUTE) }
    await makeAppointment(db, clinic.id, { ...names, ...interval })
  }
  const noon = instantOf(date, '12:00', zone)
  const load = (place?: WantedTime) =>
    inClinic(db, clinic.id, async (trx) => {
      const facts = await getBookingFacts(trx, clinic.id, {
        ...{ clientId: client.id, typeId: type.id, resourceIds: [therapist.id], now: noon },
        window: { start: noon - HOUR, end: noon + HOUR },
        day: noon,
        ...(place && { place }),
      })
      return facts.bookable.get(therapist.id)!.busy.map((each) => each.start)
    })
  const limit = (statement: string) => inClinic(db, clinic.id, (trx) => sql.raw(statement).execute(trx))
  return {
    load,
    limit,
    noon,
    instantsOf: (wanted: typeof times) => wanted.map(([on, time]) => instantOf(on, time, zone)),
  }
}

describe('what a booking is decided from', () => {
  test.each([
    ['on any day', 'America/New_York', '2026-03-03', '2026-03-02', '2026-03-04'],
    ['on a day of 23 hours', 'America/New_York', '2026-03-08', '2026-03-07', '2026-03-09'],
    ['on a day of 25 hours', 'America/New_York', '2026-11-01', '2026-10-31', '2026-11-02'],
    ['on a day of 23 and a half', 'Australia/Lord_Howe', '2026-10-04', '2026-10-03', '2026-10-05'],
    ['on a day of 24 and a half', 'Australia/Lord_Howe', '2026-04-05', '2026-04-04', '2026-04-06'],
    ['on a day that begins at one', 'Africa/Cairo', '2026-04-24', '2026-04-23', '2026-04-25'],
  ])('reaches over the whole date where it has a limit, %s', async (_, zone, date, before, after) => {
    const onDate = [
      [date, '01:00'],
      [date, '12:00'],
      [date, '23:50'],
    ] as const
    const others = [
      [before, '23:50'],
      [after, '00:00'],
    ] as const
    const { load, limit, instantsOf } = await loadedAtNoon(zone, date, [...others, ...onDate])
    expect(await load()).toEqual(instantsOf([[date, '12:00']]))
    await limit('update appointment_types set daily_limit = 3')
    expect(await load()).toEqual(instantsOf(onDate))
  })

  test('reaches over the whole date where a block takes only so many', async () => {
    const times = [
      ['2026-03-03', '09:00'],
      ['2026-03-03', '16:00'],
    ] as const
    const { load, limit, instantsOf } = await loadedAtNoon('America/New_York', '2026-03-03', times)
    expect(await load()).toEqual([])
    await limit('update weekly_hours set most_appointments = 5')
    expect(await load()).toEqual(instantsOf(times))
  })

  test('leaves out what keeps its distance from where something is to stand', async () => {
    const at = (...times: readonly string[]) => times.map((time) => ['2026-03-03', time] as const)
    const times = at('11:30', '11:50', '12:30', '12:40')
    const { load, limit, noon, instantsOf } = await loadedAtNoon('America/New_York', '2026-03-03', times)
    for (const table of ['appointment_types', 'occupancies'])
      await limit(`update ${table} set buffer_before_minutes = 0, buffer_after_minutes = 0`)
    const half = { startsAt: noon, endsAt: noon + 30 * MINUTE }
    expect(await load(half)).toEqual([])
    expect(await load({ ...half, bufferBeforeMinutes: 1 })).toEqual(instantsOf(at('11:50')))
    expect(await load({ ...half, bufferAfterMinutes: 11 })).toEqual(instantsOf(at('12:30', '12:40')))
    await limit('update appointment_types set minutes = 35, buffer_before_minutes = 21')
    expect(await load({ startsAt: noon })).toEqual(instantsOf(at('11:30', '11:50', '12:30')))
    await limit('update appointment_types set minutes = 30, buffer_before_minutes = 0')
    await limit('update occupancies set buffer_before_minutes = 11')
    expect(await load({ startsAt: noon })).toEqual(instantsOf(at('12:30', '12:40')))
    await limit('update occupancies set buffer_before_minutes = 0, buffer_after_minutes = 1')
    expect(await load({ startsAt: noon })).toEqual(instantsOf(at('11:50')))
  })
})
