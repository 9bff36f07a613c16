import type { MessageKind } from '../generated/graphql.ts'
import { kindWords } from '../messages/message-words.ts'
import { offsetInWords } from './offset.ts'
import type { NoticeEntries } from './policy-entries.ts'

const names: Partial<Record<MessageKind, string>> = {
  CONFIRMATION: 'When it is booked',
  CHANGED: 'When it is moved',
  CANCELLED: 'When it is cancelled',
  THERAPIST_BOOKED: 'A new appointment',
  THERAPIST_CHANGED: 'An appointment moved',
  THERAPIST_CANCELLED: 'An appointment cancelled',
}

const hints: Partial<Record<MessageKind, string>> = {
  CONFIRMATION: 'The confirmation, with the appointment for the client’s own calendar.',
  HIGH_RISK: 'An extra reminder, only to clients likely not to come.',
  FOLLOW_UP: 'A follow-up, only to those who came.',
  CHANGED: 'A new time, therapist or room. Their calendar is corrected too.',
  CANCELLED: 'Their calendar is cleared too. Who cancels by reply is answered instead.',
  THERAPIST_BOOKED: 'Not what the therapist booked herself.',
  THERAPIST_CHANGED: 'Also to the one who had it before.',
  THERAPIST_CANCELLED: 'With who cancelled it, and why.',
}

/** When the message leaves, seen from the appointment: "24 hours before". */
export function noticeName({ kind, offset }: NoticeEntries): string {
  if (!offset) return names[kind] ?? kindWords[kind]
  return `${offsetInWords(offset)} ${kind === 'FOLLOW_UP' ? 'after' : 'before'}`
}

/** What there is to know of it beyond its name. */
export function noticeHint({ kind }: NoticeEntries): string | undefined {
  return hints[kind]
}
