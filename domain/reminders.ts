import { type Instant, MINUTE } from './interval.ts'
import { nearestAllowed, nextAllowed } from './leaving-hours.ts'
import type { MessageChannel } from './message.ts'
import {
  hasBegun,
  hasLeftAs,
  type PlanFacts,
  type PlanOptions,
  type WantedMessage,
  waitingAs,
} from './message-facts.ts'
import { type NoticePolicy, noticeOf, reminderKinds } from './reminder-policy.ts'
import { isMovable } from './status.ts'

/** How far ahead rows are made for reminders; the rest waits for the day's sweep. */
export const PLANNED_AHEAD = 8 * 24 * 60 * MINUTE
/** A reminder within that time after another message about the same start says nothing new. */
const LEAST_GAP = 30 * MINUTE
/** A reminder that turns out to need another channel when it is about to leave is not too late yet. */
const JUST_NOW = 10 * MINUTE
/** A follow-up that could not be sent within that time comes too late. */
const LATEST_FOLLOW_UP = 3 * 24 * 60 * MINUTE

/** The channels on which somebody can be reached; e-mail in place of a text or a call that cannot reach her. */
export function channelsOf(notice: NoticePolicy, reach: PlanFacts['reach']): readonly MessageChannel[] {
  if (!notice.on) return []
  const reached = notice.channels.filter((each) => reach[each])
  const isByPhone = notice.channels.some((each) => each === 'sms' || each === 'voice')
  return reached.length === 0 && isByPhone && reach.email ? ['email'] : reached
}

/** What reminds the client of the start, none soon after another message that tells it, the notices among them. */
export function remindersOf(
  facts: PlanFacts,
  notices: readonly WantedMessage[],
  options: PlanOptions,
): WantedMessage[] {
  const { status, startsAt, told, highRisk } = facts
  if (!isMovable(status) || startsAt <= options.now) return []
  const reminders = reminderKinds
    .filter((kind) => kind !== 'high_risk' || highRisk)
    .flatMap((kind) => reminderOf(noticeOf(options.policy, kind), facts, options))
    .sort((a, b) => a.dueAt - b.dueAt)
  const spoken = told?.startsAt === startsAt ? told.at : Number.NEGATIVE_INFINITY
  return spaced(reminders, Math.max(spoken, ...notices.map((each) => each.dueAt)), facts)
}

/** One reminder on each of its channels, with those that have left already left out. */
function reminderOf(notice: NoticePolicy, facts: PlanFacts, options: PlanOptions): WantedMessage[] {
  const { startsAt: aboutStartsAt, reach } = facts
  const { kind } = notice
  return channelsOf(notice, reach).flatMap((channel) => {
    const wanted = { kind, channel, audience: 'client' as const, recipient: reach[channel]!, aboutStartsAt }
    if (hasLeftAs(facts, wanted)) return []
    const dueAt = dueReminder(wanted, aboutStartsAt - notice.offsetMinutes * MINUTE, facts, options)
    return dueAt === undefined || dueAt > options.now + PLANNED_AHEAD ? [] : [{ ...wanted, dueAt }]
  })
}

/** What waits keeps its time even when that is over, so that what is late still leaves; nothing new is made for the past. */
function dueReminder(
  wanted: Omit<WantedMessage, 'dueAt'>,
  due: Instant,
  facts: PlanFacts,
  { policy, zone, now }: PlanOptions,
): Instant | undefined {
  const { startsAt } = facts
  const ideal = nearestAllowed(due, { startsAt, now: Number.NEGATIVE_INFINITY }, policy, zone)
  if (ideal !== undefined && (ideal >= now - JUST_NOW || waitingAs(facts, wanted)?.dueAt === ideal)) return ideal
  return due >= now ? nearestAllowed(due, { startsAt, now }, policy, zone) : undefined
}

function spaced(reminders: readonly WantedMessage[], spoken: Instant, { standing }: PlanFacts): WantedMessage[] {
  const kept: WantedMessage[] = []
  for (const reminder of reminders) {
    const { kind, aboutStartsAt, dueAt } = reminder
    const last = kept.at(-1)
    const begun =
      last?.kind === kind ||
      standing.some((each) => hasBegun(each) && each.kind === kind && each.aboutStartsAt === aboutStartsAt)
    if (begun || dueAt >= Math.max(spoken, last?.dueAt ?? spoken) + LEAST_GAP) kept.push(reminder)
  }
  return kept
}

/** What follows once the client has been there. */
export function followUpsOf(facts: PlanFacts, { policy, zone, now }: PlanOptions): WantedMessage[] {
  const { status, startsAt: aboutStartsAt, endsAt, reach } = facts
  if (status !== 'arrived' && status !== 'fulfilled') return []
  const notice = noticeOf(policy, 'follow_up')
  const due = endsAt + notice.offsetMinutes * MINUTE
  if (due < now - LATEST_FOLLOW_UP) return []
  return channelsOf(notice, reach).flatMap((channel) => {
    const wanted = {
      kind: notice.kind,
      channel,
      audience: 'client' as const,
      recipient: reach[channel]!,
      aboutStartsAt,
    }
    if (hasLeftAs(facts, wanted)) return []
    const ideal = nextAllowed(due, policy, zone)
    const dueAt = waitingAs(facts, wanted)?.dueAt === ideal ? ideal : nextAllowed(Math.max(due, now), policy, zone)
    return dueAt > now + PLANNED_AHEAD ? [] : [{ ...wanted, dueAt }]
  })
}
