import type { Instant, Interval } from '../../domain/interval.ts'
import type { PlanFacts } from '../../domain/time-off-plan.ts'
import type { Trx } from '../connect.ts'
import type { Appointment, NamedResource } from './book.ts'
import { listResourceFacts } from './booking-facts.ts'
import { listClientsBusy } from './clients-busy.ts'

export interface LoadedPlanFacts extends PlanFacts {
  readonly byId: ReadonlyMap<string, NamedResource>
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
    listClientsBusy(trx, clinicId, [...new Set(appointments.map((each) => each.clientId))], window),
  ])
  const resources = [...loaded.bookable.values()].sort((a, b) => a.position - b.position)
  return { ...loaded.clinic, closures: loaded.closures, resources, clientBusy, byId: loaded.resources }
}
