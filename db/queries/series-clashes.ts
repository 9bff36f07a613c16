import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { BookingProblem } from '../../domain/problem.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** An occurrence that found its place taken when its series was extended. */
export interface ClashRow {
  readonly seriesId: string
  readonly originalStartsAt: Instant
  readonly endsAt: Instant
  readonly problems: readonly BookingProblem[]
}

const clashFields = {
  seriesId: 'x.series_id',
  originalStartsAt: milliseconds('x.original_starts_at'),
  endsAt: milliseconds('x.ends_at'),
  problems: 'x.problems',
}

export async function listClashes(trx: Trx, clinicId: string, seriesIds: readonly string[]): Promise<ClashRow[]> {
  const { rows } = await sql<ClashRow>`
    select ${asColumns(clashFields)} from series_clashes x
    where x.clinic_id = ${clinicId} and x.series_id = any(${seriesIds}::uuid[])
    order by x.original_starts_at`.execute(trx)
  return rows
}

export async function insertClashes(
  trx: Trx,
  clinicId: string,
  clashes: readonly ClashRow[],
  now: Instant,
): Promise<void> {
  if (clashes.length === 0) return
  const rows = clashes.map((each) => ({
    series_id: each.seriesId,
    original_starts_at: new Date(each.originalStartsAt),
    ends_at: new Date(each.endsAt),
    problems: each.problems,
  }))
  await sql`
    insert into series_clashes (clinic_id, series_id, original_starts_at, ends_at, problems, found_at)
    select ${clinicId}, x.series_id, x.original_starts_at, x.ends_at, x.problems, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(series_id uuid, original_starts_at timestamptz, ends_at timestamptz, problems jsonb)`.execute(trx)
}

/** What was found after that start belongs to the series that goes on from there. */
export async function giveClashes(
  trx: Trx,
  clinicId: string,
  fromId: string,
  toId: string,
  since: Instant,
): Promise<void> {
  await sql`
    update series_clashes set series_id = ${toId}
    where clinic_id = ${clinicId} and series_id = ${fromId} and original_starts_at >= ${new Date(since)}`.execute(trx)
}
