import {
  type MessageChannel,
  type MessageKind,
  messageKinds,
  offerKinds,
  proofKinds,
  registrantKinds,
} from './message.ts'
import type { RecordProblem } from './record.ts'
import type { LocalTime } from './zone.ts'

/** Whether, when and where one kind of message is sent. */
export interface NoticePolicy {
  readonly kind: MessageKind
  readonly on: boolean
  /** Before the start; after the end for a follow-up; 0 for what is sent at once. */
  readonly offsetMinutes: number
  readonly channels: readonly MessageChannel[]
}

/** What a clinic sends, and in which hours of its own zone. */
export interface ReminderPolicy {
  /** Messages leave from then on … */
  readonly leaveFrom: LocalTime
  /** … and before then. */
  readonly leaveUntil: LocalTime
  readonly weekends: boolean
  /** How long a booking rests before it is confirmed … */
  readonly settleSeconds: number
  /** … and a move or cancellation before it is told: whatever is undone within is told to nobody. */
  readonly moveSettleSeconds: number
  readonly notices: readonly NoticePolicy[]
}

/** What reminds a client of the start, the furthest from it first. */
export const reminderKinds = [
  'week_before',
  'high_risk',
  'two_days_before',
  'day_before',
  'two_hours_before',
  'hour_before',
] as const satisfies readonly MessageKind[]

export type ReminderKind = (typeof reminderKinds)[number]

const unplanned: readonly MessageKind[] = [
  ...(['answer', 'conversation', 'test'] as const),
  ...registrantKinds,
  ...offerKinds,
  ...proofKinds,
]

/** What a policy says something about: all but what answers somebody. */
export const plannedKinds: readonly MessageKind[] = messageKinds.filter((kind) => !unplanned.includes(kind))

/** Whether messages of that kind go to the therapist. */
export function isForTherapist(kind: MessageKind): boolean {
  return kind.startsWith('therapist_')
}

/** Whether the offset of that kind means anything: what is sent at once has none. */
export function hasOffset(kind: MessageKind): boolean {
  return kind === 'follow_up' || reminderKinds.some((each) => each === kind)
}

const HOUR = 60
const DAY = 24 * HOUR

/** What a clinic sends that has said nothing else. */
export const defaultReminderPolicy: ReminderPolicy = {
  leaveFrom: '08:00',
  leaveUntil: '20:00',
  weekends: true,
  settleSeconds: 20,
  moveSettleSeconds: 90,
  notices: [
    { kind: 'confirmation', on: true, offsetMinutes: 0, channels: ['email'] },
    { kind: 'week_before', on: false, offsetMinutes: 7 * DAY, channels: ['email'] },
    { kind: 'two_days_before', on: true, offsetMinutes: 2 * DAY, channels: ['email'] },
    { kind: 'day_before', on: true, offsetMinutes: DAY, channels: ['sms'] },
    { kind: 'two_hours_before', on: true, offsetMinutes: 2 * HOUR, channels: ['sms'] },
    { kind: 'hour_before', on: false, offsetMinutes: HOUR, channels: ['sms'] },
    { kind: 'high_risk', on: false, offsetMinutes: 3 * DAY, channels: ['sms'] },
    { kind: 'follow_up', on: false, offsetMinutes: DAY, channels: ['email'] },
    { kind: 'changed', on: true, offsetMinutes: 0, channels: ['email', 'sms'] },
    { kind: 'cancelled', on: true, offsetMinutes: 0, channels: ['email', 'sms'] },
    { kind: 'therapist_booked', on: true, offsetMinutes: 0, channels: ['email'] },
    { kind: 'therapist_changed', on: true, offsetMinutes: 0, channels: ['email'] },
    { kind: 'therapist_cancelled', on: true, offsetMinutes: 0, channels: ['email'] },
  ],
}

/** What the policy says of that kind; for what answers somebody, that nothing is sent of itself. */
export function noticeOf(policy: ReminderPolicy, kind: MessageKind): NoticePolicy {
  return policy.notices.find((each) => each.kind === kind) ?? { kind, on: false, offsetMinutes: 0, channels: [] }
}

/** The policy with these notices in place of its own; those left out stay. Each kind stands once, in a fixed order. */
export function withNotices(policy: ReminderPolicy, notices: readonly NoticePolicy[]): ReminderPolicy {
  const given = new Map(notices.map((each) => [each.kind, each]))
  return { ...policy, notices: plannedKinds.map((kind) => given.get(kind) ?? noticeOf(policy, kind)) }
}

export const LONGEST_OFFSET_MINUTES = 60 * DAY
const SHORTEST_OFFSET_MINUTES = 5
const LONGEST_SETTLE_SECONDS = 3600

/** Why a clinic cannot have that policy; none when it can. */
export function checkReminderPolicy(policy: ReminderPolicy): RecordProblem[] {
  const problems: RecordProblem[] = []
  const refuse = (message: string, ...path: string[]) =>
    problems.push({ code: 'INVALID', message, path: ['input', ...path] })
  const { leaveFrom, leaveUntil } = policy
  if (!isTime(leaveFrom)) refuse('Messages leave from a time of day such as 08:00.', 'leaveFrom')
  if (!isTime(leaveUntil)) refuse('Messages leave until a time of day such as 20:00.', 'leaveUntil')
  else if (leaveFrom >= leaveUntil) refuse('Messages must be able to leave: until comes after from.', 'leaveUntil')
  for (const field of ['settleSeconds', 'moveSettleSeconds'] as const)
    if (!isWhole(policy[field], 0, LONGEST_SETTLE_SECONDS))
      refuse(`A change rests for 0 to ${LONGEST_SETTLE_SECONDS} seconds.`, field)
  policy.notices.forEach((notice, at) => {
    const problem = noticeProblem(notice, policy.notices.slice(0, at))
    if (problem) refuse(problem, 'notices', String(at))
  })
  return problems
}

function noticeProblem({ kind, on, offsetMinutes, channels }: NoticePolicy, before: readonly NoticePolicy[]) {
  if (!plannedKinds.includes(kind)) return 'This kind of message is not sent by a policy.'
  if (before.some((each) => each.kind === kind)) return 'Each kind of message is named once.'
  if (new Set(channels).size < channels.length) return 'Each channel is named once.'
  if (on && channels.length === 0) return 'What is sent needs a channel.'
  if (isForTherapist(kind) && channels.some((each) => each !== 'email')) return 'Therapists are told by e-mail.'
  if (hasOffset(kind) && !isWhole(offsetMinutes, SHORTEST_OFFSET_MINUTES, LONGEST_OFFSET_MINUTES))
    return `An offset is ${SHORTEST_OFFSET_MINUTES} minutes to ${LONGEST_OFFSET_MINUTES / DAY} days.`
  if (!hasOffset(kind) && offsetMinutes !== 0) return 'What is sent at once has no offset.'
  return undefined
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

function isWhole(value: number, lowest: number, highest: number): boolean {
  return Number.isInteger(value) && value >= lowest && value <= highest
}
