import { type EventAdmission, type PublishStatus, placesLeft, type RegistersFor, type SessionStatus } from './event.ts'
import type { Instant } from './interval.ts'

/** Where a registration stands. */
export const registrationStatuses = ['registered', 'offered', 'waitlisted', 'cancelled'] as const
export type RegistrationStatus = (typeof registrationStatuses)[number]

/** By whom it came: the person herself, the desk for her, or a program. */
export const registrationSources = ['public', 'desk', 'partner'] as const
export type RegistrationSource = (typeof registrationSources)[number]

/** Why somebody has no place. The codes are part of the public contract. */
export const registrationProblemCodes = [
  'REGISTRATION_CLOSED',
  'NOT_PUBLISHED',
  'IN_THE_PAST',
  'SESSION_CANCELLED',
  'BY_ENROLMENT',
  'ALREADY_REGISTERED',
  'NO_PLACE_LEFT',
  'STALE_VERSION',
  'TERMINAL_STATUS',
  'INVALID',
] as const
export type RegistrationProblemCode = (typeof registrationProblemCodes)[number]

/** One reason for a refusal. */
export interface RegistrationProblem {
  readonly code: RegistrationProblemCode
  /** Fit to be read aloud to a person. */
  readonly message: string
  /** Where in the input the cause lies. */
  readonly path?: readonly string[]
}

/** What one registers for: a session, or an event as a whole with when the last of it ends. */
export interface Admitting {
  readonly title: string
  readonly event: {
    readonly publishStatus: PublishStatus
    readonly admission: EventAdmission
    readonly registersFor: RegistersFor
    readonly isOpen: boolean
  }
  readonly publishStatus: PublishStatus
  /** Of the event as a whole: cancelled once all that was to come of it is. */
  readonly status: SessionStatus
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly capacity: number | null
  readonly placesTaken: number
  /** Whether somebody waits for a place already. */
  readonly isAwaited: boolean
}

export interface RegistrationRequest {
  readonly places: number
  /** Whether somebody of the clinic asks, who may let people in late. */
  readonly byStaff: boolean
}

/** A place, a place in line, or why neither. */
export type RegistrationDecision =
  | { readonly kind: 'registered' }
  | { readonly kind: 'waitlisted' }
  | { readonly kind: 'refused'; readonly problem: RegistrationProblem }

/**
 * Whether there is a place. Nobody passes those who wait: a place that was freed is theirs, and whoever comes later stands
 * behind them.
 */
export function decideRegistration(
  { places, byStaff }: RegistrationRequest,
  admitting: Admitting,
  now: Instant,
): RegistrationDecision {
  const problem = notAdmitting(admitting, byStaff, now) ?? neverEnough(admitting, places)
  if (problem) return { kind: 'refused', problem }
  const left = placesLeft(admitting)
  return { kind: left === null || (left >= places && !admitting.isAwaited) ? 'registered' : 'waitlisted' }
}

function notAdmitting(admitting: Admitting, byStaff: boolean, now: Instant): RegistrationProblem | undefined {
  const { event, title, publishStatus, status, startsAt, endsAt } = admitting
  if (event.publishStatus !== 'published' || publishStatus !== 'published')
    return refusal('NOT_PUBLISHED', `${title} is not published.`)
  if (event.admission === 'enrolment')
    return refusal('BY_ENROLMENT', `One comes to ${title} by enrolment. Ask the clinic.`)
  if (status === 'cancelled') return refusal('SESSION_CANCELLED', `${title} is cancelled.`)
  if (endsAt <= now) return refusal('IN_THE_PAST', `${title} is over.`)
  if (startsAt <= now && !byStaff) return refusal('IN_THE_PAST', `${title} has begun.`)
  if (!event.isOpen && !byStaff) return refusal('REGISTRATION_CLOSED', `Registration for ${title} is closed.`)
  return undefined
}

function neverEnough({ capacity, title }: Admitting, places: number): RegistrationProblem | undefined {
  if (capacity === null || places <= capacity) return undefined
  const message = `${title} has ${capacity} ${capacity === 1 ? 'place' : 'places'} in all.`
  return { code: 'NO_PLACE_LEFT', message, path: ['input', 'places'] }
}

function refusal(code: RegistrationProblemCode, message: string): RegistrationProblem {
  return { code, message, path: ['input', 'eventId'] }
}

/** Whether its places are counted: also while they are only offered. */
export function takesPlaces(status: RegistrationStatus): boolean {
  return status === 'registered' || status === 'offered'
}

interface Accepting {
  readonly status: RegistrationStatus
  readonly offerExpiresAt: Instant | null
  readonly passedAt: Instant | null
  readonly places: number
}

interface Beside {
  /** Of those that nobody has, null for no limit. */
  readonly left: number | null
  /** Whether somebody waits whom no offer has passed over. */
  readonly isAwaited: boolean
}

/** Whether somebody who takes a place has it: hers already, kept for her, still free though she comes late; or why not. */
export function decideAcceptance(
  { offerExpiresAt, passedAt, places, status }: Accepting,
  { isAwaited, left }: Beside,
  now: Instant,
): { readonly kind: 'has' | 'kept' | 'free' } | { readonly kind: 'refused'; readonly problem: RegistrationProblem } {
  const path = ['input', 'id']
  const refused = (code: RegistrationProblemCode, message: string) =>
    ({ kind: 'refused', problem: { code, message, path } }) as const
  if (status === 'registered') return { kind: 'has' }
  if (status === 'cancelled') return refused('TERMINAL_STATUS', 'The registration is cancelled.')
  if (status === 'offered' && now < offerExpiresAt!) return { kind: 'kept' }
  if (status === 'waitlisted' && passedAt === null) return refused('NO_PLACE_LEFT', 'No place has been offered yet.')
  // Late: what was kept for her is hers only as long as nobody else wants it.
  if (isAwaited) return refused('NO_PLACE_LEFT', 'The offer has ended, and the place goes to the next in line.')
  if (status === 'offered') return { kind: 'kept' }
  if (left === null || left >= places) return { kind: 'free' }
  return refused('NO_PLACE_LEFT', 'The offer has ended, and the place is taken.')
}

/** Why a registration cannot be cancelled; undefined when it can. */
export function cancellingProblem(status: RegistrationStatus): RegistrationProblem | undefined {
  if (status !== 'cancelled') return undefined
  return { code: 'TERMINAL_STATUS', message: 'The registration is cancelled already.', path: ['input', 'id'] }
}
