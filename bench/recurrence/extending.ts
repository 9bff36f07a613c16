import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { extendSeries } from '../../actions/extend-series.ts'
import { type Db, inClinic } from '../../db/connect.ts'
import { midnightAfterMonths } from '../../domain/zone.ts'
import { openJobs } from '../../jobs/kit.ts'
import { type BenchClinic, makeBenchClinic, therapistCount } from '../clinic.ts'
import { execute, startDatabase, withDatabase } from '../database.ts'

export const seriesCount = 1000
const zone = 'America/New_York'
const slotsPerDay = 16
const now = Date.parse('2026-11-21T15:00Z')

/** Milliseconds to extend a clinic's series by a month, run after run; and how many appointments came of each. */
export async function measureExtending(runs: number): Promise<{ ms: number[]; booked: number[] }> {
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase()
  parts.defer(() => database.stop())
  return await withDatabase(database.appUrl, async (db) => {
    const clinic = await makeBenchClinic(db)
    await makeSeries(db, clinic)
    const jobs = await openJobs(db, database.appUrl)
    const measured = { ms: [] as number[], booked: [] as number[] }
    for (let month = 0; month <= runs; month++) {
      const before = await countAppointments(db, clinic.id)
      const at = midnightAfterMonths(now, month, zone)
      await execute(database.superuserUrl, 'analyze')
      const began = performance.now()
      await extendSeries(
        { db, jobs, now: () => at, requestId: uuid(), announce: () => undefined },
        { clinicId: clinic.id },
      )
      const ms = performance.now() - began
      if (month === 0) continue
      measured.ms.push(ms)
      measured.booked.push((await countAppointments(db, clinic.id)) - before)
    }
    return measured
  })
}

/** Weekly series that do not get in each other's way, extended up to the horizon of a year but for a month. */
function makeSeries(db: Db, clinic: BenchClinic): Promise<unknown> {
  const rows = Array.from({ length: seriesCount }, (_, index) => {
    const column = index % therapistCount
    const slot = Math.floor(index / therapistCount)
    const start = Date.parse('2026-11-23T09:00Z') + Math.floor(slot / slotsPerDay) * 86_400_000
    return {
      id: uuid(),
      client_id: clinic.clientIds[index % clinic.clientIds.length],
      therapist_id: clinic.therapistIds[column],
      room_id: clinic.roomIds[column],
      local_start: new Date(start + (slot % slotsPerDay) * 1_800_000).toISOString().slice(0, 16),
    }
  })
  const extendedUntil = new Date(midnightAfterMonths(now, 11, zone))
  return inClinic(db, clinic.id, (trx) =>
    sql`insert into appointment_series (clinic_id, id, client_id, therapist_id, room_id, type_id, rrule, local_start, zone,
        minutes, policy, extended_until)
      select ${clinic.id}, r.id, r.client_id, r.therapist_id, r.room_id, ${clinic.typeId}, 'FREQ=WEEKLY', r.local_start,
        ${zone}, 30, 'all_or_nothing', ${extendedUntil}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, client_id uuid, therapist_id uuid, room_id uuid, local_start timestamp)`.execute(trx),
  )
}

async function countAppointments(db: Db, clinicId: string): Promise<number> {
  const { rows } = await inClinic(db, clinicId, (trx) =>
    sql<{ count: number }>`
      select count(*) filter (where series_id is not null) as count from appointments where clinic_id = ${clinicId}
    `.execute(trx),
  )
  return rows[0]!.count
}
