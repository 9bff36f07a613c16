import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookAppointment } from '../../../actions/book-appointment.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { at, makeSeriesDesk, outcomes, type SeriesDesk, starts } from '../../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const TEN_TUESDAYS = [
  // 16:00 in New York: 20:00 in UTC until the clocks go back on 1 November, 21:00 after.
  ...['2026-10-20T20:00', '2026-10-27T20:00', '2026-11-03T21:00', '2026-11-10T21:00', '2026-11-17T21:00'],
  ...['2026-11-24T21:00', '2026-12-01T21:00', '2026-12-08T21:00', '2026-12-15T21:00', '2026-12-22T21:00'],
]

async function rowsIn(desk: SeriesDesk) {
  return rowsOf<{ starts_at: Date; original_starts_at: Date; series_id: string; taken: number }>(
    database,
    desk.clinic.id,
    `select starts_at, original_starts_at, series_id, (select count(*)::int from occupancies o
      where o.clinic_id = a.clinic_id and o.appointment_id = a.id) as taken
     from appointments a where clinic_id = $1 and series_id is not null order by starts_at`,
  )
}

describe('booking a series', () => {
  it('puts every occurrence into the book at the same time on the wall, on both sides of the clock change', async () => {
    const desk = await makeSeriesDesk(database)
    const result = await desk.booked()
    expect(outcomes(result)).toEqual(TEN_TUESDAYS.map((each) => `${each} booked`))
    const rows = await rowsIn(desk)
    expect(rows.map((each) => each.starts_at.toISOString().slice(0, 16))).toEqual(TEN_TUESDAYS)
    for (const row of rows) {
      expect(row).toMatchObject({ series_id: result.series.id, taken: 2 })
      expect(row.original_starts_at).toEqual(row.starts_at)
    }
  })

  it('goes as far as the horizon of twelve months when the rule has no end, across both clock changes', async () => {
    const desk = await makeSeriesDesk(database)
    const result = await desk.booked({ rrule: 'FREQ=WEEKLY;INTERVAL=2' })
    expect(starts(result)).toHaveLength(27)
    expect(starts(result).at(-1)).toBe('2027-10-19T20:00')
    expect(
      starts(result)
        .filter((each) => each < '2027-03-14')
        .at(-1),
    ).toBe('2027-03-09T21:00')
    expect(starts(result).filter((each) => each > '2027-03-14')[0]).toBe('2027-03-23T20:00')
    expect(result.series.lastStartsAt).toBeNull()
  })

  it('marks the first session of the client', async () => {
    const desk = await makeSeriesDesk(database)
    const { occurrences } = await desk.booked()
    expect(occurrences[3]!.appointment!.client).toMatchObject({
      referralStatus: 'acceptance_scheduled',
      firstSessionAt: at('2026-10-20T20:00Z'),
    })
  })

  it('leaves out the dates that are excepted', async () => {
    const desk = await makeSeriesDesk(database)
    const result = await desk.booked({ except: [at('2026-11-03T21:00Z'), at('2026-11-24T21:00Z')] })
    expect(starts(result)).toEqual(TEN_TUESDAYS.filter((each) => !/11-(03|24)/.test(each)))
  })

  it('refuses all for the sake of one, tells each clash with the nearest alternative, and writes nothing', async () => {
    const desk = await makeSeriesDesk(database)
    await desk.take('2026-11-03T20:30Z')
    const before = await clinicState(database, desk.clinic.id)
    const result = await desk.book()
    if (result.kind !== 'series-refused') throw new Error('it was booked')
    expect(outcomes(result).map((each) => each.split(' ')[1])).toEqual([
      ...['booked', 'booked', 'clash'],
      ...Array.from({ length: 7 }, () => 'booked'),
    ])
    expect(result.problems.map((each) => each.code)).toEqual(['THERAPIST_BUSY', 'ROOM_BUSY'])
    // Half past three is taken until 16:20; 16:30 would end at 17:20, after closing.
    expect(result.occurrences[2]!.alternative?.startsAt).toBe(at('2026-11-03T19:30Z'))
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('skips the clashes when asked to', async () => {
    const desk = await makeSeriesDesk(database)
    await desk.take('2026-11-03T21:00Z')
    const result = await desk.booked({ policy: 'skip_clashes' })
    expect(outcomes(result)[2]).toBe('2026-11-03T21:00 skipped')
    expect(result.occurrences[2]!.problems.map((each) => each.code)).toContain('THERAPIST_BUSY')
    expect(await rowsIn(desk)).toHaveLength(9)
  })

  it('takes the nearest alternative for each clash when asked to, which keeps the start its series gave it', async () => {
    const desk = await makeSeriesDesk(database)
    await desk.take('2026-11-03T21:00Z')
    const result = await desk.booked({ policy: 'nearest_alternative' })
    const moved = result.occurrences[2]!
    expect(moved).toMatchObject({ outcome: 'moved', originalStartsAt: at('2026-11-03T21:00Z') })
    expect(moved.startsAt).toBe(at('2026-11-03T20:00Z'))
    expect(moved.appointment).toMatchObject({ originalStartsAt: at('2026-11-03T21:00Z') })
    expect(await rowsIn(desk)).toHaveLength(10)
  })

  it('takes for a clash no place that another of the series wants, and none twice', async () => {
    const desk = await makeSeriesDesk(database)
    const daily = { startsAt: at('2026-10-20T20:00Z'), rrule: 'FREQ=DAILY;COUNT=3' }
    // Tuesday from eight to five and Wednesday until three: what is nearest to both is on Wednesday and Thursday.
    await desk.take('2026-10-20T12:00Z', 9 * 60)
    await desk.take('2026-10-21T12:00Z', 7 * 60)
    const result = await desk.booked({ ...daily, policy: 'nearest_alternative' })
    expect(outcomes(result)).toEqual(['2026-10-21T19:00 moved', '2026-10-21T20:00 booked', '2026-10-22T20:00 booked'])
    const again = await desk.book(daily)
    const alternatives = again.occurrences.map((each) => each.alternative?.startsAt)
    expect(new Set(alternatives).size).toBe(3)
  })

  it('does not make up for what is past', async () => {
    const desk = await makeSeriesDesk(database)
    const past = {
      startsAt: at('2026-10-13T20:00Z'),
      rrule: 'FREQ=WEEKLY;COUNT=2',
      policy: 'nearest_alternative' as const,
    }
    const result = await desk.booked(past)
    expect(outcomes(result)).toEqual(['2026-10-13T20:00 skipped', '2026-10-20T20:00 booked'])
  })

  it('takes another room at the wanted time when the room alone is taken', async () => {
    const desk = await makeSeriesDesk(database)
    await bookAppointment(desk.context, {
      ...{ clientId: desk.leo.id, therapistId: desk.okafor.id, roomId: desk.oak.id, typeId: desk.type.id },
      startsAt: at('2026-11-03T21:00Z'),
    })
    const { occurrences } = await desk.booked({ policy: 'nearest_alternative' })
    expect(occurrences[2]).toMatchObject({ outcome: 'moved', startsAt: at('2026-11-03T21:00Z') })
    expect(occurrences[2]!.appointment!.roomId).toBe(desk.elm.id)
  })

  it.each(['all_or_nothing', 'skip_clashes', 'nearest_alternative'] as const)(
    'rehearsed with %s it reports and writes nothing',
    async (policy) => {
      const desk = await makeSeriesDesk(database)
      await desk.take('2026-11-03T21:00Z')
      const before = await clinicState(database, desk.clinic.id)
      const rehearsed = await desk.book({ policy, validateOnly: true })
      expect(await clinicState(database, desk.clinic.id)).toBe(before)
      expect(outcomes(rehearsed)).toEqual(outcomes(await desk.book({ policy })))
    },
  )

  it('keeps the occurrences of one series apart too', async () => {
    const desk = await makeSeriesDesk(database)
    const result = await desk.book({ rrule: 'FREQ=WEEKLY;BYHOUR=16;BYMINUTE=0,30;COUNT=4' })
    expect(outcomes(result).map((each) => each.split(' ')[1])).toEqual(['booked', 'clash', 'booked', 'clash'])
  })

  it('repeats its answer for the same clientMutationId and books nothing twice', async () => {
    const desk = await makeSeriesDesk(database)
    const first = await desk.booked({ clientMutationId: 'once' })
    expect(await desk.booked({ clientMutationId: 'once' })).toEqual(JSON.parse(JSON.stringify(first)))
    expect(await rowsIn(desk)).toHaveLength(10)
  })

  it.each([
    ['FREQ=HOURLY', /days, weeks, months or years/],
    ['FREQ=WEEKLY;COUNT=1001', /COUNT from 1 to 1000/],
    ['FREQ=WEEKLY;BYDAY=XX', /BYDAY/],
    ['FREQ=WEEKLY;UNTIL=20200101', /at least one/],
    ['FREQ=WEEKLY;BYDAY=MO', /^startsAt must be the first/],
    ['FREQ=DAILY;BYHOUR=9,10,11,12;COUNT=1000', /^startsAt must be the first/],
    ['nonsense', /RRULE of RFC 5545/],
  ])('says what is wrong with %s', async (rrule, says) => {
    const desk = await makeSeriesDesk(database)
    await expect(desk.book({ rrule })).rejects.toThrow(says)
  })

  it('says how many dates may be excepted', async () => {
    const desk = await makeSeriesDesk(database)
    const except = Array.from({ length: 10_000 }, (_, index) => at('2026-10-20T20:00Z') + index * 60_000)
    await expect(desk.book({ except })).rejects.toThrow('except names at most 1000 occurrences')
  })

  it('lets one of many win who want the same time, and tells the others of the clash', async () => {
    const desk = await makeSeriesDesk(database)
    const single = () =>
      bookAppointment(desk.context, {
        ...{ clientId: desk.leo.id, therapistId: desk.chen.id, roomId: desk.oak.id, typeId: desk.type.id },
        startsAt: at('2026-11-10T21:00Z'),
      })
    const results = await Promise.all([desk.book(), single(), desk.book({ clientId: desk.leo.id }), single()])
    const lost = results.flatMap((each) => ('problems' in each ? [each.problems.map(({ code }) => code)] : []))
    expect(lost).toHaveLength(3)
    for (const codes of lost) expect(codes).toContain('THERAPIST_BUSY')
  })
})
