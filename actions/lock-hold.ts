import type { Trx } from '../db/connect.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { findHold, type Hold, type HoldRow, listHolds } from '../db/queries/holds.ts'
import { endedHold, holdMinutes } from '../domain/hold.ts'
import type { Instant } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import { textProblem } from '../domain/text.ts'
import { checkAppointmentRight } from './appointment-rights.ts'
import type { ActionContext } from './context.ts'
import { badInput, notFound } from './errors.ts'
import { hashOfSecret } from './one-time-secret.ts'
import type { Refusal } from './refuse-booking.ts'

/** A hold and the proof of having made it. */
export interface HoldKey {
  readonly id: string
  readonly token: string
}

const LONGEST_TOKEN = 200

/** A hold of whoever names its token, found before anything is locked; with another token it is not there. */
export async function findOwnHold(
  context: ActionContext,
  trx: Trx,
  { id, token }: HoldKey,
  path: readonly string[] = ['input'],
): Promise<HoldRow> {
  const problem = textProblem(token, LONGEST_TOKEN)
  if (problem) throw badInput(`token ${problem}.`, [...path, 'token'])
  const hold = await findHold(trx, context.caller.clinicId, id, hashOfSecret(token))
  if (!hold) throw notFound('hold', [...path, 'id'], id)
  // Of whom nobody knows, the token alone is the proof.
  if (context.caller.kind !== 'visitor') checkAppointmentRight(context, [hold.therapistId])
  return hold
}

/** The hold as it stands once what it takes, and those clients, are locked; a refusal when it stands no longer. */
export async function lockHold(
  context: ActionContext,
  trx: Trx,
  key: HoldKey,
  now: Instant,
  clientIds: readonly string[] = [],
): Promise<{ readonly hold: Hold; readonly minutes: number } | { readonly refusal: Refusal }> {
  const { clinicId } = context.caller
  const found = await findOwnHold(context, trx, key)
  const resourceIds = found.roomId ? [found.therapistId, found.roomId] : [found.therapistId]
  const [, [hold], clinic] = await Promise.all([
    lockBooking(trx, clinicId, resourceIds, clientIds, now),
    listHolds(trx, clinicId, [key.id]),
    getClinic(trx, clinicId),
  ])
  if (!hold) throw notFound('hold', ['input', 'id'], key.id)
  const minutes = holdMinutes(hold.heldBy.kind === 'member', clinic)
  const problem = endedHold(hold, clinic.zone, now)
  return problem ? { refusal: refusalOfHold(hold, problem) } : { hold, minutes }
}

/** Why nothing more is done with the hold, and what could be had instead of its slot. */
export function refusalOfHold(hold: Hold, problem: BookingProblem): Refusal {
  const { startsAt: start, endsAt: end, therapistId, clientId, typeId } = hold
  return {
    problems: [{ resourceId: therapistId, start, end, ...problem }],
    resources: new Map([[therapistId, hold.therapist]]),
    wanted: {
      ...{ ...hold, start, end, therapistId, roomId: hold.roomId ?? undefined, clientId, typeId },
      mayBeFree: problem.code === 'HOLD_EXPIRED',
    },
  }
}
