import { type Instant, MINUTE } from './interval.ts'

/** How a place that was freed goes to the line: offered for a while, given at once, or when somebody of the clinic says so. */
export const eventFillings = ['offer', 'at_once', 'by_hand'] as const
export type EventFilling = (typeof eventFillings)[number]

const LONGEST = 24 * 60 * MINUTE
const SHORTEST = 30 * MINUTE

/**
 * When an offer ends that is read from `from` on: after a day, or after a quarter of the time that is left when that is less.
 * Undefined where there is too little time to ask anybody.
 */
export function offerEndsAt(from: Instant, startsAt: Instant): Instant | undefined {
  const left = startsAt - from
  if (left < SHORTEST) return undefined
  return from + Math.max(SHORTEST, Math.min(LONGEST, Math.floor(left / 4 / MINUTE) * MINUTE))
}

/**
 * Who of the line comes in when so many places are left (null for no limit): from its head, and nobody past somebody who
 * needs more places than there are.
 */
export function headOfLine<Waiting extends { readonly places: number }>(
  line: readonly Waiting[],
  left: number | null,
): Waiting[] {
  if (left === null) return [...line]
  const head: Waiting[] = []
  let remaining = left
  for (const each of line) {
    remaining -= each.places
    if (remaining < 0) break
    head.push(each)
  }
  return head
}
