import type { PlanChange, PlanFacts, StandingMessage, Told, WantedMessage } from '../../domain/message-facts.ts'
import { reconcileMessages } from '../../domain/reconcile-messages.ts'
import { planMessages } from '../../domain/reminder-plan.ts'
import {
  defaultReminderPolicy,
  type NoticePolicy,
  type ReminderPolicy,
  withNotices,
} from '../../domain/reminder-policy.ts'
import { instantAt, localTime } from './local-time.ts'

export const NEW_YORK = 'America/New_York'
export const local = (text: string) => instantAt(text, NEW_YORK)

/** An appointment of Maya's, who reads e-mail and texts, with Dr. Chen, who reads e-mail. */
export function appointment(startsAt: string, given: Partial<PlanFacts> = {}): PlanFacts {
  const start = local(startsAt)
  return {
    ...{ id: 'one', version: 1, status: 'booked', startsAt: start, endsAt: start + 50 * 60_000, therapistId: 'chen' },
    ...{ reach: { email: 'maya@example.com', sms: '+12025550123' }, therapistEmail: 'chen@example.com' },
    ...{ formerTherapistEmail: null, told: null, therapistTold: null, standing: [], highRisk: false },
    ...given,
  }
}

/** Done then, by the desk unless it is said who did it. */
export function changed(at: string, given: Partial<PlanChange> = {}): PlanChange {
  return { at: local(at), by: 'member', ...given }
}

export function told(startsAt: string | null, at = '2026-01-01 09:00', therapistId = 'chen'): Told & { at: number } {
  return startsAt === null
    ? { startsAt: null, therapistId: null, at: local(at) }
    : { startsAt: local(startsAt), therapistId, at: local(at) }
}

/** The policy of all, with some notices otherwise. */
export function policyWith(...notices: (Partial<NoticePolicy> & Pick<NoticePolicy, 'kind'>)[]): ReminderPolicy {
  const usual = new Map(defaultReminderPolicy.notices.map((each) => [each.kind, each]))
  return withNotices(
    defaultReminderPolicy,
    notices.map((each) => ({ ...usual.get(each.kind)!, ...each })),
  )
}

/** Only the client's, or only the therapist's, are often what a test is about. */
export const forClient = ({ audience }: WantedMessage) => audience === 'client'
export const forTherapist = ({ audience }: WantedMessage) => audience === 'therapist'

/** What is wanted then, in the order in which it is due: `day_before sms Wed 2026-03-11 10:00`. */
export function wanted(
  facts: PlanFacts | readonly PlanFacts[],
  now: string,
  { policy = defaultReminderPolicy, only = forClient }: { policy?: ReminderPolicy; only?: typeof forClient } = {},
): string[] {
  const all = [facts].flat()
  const plans = planMessages(all, { policy, zone: NEW_YORK, now: local(now) })
  const messages = plans.flatMap((plan, at) => plan.wanted.filter(only).map((each) => ({ ...each, at })))
  return messages
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map(({ kind, channel, dueAt, at }) => {
      const line = `${kind} ${channel} ${localTime(dueAt, NEW_YORK)}`
      return all.length > 1 ? `${all[at]!.id}: ${line}` : line
    })
}

let made = 0

/** The appointment with what was planned then written down, and everything due until then sent. */
export function asPlanned(
  facts: PlanFacts,
  now: string,
  sentUntil?: string,
  policy = defaultReminderPolicy,
): PlanFacts {
  const [plan] = planMessages([facts], { policy, zone: NEW_YORK, now: local(now) })
  const { insert, update, cancel } = reconcileMessages(facts, plan!.wanted)
  const inserted = insert.map(
    (each): StandingMessage => ({
      ...{ id: `m${++made}`, status: 'scheduled', appointmentVersion: facts.version, extra: false },
      ...each,
    }),
  )
  const standing = [...facts.standing, ...inserted].map((each): StandingMessage => {
    const updated = update.find(({ id }) => id === each.id)
    const current = updated ? { ...each, ...updated, appointmentVersion: facts.version } : each
    if (cancel.includes(each.id)) return { ...current, status: 'cancelled' }
    const isDue = sentUntil !== undefined && current.status === 'scheduled' && current.dueAt <= local(sentUntil)
    return isDue ? { ...current, status: 'sent' } : current
  })
  const last = standing.findLast((each) => each.status === 'sent' && each.audience === 'client')
  const { change: _, ...rest } = facts
  return {
    ...rest,
    standing,
    told: plan!.told ? { ...plan!.told, at: local(now) } : last ? knows(facts, last) : facts.told,
    therapistTold: plan!.therapistTold ?? facts.therapistTold,
  }
}

function knows({ therapistId }: PlanFacts, { kind, aboutStartsAt, dueAt }: StandingMessage): Told & { at: number } {
  return kind === 'cancelled'
    ? { startsAt: null, therapistId: null, at: dueAt }
    : { startsAt: aboutStartsAt, therapistId, at: dueAt }
}
