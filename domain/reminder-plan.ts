import type { Instant } from './interval.ts'
import { nextAllowed } from './leaving-hours.ts'
import type { MessageAudience, MessageKind } from './message.ts'
import {
  hasBegun,
  heldTrue,
  isOff,
  type PlanFacts,
  type PlanOptions,
  staysTrue,
  type Told,
  type WantedMessage,
  waitingAs,
} from './message-facts.ts'
import { noticeOf, type ReminderPolicy } from './reminder-policy.ts'
import { channelsOf, followUpsOf, remindersOf } from './reminders.ts'
import { isMovable } from './status.ts'

/** What is to be sent about an appointment, and who knows of its state without being sent anything. */
export interface AppointmentPlan {
  readonly wanted: readonly WantedMessage[]
  readonly told?: Told
  readonly therapistTold?: Told
}

/** What should be sent about those appointments, in their order. Those of a client that changed together come together. */
export function planMessages(appointments: readonly PlanFacts[], options: PlanOptions): AppointmentPlan[] {
  const leading = leaders(appointments, options.now)
  return appointments.map((facts) => {
    const client = planForClient(facts, leading, options)
    const therapist = planForTherapist(facts, leading, options)
    const reminders = remindersOf(facts, client.wanted, options)
    return {
      wanted: [...client.wanted, ...reminders, ...followUpsOf(facts, options), ...therapist.wanted],
      ...(client.told && { told: client.told }),
      ...(therapist.told && { therapistTold: therapist.told }),
    }
  })
}

/** Something that somebody believes and is no longer so, or does not know yet. */
interface Notice {
  readonly kind: MessageKind
  readonly aboutStartsAt: Instant
  readonly previous?: Told
  readonly forCalendar?: boolean
}

interface OnePlan {
  readonly wanted: readonly WantedMessage[]
  readonly told?: Told
}

/** Which appointment speaks for those that changed together with it, by its id and what it says: the earliest. */
function leaders(appointments: readonly PlanFacts[], now: Instant): ReadonlySet<string> {
  const first = new Map<string, { id: string; kind: MessageKind; at: Instant }>()
  for (const facts of appointments)
    for (const { kind, aboutStartsAt: at } of [...clientNotices(facts, now), ...therapistNotices(facts, now)]) {
      const key = `${facts.change?.together ?? facts.id} ${kind}`
      const known = first.get(key)
      if (!known || at < known.at) first.set(key, { id: facts.id, kind, at })
    }
  return new Set([...first.values()].map(({ id, kind }) => `${id} ${kind}`))
}

function planForClient(facts: PlanFacts, leading: ReadonlySet<string>, options: PlanOptions): OnePlan {
  const { change, reach } = facts
  const [notice] = clientNotices(facts, options.now)
  const own = ownOf(facts)
  const known = own && { told: plainly(own) }
  if (!notice) return { wanted: unfinished(facts, 'client'), ...known }
  // Whoever books from outside is told by mail, whatever the policy says: where nobody told her, she would not know.
  const awaited = notice.kind === 'confirmation' ? facts.onlineEmail : undefined
  const here = awaited ?? (notice.kind === 'confirmation' && facts.isAcceptedOffer ? reach.email : undefined)
  const policy = noticeOf(options.policy, notice.kind)
  const channels = awaited ? withEmail(channelsOf(policy, reach)) : channelsOf(policy, reach)
  const needed = notice.forCalendar ? channels.filter(isEmail) : channels
  const isKnown = wasAgreed(notice, facts) || (!policy.on && !awaited) || (notice.forCalendar && needed.length === 0)
  if (isKnown) return { wanted: [], ...(change && { told: heldTrue(facts) }) }
  if (!leading.has(`${facts.id} ${notice.kind}`)) return { wanted: [], ...known }
  const wanted = needed.flatMap((channel) =>
    channel === 'email' && here
      ? atOnce({ ...notice, channel, audience: 'client', recipient: here }, facts, options)
      : timed({ ...notice, channel, audience: 'client', recipient: reach[channel]! }, facts, options),
  )
  return { wanted, ...known }
}

function withEmail(channels: ReturnType<typeof channelsOf>): ReturnType<typeof channelsOf> {
  return channels.includes('email') ? channels : ['email', ...channels]
}

/** She sits before the page on which she booked, or has just said yes: it neither rests nor waits for the morning. */
function atOnce(wanted: Omit<WantedMessage, 'dueAt'>, facts: PlanFacts, { now }: PlanOptions): WantedMessage[] {
  const dueAt = facts.change ? Math.max(facts.change.at, now) : waitingAs(facts, wanted)?.dueAt
  return dueAt !== undefined && dueAt < wanted.aboutStartsAt ? [{ ...wanted, dueAt, isAwaited: true }] : []
}

/** What a client who knew of the appointment has made of it herself: from then on she knows that, whatever others do next. */
function ownOf(facts: PlanFacts): Told | undefined {
  const { change, told } = facts
  if (!change || !told || told.startsAt === null) return undefined
  if (change.by === 'client') return heldTrue(facts)
  return change.afterOwn && change.afterOwn.at >= told.at ? change.afterOwn : undefined
}

function isEmail(channel: string): boolean {
  return channel === 'email'
}

/** At most one. Who moved it or called it off herself reads of it where she did so; only her calendar has to hear of it. */
function clientNotices(facts: PlanFacts, now: Instant): Notice[] {
  const own = ownOf(facts)
  const since = own ? noticesSince(own, facts, now) : []
  if (since.length > 0) return since
  return noticesSince(facts.told, facts, now).map((each) => ({ ...each, ...(own && { forCalendar: true }) }))
}

function noticesSince(told: Told | null, { status, startsAt, therapistId }: PlanFacts, now: Instant): Notice[] {
  if (isMovable(status)) {
    if (startsAt <= now) return []
    if (!told || told.startsAt === null) return [{ kind: 'confirmation', aboutStartsAt: startsAt }]
    const isSame = told.startsAt === startsAt && told.therapistId === therapistId
    return isSame ? [] : [{ kind: 'changed', aboutStartsAt: startsAt, previous: plainly(told) }]
  }
  if (!isOff(status) || !told || told.startsAt === null || told.startsAt <= now) return []
  return [{ kind: 'cancelled', aboutStartsAt: told.startsAt, previous: plainly(told) }]
}

function plainly({ startsAt, therapistId }: Told): Told {
  return { startsAt, therapistId }
}

/** What Daybook books of a series was agreed when the series was. */
function wasAgreed({ kind }: Notice, { change }: PlanFacts): boolean {
  return kind === 'confirmation' && change?.by === 'system'
}

/** What was begun is brought to its end while it is true: told on the other channels too, and tried again. */
function unfinished(facts: PlanFacts, audience: MessageAudience): WantedMessage[] {
  const { standing, reach, therapistEmail } = facts
  return standing.flatMap((each) => {
    const { kind, channel, dueAt, aboutStartsAt } = each
    if (each.audience !== audience || each.status !== 'scheduled' || each.extra || aboutStartsAt === null) return []
    const begun =
      each.forCalendar ||
      standing.some((one) => hasBegun(one) && one.kind === kind && one.aboutStartsAt === aboutStartsAt)
    if (!begun || !notices.includes(kind) || !staysTrue(each, facts)) return []
    const current = kind === 'therapist_cancelled' ? each.recipient : therapistEmail
    const recipient = audience === 'client' ? reach[channel] : current
    return recipient ? [{ kind, channel, audience, recipient, dueAt, aboutStartsAt }] : []
  })
}

const notices: readonly MessageKind[] = [
  ...(['confirmation', 'changed', 'cancelled'] as const),
  ...(['therapist_booked', 'therapist_changed', 'therapist_cancelled'] as const),
]

/** With the time at which it leaves: once the last change has settled, or as it waits when nothing changed. */
function timed(wanted: Omit<WantedMessage, 'dueAt'>, facts: PlanFacts, options: PlanOptions): WantedMessage[] {
  const { policy, zone, now } = options
  const { change } = facts
  const settled = change ? Math.max(change.at + settleOf(wanted.kind, policy), now) : waitingAs(facts, wanted)?.dueAt
  const dueAt = settled === undefined ? undefined : nextAllowed(settled, policy, zone)
  return dueAt !== undefined && dueAt < wanted.aboutStartsAt ? [{ ...wanted, dueAt }] : []
}

function settleOf(kind: MessageKind, policy: ReminderPolicy): number {
  const isFirst = kind === 'confirmation' || kind === 'therapist_booked'
  return (isFirst ? policy.settleSeconds : policy.moveSettleSeconds) * 1000
}

interface TherapistNotice extends Notice {
  readonly therapistId: string | null
  readonly email: string | null
}

function planForTherapist(facts: PlanFacts, leading: ReadonlySet<string>, options: PlanOptions): OnePlan {
  const believed = therapistNotices(facts, options.now)
  const isKnown = ({ kind, therapistId }: TherapistNotice) =>
    facts.change?.byTherapistId === therapistId || !noticeOf(options.policy, kind).on
  const told = believed
    .filter((each) => !isKnown(each) && each.email && leading.has(`${facts.id} ${each.kind}`))
    .flatMap(({ therapistId: _, email, ...notice }) =>
      timed({ ...notice, channel: 'email', audience: 'therapist', recipient: email! }, facts, options),
    )
  const wanted = [
    ...told,
    ...unfinished(facts, 'therapist').filter((each) => !told.some(({ kind }) => kind === each.kind)),
  ]
  if (!facts.change || believed.length === 0) return { wanted }
  if (believed.every(isKnown)) return { wanted, told: heldTrue(facts) }
  // Who gave it away knows; who is given it does not yet.
  return isKnown(believed[0]!) ? { wanted, told: { startsAt: null, therapistId: null } } : { wanted }
}

/** What whoever had it before must hear, then whoever has it now. */
function therapistNotices(facts: PlanFacts, now: Instant): TherapistNotice[] {
  const { status, startsAt, therapistId, therapistTold: told, therapistEmail: email } = facts
  const believed = told && told.startsAt !== null && told.startsAt > now ? told : undefined
  const former = believed && {
    ...{ kind: 'therapist_cancelled' as const, aboutStartsAt: believed.startsAt!, previous: plainly(believed) },
    ...{ therapistId: believed.therapistId, email: facts.formerTherapistEmail },
  }
  if (!isMovable(status)) return former && isOff(status) ? [former] : []
  if (startsAt <= now) return []
  const current = { aboutStartsAt: startsAt, therapistId, email }
  if (!told || told.startsAt === null) return [{ kind: 'therapist_booked', ...current }]
  if (told.therapistId !== therapistId) return [...(former ? [former] : []), { kind: 'therapist_booked', ...current }]
  return told.startsAt === startsAt ? [] : [{ kind: 'therapist_changed', ...current, previous: plainly(told) }]
}
