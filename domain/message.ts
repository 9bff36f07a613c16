import type { Instant } from './interval.ts'

/** Where a message is read or heard. */
export const messageChannels = ['email', 'sms', 'voice', 'portal'] as const
export type MessageChannel = (typeof messageChannels)[number]

/** The channels that a client lets the clinic use or not; what waits in a portal disturbs nobody. */
export const consentChannels = ['email', 'sms', 'voice'] as const
export type ConsentChannel = (typeof consentChannels)[number]

/** What a client is taken to have agreed to who was not asked: written messages about her own appointments. */
export const usualConsents: readonly ConsentChannel[] = ['email', 'sms']

/** Whom a message is for: the client, the therapist, or the member who asked for a test. */
export const messageAudiences = ['client', 'therapist', 'member'] as const
export type MessageAudience = (typeof messageAudiences)[number]

/** What a message says. Each has a switch, an offset and channels in the clinic's policy, but for the last ones. */
export const messageKinds = [
  'confirmation',
  'week_before',
  'two_days_before',
  'day_before',
  'two_hours_before',
  'hour_before',
  'high_risk',
  'follow_up',
  'changed',
  'cancelled',
  'therapist_booked',
  'therapist_changed',
  'therapist_cancelled',
  /** An answer to a reply. */
  'answer',
  /** A note that a conversation went on, without its text. */
  'conversation',
  'test',
  'registration_confirmed',
  'registration_waitlisted',
  'place_offered',
  'session_changed',
  'session_cancelled',
  'waitlist_offer',
  'waitlist_gone',
  /** Asks an address to prove itself before a booking counts. */
  'booking_proof',
  /** Asks an address to prove itself before somebody comes to the waitlist. */
  'waitlist_proof',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** What those are told who come to events. */
export const registrantKinds = [
  'registration_confirmed',
  'registration_waitlisted',
  'place_offered',
  'session_changed',
  'session_cancelled',
] as const satisfies readonly MessageKind[]
export type RegistrantKind = (typeof registrantKinds)[number]

/** Whether a message of the kind is about an event. */
export function isOfEvent(kind: MessageKind): boolean {
  return registrantKinds.some((each) => each === kind)
}

/** What those are told who wait: that a slot is kept for them, and that it no longer is. */
export const offerKinds = ['waitlist_offer', 'waitlist_gone'] as const satisfies readonly MessageKind[]
export type OfferKind = (typeof offerKinds)[number]

/** Whether a message of the kind is about an offer from the waitlist. */
export function isOfOffer(kind: MessageKind): boolean {
  return offerKinds.some((each) => each === kind)
}

/** What asks an address to prove itself. */
export const proofKinds = ['booking_proof', 'waitlist_proof'] as const satisfies readonly MessageKind[]
export type ProofKind = (typeof proofKinds)[number]

/** Whether a message of the kind asks an address to prove itself. */
export function isProof(kind: MessageKind): boolean {
  return proofKinds.some((each) => each === kind)
}

/** How far a message is. */
export const messageStatuses = ['scheduled', 'sending', 'sent', 'delivered', 'failed', 'bounced', 'cancelled'] as const
export type MessageStatus = (typeof messageStatuses)[number]

const followers: Readonly<Record<MessageStatus, readonly MessageStatus[]>> = {
  scheduled: ['sending', 'cancelled'],
  sending: ['sent', 'delivered', 'failed', 'bounced', 'cancelled'],
  sent: ['delivered', 'failed', 'bounced'],
  delivered: ['bounced'],
  failed: [],
  bounced: [],
  cancelled: [],
}

/** Whether a message may go from one status to the other: only ever forward. */
export function mayFollow(from: MessageStatus, to: MessageStatus): boolean {
  return followers[from].includes(to)
}

/** What the client made of a message. */
export const replies = ['confirmed', 'cancelled', 'reschedule_requested', 'unrecognised'] as const
export type Reply = (typeof replies)[number]

/** How much fits into one message of a conversation. */
export const LONGEST_WRITTEN = 4000

/** What a card shows of the messages about its appointment. */
export interface MessageMark {
  readonly state: 'scheduled' | 'sent' | 'delivered' | 'failed' | null
  readonly reply: Reply | null
  readonly repliedAt: Instant | null
  /** How late the client says to be. */
  readonly lateMinutes: number | null
  /** Of the conversation, written by the client and not yet read. */
  readonly unread: number
}
