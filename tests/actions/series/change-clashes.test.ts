import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeSeries } from '../../../actions/change-series.ts'
import { bookedSeries, changed } from '../../support/booked-series.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { at, makeSeriesDesk, outcomes, spell } from '../../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const { makeBooked, rowsIn } = bookedSeries(() => database)

describe('a change that finds places taken', () => {
  const threeO = at('2026-10-20T19:00Z')

  it('is refused whole, with a report and the nearest alternative, and writes nothing', async () => {
    const desk = await makeBooked()
    await desk.take('2026-11-17T20:00Z')
    const before = await clinicState(database, desk.clinic.id)
    const result = await desk.change(0, { startsAt: threeO })
    if (result.kind !== 'series-refused') throw new Error('it was changed')
    expect(result.occurrences.map((each) => each.outcome).indexOf('clash')).toBe(4)
    expect(result.occurrences[4]!.alternative).not.toBeNull()
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('leaves those where they are when they are to be skipped', async () => {
    const desk = await makeBooked()
    await desk.take('2026-11-17T20:00Z', 40)
    const result = changed(await desk.change(0, { startsAt: threeO, policy: 'skip_clashes' }))
    expect(outcomes(result)[4]).toBe('2026-11-17T20:00 skipped')
    expect((await rowsIn(desk))[4]).toMatchObject({ starts: '11-17 16:00', original: '11-17 15:00' })
  })

  it('takes the nearest alternative when asked to', async () => {
    const desk = await makeBooked()
    await desk.take('2026-11-17T20:00Z', 30)
    const result = changed(await desk.change(0, { startsAt: threeO, policy: 'nearest_alternative' }))
    expect(result.occurrences[4]).toMatchObject({ outcome: 'moved', startsAt: at('2026-11-17T20:30Z') })
  })

  it('rehearsed it reports and writes nothing', async () => {
    const desk = await makeBooked()
    const before = await clinicState(database, desk.clinic.id)
    const rehearsed = changed(await desk.change(0, { startsAt: threeO, validateOnly: true }))
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
    const done = changed(await desk.change(0, { startsAt: threeO }))
    expect(outcomes(rehearsed)).toEqual(outcomes(done))
  })

  it('finds no two on one resource at one time afterwards', async () => {
    const desk = await makeBooked()
    await Promise.all([
      desk.change(2, { scope: 'this_and_following', startsAt: at('2026-11-03T20:00Z') }),
      desk.change(0, { startsAt: at('2026-10-20T19:30Z') }),
      desk.book({ clientId: desk.leo.id, startsAt: at('2026-10-20T19:00Z') }),
    ])
    const rows = await rowsOf(
      database,
      desk.clinic.id,
      `select 1 from occupancies a join occupancies b using (clinic_id, resource_id)
       where a.clinic_id = $1 and a.during && b.during and a.appointment_id < b.appointment_id`,
    )
    expect(rows).toEqual([])
  })
})

describe('a series that cannot be shifted', () => {
  it.each([
    ['FREQ=MONTHLY;BYDAY=3TU;COUNT=3', DAY],
    ['FREQ=MONTHLY;COUNT=2', DAY],
  ])('%s to another day is refused in words', async (rrule, shift) => {
    const desk = await makeSeriesDesk(database)
    const { occurrences } = await desk.booked({ rrule })
    const { id, startsAt } = occurrences[0]!.appointment!
    const input = { appointmentId: id, expectedVersion: 1, scope: 'all' as const, startsAt: startsAt + shift }
    expect(await changeSeries(desk.context, input)).toMatchObject({
      kind: 'series-refused',
      problems: [{ code: 'INVALID_INTERVAL', message: expect.stringContaining('cannot be shifted'), startsAt }],
    })
  })

  it('is shifted by the hour all the same', async () => {
    const desk = await makeSeriesDesk(database)
    const { occurrences } = await desk.booked({ rrule: 'FREQ=MONTHLY;BYDAY=3TU;COUNT=3' })
    const { id, startsAt } = occurrences[0]!.appointment!
    const input = { appointmentId: id, expectedVersion: 1, scope: 'all' as const, startsAt: startsAt - HOUR }
    expect(changed(await changeSeries(desk.context, input)).occurrences.map((each) => spell(each.startsAt))).toEqual([
      ...['2026-10-20T19:00', '2026-11-17T20:00', '2026-12-15T20:00'],
    ])
  })
})
