import { endHold, type Hold } from '../db/queries/holds.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { holdEndEntry } from './hold-log.ts'
import { checkId } from './ids.ts'
import { type HoldKey, lockHold } from './lock-hold.ts'
import type { BookingRefused } from './refuse-booking.ts'

export interface ReleaseHoldInput extends HoldKey, Repeatable {}

export interface HoldReleased {
  readonly kind: 'released'
  readonly hold: Hold
}

/** Gives a held slot back before its time. */
export function releaseHold(context: ActionContext, input: ReleaseHoldInput): Promise<HoldReleased | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'hold', ['input', 'id'])

  return changeBook<HoldReleased>(context, 'releaseHold', input, async (trx) => {
    const now = context.now()
    const locked = await lockHold(context, trx, input, now)
    if ('refusal' in locked) return { refused: { ...locked.refusal, wanted: undefined } }
    const { hold } = locked
    const released: Hold = { ...hold, version: hold.version + 1, status: 'released' }
    await endHold(trx, clinicId, hold.id, 'released', now)
    return { written: { kind: 'released', hold: released }, log: [holdEndEntry('release hold', hold, released)] }
  })
}
