import { validate } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { endHold, findHold, type HoldRow } from '../db/queries/holds.ts'
import type { LogEntry } from '../db/queries/log.ts'
import type { Instant } from '../domain/interval.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { holdEndEntry } from './hold-log.ts'
import { findOwnHold, type HoldKey } from './lock-hold.ts'

/** A hold of the caller's own that does not stand in its way, and ends with what it does. */
export interface WithHold {
  readonly hold?: HoldKey | null
}

/** The hold that the input names, before anything is locked; what it takes is to be locked with the rest. */
export async function namedHold(context: ActionContext, trx: Trx, { hold }: WithHold): Promise<HoldRow | undefined> {
  if (!hold) return undefined
  if (!validate(hold.id)) throw notFound('hold', ['input', 'hold', 'id'], hold.id)
  return findOwnHold(context, trx, hold, ['input', 'hold'])
}

export function takenBy(hold: HoldRow | undefined): string[] {
  return [hold?.therapistId, hold?.roomId].filter((id) => id != null)
}

/** Ends the hold, if it has not ended meanwhile, in favour of what is written after it. */
export async function spendHold(
  trx: Trx,
  clinicId: string,
  named: HoldRow | undefined,
  now: Instant,
): Promise<LogEntry[]> {
  if (!named) return []
  const [hold] = await Promise.all([
    findHold(trx, clinicId, named.id),
    endHold(trx, clinicId, named.id, 'confirmed', now),
  ])
  if (hold?.status !== 'held') return []
  return [holdEndEntry('confirm hold', hold, { ...hold, version: hold.version + 1, status: 'confirmed' })]
}
