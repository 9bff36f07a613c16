import { type Instant, MINUTE } from '../../domain/interval.ts'
import type { ReminderPolicy } from '../../domain/reminder-policy.ts'
import {
  checkWaitlistPolicy,
  offerEnd,
  offerHours,
  type WaitlistPolicy,
  whenToOffer,
} from '../../domain/waitlist-offer.ts'
import { clockInWords, dayInWords } from '../session/when.ts'
import { noticeInWords } from '../waitlist/waitlist-words.ts'

/** Becomes free then, and begins so long after. */
export interface Freed {
  readonly at: Instant
  readonly leadMinutes: number
}

/** What the policy does with a slot that becomes free; undefined while an entry is wrong. */
export function exampleInWords(
  policy: WaitlistPolicy,
  hours: Pick<ReminderPolicy, 'leaveFrom' | 'leaveUntil' | 'weekends'>,
  { at, leadMinutes }: Freed,
  zone: string,
): string | undefined {
  if (checkWaitlistPolicy(policy).length > 0) return undefined
  if (policy.mode === 'off') return 'Nothing happens: the list is kept, and nobody is looked for.'
  if (policy.mode === 'suggest')
    return 'The board shows whom it fits. Nothing is sent until somebody here presses Offer.'
  const startsAt = at + leadMinutes * MINUTE
  const offered = whenToOffer(startsAt, at, policy, offerHours(policy, hours), zone)
  if (offered === undefined) return 'It is not offered any more: that is too close to the start.'
  const end = offerEnd(startsAt, offered, policy)
  const whom = policy.together === 1 ? 'The first whom it fits' : `The first ${policy.together} whom it fits`
  const when = offered === at ? 'at once' : instantInWords(offered)
  const given = noticeInWords(Math.round((end - offered) / MINUTE))
  const each = policy.together === 1 ? 'and has' : 'and have'
  const next = policy.together === 1 ? 'Then the next is asked.' : 'The first yes has it.'
  return `${whom} ${policy.together === 1 ? 'is' : 'are'} asked ${when} ${each} ${given} to answer, until ${instantInWords(end)}. ${next}`
}

function instantInWords(at: Instant): string {
  const instant = new Date(at).toISOString()
  return `${dayInWords(instant)}, ${clockInWords(instant)}`
}
