import { type Instant, MINUTE } from '../interval.ts'
import { expand, type Occurrence } from '../recurrence.ts'
import { type Rule, readRule, writeRule } from '../rrule-text.ts'
import type { Floating } from '../zone.ts'
import type { CalendarEntry } from './calendar.ts'
import { isPlainSpan } from './times.ts'
import { eventUid, sessionUid } from './uid.ts'

/** What the readers of a calendar are told of an event, or of a session that differs from it. */
export type ToldOf = Pick<CalendarEntry, 'summary' | 'description' | 'location' | 'url' | 'categories' | 'isPrivate'>

export interface EventInCalendar {
  readonly id: string
  /** Rises with every change of the event or of any of its sessions, seen or not. */
  readonly sequence: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
  /** Null for one that takes place once. */
  readonly rrule: string | null
  readonly start: Floating
  readonly zone: string
  readonly minutes: number
  readonly told: ToldOf
  /** Those that the readers may see, in order of their times. */
  readonly sessions: readonly SessionInCalendar[]
}

export interface SessionInCalendar {
  readonly id: string
  /** When it begins by the rule. */
  readonly originalStartsAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly status: CalendarEntry['status']
  readonly told: ToldOf
}

/** A session and the occurrence of the rule that it is. */
interface Held {
  readonly session: SessionInCalendar
  readonly floating: Floating
}

/**
 * An event as calendars keep one that repeats: the rule up to its last session, without the occurrences that are no
 * session the readers may see; an entry instead of each occurrence that differs from the others; and an entry of its own
 * for each session that the rule does not give.
 */
export function eventEntries(event: EventInCalendar): CalendarEntry[] {
  const occurrences = occurrencesOf(event)
  const byInstant = new Map(occurrences.map((each) => [each.at, each.floating]))
  const held: Held[] = []
  const besides: SessionInCalendar[] = []
  for (const session of event.sessions) {
    const floating = byInstant.get(session.originalStartsAt)
    if (floating === undefined) besides.push(session)
    else held.push({ session, floating })
  }
  return [
    ...(event.rrule === null ? held.map(({ session }) => single(event, session)) : repeating(event, held, occurrences)),
    ...besides.map((session) => ({ ...single(event, session), uid: sessionUid(session.id) })),
  ]
}

/**
 * What the rule gives up to the last session; nothing where calendars would not agree on it, as about times that the clocks
 * skip or repeat.
 */
function occurrencesOf({ minutes, rrule, start, zone, sessions }: EventInCalendar): readonly Occurrence[] {
  if (sessions.length === 0 || (rrule !== null && !isCommon(ruleOf(rrule)))) return []
  const last = Math.max(...sessions.map((each) => each.originalStartsAt))
  const first = Math.min(...sessions.map((each) => each.originalStartsAt))
  const found = expand({ rrule: rrule ?? 'FREQ=DAILY;COUNT=1', start, zone }, { start: first, end: last + 1 })
  if ('problem' in found) return []
  if (rrule === null) return found.occurrences
  const isPlain = ({ at }: Occurrence) => isPlainSpan({ start: at, end: at + minutes * MINUTE }, zone)
  return found.occurrences.every(isPlain) ? found.occurrences : []
}

function repeating(event: EventInCalendar, held: readonly Held[], occurrences: readonly Occurrence[]): CalendarEntry[] {
  const [first] = held
  if (!first) return []
  const { id, createdAt, minutes, sequence, told } = event
  const inRule = held.map((each) => each.floating)
  const last = Math.max(...inRule)
  const seen = new Set(inRule)
  const from = Math.min(...inRule)
  const excepted = occurrences.map((each) => each.floating).filter((at) => at > from && at < last && !seen.has(at))
  const begins = occurrences.find((each) => each.floating === from)!.at
  const until = occurrences.find((each) => each.floating === last)!.at
  const master: CalendarEntry = {
    ...told,
    ...{ uid: eventUid(id), sequence, createdAt, updatedAt: event.updatedAt, status: 'CONFIRMED' },
    ...{ startsAt: begins, endsAt: begins + minutes * MINUTE },
    repeats: { rrule: boundedRule(event.rrule!, until), excepted },
  }
  const differing = held.filter(({ session }) => differs(event, session))
  return [master, ...differing.map(({ session, floating }) => ({ ...single(event, session), insteadOf: floating }))]
}

/** Whether a calendar that knows the rule alone would show the session wrongly. */
function differs({ minutes, told }: EventInCalendar, session: SessionInCalendar): boolean {
  const { endsAt, originalStartsAt, startsAt, status } = session
  if (status !== 'CONFIRMED' || startsAt !== originalStartsAt || endsAt - startsAt !== minutes * MINUTE) return true
  return session.told !== told && JSON.stringify(session.told) !== JSON.stringify(told)
}

function single({ id, sequence, updatedAt }: EventInCalendar, session: SessionInCalendar): CalendarEntry {
  const { createdAt, endsAt, startsAt, status, told } = session
  const changedAt = Math.max(updatedAt, session.updatedAt)
  return { ...told, uid: eventUid(id), sequence, createdAt, updatedAt: changedAt, startsAt, endsAt, status }
}

/**
 * Whether calendars agree on what the rule means: each day, weekdays of a week, one day or one weekday of a month, a day of
 * the year. Of the others they know more or less; their sessions are told one by one.
 */
function isCommon({ by, frequency }: Rule): boolean {
  const parts = Object.keys(by)
  if (parts.length === 0) return true
  if (parts.length > 1) return false
  if (frequency === 'WEEKLY') return by.BYDAY !== undefined
  if (frequency !== 'MONTHLY') return false
  return /^\d+$/.test(by.BYMONTHDAY ?? '') || /^(-1|[1-4])[A-Z]{2}$/.test(by.BYDAY ?? '')
}

function boundedRule(text: string, until: Instant): string {
  const { count: _, ...rule } = ruleOf(text)
  return writeRule({ ...rule, until: { at: until } })
}

function ruleOf(text: string): Rule {
  const reading = readRule(text)
  if ('problem' in reading) throw new Error(`a rule that was kept cannot be read: ${reading.problem}`)
  return reading.rule
}
