import { type Instant, MINUTE } from './interval.ts'
import { mayLeave, nearestAllowed, nextAllowed } from './leaving-hours.ts'
import type { PlanOptions, StandingMessage, WantedMessage } from './message-facts.ts'
import { reminderKinds } from './reminder-policy.ts'

/** What becomes of a message whose time has come. */
export type Verdict =
  | { readonly kind: 'send' }
  | { readonly kind: 'later'; readonly until: Instant }
  | { readonly kind: 'never' }

const send: Verdict = { kind: 'send' }
const never: Verdict = { kind: 'never' }

/** What was due within the hours may leave so long after them: a provider that stumbles costs nobody a message. */
const GRACE = 10 * MINUTE
/** A reminder that is late is worth nothing shortly before the start. */
const LEAST_LEAD = 30 * MINUTE

/** Whether a message that is wanted leaves now. */
export function recheckWanted(
  message: Pick<StandingMessage, 'kind' | 'dueAt'>,
  wanted: Pick<WantedMessage, 'dueAt' | 'aboutStartsAt' | 'isAwaited'>,
  { policy, zone, now }: PlanOptions,
): Verdict {
  const { aboutStartsAt: startsAt } = wanted
  const isReminder = reminderKinds.some((kind) => kind === message.kind)
  if (startsAt <= now && message.kind !== 'follow_up') return never
  if (wanted.dueAt > now) return { kind: 'later', until: wanted.dueAt }
  if (wanted.isAwaited) return send
  if (isReminder && now > Math.max(wanted.dueAt + GRACE, startsAt - LEAST_LEAD)) return never
  if (mayLeaveNow(wanted.dueAt, { policy, zone, now })) return send
  if (message.kind === 'follow_up') return { kind: 'later', until: nextAllowed(now, policy, zone) }
  const until = isReminder ? nearestAllowed(now, { startsAt, now }, policy, zone) : nextAllowed(now, policy, zone)
  return until !== undefined && until < startsAt ? { kind: 'later', until } : never
}

/** Whether a message that no plan brought about leaves now: it waits for the hours. */
export function recheckUnplanned(dueAt: Instant, options: PlanOptions): Verdict {
  if (mayLeaveNow(dueAt, options)) return send
  return { kind: 'later', until: nextAllowed(options.now, options.policy, options.zone) }
}

function mayLeaveNow(dueAt: Instant, { policy, zone, now }: PlanOptions): boolean {
  return mayLeave(now, policy, zone) || (now <= dueAt + GRACE && mayLeave(dueAt, policy, zone))
}
