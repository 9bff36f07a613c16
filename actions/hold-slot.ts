import { v7 as uuidv7 } from 'uuid'
import { lockBooking } from '../db/queries/appointments.ts'
import type { ClientRow } from '../db/queries/book.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { countHolds, type Hold, insertHold, lockHolder } from '../db/queries/holds.ts'
import { holdEnd, holdMinutes, tooManyHolds } from '../domain/hold.ts'
import type { Instant } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import { expireHold } from '../jobs/contracts.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import { type Caller, isOnline } from './caller.ts'
import { changeBook } from './change-book.ts'
import type { Repeatable } from './change-clinic.ts'
import { type ActionContext, actorOf, callerKey } from './context.ts'
import { type DecidedPlace, decidePlace } from './decide-place.ts'
import { holdEntry } from './hold-log.ts'
import { holdToken } from './hold-token.ts'
import { checkId } from './ids.ts'
import { hashOfSecret } from './one-time-secret.ts'
import type { BookingRefused, Refusal } from './refuse-booking.ts'

export interface HoldSlotInput extends Repeatable {
  readonly typeId: string
  readonly therapistId: string
  readonly roomId?: string | null
  readonly startsAt: Instant
  readonly endsAt?: Instant | null
  readonly clientId?: string | null
}

export interface SlotHeld {
  readonly kind: 'held'
  readonly hold: Hold
  /** Proves who made the hold. */
  readonly token: string
}

export const noOverride = { codes: new Set<never>(), reason: null }

/** Keeps a slot for the caller for some minutes, by the rules of a booking whose client may not be known yet. */
export async function holdSlot(context: ActionContext, input: HoldSlotInput): Promise<SlotHeld | BookingRefused> {
  const { caller } = context
  const { clinicId } = caller
  checkId(input.typeId, 'appointment type', ['input', 'typeId'])
  checkId(input.therapistId, 'therapist', ['input', 'therapistId'])
  if (input.roomId != null) checkId(input.roomId, 'room', ['input', 'roomId'])
  if (input.clientId != null) checkId(input.clientId, 'client', ['input', 'clientId'])
  checkAppointmentRight(context, [input.therapistId])
  const owner = callerKey(caller)

  const answer = await changeBook<Omit<SlotHeld, 'token'>>(context, 'holdSlot', input, async (trx) => {
    const now = context.now()
    const roomId = input.roomId ?? null
    const clientId = input.clientId ?? null
    const wanted = { ...input, roomId, clientId, endsAt: input.endsAt ?? undefined }
    const [, , place, count, clinic] = await Promise.all([
      lockHolder(trx, clinicId, owner),
      lockBooking(trx, clinicId, roomId ? [input.therapistId, roomId] : [input.therapistId], [], now),
      decidePlace(trx, clinicId, wanted, { override: noOverride, now, online: isOnline(caller) }),
      countHolds(trx, clinicId, owner, now),
      getClinic(trx, clinicId),
    ])
    const tooMany = tooManyHolds(caller.kind, count)
    if (tooMany) return { refused: refusalAt(place, tooMany) }
    if ('refusal' in place) return { refused: place.refusal }

    const expiresAt = holdEnd(now, holdMinutes(caller.kind === 'member', clinic))
    const hold = newHold(caller, place, expiresAt)
    const tokenHash = hashOfSecret(holdToken(context, hold.id))
    await Promise.all([
      insertHold(trx, clinicId, { ...hold, owner, tokenHash }, now),
      context.jobs.enqueue(trx, expireHold, { clinicId, holdId: hold.id }, { startAfter: expiresAt }),
    ])
    return { written: { kind: 'held', hold }, log: [holdEntry('hold slot', undefined, hold)] }
  })
  return answer.kind === 'held' ? { ...answer, token: holdToken(context, answer.hold.id) } : answer
}

type Place = DecidedPlace<ClientRow | null>
type Accepted = Exclude<Place, { refusal: unknown }>

/** A refusal that is about neither therapist nor room, whatever else is to be said about the place. */
function refusalAt(place: Place, problem: BookingProblem): Refusal {
  const isFree = !('refusal' in place)
  const { start, end, therapistId } = isFree ? { ...place, therapistId: place.therapist.id } : place.refusal.wanted
  const resources = isFree ? new Map([[therapistId, place.therapist]]) : place.refusal.resources
  return { problems: [{ ...problem, resourceId: therapistId, start, end }], resources }
}

/** The slot as it is held for the caller. */
export function newHold(caller: Caller, place: Accepted, expiresAt: Instant): Hold {
  return holdBy(actorOf(caller), place, expiresAt)
}

/** The same for whoever is named. */
export function holdBy(heldBy: Hold['heldBy'], place: Accepted, expiresAt: Instant): Hold {
  return {
    id: uuidv7(),
    version: 1,
    status: 'held',
    startsAt: place.start,
    endsAt: place.end,
    typeId: place.type.id,
    therapistId: place.therapist.id,
    roomId: place.room?.id ?? null,
    clientId: place.client?.id ?? null,
    bufferBeforeMinutes: place.type.bufferBeforeMinutes,
    bufferAfterMinutes: place.type.bufferAfterMinutes,
    expiresAt,
    extended: false,
    heldBy,
    therapist: place.therapist,
    room: place.room,
    type: place.type,
  }
}
