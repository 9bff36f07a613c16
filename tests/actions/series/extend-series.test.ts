import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberCaller } from '../../../actions/caller.ts'
import { extendSeries } from '../../../actions/extend-series.ts'
import { updateClinic } from '../../../actions/update-clinic.ts'
import { inClinic } from '../../../db/connect.ts'
import { listClashes } from '../../../db/queries/series-clashes.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { at, makeSeriesDesk, type SeriesDesk } from '../../support/series-desk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const extend = (desk: SeriesDesk) => extendSeries(desk.context, { clinicId: desk.clinic.id })

const startsIn = async (desk: SeriesDesk) =>
  (
    await rowsOf<{ starts: string }>(
      database,
      desk.clinic.id,
      `select to_char(starts_at at time zone 'America/New_York', 'YYYY-MM-DD HH24:MI') as starts from appointments
       where clinic_id = $1 and series_id is not null order by starts_at`,
    )
  ).map((each) => each.starts)

const waitingFor = async (desk: SeriesDesk) =>
  (
    await sql<{ start_after: Date }>`
      select start_after from pgboss.job where name = 'extend-series' and data ->> 'clinicId' = ${desk.clinic.id}
        and state = 'created'`.execute(database.db)
  ).rows

describe('extending the series of a clinic', () => {
  it('books what they repeat up to the horizon, at the same time on the wall', async () => {
    const desk = await makeSeriesDesk(database)
    await desk.booked({ rrule: 'FREQ=WEEKLY;INTERVAL=2' })
    const before = await startsIn(desk)
    expect(before.at(-1)).toBe('2027-10-19 16:00')
    desk.clock.now = at('2026-12-15T13:00Z')
    await extend(desk)
    // The clocks go back on 7 November 2027.
    expect((await startsIn(desk)).slice(before.length)).toEqual([
      ...['2027-11-02 16:00', '2027-11-16 16:00', '2027-11-30 16:00', '2027-12-14 16:00'],
    ])
  })

  it('does nothing the second time, and nothing for a series that has ended', async () => {
    const desk = await makeSeriesDesk(database)
    await desk.booked()
    await desk.booked({
      clientId: desk.leo.id,
      therapistId: desk.okafor.id,
      roomId: null,
      rrule: 'FREQ=MONTHLY;BYDAY=3TU',
    })
    desk.clock.now = at('2026-12-15T13:00Z')
    await extend(desk)
    const once = await startsIn(desk)
    expect(once.filter((each) => each >= '2027-10-20')).toEqual(['2027-11-16 16:00'])
    await extend(desk)
    expect(await startsIn(desk)).toEqual(once)
  })

  it('reaches as far as the clinic says', async () => {
    const desk = await makeSeriesDesk(database)
    const admin = { ...desk.context, caller: { ...(desk.context.caller as MemberCaller), role: 'admin' as const } }
    const reach = (months: number, expectedVersion: number) =>
      updateClinic(admin, { expectedVersion, seriesHorizonMonths: months })
    expect(await reach(25, 1)).toMatchObject({
      problems: [{ code: 'INVALID', path: ['input', 'seriesHorizonMonths'] }],
    })
    expect((await reach(2, 1)).kind).toBe('saved')
    await desk.booked({ rrule: 'FREQ=WEEKLY;INTERVAL=4' })
    expect((await startsIn(desk)).at(-1)).toBe('2026-12-15 16:00')
    await reach(4, 2)
    await extend(desk)
    expect((await startsIn(desk)).at(-1)).toBe('2027-02-09 16:00')
  })

  it('reports a clash with its series and in the log, and books the others', async () => {
    const desk = await makeSeriesDesk(database)
    const { series } = await desk.booked({ rrule: 'FREQ=WEEKLY' })
    await desk.take('2027-10-26T20:00Z')
    desk.clock.now = at('2026-11-09T13:00Z')
    await extend(desk)
    expect((await startsIn(desk)).slice(-2)).toEqual(['2027-10-19 16:00', '2027-11-02 16:00'])
    const clashes = await inClinic(database.db, desk.clinic.id, (trx) => listClashes(trx, desk.clinic.id, [series.id]))
    expect(clashes).toMatchObject([{ seriesId: series.id, originalStartsAt: at('2027-10-26T20:00Z') }])
    expect(clashes[0]!.problems.map((each) => each.code)).toContain('THERAPIST_BUSY')
    const told = `select action, item_id, actor_kind from changes where clinic_id = $1 and action = 'report clash'`
    expect(await rowsOf(database, desk.clinic.id, told)).toEqual([
      { action: 'report clash', item_id: series.id, actor_kind: 'system' },
    ])
  })

  it('goes by the rules that were set aside when the series was booked', async () => {
    const desk = await makeSeriesDesk(database)
    const evening = { startsAt: at('2026-10-20T22:00Z'), rrule: 'FREQ=WEEKLY' }
    await desk.booked({ ...evening, override: ['OUTSIDE_HOURS'], overrideReason: 'She works late for him' })
    desk.clock.now = at('2026-11-09T13:00Z')
    await extend(desk)
    expect((await startsIn(desk)).slice(-1)).toEqual(['2027-11-02 18:00'])
  })

  it('is asked for once, however many series are booked, and asks for itself again', async () => {
    const desk = await makeSeriesDesk(database)
    await desk.booked({ rrule: 'FREQ=WEEKLY;COUNT=2' })
    await desk.booked({ rrule: 'FREQ=WEEKLY;COUNT=2', startsAt: at('2026-10-20T19:00Z') })
    expect(await waitingFor(desk)).toEqual([{ start_after: new Date('2026-11-19T00:00Z') }])
    await sql`update pgboss.job set state = 'active' where data ->> 'clinicId' = ${desk.clinic.id}`.execute(database.db)
    await extend(desk)
    expect(await waitingFor(desk)).toHaveLength(1)
  })

  it('extends a crowd of series over several rounds', async () => {
    const desk = await makeSeriesDesk(database)
    await crowd(desk, 300)
    await extend(desk)
    const rows = await startsIn(desk)
    expect(rows.length).toBeGreaterThan(0)
    const left = `select 1 from appointment_series where clinic_id = $1 and extended_until < '2027-10-19T04:00Z'`
    expect(await rowsOf(database, desk.clinic.id, left)).toEqual([])
  })
})

/** Rows of weekly series of which nothing is booked yet after tomorrow, most of them in each other's way. */
function crowd(desk: SeriesDesk, count: number): Promise<unknown> {
  const { clinic, maya, chen, okafor, type } = desk
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ id: uuid(), therapist_id: index % 2 ? chen.id : okafor.id },
    local_start: `2026-10-${20 + (index % 3)}T${9 + (index % 7)}:00`,
  }))
  return inClinic(database.db, clinic.id, (trx) =>
    sql`insert into appointment_series (clinic_id, id, client_id, therapist_id, type_id, rrule, local_start, zone, minutes,
        policy, extended_until)
      select ${clinic.id}, r.id, ${maya.id}, r.therapist_id, ${type.id}, 'FREQ=WEEKLY', r.local_start, ${clinic.zone}, 50,
        'skip_clashes', '2027-10-01T04:00Z'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, therapist_id uuid, local_start timestamp)`.execute(
      trx,
    ),
  )
}
