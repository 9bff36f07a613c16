import { type Instant, MINUTE } from './interval.ts'
import { nextAllowed } from './leaving-hours.ts'
import type { MessageKind } from './message.ts'
import type { RecordProblem } from './record.ts'
import type { ReminderPolicy } from './reminder-policy.ts'
import type { OfferStatus } from './waitlist-entry.ts'
import type { LocalTime } from './zone.ts'

/** Whether freed slots are left alone, told to the desk, or offered by themselves. */
export const waitlistModes = ['off', 'suggest', 'offer'] as const
export type WaitlistMode = (typeof waitlistModes)[number]

/** How a clinic offers what became free. */
export interface WaitlistPolicy {
  readonly mode: WaitlistMode
  /** To so many at once; the first yes has it. */
  readonly together: number
  /** How long somebody has to answer about a slot that is far off … */
  readonly longestMinutes: number
  /** … and about one that is near. */
  readonly shortestMinutes: number
  /** The most a person is offered on one day. */
  readonly offersADay: number
  /** Nothing is offered so shortly before its start. */
  readonly notWithinMinutes: number
  /** So many slots are offered one after another because somebody moved up into the one before. */
  readonly longestChain: number
  /** Offers leave from then on …; null for the hours in which all messages do. */
  readonly leaveFrom: LocalTime | null
  /** … and before then. */
  readonly leaveUntil: LocalTime | null
}

/** How a clinic offers that has said nothing else: nobody is written to by itself until the clinic wants it. */
export const defaultWaitlistPolicy: WaitlistPolicy = {
  mode: 'suggest',
  together: 1,
  longestMinutes: 240,
  shortestMinutes: 15,
  offersADay: 3,
  notWithinMinutes: 120,
  longestChain: 3,
  leaveFrom: null,
  leaveUntil: null,
}

/** The most that are offered the same slot at once. */
export const MOST_TOGETHER = 5
/** Somebody has a tenth of the time there is before the slot to answer. */
const SHARE = 10

/** How many minutes somebody has who is offered the slot then: fewer, the nearer it is. */
export function offerMinutes(startsAt: Instant, now: Instant, policy: WaitlistPolicy): number {
  const left = (startsAt - now) / MINUTE - policy.notWithinMinutes
  const share = Math.floor(left / SHARE)
  return Math.min(policy.longestMinutes, Math.max(policy.shortestMinutes, share))
}

/** The first instant at which the offer is over; never later than the slot itself begins. */
export function offerEnd(startsAt: Instant, now: Instant, policy: WaitlistPolicy): Instant {
  return Math.min(startsAt, now + offerMinutes(startsAt, now, policy) * MINUTE)
}

/** The hours in which offers leave: the clinic's own for them, or those of all messages. */
export function offerHours(
  policy: WaitlistPolicy,
  reminders: Pick<ReminderPolicy, 'leaveFrom' | 'leaveUntil' | 'weekends'>,
): Pick<ReminderPolicy, 'leaveFrom' | 'leaveUntil' | 'weekends'> {
  const { leaveFrom, leaveUntil } = policy
  return leaveFrom === null || leaveUntil === null ? reminders : { leaveFrom, leaveUntil, weekends: reminders.weekends }
}

/** When, from now on, the slot may be offered; undefined when that would be too shortly before it. */
export function whenToOffer(
  startsAt: Instant,
  now: Instant,
  policy: WaitlistPolicy,
  hours: Pick<ReminderPolicy, 'leaveFrom' | 'leaveUntil' | 'weekends'>,
  zone: string,
): Instant | undefined {
  const at = nextAllowed(now, hours, zone)
  return at <= startsAt - policy.notWithinMinutes * MINUTE && at < startsAt ? at : undefined
}

/** Whether what a message says of an offer is still so. */
export function isStillOffered(
  kind: MessageKind,
  offer: { readonly status: OfferStatus; readonly expiresAt: Instant; readonly startsAt: Instant },
  now: Instant,
): boolean {
  const isOpen = offer.status === 'open' && now < offer.expiresAt
  return kind === 'waitlist_offer' ? isOpen : !isOpen && now < offer.startsAt
}

/** Why a clinic cannot have that policy; none when it can. */
export function checkWaitlistPolicy(policy: WaitlistPolicy): RecordProblem[] {
  const problems: RecordProblem[] = []
  const refuse = (field: keyof WaitlistPolicy, message: string) =>
    problems.push({ code: 'INVALID', message, path: ['input', field] })
  for (const [field, lowest, highest] of LIMITS)
    if (!isWhole(policy[field], lowest, highest))
      refuse(field, `It must be a whole number from ${lowest} to ${highest}.`)
  if (policy.shortestMinutes > policy.longestMinutes)
    refuse('shortestMinutes', 'The shortest time to answer is not longer than the longest.')
  const { leaveFrom, leaveUntil } = policy
  if ((leaveFrom === null) !== (leaveUntil === null)) refuse('leaveUntil', 'Give both ends of the hours, or neither.')
  else if (leaveFrom !== null && leaveUntil !== null && leaveFrom >= leaveUntil)
    refuse('leaveUntil', 'Offers must be able to leave: until comes after from.')
  return problems
}

const LIMITS = [
  ['together', 1, MOST_TOGETHER],
  ['longestMinutes', 5, 1440],
  ['shortestMinutes', 5, 1440],
  ['offersADay', 1, 20],
  ['notWithinMinutes', 0, 2880],
  ['longestChain', 1, 20],
] as const

function isWhole(value: number, lowest: number, highest: number): boolean {
  return Number.isInteger(value) && value >= lowest && value <= highest
}
