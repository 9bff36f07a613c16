import type { Trx } from '../db/connect.ts'
import { countPlaces, findRegistering, lockCounted } from '../db/queries/places.ts'
import { findRegistration, type RegistrationRow, setRegistrationStatus } from '../db/queries/registrations.ts'
import { cancellingProblem, takesPlaces } from '../domain/registration.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkEventRight } from './event-rights.ts'
import { fillPlaces } from './fill-places.ts'
import { checkId } from './ids.ts'
import type { RegistrationRefused } from './register-for-event.ts'
import { placesEntries, registrationEntry } from './registration-log.ts'
import { staleRegistration } from './stale-registration.ts'

export interface CancelRegistrationInput extends Repeatable {
  readonly id: string
  /** Left out by whoever follows the registration's own link. */
  readonly expectedVersion?: number | null
}

export interface RegistrationCancelled {
  readonly kind: 'registration-cancelled'
  readonly registration: RegistrationRow
}

/**
 * Gives a place back, one that was offered, or one in line. A place that is free then goes to the next in line. A visitor's right to it is the link that led to it: whoever
 * calls this for one has followed it.
 */
export function cancelRegistration(
  context: ActionContext,
  input: CancelRegistrationInput,
): Promise<RegistrationCancelled | RegistrationRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'registration', ['input', 'id'])
  return changeClinic<RegistrationCancelled, RegistrationRefused, RegistrationRefused>(context, {
    operation: 'cancelRegistration',
    input,
    tell: async (refused) => refused,
    work: async (trx) => {
      const now = context.now()
      const current = await lockRegistration(context, trx, input.id)
      const { expectedVersion } = input
      const problem =
        expectedVersion != null && expectedVersion !== current.version
          ? await staleRegistration(trx, clinicId, current.id, 'The registration')
          : cancellingProblem(current.status)
      if (problem) return { refused: { kind: 'refused', problems: [problem] } }
      const [sessions] = await Promise.all([
        countPlaces(trx, clinicId, current, takesPlaces(current.status) ? -current.places : 0, now),
        setRegistrationStatus(trx, clinicId, current.id, 'cancelled', now),
      ])
      const registration: RegistrationRow = {
        ...{ ...current, status: 'cancelled', version: current.version + 1, cancelledAt: now, updatedAt: now },
      }
      const filled = await fillPlaces(context, trx, clinicId, current)
      const entry = registrationEntry('cancel registration', current, registration)
      return {
        written: { kind: 'registration-cancelled', registration },
        log: [entry, ...placesEntries(sessions ?? []), ...filled],
      }
    },
  })
}

/** The registration as it stands once its places are locked, for a caller who may change it. */
export async function lockRegistration(context: ActionContext, trx: Trx, id: string): Promise<RegistrationRow> {
  const { caller } = context
  const { clinicId } = caller
  const seen = await findRegistration(trx, clinicId, id)
  if (!seen) throw notFound('registration', ['input', 'id'], id)
  const [, event, current] = await Promise.all([
    lockCounted(trx, clinicId, seen),
    findRegistering(trx, clinicId, seen.eventId, context.now()),
    findRegistration(trx, clinicId, id),
  ])
  if (caller.kind !== 'visitor') checkEventRight(context, event!.facilitatorIds)
  return current!
}
