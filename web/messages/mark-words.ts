import type { AppointmentStatus } from '../../domain/status.ts'
import type { CardMark } from '../calendar/store/mark.ts'

/** What is to be seen of an appointment's messages at a glance. */
export type MarkSign = 'failed' | 'asks' | 'unread' | 'unclear' | 'late' | 'answered' | 'delivered' | 'sent'

interface Marked {
  readonly status: AppointmentStatus
  readonly mark: CardMark
}

/** What waits for somebody at the clinic. */
const urgent: ReadonlySet<MarkSign> = new Set(['failed', 'asks', 'unread', 'unclear', 'late'])

const NONE: readonly MarkSign[] = []

/** The most urgent first. Once the client has come, or has not, only what nobody has read still matters. */
export function signsOf({ status, mark }: Marked): readonly MarkSign[] {
  if (mark.version === 0) return NONE
  const isAhead = status === 'booked' || status === 'pending'
  const signs: readonly (MarkSign | false)[] = [
    isAhead && mark.state === 'failed' && 'failed',
    isAhead && mark.reply === 'reschedule_requested' && 'asks',
    mark.unread > 0 && 'unread',
    isAhead && mark.reply === 'unrecognised' && 'unclear',
    isAhead && mark.lateMinutes !== null && 'late',
    isAhead && mark.reply === 'confirmed' && 'answered',
    isAhead && mark.state === 'delivered' && 'delivered',
    isAhead && mark.state === 'sent' && 'sent',
  ]
  return signs.filter((sign) => sign !== false)
}

export function isUrgent(sign: MarkSign): boolean {
  return urgent.has(sign)
}

/** In a few words, for the face of a card. */
export function shortWords(sign: MarkSign, mark: CardMark): string {
  switch (sign) {
    case 'failed':
      return 'Message not sent'
    case 'asks':
      return 'Asks for another time'
    case 'unread':
      return mark.unread === 1 ? '1 new message' : `${mark.unread} new messages`
    case 'unclear':
      return 'Reply not understood'
    case 'late':
      return `${mark.lateMinutes ?? 0} min late`
    case 'answered':
      return 'Confirmed by reply'
    case 'delivered':
      return 'Message delivered'
    case 'sent':
      return 'Message sent'
  }
}

/** As part of a sentence read aloud. */
export function spokenWords(sign: MarkSign, mark: CardMark): string {
  if (sign === 'late') return `says to be ${mark.lateMinutes ?? 0} minutes late`
  if (sign === 'unread') return mark.unread === 1 ? '1 unread message' : `${mark.unread} unread messages`
  return shortWords(sign, mark).replace(/^./, (first) => first.toLowerCase())
}
