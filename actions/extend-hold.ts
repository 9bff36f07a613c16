import { extendHoldRow, type Hold } from '../db/queries/holds.ts'
import { extendedEnd } from '../domain/hold.ts'
import { expireHold } from '../jobs/contracts.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { holdEntry } from './hold-log.ts'
import { checkId } from './ids.ts'
import { type HoldKey, lockHold, refusalOfHold } from './lock-hold.ts'
import type { BookingRefused } from './refuse-booking.ts'

export interface ExtendHoldInput extends HoldKey, Repeatable {}

export interface HoldExtended {
  readonly kind: 'extended'
  readonly hold: Hold
}

/** Keeps a held slot as long again, once. */
export function extendHold(context: ActionContext, input: ExtendHoldInput): Promise<HoldExtended | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'hold', ['input', 'id'])

  return changeBook<HoldExtended>(context, 'extendHold', input, async (trx) => {
    const now = context.now()
    const locked = await lockHold(context, trx, input, now)
    if ('refusal' in locked) return { refused: locked.refusal }
    const { hold, minutes } = locked
    const end = extendedEnd(hold, minutes)
    if ('problem' in end) return { refused: { ...refusalOfHold(hold, end.problem), wanted: undefined } }

    await Promise.all([
      extendHoldRow(trx, clinicId, hold.id, end.expiresAt, now),
      context.jobs.enqueue(trx, expireHold, { clinicId, holdId: hold.id }, { startAfter: end.expiresAt }),
    ])
    const extended: Hold = { ...hold, version: hold.version + 1, expiresAt: end.expiresAt, extended: true }
    return { written: { kind: 'extended', hold: extended }, log: [holdEntry('extend hold', hold, extended)] }
  })
}
