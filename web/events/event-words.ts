import { eventKinds } from '../event-sessions/kinds.ts'
import type {
  EventAdmission,
  EventFilling,
  EventKind,
  EventLineFragment,
  NewSessions,
  RegistersFor,
} from '../generated/graphql.ts'
import { ruleInWords } from '../repeat/rule-words.ts'
import { clockInWords, dayInWords } from '../session/when.ts'

export const kindOptions = (Object.keys(eventKinds) as EventKind[]).map((value) => ({
  value,
  label: eventKinds[value].word,
}))

export const admissionWords: Record<EventAdmission, string> = {
  REGISTRATION: 'Anybody may register',
  ENROLMENT: 'By enrolment, once screened',
}

export const registersForWords: Record<RegistersFor, string> = {
  SESSION: 'For each session by itself',
  EVENT: 'For all sessions together',
}

export const newSessionsWords: Record<NewSessions, string> = {
  INHERIT: 'Are published with the event',
  DRAFT: 'Wait as drafts until somebody has looked',
}

export const fillingWords: Record<EventFilling, string> = {
  OFFER: 'Is offered to the first in line for some hours',
  AT_ONCE: 'Goes to the first in line at once',
  BY_HAND: 'Stays free until the desk gives it away',
}

export function optionsOf<Value extends string>(words: Readonly<Record<Value, string>>) {
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }))
}

/** `Tue, Mar 10, 2:30 PM`. */
export function nextInWords({ nextSession }: Pick<EventLineFragment, 'nextSession'>): string {
  if (!nextSession) return 'None to come'
  return `${dayInWords(nextSession.startsAt)}, ${clockInWords(nextSession.startsAt)}`
}

export function repeatsInWords({ rrule, zone }: Pick<EventLineFragment, 'rrule' | 'zone'>): string {
  return rrule ? ruleInWords(rrule, zone) : 'Once'
}

interface Places {
  readonly placesTaken: number
  readonly capacity: number | null
}

/** Those of the event where one registers for all of it, else those of its next session. */
export function placesOf(event: EventLineFragment): Places | undefined {
  return event.registersFor === 'EVENT' ? event : (event.nextSession ?? undefined)
}

/** `6 of 8`, or `6` where there is no limit. */
export function placesInWords({ placesTaken, capacity }: Places): string {
  return capacity === null ? String(placesTaken) : `${placesTaken} of ${capacity}`
}
