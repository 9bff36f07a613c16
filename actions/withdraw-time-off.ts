import { lockBooking } from '../db/queries/appointments.ts'
import type { TimeOff } from '../db/queries/time-off.ts'
import { mayWithdrawTimeOff } from '../domain/rights.ts'
import { rightsOfCaller } from './caller.ts'
import type { VersionedInput } from './change-record.ts'
import { changeTimeOff, getTimeOff, standingRefusal, type TimeOffRefused, writeStanding } from './change-time-off.ts'
import type { ActionContext } from './context.ts'
import { forbidden } from './errors.ts'
import { checkId } from './ids.ts'

export interface TimeOffWithdrawn {
  readonly kind: 'withdrawn'
  readonly timeOff: TimeOff
}

/** Takes back a request, or time off that was approved; what an approval moved stays where it is. */
export function withdrawTimeOff(
  context: ActionContext,
  input: VersionedInput,
): Promise<TimeOffWithdrawn | TimeOffRefused> {
  const { caller } = context
  checkId(input.id, 'time off', ['input', 'id'])
  return changeTimeOff<TimeOffWithdrawn>(context, 'withdrawTimeOff', input, async (trx, now) => {
    const seen = await getTimeOff(trx, caller.clinicId, input.id)
    await lockBooking(trx, caller.clinicId, [seen.resourceId], [], now)
    const current = await getTimeOff(trx, caller.clinicId, input.id)
    const own = caller.kind === 'member' ? caller.therapistId : undefined
    if (!mayWithdrawTimeOff(rightsOfCaller(caller), current, own))
      throw forbidden('You may take back only what you asked for yourself, until it is decided.')
    const refused = await standingRefusal(trx, caller.clinicId, current, input.expectedVersion, 'withdrawn')
    if (refused) return { refused }
    const change = { status: 'withdrawn' } as const
    const { timeOff, log } = await writeStanding(trx, caller.clinicId, 'withdraw time off', current, change, now)
    return { written: { kind: 'withdrawn', timeOff }, log: [log] }
  })
}
