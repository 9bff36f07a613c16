import type { Appointment } from '../db/queries/book.ts'
import type { TimeOff } from '../db/queries/time-off.ts'
import { type AppliedChange, listTimeOffChanges, markUndone } from '../db/queries/time-off-changes.ts'
import { mayUndo, UNDO_HOURS } from '../domain/time-off.ts'
import type { VersionedInput } from './change-record.ts'
import {
  changeTimeOff,
  getTimeOff,
  refusalOf,
  staleTimeOff,
  standingRefusal,
  type TimeOffRefused,
  type ToldTimeOffProblem,
  toldProblems,
  writeStanding,
} from './change-time-off.ts'
import type { ActionContext } from './context.ts'
import { checkMayDecide } from './decide-time-off.ts'
import { checkId } from './ids.ts'
import { lockAppointments } from './lock-appointments.ts'
import { putBack } from './put-back.ts'

export interface UndoTimeOffInput extends VersionedInput {
  /** The time off stands, and only what its last plan did is put back. */
  readonly onlyLastPlan?: boolean | null
}

export interface TimeOffUndone {
  readonly kind: 'undone'
  readonly timeOff: TimeOff
  /** The appointments that stand again where they stood. */
  readonly changed: readonly Appointment[]
  /** Why others were left as they are: somebody changed them since, or their place is taken. */
  readonly left: readonly ToldTimeOffProblem[]
}

/**
 * Withdraws time off and puts everything back that its plans moved or cancelled, in one go; or, where the time off is to
 * stand, what the last of them did.
 */
export function undoTimeOff(context: ActionContext, input: UndoTimeOffInput): Promise<TimeOffUndone | TimeOffRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'time off', ['input', 'id'])
  checkMayDecide(context)
  const stands = input.onlyLastPlan ?? false
  return changeTimeOff<TimeOffUndone>(context, 'undoTimeOff', input, async (trx, now) => {
    const seen = await getTimeOff(trx, clinicId, input.id)
    const all = await listTimeOffChanges(trx, clinicId, seen.id)
    const changes = stands ? lastOf(all) : all
    const ids = changes.map((each) => each.appointmentId)
    const places = changes.flatMap(({ was }) => [was.therapistId, was.roomId])
    const appointments = await lockAppointments(trx, clinicId, ids, now, [seen.resourceId, ...places])
    const current = await getTimeOff(trx, clinicId, input.id)
    const refused = stands
      ? ((await staleTimeOff(trx, clinicId, current, input.expectedVersion)) ?? latePlanRefusal(current, changes, now))
      : ((await standingRefusal(trx, clinicId, current, input.expectedVersion, 'withdrawn')) ??
        lateRefusal(current, now))
    if (refused) return { refused }

    const [action, change] = stands
      ? (['undo plan of time off', {}] as const)
      : (['undo time off', { status: 'withdrawn' }] as const)
    const { timeOff, log } = await writeStanding(trx, clinicId, action, current, change, now)
    const pairs = changes.map((each, index) => ({ ...each, current: appointments[index]! }))
    const back = await putBack(trx, clinicId, pairs, now)
    const changed = back.appointments
    await markUndone(
      trx,
      clinicId,
      timeOff.id,
      changed.map((each) => each.id),
      now,
    )
    return { written: { kind: 'undone', timeOff, changed, left: toldProblems(back.left) }, log: [log, ...back.log] }
  })
}

/** What the latest of the plans did. */
function lastOf(changes: readonly AppliedChange[]): readonly AppliedChange[] {
  const last = Math.max(...changes.map((each) => each.appliedVersion))
  return changes.filter((each) => each.appliedVersion === last)
}

function latePlanRefusal(current: TimeOff, changes: readonly AppliedChange[], now: number) {
  const [first] = changes
  if (current.status === 'approved' && first && mayUndo(first.appliedAt, now)) return undefined
  const message = `No plan of ${current.resource.name}'s time off was applied in the last ${UNDO_HOURS} hours.`
  return refusalOf(current, { code: 'TERMINAL_STATUS', message, overridable: false })
}

function lateRefusal(current: TimeOff, now: number) {
  if (current.status === 'approved' && mayUndo(current.decidedAt, now)) return undefined
  const message =
    current.status === 'approved'
      ? `${current.resource.name}'s time off was approved more than ${UNDO_HOURS} hours ago; it can still be withdrawn.`
      : `${current.resource.name}'s time off was not approved; there is nothing to undo.`
  return refusalOf(current, { code: 'TERMINAL_STATUS', message, overridable: false })
}
