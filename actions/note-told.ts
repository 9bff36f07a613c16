import type { Trx } from '../db/connect.ts'
import {
  type PlanRow,
  type PlanUpdate,
  tellRestOfSeries,
  tellTherapistRestOfSeries,
  updatePlans,
} from '../db/queries/message-plans.ts'
import type { MessageRow } from '../db/queries/messages.ts'
import type { Instant } from '../domain/interval.ts'
import { heldTrue, type PlanFacts } from '../domain/message-facts.ts'
import type { PlannedAppointment } from './plan-appointments.ts'

const clientNotices = ['confirmation', 'changed', 'cancelled'] as const
const therapistNotices = ['therapist_booked', 'therapist_changed', 'therapist_cancelled'] as const

/** Keeps what the readers of messages that leave now know from then on. */
export async function noteTold(
  trx: Trx,
  clinicId: string,
  leaving: readonly MessageRow[],
  planned: ReadonlyMap<string, PlannedAppointment>,
  now: Instant,
): Promise<void> {
  const byAppointment = Map.groupBy(leaving, (each) => each.appointmentId!)
  const updates = [...byAppointment].map(([id, messages]) => toldBy(messages, planned.get(id)!))
  await updatePlans(trx, clinicId, updates, now)
  const seriesToldBy = (kind: MessageRow['kind']) =>
    leaving.filter((each) => each.kind === kind).flatMap((each) => planned.get(each.appointmentId!)!.row.seriesId ?? [])
  for (const kind of clientNotices) {
    const series = seriesToldBy(kind)
    if (series.length > 0) await tellRestOfSeries(trx, clinicId, series, kind, now)
  }
  for (const kind of therapistNotices) {
    const series = seriesToldBy(kind)
    if (series.length > 0) await tellTherapistRestOfSeries(trx, clinicId, series, kind, now)
  }
}

function toldBy(messages: readonly MessageRow[], { row, facts }: PlannedAppointment): PlanUpdate {
  const kinds = messages.map((each) => each.kind)
  const isTold = messages.some((each) => each.audience === 'client' && each.kind !== 'follow_up')
  const told = isTold ? heldTrue(facts) : undefined
  return { id: row.id, version: row.plannedVersion, told, therapistTold: therapistToldBy(kinds, row, facts) }
}

/** Whoever was told that it is no longer theirs is not the one who knows of it any more. */
function therapistToldBy(kinds: readonly MessageRow['kind'][], { therapistTold }: PlanRow, facts: PlanFacts) {
  if (kinds.includes('therapist_booked') || kinds.includes('therapist_changed')) return heldTrue(facts)
  const nobody = { startsAt: null, therapistId: null }
  const isGone = therapistTold?.therapistId !== facts.therapistId || heldTrue(facts).startsAt === null
  return kinds.includes('therapist_cancelled') && isGone ? nobody : undefined
}
