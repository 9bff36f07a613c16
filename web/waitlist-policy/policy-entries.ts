import { checkWaitlistPolicy, type WaitlistPolicy } from '../../domain/waitlist-offer.ts'
import type { WaitlistMode, WaitlistPolicyRecordFragment } from '../generated/graphql.ts'

const numbers = [
  ...(['together', 'longestMinutes', 'shortestMinutes', 'offersADay', 'notWithinMinutes', 'longestChain'] as const),
] as const
type NumberField = (typeof numbers)[number]

/** The policy while it is being changed: numbers are text, as they are typed. */
export interface PolicyEntries extends Readonly<Record<NumberField, string>> {
  readonly version: number
  readonly mode: WaitlistMode
  /** Whether offers leave in hours of their own, not in those of all messages. */
  readonly ownHours: boolean
  readonly leaveFrom: string
  readonly leaveUntil: string
}

export function entriesOf(policy: WaitlistPolicyRecordFragment): PolicyEntries {
  const { leaveFrom, leaveUntil, mode, version } = policy
  const texts = Object.fromEntries(numbers.map((field) => [field, String(policy[field])])) as Record<
    NumberField,
    string
  >
  return {
    ...texts,
    ...{ version, mode, ownHours: leaveFrom !== null },
    ...{ leaveFrom: leaveFrom?.slice(0, 5) ?? '08:00', leaveUntil: leaveUntil?.slice(0, 5) ?? '20:00' },
  }
}

/** The policy as it is entered; what is no number is NaN, and so refused. */
export function policyOf(entries: PolicyEntries): WaitlistPolicy {
  const read = (field: NumberField) => (/^\d{1,5}$/.test(entries[field].trim()) ? Number(entries[field]) : Number.NaN)
  return {
    ...{ together: read('together'), longestMinutes: read('longestMinutes'), shortestMinutes: read('shortestMinutes') },
    ...{ offersADay: read('offersADay'), notWithinMinutes: read('notWithinMinutes') },
    ...{ longestChain: read('longestChain'), mode: entries.mode.toLowerCase() as WaitlistPolicy['mode'] },
    leaveFrom: entries.ownHours ? entries.leaveFrom : null,
    leaveUntil: entries.ownHours ? entries.leaveUntil : null,
  }
}

export function problemsOf(entries: PolicyEntries): Partial<Record<keyof PolicyEntries, string>> {
  return Object.fromEntries(checkWaitlistPolicy(policyOf(entries)).map(({ message, path }) => [path?.at(-1), message]))
}

export function inputOf(entries: PolicyEntries) {
  return { ...policyOf(entries), mode: entries.mode, expectedVersion: entries.version }
}
