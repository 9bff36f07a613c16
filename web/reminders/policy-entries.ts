import { messageKinds } from '../../domain/message.ts'
import { hasOffset, isForTherapist } from '../../domain/reminder-policy.ts'
import type { MessageChannel, MessageKind, ReminderPolicyRecordFragment } from '../generated/graphql.ts'
import { ruledKind } from '../messages/message-words.ts'
import { minutesOf, type Offset, offsetOf, offsetProblem } from './offset.ts'

export interface NoticeEntries {
  readonly kind: MessageKind
  readonly on: boolean
  /** Undefined for what leaves when something happens. */
  readonly offset: Offset | undefined
  readonly channels: readonly MessageChannel[]
}

/** The policy while it is being changed: numbers are text, as they are typed. */
export interface PolicyEntries {
  readonly version: number
  readonly leaveFrom: string
  readonly leaveUntil: string
  readonly weekends: boolean
  readonly settleSeconds: string
  readonly moveSettleSeconds: string
  readonly notices: readonly NoticeEntries[]
}

export function policyEntriesOf(policy: ReminderPolicyRecordFragment): PolicyEntries {
  return {
    version: policy.version,
    leaveFrom: policy.leaveFrom.slice(0, 5),
    leaveUntil: policy.leaveUntil.slice(0, 5),
    weekends: policy.weekends,
    settleSeconds: String(policy.settleSeconds),
    moveSettleSeconds: String(policy.moveSettleSeconds),
    notices: policy.notices.map(({ kind, on, offsetMinutes, channels }) => ({
      ...{ kind, on, channels },
      offset: hasOffset(ruledKind(kind)) ? offsetOf(offsetMinutes) : undefined,
    })),
  }
}

export function policyInputOf({ version, ...entries }: PolicyEntries) {
  return {
    ...entries,
    expectedVersion: version,
    settleSeconds: Number(entries.settleSeconds),
    moveSettleSeconds: Number(entries.moveSettleSeconds),
    notices: entries.notices.map(({ kind, on, offset, channels }) => ({
      ...{ kind, on, channels: [...channels] },
      offsetMinutes: offset ? minutesOf(offset) : 0,
    })),
  }
}

/** What can be said before asking, by field. */
export function policyProblems(entries: PolicyEntries): Partial<Record<keyof PolicyEntries, string | undefined>> {
  return {
    leaveUntil: entries.leaveFrom < entries.leaveUntil ? undefined : 'Choose a time after the first.',
    settleSeconds: secondsProblem(entries.settleSeconds),
    moveSettleSeconds: secondsProblem(entries.moveSettleSeconds),
    notices: entries.notices.some(noticeProblem) ? 'Correct what is marked below.' : undefined,
  }
}

export function noticeProblem({ on, offset, channels }: NoticeEntries): string | undefined {
  const wrong = offset && offsetProblem(offset)
  if (wrong) return wrong
  return on && channels.length === 0 ? 'Choose a channel, or switch it off.' : undefined
}

function secondsProblem(text: string): string | undefined {
  const fits = /^\d{1,4}$/.test(text.trim()) && Number(text) <= 3600
  return fits ? undefined : 'Write seconds, at most 3600 (an hour).'
}

/** Kinds, each in the order in which one hears of an appointment. */
export interface NoticeGroups {
  readonly before: readonly MessageKind[]
  readonly after: readonly MessageKind[]
  readonly changes: readonly MessageKind[]
  readonly therapist: readonly MessageKind[]
}

/** By what the saved policy says, so that no row jumps while its offset is typed. */
export function groupNotices(saved: ReminderPolicyRecordFragment['notices']): NoticeGroups {
  const order = (kind: MessageKind) => messageKinds.indexOf(ruledKind(kind))
  const sorted = [...saved].sort((a, b) => b.offsetMinutes - a.offsetMinutes || order(a.kind) - order(b.kind))
  const those = (fits: (kind: MessageKind) => boolean) => sorted.map(({ kind }) => kind).filter(fits)
  const isAround = (kind: MessageKind) => kind === 'CONFIRMATION' || hasOffset(ruledKind(kind))
  return {
    before: [
      ...those((kind) => kind === 'CONFIRMATION'),
      ...those((kind) => kind !== 'FOLLOW_UP' && hasOffset(ruledKind(kind))),
    ],
    after: those((kind) => kind === 'FOLLOW_UP'),
    changes: those((kind) => !isAround(kind) && !isForTherapist(ruledKind(kind))),
    therapist: those((kind) => isForTherapist(ruledKind(kind))),
  }
}
