import type { Trx } from '../db/connect.ts'
import { deleteOccupancies, insertOccupancies } from '../db/queries/appointments.ts'
import type { Appointment, ClientRow, NamedResource } from '../db/queries/book.ts'
import type { LogEntry } from '../db/queries/log.ts'
import type { TimeOff } from '../db/queries/time-off.ts'
import { type TimeOffChange, writeTimeOffChanges } from '../db/queries/time-off-changes.ts'
import { type Instant, overlaps } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import { cancellationReasonOf } from '../domain/time-off.ts'
import { appointmentEntry } from './appointment-log.ts'
import { endedRefusal, writeCancellation } from './cancel-appointment.ts'
import type { TimeOffProblem, TimeOffRefusal } from './change-time-off.ts'
import { type ActionContext, actorOf } from './context.ts'
import { decidePlace, type WantedPlace } from './decide-place.ts'
import { badInput } from './errors.ts'
import { movedTo, writeMove } from './move-appointment.ts'
import { type PlanStepInput, stepPath } from './plan-steps.ts'
import { immovableRefusal, staleRefusal } from './stale.ts'

interface Plan {
  readonly timeOff: TimeOff
  readonly steps: readonly PlanStepInput[]
  /** Locked, in the order of the steps. */
  readonly appointments: readonly Appointment[]
}

interface Step {
  readonly input: PlanStepInput
  readonly index: number
  readonly current: Appointment
}

interface Done {
  readonly kind: TimeOffChange['kind']
  readonly before: Appointment
  readonly after: Appointment
  readonly log: readonly LogEntry[]
}

export type AppliedPlan =
  | { readonly refused: TimeOffRefusal }
  | { readonly changed: readonly Appointment[]; readonly log: readonly LogEntry[] }

const NO_OVERRIDE = { codes: new Set<never>(), reason: null }

/**
 * Does with the appointments of an approved absence what the plan says, all of it or nothing: one step that can no longer
 * be done refuses the whole. How each stood before is kept for one undo.
 */
export async function applyPlan(trx: Trx, context: ActionContext, plan: Plan, now: Instant): Promise<AppliedPlan> {
  const { clinicId } = context.caller
  const steps = plan.steps
    .map((input, index): Step => ({ input, index, current: plan.appointments[index]! }))
    .filter(({ input }) => input.kind !== 'leave')
  const unfit = await unfitSteps(trx, clinicId, plan.timeOff, steps)
  if (unfit) return { refused: unfit }

  const clients = new Map<string, ClientRow>()
  const cancelled = await cancelSteps(trx, context, plan.timeOff, steps, clients, now)
  const moved = await moveSteps(trx, clinicId, plan.timeOff, steps, clients, now)
  if ('refused' in moved) return moved

  const done = [...cancelled, ...moved.done].sort((a, b) => a.before.startsAt - b.before.startsAt)
  await writeTimeOffChanges(trx, clinicId, plan.timeOff, done.map(changeOf), now)
  return { changed: done.map((each) => each.after), log: done.flatMap((each) => each.log) }
}

function changeOf({ kind, before, after }: Done): TimeOffChange {
  return { appointmentId: before.id, kind, was: before, versionAfter: after.version }
}

/** What is wrong with steps before any is tried. */
async function unfitSteps(
  trx: Trx,
  clinicId: string,
  timeOff: TimeOff,
  steps: readonly Step[],
): Promise<TimeOffRefusal | undefined> {
  const collected = collectProblems()
  for (const step of steps) {
    const { input, current } = step
    const refusal =
      (await staleRefusal(trx, clinicId, current, input.expectedVersion)) ??
      (input.kind === 'cancel' ? endedRefusal(current) : immovableRefusal(current))
    if (refusal) collected.add(step, refusal)
    else if (!isAffected(current, timeOff)) collected.add(step, elsewhere(current))
  }
  return collected.refusal()
}

function isAffected(current: Appointment, timeOff: TimeOff): boolean {
  const takes = current.therapistId === timeOff.resourceId || current.roomId === timeOff.resourceId
  return takes && overlaps(intervalOf(current), intervalOf(timeOff))
}

function intervalOf({ startsAt, endsAt }: { readonly startsAt: Instant; readonly endsAt: Instant }) {
  return { start: startsAt, end: endsAt }
}

function elsewhere(current: Appointment): { problems: BookingProblem[]; resources: Map<string, NamedResource> } {
  const { start, end } = intervalOf(current)
  const message = `${current.client.name}'s appointment does not stand in this time off.`
  const code = 'INVALID_INTERVAL' as const
  const path = ['input', 'appointmentId']
  const problem = { code, message, path, resourceId: current.therapistId, start, end, overridable: false }
  return { problems: [problem], resources: new Map([[current.therapistId, current.therapist]]) }
}

async function cancelSteps(
  trx: Trx,
  context: ActionContext,
  timeOff: TimeOff,
  steps: readonly Step[],
  clients: Map<string, ClientRow>,
  now: Instant,
): Promise<Done[]> {
  const reason = cancellationReasonOf(timeOff.resource.kind, timeOff.reason)
  const by = actorOf(context.caller).name
  const done: Done[] = []
  for (const { input, current } of steps) {
    if (input.kind !== 'cancel') continue
    const before = { ...current, client: clients.get(current.clientId) ?? current.client }
    const written = await writeCancellation(trx, context.caller.clinicId, before, { reason, note: null, by }, now)
    clients.set(current.clientId, written.appointment.client)
    done.push({ kind: 'cancel', before, after: written.appointment, log: written.log })
  }
  return done
}

/** All leave their places first, so that one may take what another gives up. */
async function moveSteps(
  trx: Trx,
  clinicId: string,
  timeOff: TimeOff,
  steps: readonly Step[],
  clients: Map<string, ClientRow>,
  now: Instant,
): Promise<{ readonly refused: TimeOffRefusal } | { readonly done: Done[] }> {
  const moving = steps.filter(({ input }) => input.kind === 'cover' || input.kind === 'another_time')
  if (moving.length === 0) return { done: [] }
  const leaving = new Set(moving.map(({ current }) => current.id))
  await deleteOccupancies(trx, clinicId, [...leaving])
  const collected = collectProblems()
  const done: Done[] = []
  for (const step of moving) {
    const before = { ...step.current, client: clients.get(step.current.clientId) ?? step.current.client }
    const options = {
      override: NO_OVERRIDE,
      now,
      leaving: [...leaving],
      previousStart: before.startsAt,
      buffers: before,
    }
    const place = await decidePlace(trx, clinicId, wantedPlace(step, timeOff), options)
    if ('refusal' in place) {
      collected.add(step, place.refusal)
      continue
    }
    const there = movedTo(before, place, NO_OVERRIDE, now)
    const written = await writeMove(trx, clinicId, before, there, now)
    await insertOccupancies(trx, clinicId, [there])
    leaving.delete(before.id)
    const log = [appointmentEntry('move appointment', before, written.appointment), ...written.log]
    clients.set(before.clientId, written.appointment.client)
    done.push({ kind: step.input.kind as TimeOffChange['kind'], before, after: written.appointment, log })
  }
  const refused = collected.refusal()
  return refused ? { refused } : { done }
}

/** Where the step puts its appointment: what it leaves out stays, but for the therapist who is covered for. */
function wantedPlace({ input, index, current }: Step, timeOff: TimeOff): WantedPlace {
  const isCover = input.kind === 'cover'
  if (isCover && input.startsAt != null && input.startsAt !== current.startsAt)
    throw badInput('Who covers keeps the time.', stepPath(index, 'startsAt'))
  const isAway = current.therapistId === timeOff.resourceId
  const therapistId = input.therapistId ?? (isCover && isAway ? timeOff.coverTherapistId : current.therapistId)
  if (therapistId === null) throw badInput('Say who covers.', stepPath(index, 'therapistId'))
  const startsAt = input.startsAt ?? current.startsAt
  return {
    ...{ clientId: current.clientId, typeId: current.typeId, therapistId, startsAt },
    roomId: input.roomId === undefined ? current.roomId : input.roomId,
    endsAt: input.endsAt ?? startsAt + (current.endsAt - current.startsAt),
  }
}

/** The problems of many steps, each with its appointment and its place in the input. */
function collectProblems() {
  const problems: TimeOffProblem[] = []
  const resources = new Map<string, NamedResource>()
  return {
    add({ index, current }: Step, refusal: Pick<TimeOffRefusal, 'problems' | 'resources'>): void {
      for (const [id, resource] of refusal.resources) resources.set(id, resource)
      for (const problem of refusal.problems)
        problems.push({ ...problem, appointment: current, path: stepPath(index, ...(problem.path?.slice(1) ?? [])) })
    },
    refusal: (): TimeOffRefusal | undefined => (problems.length > 0 ? { problems, resources } : undefined),
  }
}
