import type { Appointment } from '../db/queries/book.ts'
import type { TimeOff } from '../db/queries/time-off.ts'
import { applyPlan } from './apply-plan.ts'
import { rightsOfCaller } from './caller.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeTimeOff, getTimeOff, standingRefusal, type TimeOffRefused, writeStanding } from './change-time-off.ts'
import { type ActionContext, actorOf } from './context.ts'
import { badInput, forbidden } from './errors.ts'
import { checkId } from './ids.ts'
import { checkedText } from './override.ts'
import { checkedPlan, lockPlan, type PlanStepInput } from './plan-steps.ts'

export interface DecideTimeOffInput extends Repeatable {
  readonly id: string
  readonly expectedVersion: number
  readonly decision: 'approve' | 'deny'
  readonly note?: string | null
  readonly plan?: readonly PlanStepInput[] | null
}

export interface TimeOffDecided {
  readonly kind: 'decided'
  readonly timeOff: TimeOff
  /** The appointments that the plan moved or cancelled. */
  readonly changed: readonly Appointment[]
}

/** Says yes or no to a request; with a yes goes what becomes of the appointments in that time. */
export function decideTimeOff(
  context: ActionContext,
  input: DecideTimeOffInput,
): Promise<TimeOffDecided | TimeOffRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'time off', ['input', 'id'])
  checkMayDecide(context)
  const decisionNote = checkedText(input.note, 1000, ['input', 'note'])
  const steps = checkedPlan(input.plan)
  const isApproved = input.decision === 'approve'
  if (!isApproved && steps.length > 0) throw badInput('What is denied changes no appointments.', ['input', 'plan'])

  return changeTimeOff<TimeOffDecided>(context, 'decideTimeOff', input, async (trx, now) => {
    const seen = await getTimeOff(trx, clinicId, input.id)
    const appointments = await lockPlan(trx, clinicId, steps, [seen.resourceId, seen.coverTherapistId], now)
    const current = await getTimeOff(trx, clinicId, input.id)
    const status = isApproved ? 'approved' : 'denied'
    const refused = await standingRefusal(trx, clinicId, current, input.expectedVersion, status)
    if (refused) return { refused }

    const decision = { status, decidedBy: actorOf(context.caller).name, decidedAt: now, decisionNote } as const
    const action = `${input.decision} time off`
    const { timeOff, log } = await writeStanding(trx, clinicId, action, current, decision, now)
    const applied = await applyPlan(trx, context, { timeOff, steps, appointments }, now)
    if ('refused' in applied) return applied
    return { written: { kind: 'decided', timeOff, changed: applied.changed }, log: [log, ...applied.log] }
  })
}

/** Refuses a caller who may not decide about anybody's time off. */
export function checkMayDecide(context: ActionContext): void {
  if (!rightsOfCaller(context.caller).has('decide_time_off')) throw forbidden('You may not decide about time off.')
}
