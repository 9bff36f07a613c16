import type { Trx } from '../db/connect.ts'
import { type Appointment, listAppointments } from '../db/queries/book.ts'
import { readdressNotices } from '../db/queries/conversations.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { lockPlans, type PlanRow } from '../db/queries/message-plans.ts'
import type { MessageRow } from '../db/queries/messages.ts'
import { type Heard, listHeard, listToldOfOffers, type ToldOfOffer } from '../db/queries/offer-messages.ts'
import { cancelMessages, listStoppedPhones, postponeMessages } from '../db/queries/planned-messages.ts'
import { listAskedProofs, listAskedWaits } from '../db/queries/proof-messages.ts'
import { listToldRegistrants, type ToldRegistrant } from '../db/queries/registrant-messages.ts'
import type { Instant } from '../domain/interval.ts'
import { isProof } from '../domain/message.ts'
import { type PlanOptions, staysTrue } from '../domain/message-facts.ts'
import { recheckUnplanned, recheckWanted, type Verdict } from '../domain/recheck-message.ts'
import { plannedKinds } from '../domain/reminder-policy.ts'
import { isStillTold } from '../domain/told-registrant.ts'
import { isStillOffered } from '../domain/waitlist-offer.ts'
import type { SystemContext } from './context.ts'
import { markMessages } from './message-mark.ts'
import { noteTold } from './note-told.ts'
import { getPlanOptions, type PlannedAppointment, planRows, writePlans } from './plan-appointments.ts'

/** A message that leaves now, as it is to be addressed. */
export interface Leaving {
  readonly message: MessageRow
  /** As it stands now; null for a message about none. */
  readonly appointment: Appointment | null
}

export interface Rechecked {
  readonly leaving: readonly Leaving[]
  readonly log: readonly LogEntry[]
}

/** What somebody else is about to plan, or has in hand, is looked at again so much later. */
const BUSY = 2_000

/**
 * Looks once more at messages that are due and locked: whether their appointment, its client and the hours still let them
 * leave. Plans their appointments anew, cancels or puts off what does not leave, and keeps what its readers know by it.
 */
export async function recheckMessages(
  context: Pick<SystemContext, 'jobs'>,
  trx: Trx,
  clinicId: string,
  due: readonly MessageRow[],
  now: Instant,
): Promise<Rechecked> {
  const [options, stopped, addresses, told, offers, heard, proofs, waits] = await Promise.all([
    getPlanOptions(trx, clinicId, now),
    listStoppedPhones(trx, clinicId, phonesOf(due)),
    readdressNotices(trx, clinicId, noticesOf(due)),
    listToldRegistrants(trx, clinicId, registrantsOf(due)),
    listToldOfOffers(trx, clinicId, offeringOf(due)),
    listHeard(trx, clinicId, takingBackOf(due)),
    listAskedProofs(trx, clinicId, provingOf(due)),
    listAskedWaits(trx, clinicId, provingOf(due)),
  ])
  const planned = due.filter((each) => each.appointmentId !== null && plannedKinds.includes(each.kind))
  const ids = planned.map((each) => each.id)
  const rows = await lockPlans(trx, clinicId, appointmentIdsOf(planned), { patient: false })
  const appointments = planRows(
    rows.map((row) => waitingAgain(row, ids)),
    new Map(),
    options,
  )
  const { changed, cancelled } = await writePlans(context, trx, clinicId, appointments, now, ids)

  const byId = new Map(appointments.map((each) => [each.row.id, each]))
  const reached: Reached = {
    ...{ stopped, addresses, offers, heard },
    told: new Map(told.map((each) => [each.messageId, each])),
    proofs: new Map([...proofs, ...waits].map((each) => [each.messageId, each])),
  }
  const looked = due.map((message) => {
    if (!ids.includes(message.id)) return lookAtUnplanned(message, reached, options)
    if (cancelled.has(message.id)) return { message, verdict: { kind: 'gone' as const } }
    return lookAt(message, byId.get(message.appointmentId!), options)
  })
  await putAside(trx, clinicId, looked, now)
  const leaving = looked.filter(({ verdict }) => verdict.kind === 'send').map(({ message }) => message)
  await noteTold(
    trx,
    clinicId,
    leaving.filter((each) => ids.includes(each.id)),
    byId,
    now,
  )
  return {
    leaving: await withAppointments(trx, clinicId, leaving),
    log: changed.length > 0 ? await markMessages(trx, clinicId, 'schedule message', changed) : [],
  }
}

interface Looked {
  readonly message: MessageRow
  /** Gone is what is cancelled already. */
  readonly verdict: Verdict | { readonly kind: 'gone' }
}

function appointmentIdsOf(messages: readonly MessageRow[]): string[] {
  return [...new Set(messages.flatMap((each) => each.appointmentId ?? []))]
}

function noticesOf(messages: readonly MessageRow[]): string[] {
  return messages.filter(({ kind }) => kind === 'conversation').map((each) => each.id)
}

function registrantsOf(messages: readonly MessageRow[]): string[] {
  return messages.filter(({ sessionId }) => sessionId !== null).map((each) => each.id)
}

function offeringOf(messages: readonly MessageRow[]): string[] {
  return messages.filter(({ offerId }) => offerId !== null).map((each) => each.id)
}

function takingBackOf(messages: readonly MessageRow[]): string[] {
  return messages.filter(({ kind }) => kind === 'waitlist_gone').map((each) => each.id)
}

function provingOf(messages: readonly MessageRow[]): string[] {
  return messages.filter(({ kind }) => isProof(kind)).map((each) => each.id)
}

function phonesOf(messages: readonly MessageRow[]): string[] {
  return messages.filter(({ channel }) => channel === 'sms' || channel === 'voice').map((each) => each.recipient)
}

/** The row with those messages as if they waited: that they are due is why they are looked at. */
function waitingAgain(row: PlanRow, ids: readonly string[]): PlanRow {
  const standing = row.standing.map((each) =>
    ids.includes(each.id) ? { ...each, status: 'scheduled' as const, tried: each.status === 'sending' } : each,
  )
  return { ...row, standing }
}

function lookAt(message: MessageRow, planned: PlannedAppointment | undefined, options: PlanOptions): Looked {
  const standing = planned?.facts.standing.find((each) => each.id === message.id)
  if (!planned || !standing) return { message, verdict: { kind: 'later', until: options.now + BUSY } }
  const { facts, plan, row } = planned
  const { kind, channel } = message
  const recipient = facts.reach[channel]
  const wanted = standing.extra
    ? recipient &&
      staysTrue(standing, facts) && { recipient, dueAt: standing.dueAt, aboutStartsAt: message.aboutStartsAt! }
    : plan.wanted.find((each) => each.kind === kind && each.channel === channel)
  if (!wanted) return { message, verdict: { kind: 'never' } }
  const { aboutStartsAt } = wanted
  const addressed = { ...message, recipient: wanted.recipient, appointmentVersion: row.version, aboutStartsAt }
  return { message: addressed, verdict: recheckWanted(standing, wanted, options) }
}

interface Reached {
  readonly stopped: ReadonlySet<string>
  /** Of the notices of conversations. */
  readonly addresses: ReadonlyMap<string, string | null>
  /** Of those who come to events, by their message. */
  readonly told: ReadonlyMap<string, ToldRegistrant>
  /** What is offered to those who wait, by the message. */
  readonly offers: ReadonlyMap<string, ToldOfOffer>
  /** Of what says that an offer is gone, whether the offer was heard of. */
  readonly heard: ReadonlyMap<string, Heard>
  /** What waits for an address to prove itself, by the message. */
  readonly proofs: ReadonlyMap<string, { readonly expiresAt: Instant }>
}

function lookAtUnplanned(
  message: MessageRow,
  { stopped, addresses, told, offers, heard, proofs }: Reached,
  options: PlanOptions,
): Looked {
  const offered = offers.get(message.id)?.offer
  if (offered && !isStillOffered(message.kind, offered, options.now)) return { message, verdict: { kind: 'never' } }
  const isHeard = heard.get(message.id) ?? 'yes'
  if (isHeard === 'no') return { message, verdict: { kind: 'never' } }
  if (isHeard === 'soon') return { message, verdict: { kind: 'later', until: options.now + BUSY } }
  const isOver = (proofs.get(message.id)?.expiresAt ?? 0) <= options.now
  if (isProof(message.kind) && isOver) return { message, verdict: { kind: 'never' } }
  const registrant = told.get(message.id)
  if (registrant && !isStillTold(message, registrant.standing, registrant.session, options.now))
    return { message, verdict: { kind: 'never' } }
  const recipient = addresses.get(message.id) ?? message.recipient
  if (addresses.get(message.id) === null || stopped.has(recipient)) return { message, verdict: { kind: 'never' } }
  return { message: { ...message, recipient }, verdict: verdictOnUnplanned(message, options) }
}

const AWAITED: ReadonlySet<MessageRow['kind']> = new Set(['answer', 'test', 'booking_proof', 'waitlist_proof'])

/**
 * Somebody waits for an answer, for what came of a registration, for a test and for the mail by which an address proves
 * itself; an offer is made in its own hours. Nothing else disturbs the quiet hours.
 */
function verdictOnUnplanned({ dueAt, kind }: MessageRow, options: PlanOptions): Verdict {
  const isAwaited = AWAITED.has(kind) || kind.startsWith('registration_') || kind.startsWith('waitlist_')
  return isAwaited ? { kind: 'send' } : recheckUnplanned(dueAt, options)
}

async function putAside(trx: Trx, clinicId: string, looked: readonly Looked[], now: Instant): Promise<void> {
  const never = looked.filter(({ verdict }) => verdict.kind === 'never').map(({ message }) => message.id)
  const later = looked.flatMap(({ message: { id }, verdict }) =>
    verdict.kind === 'later' ? [{ id, until: verdict.until }] : [],
  )
  await Promise.all([cancelMessages(trx, clinicId, never, never, now), postponeMessages(trx, clinicId, later, now)])
}

async function withAppointments(trx: Trx, clinicId: string, messages: readonly MessageRow[]): Promise<Leaving[]> {
  const appointments = await listAppointments(trx, clinicId, appointmentIdsOf(messages))
  const byId = new Map(appointments.map((each) => [each.id, each]))
  return messages.map((message) => ({
    message,
    appointment: message.appointmentId === null ? null : (byId.get(message.appointmentId) ?? null),
  }))
}
