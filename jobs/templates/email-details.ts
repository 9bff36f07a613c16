import type { MessageKind } from '../../domain/message.ts'
import { oneLine } from '../../domain/text.ts'
import type { FrameWords } from './language.ts'
import type { MessageFacts } from './message-facts.ts'
import type { WriteTime } from './message-values.ts'

/** One line of what a mail says about the appointment beside its own words. */
export interface EmailDetail {
  /** Empty where the line goes on with what the one before it says. */
  readonly label: string
  readonly text: string
  /** It was so, or will not be so any more. */
  readonly isGone: boolean
}

const WITHOUT: ReadonlySet<MessageKind> = new Set(['follow_up', 'answer', 'conversation', 'test', 'waitlist_proof'])

/** When, with whom and where: what every mail about an appointment shows in one place. */
export function emailDetails(
  kind: MessageKind,
  facts: MessageFacts,
  words: FrameWords,
  write: WriteTime,
): EmailDetail[] {
  const { appointment } = facts
  if (!appointment || WITHOUT.has(kind)) return []
  const isOff =
    kind === 'cancelled' || kind === 'therapist_cancelled' || kind === 'session_cancelled' || kind === 'waitlist_gone'
  const { room } = appointment
  const detail = (label: string, text: string, isGone = false) => ({ label, text: oneLine(text), isGone })
  const [wasWhen, wasWith] = kind.endsWith('changed') ? before(facts, words, write) : []
  const place = [room?.name, room?.location?.name, room?.location?.address].filter(Boolean).join(', ')
  return [
    detail(words.when, write(appointment.startsAt).when, isOff),
    wasWhen,
    kind.startsWith('therapist_') ? undefined : detail(words.therapist, appointment.therapist.name),
    wasWith,
    place ? detail(words.where, place) : undefined,
    ...datesOf(facts, words, write, isOff),
  ].filter((each) => each !== undefined)
}

const MOST_DATES = 12

/** Of an event as a whole, every date that the message is about. */
function datesOf({ dates = [] }: MessageFacts, words: FrameWords, write: WriteTime, isGone: boolean): EmailDetail[] {
  if (dates.length < 2) return []
  const shown = dates.slice(0, MOST_DATES).map((at) => ({ text: oneLine(write(at).when), isGone }))
  const rest = dates.length - shown.length
  const lines = rest > 0 ? [...shown, { text: words.furtherDates(rest), isGone }] : shown
  return lines.map((each, at) => ({ label: at === 0 ? words.dates : '', ...each }))
}

/** What was different before: the time, and the therapist. */
function before({ appointment, previous }: MessageFacts, words: FrameWords, write: WriteTime) {
  const was = (text: string): EmailDetail => ({ label: words.was, text: oneLine(text), isGone: true })
  if (!appointment || !previous) return []
  return [
    previous.startsAt === appointment.startsAt ? undefined : was(write(previous.startsAt).when),
    previous.therapistName === appointment.therapist.name ? undefined : was(previous.therapistName),
  ]
}
