import { applyPlan } from './apply-plan.ts'
import type { VersionedInput } from './change-record.ts'
import {
  changeTimeOff,
  getTimeOff,
  refusalOf,
  staleTimeOff,
  type TimeOffRefused,
  writeStanding,
} from './change-time-off.ts'
import type { ActionContext } from './context.ts'
import { checkMayDecide, type TimeOffDecided } from './decide-time-off.ts'
import { badInput } from './errors.ts'
import { checkId } from './ids.ts'
import { checkedPlan, lockPlan, type PlanStepInput } from './plan-steps.ts'

export interface ApplyTimeOffPlanInput extends VersionedInput {
  readonly plan: readonly PlanStepInput[]
}

/** Does what the plan says with appointments that were left on approved time off, or have been booked there since. */
export function applyTimeOffPlan(
  context: ActionContext,
  input: ApplyTimeOffPlanInput,
): Promise<TimeOffDecided | TimeOffRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'time off', ['input', 'id'])
  checkMayDecide(context)
  const steps = checkedPlan(input.plan)
  if (steps.length === 0) throw badInput('A plan has at least one step.', ['input', 'plan'])
  return changeTimeOff<TimeOffDecided>(context, 'applyTimeOffPlan', input, async (trx, now) => {
    const seen = await getTimeOff(trx, clinicId, input.id)
    const appointments = await lockPlan(trx, clinicId, steps, [seen.resourceId, seen.coverTherapistId], now)
    const current = await getTimeOff(trx, clinicId, input.id)
    const refused = (await staleTimeOff(trx, clinicId, current, input.expectedVersion)) ?? undecidedRefusal(current)
    if (refused) return { refused }

    const { timeOff, log } = await writeStanding(trx, clinicId, 'plan time off', current, {}, now)
    const applied = await applyPlan(trx, context, { timeOff, steps, appointments }, now)
    if ('refused' in applied) return applied
    return { written: { kind: 'decided', timeOff, changed: applied.changed }, log: [log, ...applied.log] }
  })
}

function undecidedRefusal(current: Parameters<typeof refusalOf>[0]) {
  if (current.status === 'approved') return undefined
  const message = `${current.resource.name}'s time off is ${current.status}: only what is approved has a plan.`
  return refusalOf(current, { code: 'TERMINAL_STATUS', message, overridable: false })
}
