import type { FeedContent, FeedKind, FeedPrivacy, FeedRecordFragment } from '../generated/graphql.ts'
import { timeInWords } from '../session/when.ts'

export const kindWords: Readonly<Record<FeedKind, string>> = {
  EVENTS: 'Events',
  THERAPIST: 'Therapist',
  ROOM: 'Room',
  CLIENT: 'Client',
}

export const privacyWords: Readonly<Record<FeedPrivacy, { readonly label: string; readonly hint: string }>> = {
  BUSY: { label: 'Busy only', hint: 'Every entry says “Busy” and nothing else.' },
  INITIALS: { label: 'Initials', hint: 'Clients by their initials, sessions by their title, and the room.' },
  FULL: { label: 'Names', hint: 'Names and types of appointments. Whoever has the address can read them.' },
}

export const contentWords: Readonly<Record<FeedContent, string>> = {
  APPOINTMENTS: 'Appointments',
  SESSIONS: 'Sessions of events',
  TIME_OFF: 'Time off',
}

/** "Dr. Chen", "Room Oak", or that they are everybody's. */
export function subjectWords({ kind, subject }: FeedRecordFragment): string {
  if (kind === 'EVENTS') return 'Everybody'
  return `${kindWords[kind]} ${subject ?? ''}`
}

/** When a calendar last asked for it. */
export function pulledWords({ pulledAt }: FeedRecordFragment): string {
  return pulledAt ? timeInWords(pulledAt) : 'Never'
}

/** What has changed since then. */
export function changedWords({ changesSince }: FeedRecordFragment): string {
  if (changesSince === null) return ''
  if (changesSince === 0) return 'Nothing since'
  return changesSince === 1 ? '1 change since' : `${changesSince} changes since`
}
