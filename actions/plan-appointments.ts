import { v7 as uuid } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { type PlanRow, updatePlans } from '../db/queries/message-plans.ts'
import { insertMessages, type KeptContent, type NewMessage } from '../db/queries/messages.ts'
import { cancelMessages, updatePlanned } from '../db/queries/planned-messages.ts'
import { getReminderPolicy } from '../db/queries/reminder-policies.ts'
import type { Instant } from '../domain/interval.ts'
import type { PlanChange, PlanFacts, PlanOptions, WantedMessage } from '../domain/message-facts.ts'
import { type Reconciliation, reconcileMessages } from '../domain/reconcile-messages.ts'
import { type AppointmentPlan, planMessages } from '../domain/reminder-plan.ts'
import { sendMessages } from '../jobs/contracts.ts'
import type { SystemContext } from './context.ts'

/** What a clinic's plans are made by. */
export async function getPlanOptions(trx: Trx, clinicId: string, now: Instant) {
  const [policy, { zone }] = await Promise.all([getReminderPolicy(trx, clinicId), getClinic(trx, clinicId)])
  return { policy, zone, now } satisfies PlanOptions
}

/** What decides about an appointment's messages. Nobody is known to be at high risk of not coming. */
export function factsOf(row: PlanRow, change?: PlanChange): PlanFacts {
  const { email, phone, consents, stopped, ...facts } = row
  const byPhone = stopped ? null : phone
  const addresses = { email, sms: byPhone, voice: byPhone }
  const reach = Object.fromEntries(
    Object.entries(addresses).filter(([channel, address]) => address && consents.some((each) => each === channel)),
  )
  return { ...facts, reach: { ...reach, portal: row.clientId }, highRisk: false, ...(change && { change }) }
}

export interface PlannedAppointment {
  readonly row: PlanRow
  readonly facts: PlanFacts
  readonly plan: AppointmentPlan
}

/** Decides what is to be sent about those appointments. */
export function planRows(
  rows: readonly PlanRow[],
  changes: ReadonlyMap<string, PlanChange>,
  options: PlanOptions,
): PlannedAppointment[] {
  const facts = rows.map((row) => factsOf(row, changes.get(row.id)))
  const plans = planMessages(facts, options)
  return rows.map((row, at) => ({ row, facts: facts[at]!, plan: plans[at]! }))
}

export interface WrittenPlans {
  /** The appointments whose messages are others now. */
  readonly changed: readonly string[]
  /** The messages that do not leave any more. */
  readonly cancelled: ReadonlySet<string>
}

/**
 * Makes the messages as they are planned, and asks for them to be sent when they are due. Messages `inHand` are brought up
 * to date even if they were tried already.
 */
export async function writePlans(
  { jobs }: Pick<SystemContext, 'jobs'>,
  trx: Trx,
  clinicId: string,
  planned: readonly PlannedAppointment[],
  now: Instant,
  inHand?: readonly string[],
): Promise<WrittenPlans> {
  const changed = planned
    .map((each) => ({ ...each, messages: reconcileMessages(each.facts, each.plan.wanted) }))
    .filter(({ messages }) => messages.insert.length + messages.update.length + messages.cancel.length > 0)
  const cancelled = changed.flatMap(({ messages }) => messages.cancel)
  const inserted = changed.flatMap(({ row, messages }) => messages.insert.map((each) => newMessage(row, each)))
  const updated = changed.flatMap(({ row, messages }) => messages.update.map((each) => updateOf(row, each)))
  const alarms = alarmsOf([...inserted, ...updated].map((each) => each.dueAt))
  await Promise.all([
    cancelMessages(trx, clinicId, cancelled, inHand ?? [], now),
    updatePlanned(trx, clinicId, updated, inHand ?? [], now),
    insertMessages(trx, clinicId, inserted, now),
    // Who only looks once more does not know what changed: that is still to be planned.
    updatePlans(trx, clinicId, inHand ? [] : planned.flatMap(newsOf), now),
    ...alarms.map((startAfter) => jobs.enqueue(trx, sendMessages, { clinicId }, { startAfter })),
  ])
  return { changed: changed.map(({ row }) => row.id), cancelled: new Set(cancelled) }
}

/** What is to be kept of a plan; nothing when all of it is known. */
function newsOf({ row: { id, version, plannedVersion }, plan: { told, therapistTold } }: PlannedAppointment) {
  const isNews = plannedVersion !== version || told !== undefined || therapistTold !== undefined
  return isNews ? [{ id, version, told, therapistTold }] : []
}

function newMessage(row: PlanRow, wanted: Reconciliation['insert'][number]): NewMessage {
  const { kind, channel, audience, recipient, dueAt, aboutStartsAt, copy } = wanted
  return {
    ...{ id: uuid(), kind, channel, audience, recipient, dueAt, aboutStartsAt, copy },
    language: audience === 'client' ? row.language : 'en',
    ...{ appointmentId: row.id, appointmentVersion: row.version, clientId: row.clientId },
    ...{ fallbackOf: null, content: contentOf(row, wanted) ?? null },
  }
}

function updateOf(row: PlanRow, wanted: Reconciliation['update'][number]) {
  const { id, recipient, dueAt, aboutStartsAt, copy } = wanted
  return { id, recipient, dueAt, aboutStartsAt, copy, appointmentVersion: row.version, content: contentOf(row, wanted) }
}

function contentOf(row: PlanRow, { audience, forCalendar, previous }: WantedMessage): KeptContent | undefined {
  const [told, therapistName] =
    audience === 'client' ? [row.told, row.toldTherapistName] : [row.therapistTold, row.therapistToldName]
  const isNamed = previous?.therapistId === told?.therapistId
  if (!previous || previous.startsAt === null || therapistName === null || !isNamed) return undefined
  return { previous: { startsAt: previous.startsAt, therapistName }, ...(forCalendar && { forCalendar }) }
}

/** Alarms that fall into one stretch of the queue are one alarm. */
function alarmsOf(times: readonly Instant[]): Instant[] {
  const stretch = sendMessages.everySeconds! * 1000
  return [...new Set(times.map((each) => Math.ceil(each / stretch) * stretch))]
}
