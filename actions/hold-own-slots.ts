import type { Trx } from '../db/connect.ts'
import type { Appointment } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { type Hold, insertHold, listHoldsOfOwner } from '../db/queries/holds.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { holdEnd, holdMinutes } from '../domain/hold.ts'
import type { Instant } from '../domain/interval.ts'
import type { Slot } from '../domain/slots/request.ts'
import { expireHold } from '../jobs/contracts.ts'
import { changeOwn } from './change-own.ts'
import { type ActionContext, callerKey } from './context.ts'
import { decidePlace } from './decide-place.ts'
import { holdEntry } from './hold-log.ts'
import { newHold, noOverride } from './hold-slot.ts'
import { holdToken } from './hold-token.ts'
import { hashOfSecret } from './one-time-secret.ts'
import {
  lockOwn,
  type OwnContext,
  type OwnInput,
  type OwnOutcome,
  type OwnRefused,
  ownMoveProblem,
} from './own-appointment.ts'
import { releaseOwnHolds } from './own-holds.ts'

export interface HoldOwnInput extends OwnInput {
  readonly slot: Slot
}

export interface OwnHeld {
  readonly kind: 'held'
  readonly holds: readonly Hold[]
}

/** Keeps a slot for the client for the minutes that the public has, while she makes up her mind. */
export function holdOwnSlot(context: ActionContext & OwnContext, input: HoldOwnInput): Promise<OwnHeld | OwnRefused> {
  return changeOwn<OwnHeld>(context, 'holdOwnSlot', input, async (trx) => {
    const outcome = await writeOwnHolds(context, trx, [input.slot], input)
    return 'written' in outcome && outcome.written.holds.length === 0 ? { refused: 'taken' } : outcome
  })
}

/** Holds as many of the slots as are still free, in place of whatever was held for her before. */
export async function writeOwnHolds(
  context: OwnContext,
  trx: Trx,
  slots: readonly Slot[],
  input: OwnInput,
): Promise<OwnOutcome<OwnHeld>> {
  const { caller } = context
  const now = context.now()
  const before = await listHoldsOfOwner(trx, caller.clinicId, callerKey(caller))
  const current = await lockOwn(context, trx, [...slots, ...before].flatMap(takenBy))
  const refused = await ownMoveProblem(trx, caller.clinicId, current, now, input)
  if (refused) return { refused }
  const log = await releaseOwnHolds(context, trx)
  const { publicHoldMinutes, staffHoldMinutes } = await getClinic(trx, caller.clinicId)
  const expiresAt = holdEnd(now, holdMinutes(false, { publicHoldMinutes, staffHoldMinutes }))
  const holds: Hold[] = []
  for (const slot of slots.filter((each) => each.therapistId === current.therapistId)) {
    const hold = await holdOne(context, trx, current, slot, expiresAt)
    if (hold) holds.push(hold)
  }
  const held: LogEntry[] = holds.map((each) => holdEntry('hold slot', undefined, each))
  return { written: { kind: 'held', holds }, log: [...log, ...held] }
}

async function holdOne(
  context: OwnContext,
  trx: Trx,
  current: Appointment,
  slot: Slot,
  expiresAt: Instant,
): Promise<Hold | undefined> {
  const { caller, jobs } = context
  const { clinicId } = caller
  const now = context.now()
  const { typeId, bufferAfterMinutes, bufferBeforeMinutes } = current
  // What else she has is looked at once it is moved: whoever has not proved to be she is not to learn of it.
  const clientId = caller.isOutside ? null : current.clientId
  const { start: startsAt, end: endsAt, therapistId, roomId = null } = slot
  const place = await decidePlace(
    trx,
    clinicId,
    { clientId, typeId, therapistId, roomId, startsAt, endsAt },
    { override: noOverride, now, online: true, previousStart: current.startsAt, buffers: current },
  )
  if ('refusal' in place) return undefined
  const hold = { ...newHold(caller, place, expiresAt), bufferAfterMinutes, bufferBeforeMinutes }
  const tokenHash = hashOfSecret(holdToken(context, hold.id))
  await Promise.all([
    insertHold(trx, clinicId, { ...hold, owner: callerKey(caller), tokenHash }, now),
    jobs.enqueue(trx, expireHold, { clinicId, holdId: hold.id }, { startAfter: expiresAt }),
  ])
  return hold
}

function takenBy({ therapistId, roomId }: { readonly therapistId: string; readonly roomId?: string | null }): string[] {
  return roomId ? [therapistId, roomId] : [therapistId]
}
