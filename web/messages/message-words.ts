import type { MessageChannel, MessageKind } from '../generated/graphql.ts'

export const kindWords: Readonly<Record<MessageKind, string>> = {
  CONFIRMATION: 'Confirmation',
  WEEK_BEFORE: 'Reminder, a week before',
  TWO_DAYS_BEFORE: 'Reminder, two days before',
  DAY_BEFORE: 'Reminder, a day before',
  TWO_HOURS_BEFORE: 'Reminder, two hours before',
  HOUR_BEFORE: 'Reminder, an hour before',
  HIGH_RISK: 'Extra reminder',
  FOLLOW_UP: 'Follow-up',
  CHANGED: 'Appointment changed',
  CANCELLED: 'Appointment cancelled',
  THERAPIST_BOOKED: 'To the therapist: booked',
  THERAPIST_CHANGED: 'To the therapist: changed',
  THERAPIST_CANCELLED: 'To the therapist: cancelled',
  ANSWER: 'Answer to a reply',
  CONVERSATION: 'New message waiting',
  BOOKING_PROOF: 'To confirm an online booking',
  WAITLIST_PROOF: 'To confirm a wish to wait',
  TEST: 'Test message',
  REGISTRATION_CONFIRMED: 'Place kept',
  REGISTRATION_WAITLISTED: 'On the waiting list',
  PLACE_OFFERED: 'Place offered',
  SESSION_CHANGED: 'Session changed',
  SESSION_CANCELLED: 'Session cancelled',
  WAITLIST_OFFER: 'Offer from the waitlist',
  WAITLIST_GONE: 'Offer that is gone',
}

/** The kind as the rules of domain/ name it. */
export function ruledKind(kind: MessageKind): Lowercase<MessageKind> {
  return kind.toLowerCase() as Lowercase<MessageKind>
}

export const kinds = Object.keys(kindWords) as readonly MessageKind[]

export const channelWords: Readonly<Record<MessageChannel, string>> = {
  EMAIL: 'E-mail',
  SMS: 'SMS',
  VOICE: 'Voice call',
  PORTAL: 'Portal',
}

export const channels = Object.keys(channelWords) as readonly MessageChannel[]

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/** "Spanish" for `es`. */
export function languageWords(language: string): string {
  return languageNames.of(language) ?? language
}
