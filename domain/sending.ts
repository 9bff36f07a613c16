import type { Instant } from './interval.ts'

export interface Cost {
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
}

/** What came of trying to send a message. */
export type Sending =
  | { readonly outcome: 'sent'; readonly providerId: string; readonly cost?: Cost }
  /** For good: the same message to the same address is refused tomorrow too. */
  | { readonly outcome: 'refused'; readonly code: string; readonly message: string }
  | {
      readonly outcome: 'later'
      readonly code: string
      readonly message: string
      readonly retryAfterSeconds?: number
      /** Nobody knows whether the provider has taken it: it must be asked before the next try. */
      readonly unsure: boolean
    }

/** What is written down of a try. */
export type Attempted =
  | { readonly status: 'sent'; readonly providerId: string; readonly cost?: Cost }
  | { readonly status: 'failed'; readonly code: string; readonly message: string }
  | {
      readonly status: 'sending'
      readonly code: string
      readonly message: string
      readonly attemptAt: Instant
      readonly unsure: boolean
      /** By the next try another way would have served its reader better. */
      readonly isLate: boolean
    }

/** How often a message is tried, over a good two hours, before it is given up. */
export const MOST_ATTEMPTS = 10
const FIRST_PAUSE = 30_000
const LONGEST_PAUSE = 30 * 60_000
/** A provider needs a while until what it took can be found there. */
const LEAST_UNSURE_PAUSE = 60_000

interface About {
  readonly dueAt: Instant
  /** The start that it tells of. */
  readonly aboutStartsAt: Instant | null
}

/** What becomes of a message after its so-many-eth try. */
export function afterAttempt(sending: Sending, attempts: number, now: Instant, about: About): Attempted {
  if (sending.outcome === 'sent') return { status: 'sent', providerId: sending.providerId, cost: sending.cost }
  const { code, message } = sending
  if (sending.outcome === 'refused' || attempts >= MOST_ATTEMPTS) return { status: 'failed', code, message }
  const { unsure, retryAfterSeconds = 0 } = sending
  const pause = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)
  const least = unsure ? LEAST_UNSURE_PAUSE : 0
  const attemptAt = now + Math.max(pause, least, retryAfterSeconds * 1000)
  return { status: 'sending', code, message, attemptAt, unsure, isLate: attemptAt > halfWay(about) }
}

/** What has not left by half of the time from when it was due to the start that it tells of is hardly of use later. */
function halfWay({ aboutStartsAt, dueAt }: About): Instant {
  return aboutStartsAt === null || aboutStartsAt <= dueAt ? Number.POSITIVE_INFINITY : (dueAt + aboutStartsAt) / 2
}
