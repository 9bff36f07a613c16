import type { Trx } from '../db/connect.ts'
import { deleteOccupancies, insertOccupancies } from '../db/queries/appointments.ts'
import type { Appointment } from '../db/queries/book.ts'
import { findHold, type HoldRow } from '../db/queries/holds.ts'
import { isStanding } from '../domain/hold.ts'
import { appointmentEntry } from './appointment-log.ts'
import { changeOwn } from './change-own.ts'
import type { ActionContext } from './context.ts'
import { decidePlace } from './decide-place.ts'
import { noOverride } from './hold-slot.ts'
import { movedTo, writeMove } from './move-appointment.ts'
import { noteReply } from './note-reply.ts'
import {
  lockOwn,
  type OwnContext,
  type OwnInput,
  type OwnOutcome,
  type OwnRefused,
  ownMoveProblem,
} from './own-appointment.ts'
import { spendHold, takenBy } from './own-hold.ts'
import { releaseOwnHolds } from './own-holds.ts'

export interface MoveOwnInput extends OwnInput {
  /** A slot that is held for her. */
  readonly holdId: string
}

export interface OwnMoved {
  readonly kind: 'moved'
  readonly appointment: Appointment
}

/** The client takes a slot that is held for her instead of the time she has, and thereby says that she comes. */
export function moveOwnAppointment(
  context: ActionContext & OwnContext,
  input: MoveOwnInput,
): Promise<OwnMoved | OwnRefused> {
  return changeOwn(context, 'moveOwnAppointment', input, (trx) => writeOwnMove(context, trx, input))
}

/** The same within a transaction. */
export async function writeOwnMove(
  context: OwnContext,
  trx: Trx,
  { holdId, ...seen }: MoveOwnInput,
): Promise<OwnOutcome<OwnMoved>> {
  const { clinicId } = context.caller
  const now = context.now()
  const hold = await findOwnHeld(context, trx, holdId)
  if (!hold) return { refused: 'expired' }
  const current = await lockOwn(context, trx, takenBy(hold))
  const refused = await ownMoveProblem(trx, clinicId, current, now, seen)
  if (refused) return { refused }
  // Locking sweeps what has expired, and somebody may have ended it before.
  if (!(await findOwnHeld(context, trx, holdId)) || hold.typeId !== current.typeId) return { refused: 'expired' }

  const { therapistId, roomId, startsAt, endsAt } = hold
  const wanted = { clientId: current.clientId, typeId: current.typeId, therapistId, roomId, startsAt, endsAt }
  const leaving = [current.id, hold.id]
  const options = {
    override: noOverride,
    now,
    online: true,
    leaving,
    previousStart: current.startsAt,
    buffers: current,
  }
  const place = await decidePlace(trx, clinicId, wanted, options)
  if ('refusal' in place) return { refused: 'taken' }
  const there = { ...movedTo(current, place, noOverride, now), confirmedAt: now }
  const released = await releaseOwnHolds(context, trx, hold.id)
  const [moved, spent, , , noted] = await Promise.all([
    writeMove(trx, clinicId, current, there, now),
    spendHold(trx, clinicId, hold, now),
    deleteOccupancies(trx, clinicId, [current.id]),
    insertOccupancies(trx, clinicId, [there]),
    noteReply(trx, clinicId, current.id, { reply: 'confirmed', at: now, lateMinutes: null }),
  ])
  const entry = appointmentEntry('move appointment', current, moved.appointment)
  return {
    written: { kind: 'moved', appointment: moved.appointment },
    log: [entry, ...noted, ...spent, ...released, ...moved.log],
  }
}

/** The hold, while it stands and is this client's. */
export async function findOwnHeld(
  { caller, now }: Pick<OwnContext, 'caller' | 'now'>,
  trx: Trx,
  holdId: string,
): Promise<HoldRow | undefined> {
  const hold = await findHold(trx, caller.clinicId, holdId)
  const isHers = hold?.heldBy.kind === 'client' && hold.heldBy.id === caller.clientId
  return hold && isHers && isStanding(hold, now()) ? hold : undefined
}
