import type { Trx } from '../db/connect.ts'
import { endHold, lockHoldsOfOwner } from '../db/queries/holds.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { callerKey } from './context.ts'
import { holdEndEntry } from './hold-log.ts'
import type { OwnContext } from './own-appointment.ts'

/** Gives back what is held for the client, but for the one she takes. */
export async function releaseOwnHolds({ caller, now }: OwnContext, trx: Trx, takenId?: string): Promise<LogEntry[]> {
  const holds = await lockHoldsOfOwner(trx, caller.clinicId, callerKey(caller))
  const left = holds.filter((each) => each.id !== takenId)
  await Promise.all(left.map((each) => endHold(trx, caller.clinicId, each.id, 'released', now())))
  return left.map((each) =>
    holdEndEntry('release hold', each, { ...each, version: each.version + 1, status: 'released' }),
  )
}
