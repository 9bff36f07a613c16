import type { Instant } from './interval.ts'
import { type LocalDate, wallClock } from './zone.ts'

/** How soon somebody must be seen; FHIR RequestPriority routine, urgent, asap and stat. */
export const urgencies = ['routine', 'soon', 'urgent', 'emergency'] as const
export type Urgency = (typeof urgencies)[number]

/** The parts of a day: until noon, until five, and from then on, by the clinic's clock. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** Who sent somebody to the clinic. */
export const referralSources = ['self', 'family', 'school', 'insurer', 'physician', 'hospital', 'other'] as const
export type ReferralSource = (typeof referralSources)[number]

/** Where an entry stands. One that is offered something waits on until she has answered. */
export const waitlistStatuses = ['waiting', 'offered', 'booked', 'left', 'expired'] as const
export type WaitlistStatus = (typeof waitlistStatuses)[number]

/** By whom an entry came. */
export const waitlistSources = ['desk', 'public', 'client', 'partner'] as const
export type WaitlistSource = (typeof waitlistSources)[number]

export const offerStatuses = ['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const
export type OfferStatus = (typeof offerStatuses)[number]

/** Why an offer is withdrawn: somebody else took it, the desk took it back, she waits no more, or she has another time. */
export const withdrawalReasons = ['taken', 'desk', 'left', 'booked'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** Where a freed slot stands: passed when nobody whom it fits took it, ended when somebody closed it. */
export const freedStatuses = ['open', 'offered', 'filled', 'passed', 'ended'] as const
export type FreedStatus = (typeof freedStatuses)[number]

/** Why a slot became free. */
export const freedCauses = ['cancelled', 'moved', 'noshow', 'time_off', 'hours', 'declined'] as const
export type FreedCause = (typeof freedCauses)[number]

/** What would suit somebody who waits. What is null is all the same to her. */
export interface Wishes {
  /** Any of these. */
  readonly therapistIds: readonly string[] | null
  /** Whoever can do this. */
  readonly skill: string | null
  /** ISO 8601: 1 is Monday. */
  readonly days: readonly number[] | null
  readonly parts: readonly DayPart[] | null
  readonly fromOn: LocalDate | null
  readonly untilOn: LocalDate | null
  /** How long before the start she must know. */
  readonly noticeMinutes: number
}

/** The longest notice somebody may ask for: a month. */
export const LONGEST_NOTICE_MINUTES = 30 * 24 * 60

/** Whether the entry is on the list still. */
export function isOnList(status: WaitlistStatus): boolean {
  return status === 'waiting' || status === 'offered'
}

/** The part of the day in which the instant lies, by the clock on the wall in `zone`. */
export function dayPartOf(instant: Instant, zone: string): DayPart {
  const { time } = wallClock(instant, zone)
  if (time < '12:00') return 'morning'
  return time < '17:00' ? 'afternoon' : 'evening'
}
