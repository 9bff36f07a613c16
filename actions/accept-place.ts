import type { Trx } from '../db/connect.ts'
import { countPlaces, findAdmitting } from '../db/queries/places.ts'
import { listAwaiting, type RegistrationRow, updateStanding } from '../db/queries/registrations.ts'
import { placesLeft } from '../domain/event.ts'
import { decideAcceptance, type RegistrationProblem } from '../domain/registration.ts'
import { lockRegistration } from './cancel-registration.ts'
import { changeClinic, type Outcome, type Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { checkId } from './ids.ts'
import type { RegistrationRefused } from './register-for-event.ts'
import { placesEntries, registrationEntry } from './registration-log.ts'
import { staleRegistration } from './stale-registration.ts'
import { tellRegistration } from './tell-registrants.ts'

export interface AcceptPlaceInput extends Repeatable {
  readonly id: string
  /** Left out by whoever follows the registration's own link. */
  readonly expectedVersion?: number | null
}

export interface PlaceAccepted {
  readonly kind: 'place-accepted'
  readonly registration: RegistrationRow
}

type Step = Outcome<PlaceAccepted, RegistrationRefused>

/**
 * Takes the place that was offered; late, only where it is still free and nobody else waits for it. A visitor's right to it
 * is the link that led to it: whoever calls this for one has followed it.
 */
export function acceptPlace(
  context: ActionContext,
  input: AcceptPlaceInput,
): Promise<PlaceAccepted | RegistrationRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'registration', ['input', 'id'])
  return changeClinic<PlaceAccepted, RegistrationRefused, RegistrationRefused>(context, {
    operation: 'acceptPlace',
    input,
    tell: async (refused) => refused,
    work: async (trx): Promise<Step> => {
      const current = await lockRegistration(context, trx, input.id)
      const { expectedVersion } = input
      if (expectedVersion != null && expectedVersion !== current.version)
        return refusing(await staleRegistration(trx, clinicId, current.id, 'The registration'))
      return accept(context, trx, current)
    },
  })
}

async function accept(context: ActionContext, trx: Trx, current: RegistrationRow): Promise<Step> {
  const { clinicId } = context.caller
  const now = context.now()
  const [admitting, line] = await Promise.all([
    findAdmitting(trx, clinicId, current),
    listAwaiting(trx, clinicId, current),
  ])
  if (!admitting) throw new Error('what was registered for is gone')
  const isOver = admitting.status === 'cancelled' || admitting.endsAt <= now
  if (isOver) return refusing(over(admitting.title))
  const beside = { left: placesLeft(admitting), isAwaited: line.length > 0 }
  const decision = decideAcceptance(current, beside, now)
  if (decision.kind === 'refused') return refusing(decision.problem)
  if (decision.kind === 'has') return { written: { kind: 'place-accepted', registration: current }, log: [] }
  const registration: RegistrationRow = {
    ...{ ...current, status: 'registered', passedAt: null },
    ...{ version: current.version + 1, updatedAt: now },
  }
  const places = decision.kind === 'free' ? current.places : 0
  const sessions = await countPlaces(trx, clinicId, current, places, now)
  if (!sessions) throw new Error('there are fewer places than were counted under the lock')
  await updateStanding(trx, clinicId, registration)
  await tellRegistration(context, trx, clinicId, registration)
  return {
    written: { kind: 'place-accepted', registration },
    log: [registrationEntry('accept place', current, registration), ...placesEntries(sessions)],
  }
}

function refusing(problem: RegistrationProblem): { readonly refused: RegistrationRefused } {
  return { refused: { kind: 'refused', problems: [problem] } }
}

function over(title: string): RegistrationProblem {
  return { code: 'IN_THE_PAST', message: `${title} is over or cancelled.`, path: ['input', 'id'] }
}
