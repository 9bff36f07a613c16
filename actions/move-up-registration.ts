import type { Trx } from '../db/connect.ts'
import { findAdmitting } from '../db/queries/places.ts'
import { findToldSession } from '../db/queries/registrant-messages.ts'
import { findRegistration, type RegistrationRow } from '../db/queries/registrations.ts'
import { placesLeft } from '../domain/event.ts'
import type { Instant } from '../domain/interval.ts'
import type { RegistrationProblem, RegistrationProblemCode } from '../domain/registration.ts'
import { lockRegistration } from './cancel-registration.ts'
import { changeClinic, type Outcome, type Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { comeIn, offerEnd } from './fill-places.ts'
import { checkId } from './ids.ts'
import type { RegistrationRefused } from './register-for-event.ts'
import { staleRegistration } from './stale-registration.ts'

export interface MoveUpRegistrationInput extends Repeatable {
  readonly id: string
  readonly expectedVersion: number
  /** Whether the place is hers at once; offered to her when left out. */
  readonly atOnce?: boolean | null
}

export interface RegistrationMovedUp {
  readonly kind: 'registration-moved-up'
  readonly registration: RegistrationRow
}

type Step = Outcome<RegistrationMovedUp, RegistrationRefused>

/** Gives somebody of the line a place that is free, or offers it, whoever stands before her: the clinic says so. */
export function moveUpRegistration(
  context: ActionContext,
  input: MoveUpRegistrationInput,
): Promise<RegistrationMovedUp | RegistrationRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'registration', ['input', 'id'])
  return changeClinic<RegistrationMovedUp, RegistrationRefused, RegistrationRefused>(context, {
    operation: 'moveUpRegistration',
    input,
    tell: async (refused) => refused,
    work: async (trx): Promise<Step> => {
      const current = await lockRegistration(context, trx, input.id)
      if (input.expectedVersion !== current.version)
        return refusing(await staleRegistration(trx, clinicId, current.id, 'The registration'))
      const until = await comingIn(context, trx, current, input.atOnce ?? false)
      if (typeof until === 'object' && until !== null) return refusing(until)
      const log = await comeIn(context, trx, clinicId, current, [current], until)
      const registration = await findRegistration(trx, clinicId, current.id)
      return { written: { kind: 'registration-moved-up', registration: registration! }, log }
    },
  })
}

/** Until when the place is kept for her, null when it is hers; or why she gets none. */
async function comingIn(
  context: ActionContext,
  trx: Trx,
  current: RegistrationRow,
  atOnce: boolean,
): Promise<Instant | null | RegistrationProblem> {
  const { clinicId } = context.caller
  const now = context.now()
  if (current.status !== 'waitlisted') return problem('TERMINAL_STATUS', `${current.name} does not wait in line.`)
  const admitting = await findAdmitting(trx, clinicId, current)
  const session = await findToldSession(trx, clinicId, current, now)
  if (!admitting || !session) return problem('IN_THE_PAST', 'It is over or cancelled.')
  const left = placesLeft(admitting)
  if (left !== null && left < current.places) return problem('NO_PLACE_LEFT', 'There is no place free for it.')
  if (atOnce) return null
  const until = await offerEnd(trx, clinicId, session.startsAt, now)
  return until ?? problem('IN_THE_PAST', 'There is too little time left to ask: give the place at once.')
}

function problem(code: RegistrationProblemCode, message: string): RegistrationProblem {
  return { code, message, path: ['input', 'id'] }
}

function refusing(problem: RegistrationProblem): { readonly refused: RegistrationRefused } {
  return { refused: { kind: 'refused', problems: [problem] } }
}
