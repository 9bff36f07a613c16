import type { MessageKind } from '../generated/graphql.ts'
import { kindWords } from '../messages/message-words.ts'
import { offsetInWords, offsetProblem } from './offset.ts'
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
  HIGH_RISK: 'An extra reminder to clients likely not to come. So far nobody is counted among them.',
  FOLLOW_UP: 'A follow-up, only to those who came.',
  CHANGED: 'To another time or therapist. Their calendar is corrected too.',
  CANCELLED: 'Their calendar is cleared too. Clients who cancel by link or text get the e-mail alone.',
  THERAPIST_CHANGED: 'Also to the one who had it before.',
}

/** When the message leaves, seen from the appointment: "24 hours before". */
export function noticeName({ kind, offset }: NoticeEntries): string {
  if (!offset || offsetProblem(offset)) return names[kind] ?? kindWords[kind]
  return `${offsetInWords(offset)} ${kind === 'FOLLOW_UP' ? 'after' : 'before'}`
}

/** What there is to know of it beyond its name. */
export function noticeHint({ kind }: NoticeEntries): string | undefined {
  return hints[kind]
}
