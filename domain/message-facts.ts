import type { Instant } from './interval.ts'
import type { MessageAudience, MessageChannel, MessageKind, MessageStatus } from './message.ts'
import type { ReminderPolicy } from './reminder-policy.ts'
import { type AppointmentStatus, isMovable } from './status.ts'

/** What somebody believes of an appointment. */
export interface Told {
  /** Null once it was said that it is off. */
  readonly startsAt: Instant | null
  readonly therapistId: string | null
}

/** What changed last about an appointment's time, therapist or standing, and was not planned for yet. */
export interface PlanChange {
  readonly at: Instant
  readonly by: 'member' | 'partner' | 'client' | 'system'
  /** The therapist whose calendar is the own one of whoever did it. */
  readonly byTherapistId?: string
  /** What the client herself had made of it before, where others changed it after her. */
  readonly afterOwn?: Told & { readonly at: Instant }
  /** Changes of one client's appointments that have this in common are told in one message, about the earliest. */
  readonly together?: string
}

/** A message that there is about the appointment already. */
export interface StandingMessage {
  readonly id: string
  readonly kind: MessageKind
  readonly channel: MessageChannel
  readonly audience: MessageAudience
  readonly recipient: string
  readonly status: MessageStatus
  readonly appointmentVersion: number
  readonly aboutStartsAt: Instant | null
  readonly dueAt: Instant
  readonly copy: number
  /** Sent in place of another, or asked for by hand: no plan brought it about. */
  readonly extra: boolean
  /** What it says its reader did herself: only her calendar has to hear of it. */
  readonly forCalendar?: boolean
  /** It was tried before and is looked at again. */
  readonly tried?: boolean
}

/** All that decides what is sent about an appointment. */
export interface PlanFacts {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly therapistId: string
  /** The client's address on each channel on which she may be written to. */
  readonly reach: Readonly<Partial<Record<MessageChannel, string>>>
  /** Where somebody waits for the confirmation who booked from outside. */
  readonly onlineEmail?: string | null
  /** Whether it was offered to the client, who has said yes. */
  readonly isAcceptedOffer?: boolean
  readonly therapistEmail: string | null
  /** Of the therapist who was told last. */
  readonly formerTherapistEmail: string | null
  /** What the client was last told, and when; null before anything was. */
  readonly told: (Told & { readonly at: Instant }) | null
  readonly therapistTold: Told | null
  readonly change?: PlanChange
  readonly standing: readonly StandingMessage[]
  /** Whether the client is at high risk of not coming. */
  readonly highRisk: boolean
}

export interface WantedMessage {
  readonly kind: MessageKind
  readonly channel: MessageChannel
  readonly audience: MessageAudience
  readonly recipient: string
  readonly dueAt: Instant
  readonly aboutStartsAt: Instant
  /** What its reader was told before. */
  readonly previous?: Told
  /** What it says its reader did herself. */
  readonly forCalendar?: boolean
  /** Its reader waits for it, whatever the hour. */
  readonly isAwaited?: boolean
}

export interface PlanOptions {
  readonly policy: ReminderPolicy
  readonly zone: string
  readonly now: Instant
}

/** What is true of the appointment now, as somebody would be told. */
export function heldTrue({ status, startsAt, therapistId }: PlanFacts): Told {
  return isMovable(status) ? { startsAt, therapistId } : { startsAt: null, therapistId: null }
}

/** Whether nobody is to come any more. */
export function isOff(status: AppointmentStatus): boolean {
  return status === 'cancelled' || status === 'entered_in_error'
}

/** Whether its reader may have it already: it was tried at least, whatever became of it. */
export function hasBegun({ status, tried }: Pick<StandingMessage, 'status' | 'tried'>): boolean {
  return tried || (status !== 'scheduled' && status !== 'cancelled')
}

/** Whether nothing is to be done about the message any more: it has left, or is leaving. */
export function hasLeft({ status }: Pick<StandingMessage, 'status'>): boolean {
  return status !== 'scheduled' && status !== 'cancelled'
}

type Keyed = Pick<WantedMessage, 'kind' | 'channel' | 'aboutStartsAt'>

/** The same message as it waits already, be it for an address that is no longer so. */
export function waitingAs({ standing }: PlanFacts, wanted: Keyed): StandingMessage | undefined {
  return standing.find((each) => each.status === 'scheduled' && !each.extra && isSame(each, wanted))
}

/** Whether the same message has left already. */
export function hasLeftAs({ standing }: PlanFacts, wanted: Keyed): boolean {
  return standing.some((each) => hasLeft(each) && isSame(each, wanted))
}

function isSame(message: StandingMessage, { kind, channel, aboutStartsAt }: Keyed): boolean {
  return message.kind === kind && message.channel === channel && message.aboutStartsAt === aboutStartsAt
}

/** Whether a message may tell of others of its series too. */
export function speaksForSeries({ kind, audience }: Pick<StandingMessage, 'kind' | 'audience'>): boolean {
  return audience === 'client' && (kind === 'confirmation' || kind === 'changed' || kind === 'cancelled')
}

/** Whether a message still says what is so. */
export function staysTrue({ kind, aboutStartsAt, recipient }: StandingMessage, facts: PlanFacts): boolean {
  if (kind === 'cancelled') return isOff(facts.status)
  if (kind === 'therapist_cancelled') return isOff(facts.status) || recipient !== facts.therapistEmail
  if (kind === 'follow_up') return !isMovable(facts.status) && !isOff(facts.status)
  return heldTrue(facts).startsAt === aboutStartsAt
}
