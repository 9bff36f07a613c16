import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { BookingProblem } from '../../domain/problem.ts'
import type { Trx } from '../connect.ts'
import { asColumns, milliseconds } from './fields.ts'

/** An occurrence of an event that found its place taken. */
export interface SessionClashRow {
  readonly eventId: string
  readonly originalStartsAt: Instant
  readonly endsAt: Instant
  readonly problems: readonly BookingProblem[]
}

const clashFields = {
  eventId: 'x.event_id',
  originalStartsAt: milliseconds('x.original_starts_at'),
  endsAt: milliseconds('x.ends_at'),
  problems: 'x.problems',
}

export async function listSessionClashes(
  trx: Trx,
  clinicId: string,
  eventIds: readonly string[],
): Promise<SessionClashRow[]> {
  const { rows } = await sql<SessionClashRow>`
    select ${asColumns(clashFields)} from session_clashes x
    where x.clinic_id = ${clinicId} and x.event_id = any(${eventIds}::uuid[])
    order by x.original_starts_at`.execute(trx)
  return rows
}

export async function insertSessionClashes(
  trx: Trx,
  clinicId: string,
  clashes: readonly SessionClashRow[],
  now: Instant,
): Promise<void> {
  if (clashes.length === 0) return
  const rows = clashes.map((each) => ({
    ...{ event_id: each.eventId, original_starts_at: new Date(each.originalStartsAt) },
    ...{ ends_at: new Date(each.endsAt), problems: each.problems },
  }))
  await sql`
    insert into session_clashes (clinic_id, event_id, original_starts_at, ends_at, problems, found_at)
    select ${clinicId}, x.event_id, x.original_starts_at, x.ends_at, x.problems, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(event_id uuid, original_starts_at timestamptz, ends_at timestamptz, problems jsonb)
    on conflict (clinic_id, event_id, original_starts_at) do update
      set ends_at = excluded.ends_at, problems = excluded.problems, found_at = excluded.found_at`.execute(trx)
}

/** The event goes by another rule: what was in the way of the old one does not matter any more. */
export async function deleteSessionClashes(trx: Trx, clinicId: string, eventId: string): Promise<void> {
  await sql`delete from session_clashes where clinic_id = ${clinicId} and event_id = ${eventId}`.execute(trx)
}
