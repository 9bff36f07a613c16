import type { Instant } from './interval.ts'

export const referralStatuses = ['new', 'contacted', 'acceptance_scheduled', 'active', 'discharged'] as const
export type ReferralStatus = (typeof referralStatuses)[number]

export interface Referral {
  readonly status: ReferralStatus
  readonly firstSessionAt: Instant | undefined
}

/**
 * What booking does to a client's referral: a client who was only known of now has a first session. Undefined when
 * nothing changes.
 */
export function referralAfterBooking(referral: Referral, startsAt: Instant): Referral | undefined {
  const isFirst = referral.firstSessionAt === undefined
  const isEarlier = referral.firstSessionAt !== undefined && startsAt < referral.firstSessionAt
  const waits = referral.status === 'new' || referral.status === 'contacted'
  if (isFirst) return { status: waits ? 'acceptance_scheduled' : referral.status, firstSessionAt: startsAt }
  return isEarlier ? { ...referral, firstSessionAt: startsAt } : undefined
}
