import type { Trx } from '../db/connect.ts'
import type { Appointment } from '../db/queries/book.ts'
import { listResources } from '../db/queries/resources.ts'
import type { Instant } from '../domain/interval.ts'
import type { PlanStepKind } from '../domain/time-off-plan.ts'
import { badInput, notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { lockAppointments } from './lock-appointments.ts'

/** What is to become of one appointment in somebody's absence. */
export interface PlanStepInput {
  readonly appointmentId: string
  readonly expectedVersion: number
  readonly kind: PlanStepKind
  readonly startsAt?: Instant | null
  readonly endsAt?: Instant | null
  readonly therapistId?: string | null
  /** Absent keeps the room, null takes none. */
  readonly roomId?: string | null
}

const MOST_STEPS = 500

/** Where in the input a field of that step stands. */
export function stepPath(index: number, ...fields: readonly string[]): string[] {
  return ['input', 'plan', String(index), ...fields]
}

/** The steps, once they are known to name things that can be, each appointment once. */
export function checkedPlan(plan: readonly PlanStepInput[] | null | undefined): readonly PlanStepInput[] {
  const steps = plan ?? []
  if (steps.length > MOST_STEPS) throw badInput(`A plan has at most ${MOST_STEPS} steps.`, ['input', 'plan'])
  steps.forEach((step, index) => {
    checkId(step.appointmentId, 'appointment', stepPath(index, 'appointmentId'))
    if (step.therapistId != null) checkId(step.therapistId, 'therapist', stepPath(index, 'therapistId'))
    if (step.roomId != null) checkId(step.roomId, 'room', stepPath(index, 'roomId'))
    if (step.kind === 'another_time' && step.startsAt == null)
      throw badInput('Say which other time.', stepPath(index, 'startsAt'))
  })
  if (new Set(steps.map((each) => each.appointmentId)).size < steps.length)
    throw badInput('A plan names each appointment once.', ['input', 'plan'])
  return steps
}

/** Locks all that the plan and the time off may touch, in id order; the appointments in the order of the steps. */
export async function lockPlan(
  trx: Trx,
  clinicId: string,
  steps: readonly PlanStepInput[],
  alsoResourceIds: readonly (string | null)[],
  now: Instant,
): Promise<Appointment[]> {
  const targets = steps.flatMap((each) => [each.therapistId, each.roomId])
  const ids = steps.map((each) => each.appointmentId)
  const appointments = await lockAppointments(trx, clinicId, ids, now, [...alsoResourceIds, ...targets])
  if (targets.some((id) => id != null)) await checkTargets(trx, clinicId, steps)
  return appointments
}

async function checkTargets(trx: Trx, clinicId: string, steps: readonly PlanStepInput[]): Promise<void> {
  const kinds = new Map((await listResources(trx, clinicId)).map((each) => [each.id, each.kind]))
  steps.forEach(({ therapistId, roomId }, index) => {
    if (therapistId != null && kinds.get(therapistId) !== 'therapist')
      throw notFound('therapist', stepPath(index, 'therapistId'), therapistId)
    if (roomId != null && kinds.get(roomId) !== 'room') throw notFound('room', stepPath(index, 'roomId'), roomId)
  })
}
