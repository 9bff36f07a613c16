import { lockBooking } from '../db/queries/appointments.ts'
import type { TimeOff } from '../db/queries/time-off.ts'
import { changeTimeOff, type TimeOffRefused, timeOffEntry } from './change-time-off.ts'
import type { ActionContext } from './context.ts'
import { checkedTimeOff, fileTimeOff, type RequestTimeOffInput } from './file-time-off.ts'

export interface TimeOffRequested {
  readonly kind: 'requested'
  readonly timeOff: TimeOff
}

/** Asks for time off; it takes nobody's time until it is approved. */
export function requestTimeOff(
  context: ActionContext,
  input: RequestTimeOffInput,
): Promise<TimeOffRequested | TimeOffRefused> {
  const wanted = checkedTimeOff(context, input)
  return changeTimeOff<TimeOffRequested>(context, 'requestTimeOff', input, async (trx, now) => {
    await lockBooking(trx, context.caller.clinicId, [wanted.resourceId], [], now)
    const undecided = { status: 'requested' as const, decidedBy: null, decidedAt: null }
    const filed = await fileTimeOff(trx, context, wanted, undecided, now)
    if ('refused' in filed) return filed
    const { timeOff } = filed
    return { written: { kind: 'requested', timeOff }, log: [timeOffEntry('request time off', undefined, timeOff)] }
  })
}
