import { type Instant, MINUTE } from './interval.ts'
import type { BookingProblem } from './problem.ts'
import { formatTime } from './zone.ts'

/** A hold is held until one of the other three has become of it. */
export type HoldStatus = 'held' | 'released' | 'expired' | 'confirmed'

/**
 * Who holds: the clinic's own people, a program, which mostly holds for people of the public, or a client herself, or
 * somebody of the public.
 */
export type HolderKind = 'member' | 'partner' | 'client' | 'visitor'

/** How long the clinic lets a slot be held. */
export interface HoldSettings {
  readonly staffHoldMinutes: number
  readonly publicHoldMinutes: number
}

/** What a hold is judged by. */
export interface HoldFacts {
  readonly status: HoldStatus
  readonly expiresAt: Instant
  readonly extended: boolean
}

/** The most a clinic may set. */
export const LONGEST_HOLD_MINUTES = 60

/** At one time: a person at the desk holds for a few callers, a program for everybody who is booking through it. */
const MOST_HOLDS: Readonly<Record<HolderKind, number>> = { member: 10, partner: 100, client: 6, visitor: 2 }

/** At one time by all of the public who share a network: a school or a waiting room. */
export const MOST_HOLDS_OF_NETWORK = 20

/** How many minutes a slot is held: by the clinic's own people, or by whoever books online. */
export function holdMinutes(isStaff: boolean, settings: HoldSettings): number {
  return isStaff ? settings.staffHoldMinutes : settings.publicHoldMinutes
}

/** The first instant at which a hold made or extended then is over. */
export function holdEnd(from: Instant, minutes: number): Instant {
  return from + minutes * MINUTE
}

/** Why somebody who holds so many slots may not hold another; undefined when there is room for one. */
export function tooManyHolds(kind: HolderKind, count: number): BookingProblem | undefined {
  if (count < MOST_HOLDS[kind]) return undefined
  return {
    code: 'TOO_MANY_HOLDS',
    message: `You hold ${count} slots already. Book or release one of them first.`,
    overridable: false,
  }
}

/** Whether the hold keeps others off its slot. */
export function isStanding(hold: Pick<HoldFacts, 'status' | 'expiresAt'>, now: Instant): boolean {
  return hold.status === 'held' && now < hold.expiresAt
}

/** Why nothing can be done with the hold any more; undefined while it stands. */
export function endedHold(hold: HoldFacts, zone: string, now: Instant): BookingProblem | undefined {
  if (isStanding(hold, now)) return undefined
  const problem = { path: ['input', 'id'], overridable: false }
  if (hold.status === 'confirmed')
    return { ...problem, code: 'TERMINAL_STATUS', message: 'This slot was held and is booked already.' }
  if (hold.status === 'released')
    return { ...problem, code: 'HOLD_EXPIRED', message: 'This slot was released and is no longer held.' }
  const ended = formatTime(hold.expiresAt, zone)
  return { ...problem, code: 'HOLD_EXPIRED', message: `This slot was held until ${ended} and is held no longer.` }
}

/** The hold's new end when it may be extended, which is once, or why it may not. */
export function extendedEnd(
  hold: HoldFacts,
  minutes: number,
): { readonly expiresAt: Instant } | { readonly problem: BookingProblem } {
  if (!hold.extended) return { expiresAt: holdEnd(hold.expiresAt, minutes) }
  const message = 'This hold was extended before, and a hold is extended once.'
  return { problem: { code: 'HOLD_EXTENDED', message, path: ['input', 'id'], overridable: false } }
}
