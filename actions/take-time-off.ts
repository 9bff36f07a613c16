import { applyPlan } from './apply-plan.ts'
import { changeTimeOff, type TimeOffRefused, timeOffEntry } from './change-time-off.ts'
import { type ActionContext, actorOf } from './context.ts'
import { checkMayDecide, type TimeOffDecided } from './decide-time-off.ts'
import { checkedTimeOff, fileTimeOff, type RequestTimeOffInput } from './file-time-off.ts'
import { checkedPlan, lockPlan, type PlanStepInput } from './plan-steps.ts'

export interface TakeTimeOffInput extends RequestTimeOffInput {
  readonly plan?: readonly PlanStepInput[] | null
}

/** Enters time off that needs no asking, "Ana is sick today", and does with her appointments what the plan says. */
export function takeTimeOff(context: ActionContext, input: TakeTimeOffInput): Promise<TimeOffDecided | TimeOffRefused> {
  const wanted = checkedTimeOff(context, input)
  checkMayDecide(context)
  const steps = checkedPlan(input.plan)
  return changeTimeOff<TimeOffDecided>(context, 'takeTimeOff', input, async (trx, now) => {
    const appointments = await lockPlan(
      trx,
      context.caller.clinicId,
      steps,
      [wanted.resourceId, wanted.coverTherapistId],
      now,
    )
    const standing = { status: 'approved' as const, decidedBy: actorOf(context.caller).name, decidedAt: now }
    const filed = await fileTimeOff(trx, context, wanted, standing, now)
    if ('refused' in filed) return filed
    const { timeOff } = filed
    const applied = await applyPlan(trx, context, { timeOff, steps, appointments }, now)
    if ('refused' in applied) return applied
    const log = [timeOffEntry('take time off', undefined, timeOff), ...applied.log]
    return { written: { kind: 'decided', timeOff, changed: applied.changed }, log }
  })
}
