import { type Instant, MINUTE } from './interval.ts'
import type { ReferralSource, Urgency } from './waitlist-entry.ts'

const DAY = 24 * 60 * MINUTE

/** A part of a score, and what it is for. */
export interface ScorePart {
  readonly name: 'urgency' | 'waiting' | 'referral'
  readonly points: number
  /** Fit to be read by a person. */
  readonly why: string
}

/** Who comes first: the higher the sooner. */
export interface WaitlistScore {
  /** What the parts come to, or what somebody has set instead. */
  readonly total: number
  readonly parts: readonly ScorePart[]
}

/** What an entry is scored by. */
export interface Scored {
  readonly urgency: Urgency
  readonly referralSource: ReferralSource | null
  readonly createdAt: Instant
  /** Set by hand; null when the parts count. */
  readonly scoreOverride: number | null
}

/** The most that may be set by hand. */
export const HIGHEST_SCORE = 1000

/** An emergency goes before whatever waits, however long. */
const URGENCY_POINTS: Readonly<Record<Urgency, number>> = { routine: 0, soon: 20, urgent: 45, emergency: 100 }
const REFERRAL_POINTS: Readonly<Record<ReferralSource, number>> = {
  ...{ hospital: 15, physician: 10, school: 5, insurer: 5 },
  ...{ family: 0, self: 0, other: 0 },
}
/** A point a day; somebody who has waited for two months gains no more by it. */
const MOST_WAITING = 60

/** The whole days since the entry was made. */
export function waitingDays(createdAt: Instant, now: Instant): number {
  return Math.max(0, Math.floor((now - createdAt) / DAY))
}

/** The score of an entry at that time, with its parts: urgency, waiting time and who sent her. */
export function scoreOf(entry: Scored, now: Instant): WaitlistScore {
  const days = waitingDays(entry.createdAt, now)
  const { referralSource: source, urgency } = entry
  const parts: ScorePart[] = [
    { name: 'urgency', points: URGENCY_POINTS[urgency], why: `Urgency: ${urgency}.` },
    {
      name: 'waiting',
      points: Math.min(days, MOST_WAITING),
      why: `Waiting for ${days === 1 ? '1 day' : `${days} days`}.`,
    },
    {
      ...{ name: 'referral', points: source ? REFERRAL_POINTS[source] : 0 },
      why: source ? `Referred by: ${source}.` : 'Nothing is said about a referral.',
    },
  ]
  return { total: entry.scoreOverride ?? totalOf(entry, days), parts }
}

/** The same as a number alone, for ranking many. */
export function scoreTotal(entry: Scored, now: Instant): number {
  return entry.scoreOverride ?? totalOf(entry, waitingDays(entry.createdAt, now))
}

function totalOf({ referralSource, urgency }: Scored, days: number): number {
  return URGENCY_POINTS[urgency] + Math.min(days, MOST_WAITING) + (referralSource ? REFERRAL_POINTS[referralSource] : 0)
}
