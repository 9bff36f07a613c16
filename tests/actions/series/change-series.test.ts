import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelAppointment } from '../../../actions/cancel-appointment.ts'
import { changeSeries } from '../../../actions/change-series.ts'
import { moveAppointment } from '../../../actions/move-appointment.ts'
import { bookedSeries, changed } from '../../support/booked-series.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { at, makeSeriesDesk, outcomes, starts } from '../../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const { makeBooked, rowsIn, seriesIn } = bookedSeries(() => database)

describe('a change for one appointment', () => {
  it('moves it alone, which keeps the start its series gave it', async () => {
    const desk = await makeBooked()
    const result = changed(await desk.change(2, { scope: 'this', startsAt: at('2026-11-04T19:00Z') }))
    expect(outcomes(result)).toEqual(['2026-11-04T19:00 booked'])
    const rows = await rowsIn(desk)
    expect(rows[2]).toMatchObject({ starts: '11-04 14:00', original: '11-03 16:00', series_id: desk.series.id })
    expect(rows.filter((each) => each.version > 1)).toHaveLength(1)
    expect(await seriesIn(desk)).toMatchObject([{ rrule: 'FREQ=WEEKLY;COUNT=10', version: 1 }])
  })

  it('does the same as moving or cancelling it as a single appointment', async () => {
    const desk = await makeBooked()
    const [, , third, fourth] = desk.appointments
    await moveAppointment(desk.context, { id: third!.id, expectedVersion: 1, startsAt: at('2026-11-04T19:00Z') })
    await cancelAppointment(desk.context, { id: fourth!.id, expectedVersion: 1, reason: 'client' })
    const rows = await rowsIn(desk)
    expect(rows[2]).toMatchObject({ starts: '11-04 14:00', original: '11-03 16:00' })
    expect(rows[3]).toMatchObject({ status: 'cancelled', original: '11-10 16:00', series_id: desk.series.id })
  })

  it('is refused from an older version, with nothing written', async () => {
    const desk = await makeBooked()
    await moveAppointment(desk.context, {
      ...{ id: desk.appointments[2]!.id, expectedVersion: 1, startsAt: at('2026-11-04T19:00Z') },
    })
    const before = await clinicState(database, desk.clinic.id)
    const result = await desk.change(2, { scope: 'all', therapistId: desk.okafor.id })
    expect(result).toMatchObject({ kind: 'series-refused', problems: [{ code: 'STALE_VERSION' }] })
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })
})

describe('a change for this and the following', () => {
  it('ends the series and lets another go on at the new time, the same on the wall across the clock change', async () => {
    const desk = await makeBooked()
    const result = changed(await desk.change(1, { scope: 'this_and_following', startsAt: at('2026-10-28T18:00Z') }))
    // Wednesdays at 14:00: 18:00 in UTC until 1 November, 19:00 after.
    expect(starts(result).slice(0, 3)).toEqual(['2026-10-28T18:00', '2026-11-04T19:00', '2026-11-11T19:00'])
    expect(result.series.id).not.toBe(desk.series.id)
    const rows = await rowsIn(desk)
    expect(rows[0]).toMatchObject({ starts: '10-20 16:00', series_id: desk.series.id, version: 1 })
    expect(rows.slice(1).every((each) => each.series_id === result.series.id)).toBe(true)
    expect(rows.slice(1).every((each) => each.original === each.starts)).toBe(true)
    expect(rows.map((each) => each.id)).toEqual(desk.appointments.map((each) => each.id))
    expect(await seriesIn(desk)).toMatchObject([
      { id: desk.series.id, rrule: 'FREQ=WEEKLY;UNTIL=20261020T200000Z', start: '10-20 16:00', version: 2 },
      { id: result.series.id, rrule: 'FREQ=WEEKLY;COUNT=9', start: '10-28 14:00', version: 1 },
    ])
  })

  it('gives them another therapist, and leaves those before with theirs', async () => {
    const desk = await makeBooked()
    changed(await desk.change(4, { scope: 'this_and_following', therapistId: desk.okafor.id }))
    const rows = await rowsIn(desk)
    expect(rows.map((each) => (each.therapist_id === desk.okafor.id ? 'okafor' : 'chen'))).toEqual([
      ...['chen', 'chen', 'chen', 'chen'],
      ...Array.from({ length: 6 }, () => 'okafor'),
    ])
  })

  it('cancels them and ends the series there', async () => {
    const desk = await makeBooked()
    const result = changed(await desk.change(7, { scope: 'this_and_following', cancel: 'client' }))
    expect(result.occurrences.map((each) => each.outcome)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    const rows = await rowsIn(desk)
    expect(rows.map((each) => each.status)).toEqual([
      ...Array.from({ length: 7 }, () => 'booked'),
      ...['cancelled', 'cancelled', 'cancelled'],
    ])
    expect(await seriesIn(desk)).toMatchObject([{ rrule: 'FREQ=WEEKLY;UNTIL=20261201T210000Z' }])
    expect(result.series.lastStartsAt).toBe(at('2026-12-01T21:00Z'))
    // Its time is free again.
    expect((await desk.book({ rrule: 'FREQ=WEEKLY;COUNT=3', startsAt: at('2026-12-08T21:00Z') })).kind).toBe(
      'series-booked',
    )
  })
})

describe.each(['this_and_following', 'all'] as const)('a change for %s to what it is already', (scope) => {
  it('leaves the series one and as it is', async () => {
    const desk = await makeBooked()
    const result = changed(
      await desk.change(3, { scope, startsAt: at('2026-11-10T21:00Z'), therapistId: desk.chen.id }),
    )
    expect(new Set(result.occurrences.map((each) => each.outcome))).toEqual(new Set(['kept']))
    expect(await seriesIn(desk)).toMatchObject([{ rrule: 'FREQ=WEEKLY;COUNT=10', version: 1 }])
  })
})

describe('a change for all', () => {
  it('shifts the whole series in place while none of it is past', async () => {
    const desk = await makeBooked()
    const result = changed(await desk.change(3, { startsAt: at('2026-11-11T20:00Z') }))
    expect(result.series.id).toBe(desk.series.id)
    expect((await rowsIn(desk)).map((each) => each.starts).slice(0, 4)).toEqual([
      ...['10-21 15:00', '10-28 15:00', '11-04 15:00', '11-11 15:00'],
    ])
    expect(await seriesIn(desk)).toMatchObject([{ rrule: 'FREQ=WEEKLY;COUNT=10', start: '10-21 15:00', version: 2 }])
  })

  it('shifts by whole weeks onto the starts that it leaves itself', async () => {
    const desk = await makeBooked()
    const result = changed(await desk.change(0, { startsAt: at('2026-10-27T20:00Z') }))
    expect(starts(result)).toHaveLength(10)
    expect((await rowsIn(desk)).map((each) => each.starts).slice(0, 2)).toEqual(['10-27 16:00', '11-03 16:00'])
  })

  it('turns the weekdays of the rule with it', async () => {
    const desk = await makeSeriesDesk(database)
    const { occurrences } = await desk.booked({ rrule: 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6' })
    const { id } = occurrences[1]!.appointment!
    const startsAt = at('2026-10-23T20:00Z')
    const result = changed(
      await changeSeries(desk.context, { appointmentId: id, expectedVersion: 1, scope: 'all', startsAt }),
    )
    expect(result.series.rrule).toBe('FREQ=WEEKLY;COUNT=6;BYDAY=WE,FR')
    expect((await rowsIn(desk)).map((each) => each.starts).slice(0, 3)).toEqual([
      ...['10-21 16:00', '10-23 16:00', '10-28 16:00'],
    ])
  })

  it('never rewrites the past: what was stays, what is still to come goes on as another series', async () => {
    const desk = await makeBooked()
    desk.clock.now = at('2026-11-05T15:00Z')
    const before = await rowsIn(desk)
    const result = changed(await desk.change(5, { startsAt: at('2026-11-24T20:00Z') }))
    const rows = await rowsIn(desk)
    expect(rows.slice(0, 3)).toEqual(before.slice(0, 3))
    expect(rows.slice(3).map((each) => each.starts)).toEqual([
      ...['11-10', '11-17', '11-24', '12-01', '12-08', '12-15', '12-22'].map((each) => `${each} 15:00`),
    ])
    expect(rows.slice(3).every((each) => each.series_id === result.series.id)).toBe(true)
    expect((await seriesIn(desk)).map((each) => each.rrule)).toEqual([
      ...['FREQ=WEEKLY;UNTIL=20261103T210000Z', 'FREQ=WEEKLY;COUNT=7'],
    ])
  })

  it('leaves what has ended or is past with its therapist, and stays one series', async () => {
    const desk = await makeBooked()
    await cancelAppointment(desk.context, { id: desk.appointments[6]!.id, expectedVersion: 1, reason: 'client' })
    desk.clock.now = at('2026-11-05T15:00Z')
    const result = changed(await desk.change(5, { therapistId: desk.okafor.id }))
    expect(result.series).toMatchObject({ id: desk.series.id, therapistId: desk.okafor.id, version: 2 })
    const rows = await rowsIn(desk)
    const okafors = rows.flatMap((each, index) => (each.therapist_id === desk.okafor.id ? [index] : []))
    expect(okafors).toEqual([3, 4, 5, 7, 8, 9])
    expect(await seriesIn(desk)).toHaveLength(1)
  })

  it('cancels each late or in time, as if it alone were cancelled; for a reason of the clinic’s own none is late', async () => {
    for (const [reason, late] of [
      ['client', [true, false]],
      ['weather', [false, false]],
    ] as const) {
      const desk = await makeBooked()
      desk.clock.now = at('2026-10-20T12:00Z')
      changed(await desk.change(0, { cancel: reason }))
      const told = `select x.late from cancellations x join appointments a on a.id = x.appointment_id
        where x.clinic_id = $1 order by a.starts_at limit 2`
      expect((await rowsOf(database, desk.clinic.id, told)).map((each) => each.late)).toEqual(late)
    }
  })

  it('cancels what is still to come, and leaves the rule of what took place, though one of it was put off until later', async () => {
    const desk = await makeBooked()
    // The first, of 20 October, is put off until 16 December.
    changed(await desk.change(0, { scope: 'this', startsAt: at('2026-12-16T19:00Z') }))
    desk.clock.now = at('2026-11-05T15:00Z')
    const result = changed(await desk.change(5, { cancel: 'client' }))
    expect(result.occurrences).toHaveLength(8)
    expect((await rowsIn(desk)).map((each) => each.status)).toEqual([
      ...['cancelled', 'booked', 'booked'],
      ...Array.from({ length: 7 }, () => 'cancelled'),
    ])
    expect(result.series.lastStartsAt).toBe(at('2026-11-03T21:00Z'))
  })

  it('keeps the distance that each of them was booked with', async () => {
    const desk = await makeBooked()
    const fourth = `update appointments set buffer_after_minutes = 30 where clinic_id = $1 and id = '${desk.appointments[3]!.id}'`
    await rowsOf(database, desk.clinic.id, fourth)
    // Right after where the fourth is to stand.
    await desk.take('2026-11-10T20:50Z', 10)
    const result = await desk.change(0, { startsAt: at('2026-10-20T19:00Z') })
    expect(result).toMatchObject({ kind: 'series-refused', problems: [{ code: 'BUFFER' }, { code: 'BUFFER' }] })
  })

  it('is refused when nothing is left to change', async () => {
    const desk = await makeBooked()
    desk.clock.now = at('2027-01-05T15:00Z')
    const result = await desk.change(5, { therapistId: desk.okafor.id })
    expect(result).toMatchObject({ kind: 'series-refused', problems: [{ code: 'TERMINAL_STATUS' }] })
  })

  it('lets one that was moved by hand keep its time, and its identity in the series', async () => {
    const desk = await makeBooked()
    const moved = desk.appointments[4]!
    await moveAppointment(desk.context, { id: moved.id, expectedVersion: 1, startsAt: at('2026-11-19T15:00Z') })
    const result = changed(await desk.change(0, { startsAt: at('2026-10-20T19:00Z') }))
    expect(outcomes(result)[4]).toBe('2026-11-19T15:00 kept')
    const row = (await rowsIn(desk)).find((each) => each.id === moved.id)
    // The occurrence it stands for begins an hour earlier now, as the series says.
    expect(row).toMatchObject({ starts: '11-19 10:00', original: '11-17 15:00' })
    const therapist = changed(
      await changeSeries(desk.context, {
        ...{ appointmentId: result.occurrences[0]!.appointment!.id, expectedVersion: 2, scope: 'all' },
        therapistId: desk.okafor.id,
      }),
    )
    expect(therapist.occurrences.every((each) => each.appointment!.therapistId === desk.okafor.id)).toBe(true)
    expect(outcomes(therapist)[4]).toBe('2026-11-19T15:00 booked')
  })
})
