import { type Instant, MINUTE } from './interval.ts'
import type { ReplyIntent } from './reply.ts'

/** An upcoming appointment about which something was sent to the number that answers. */
export interface ReplyCandidate {
  readonly appointmentId: string
  readonly startsAt: Instant
  /** When the last message about it left; null for one about which none has yet. */
  readonly sentAt: Instant | null
  /** The start that message told of. */
  readonly aboutStartsAt: Instant | null
  /** When something was last answered about it. */
  readonly repliedAt: Instant | null
  /** Whether she has said yes to the time it is at. */
  readonly isConfirmed: boolean
}

/** Which appointment a reply is about; several of them, or one that has to be looked at first, when it is not clear. */
export type ReplyTarget =
  | { readonly kind: 'one'; readonly appointmentId: string }
  | { readonly kind: 'unclear'; readonly appointmentIds: readonly string[] }
  | { readonly kind: 'none' }

/** Messages that left within so long of each other are read together: an answer may be to any of them. */
const TOGETHER = 30 * MINUTE
/** Who is late speaks of what is about to begin. */
const SOON = 12 * 60 * MINUTE

/**
 * The appointment a reply is about: that of the message sent last, unless others were sent about at the same time. It is
 * not clear either when nothing has been sent about it, or it has moved since.
 */
export function targetOf(
  intent: ReplyIntent['kind'],
  candidates: readonly ReplyCandidate[],
  now: Instant,
): ReplyTarget {
  if (candidates.length === 0) return { kind: 'none' }
  const likely = likelyOf(intent, candidates, now)
  const [only] = likely
  if (likely.length === 1 && only && (isTold(only) || losesNothing(intent, only)))
    return { kind: 'one', appointmentId: only.appointmentId }
  const unclear = likely.toSorted((a, b) => a.startsAt - b.startsAt)
  return { kind: 'unclear', appointmentIds: unclear.map((each) => each.appointmentId) }
}

function isTold({ aboutStartsAt, sentAt, startsAt }: ReplyCandidate): boolean {
  return sentAt !== null && (aboutStartsAt ?? startsAt) === startsAt
}

/** Other times are only offered, lateness only noted; what is not understood does nothing, and a second yes nothing new. */
function losesNothing(intent: ReplyIntent['kind'], { isConfirmed }: ReplyCandidate): boolean {
  if (intent === 'confirm') return isConfirmed
  return intent === 'move' || intent === 'late' || intent === 'unrecognised'
}

function likelyOf(
  intent: ReplyIntent['kind'],
  candidates: readonly ReplyCandidate[],
  now: Instant,
): readonly ReplyCandidate[] {
  const soon = candidates.filter((each) => each.startsAt < now + SOON)
  if (intent === 'late' && soon.length > 0) return soon
  const last = Math.max(...candidates.map((each) => each.sentAt ?? -Infinity))
  const together = candidates.filter((each) => (each.sentAt ?? -Infinity) >= last - TOGETHER)
  // A second yes is to the message that has none yet; what takes something away is never guessed.
  const open = intent === 'confirm' ? together.filter((each) => !isAnswered(each)) : []
  return open.length > 0 ? open : together
}

function isAnswered({ repliedAt, sentAt }: ReplyCandidate): boolean {
  return repliedAt !== null && sentAt !== null && repliedAt >= sentAt
}
