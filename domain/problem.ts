import type { Instant } from './interval.ts'

/** Why a booking was refused. The codes are part of the public contract. */
export const bookingProblemCodes = [
  'THERAPIST_BUSY',
  'ROOM_BUSY',
  'CLIENT_BUSY',
  'OUTSIDE_HOURS',
  'ON_TIME_OFF',
  'CLINIC_CLOSED',
  'BUFFER',
  'DAILY_LIMIT',
  'IN_THE_PAST',
  'TOO_SOON',
  'TOO_FAR',
  'THERAPIST_UNQUALIFIED',
  'ROOM_UNSUITABLE',
  'RESOURCE_INACTIVE',
  'STALE_VERSION',
  'HOLD_EXPIRED',
  'HOLD_EXTENDED',
  'TOO_MANY_HOLDS',
  'TERMINAL_STATUS',
  'INVALID_INTERVAL',
  'SLUG_TAKEN',
  'NO_PLACE_LEFT',
  'EXTERNAL_BUSY',
] as const

export type BookingProblemCode = (typeof bookingProblemCodes)[number]

/** One reason for a refusal: what is wrong, with whom, and when. */
export interface BookingProblem {
  readonly code: BookingProblemCode
  /** Fit to be read aloud to a person. */
  readonly message: string
  /** Where in the input the cause lies. */
  readonly path?: readonly string[]
  readonly resourceId?: string
  readonly start?: Instant
  readonly end?: Instant
  /** Whether a person with the right may override it by name. */
  readonly overridable: boolean
}

const softCodes: ReadonlySet<BookingProblemCode> = new Set([
  'OUTSIDE_HOURS',
  'ON_TIME_OFF',
  'CLINIC_CLOSED',
  'BUFFER',
  'DAILY_LIMIT',
  'IN_THE_PAST',
  'TOO_SOON',
  'TOO_FAR',
  'THERAPIST_UNQUALIFIED',
  'ROOM_UNSUITABLE',
  'EXTERNAL_BUSY',
])

const busyCodes: ReadonlySet<BookingProblemCode> = new Set(['THERAPIST_BUSY', 'ROOM_BUSY'])

/** Whether a rule may be overridden: the soft ones always, a taken resource only where the clinic allows overbooking. */
export function isOverridable(code: BookingProblemCode, allowsOverbooking: boolean): boolean {
  return softCodes.has(code) || (allowsOverbooking && busyCodes.has(code))
}
