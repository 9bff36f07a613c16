import type { MessageKind } from '../../domain/message.ts'
import { oneLine } from '../../domain/text.ts'
import type { FrameWords } from './language.ts'
import type { MessageFacts } from './message-facts.ts'
import type { WriteTime } from './message-values.ts'

/** One line of what a mail says about the appointment beside its own words. */
export interface EmailDetail {
  readonly label: string
  readonly text: string
  /** It was so, or will not be so any more. */
  readonly isGone: boolean
}

const WITHOUT: ReadonlySet<MessageKind> = new Set(['follow_up', 'answer', 'conversation', 'test'])

/** When, with whom and where: what every mail about an appointment shows in one place. */
export function emailDetails(
  kind: MessageKind,
  { appointment, previous }: MessageFacts,
  words: FrameWords,
  write: WriteTime,
): EmailDetail[] {
  if (!appointment || WITHOUT.has(kind)) return []
  const isGone = kind === 'cancelled' || kind === 'therapist_cancelled'
  const { room } = appointment
  const place = [room?.name, room?.location?.name, room?.location?.address].filter(Boolean).join(', ')
  const details = [{ label: words.when, text: write(appointment.startsAt).when, isGone }]
  if (previous && previous.startsAt !== appointment.startsAt)
    details.push({ label: words.was, text: write(previous.startsAt).when, isGone: true })
  details.push({ label: words.therapist, text: oneLine(appointment.therapist.name), isGone })
  if (place) details.push({ label: words.where, text: oneLine(place), isGone })
  return details
}
