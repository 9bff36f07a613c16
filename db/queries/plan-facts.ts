import { sql } from 'kysely'
import type { Busy } from '../../domain/booking-facts.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { PlanFacts } from '../../domain/time-off-plan.ts'
import type { Trx } from '../connect.ts'
import type { Appointment, ResourceRow } from './book.ts'
import { listResourceFacts } from './booking-facts.ts'

export interface LoadedPlanFacts extends PlanFacts {
  readonly byId: ReadonlyMap<string, ResourceRow>
}

/** What a plan for these appointments is made from: the active resources, and what else their clients have. */
export async function getPlanFacts(
  trx: Trx,
  clinicId: string,
  appointments: readonly [Appointment, ...Appointment[]],
  window: Interval,
  now: Instant,
): Promise<LoadedPlanFacts> {
  const wanted = { clientId: null, typeId: appointments[0].typeId, window, now }
  const [loaded, clientBusy] = await Promise.all([
    listResourceFacts(trx, clinicId, wanted),
    listClientBusy(trx, clinicId, [...new Set(appointments.map((each) => each.clientId))], window),
  ])
  const resources = [...loaded.resources.values()].sort((a, b) => a.position - b.position)
  return { ...loaded.clinic, closures: loaded.closures, resources, clientBusy, byId: loaded.resources }
}

async function listClientBusy(
  trx: Trx,
  clinicId: string,
  clientIds: readonly string[],
  window: Interval,
): Promise<Map<string, Busy[]>> {
  const from = new Date(window.start)
  const { rows } = await sql<{ id: string; client_id: string; starts_at: Date; ends_at: Date }>`
    select a.id, a.client_id, a.starts_at, a.ends_at from appointments a
    where a.clinic_id = ${clinicId} and a.client_id = any(${clientIds}::uuid[])
      and a.status not in ('cancelled', 'noshow', 'entered_in_error')
      and a.starts_at < ${new Date(window.end)} and a.starts_at > ${from}::timestamptz - interval '24 hours'
      and a.ends_at > ${from} order by a.starts_at`.execute(trx)
  const busy = rows.map((row) => ({
    ...{ clientId: row.client_id, appointmentId: row.id, start: row.starts_at.getTime(), end: row.ends_at.getTime() },
    ...{ lane: 0, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  }))
  return Map.groupBy(busy, (each) => each.clientId)
}
