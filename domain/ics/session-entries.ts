import { type Instant, MINUTE } from '../interval.ts'
import { expand, type Occurrence } from '../recurrence.ts'
import { type Floating, floatingOf, instantOfFloating } from '../zone.ts'
import type { CalendarEntry } from './calendar.ts'
import { isPlainSpan } from './times.ts'
import { boundedRule, isCommonRule } from './told-rule.ts'
import { eventUid, sessionUid } from './uid.ts'

const DAY = 24 * 60 * MINUTE

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

/** A session and when it begins by the rule, on the wall. */
interface Held {
  readonly session: SessionInCalendar
  readonly floating: Floating
}

/**
 * An event as calendars keep one that repeats: the rule up to its last session, without the occurrences that are no
 * session the readers may see; an entry instead of each occurrence that differs from the others; and an entry of its own
 * for each session that the rule does not give. Where calendars would not agree on the rule, or on times that the clocks
 * skip or repeat, every session has an entry of its own.
 */
export function eventEntries(event: EventInCalendar): CalendarEntry[] {
  const byInstant = new Map(occurrencesOf(event).map((each) => [each.at, each.floating]))
  const held: Held[] = []
  const besides: SessionInCalendar[] = []
  for (const session of event.sessions) {
    const floating = byInstant.get(session.originalStartsAt)
    if (floating === undefined) besides.push(session)
    else held.push({ session, floating })
  }
  const alone = (session: SessionInCalendar) => ({ ...single(event, session), uid: sessionUid(session.id) })
  if (event.rrule === null) return [...held.map(({ session }) => single(event, session)), ...besides.map(alone)]
  const shift = commonShift(held, event.zone)
  const times = [...byInstant.values()].map((floating) => floating + shift)
  if (!times.every((floating) => isPlain(event, floating))) return event.sessions.map(alone)
  const shifted = held.map(({ session, floating }) => ({ session, floating: floating + shift }))
  return [...repeating(event, shifted, times), ...besides.map(alone)]
}

/** What the rule gives from the first session to the last; nothing of a rule that is better not told. */
function occurrencesOf({ rrule, start, zone, sessions }: EventInCalendar): readonly Occurrence[] {
  if (sessions.length === 0 || (rrule !== null && !isCommonRule(rrule))) return []
  const last = Math.max(...sessions.map((each) => each.originalStartsAt))
  const first = Math.min(...sessions.map((each) => each.originalStartsAt))
  const found = expand({ rrule: rrule ?? 'FREQ=DAILY;COUNT=1', start, zone }, { start: first, end: last + 1 })
  return 'occurrences' in found ? found.occurrences : []
}

/** How much later than by the rule most sessions begin: it is the rule that is told later then, on the same days. */
function commonShift(held: readonly Held[], zone: string): number {
  const counts = new Map<number, number>()
  for (const { floating, session } of held) {
    const begins = floatingOf(session.startsAt, zone)
    if (Math.floor(begins / DAY) !== Math.floor(floating / DAY)) continue
    counts.set(begins - floating, (counts.get(begins - floating) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  const isOnSameDay = ({ floating }: Held) => Math.floor((floating + most![0]) / DAY) === Math.floor(floating / DAY)
  return most && held.every(isOnSameDay) ? most[0] : 0
}

function isPlain({ minutes, zone }: EventInCalendar, floating: Floating): boolean {
  const start = instantOfFloating(floating, zone)
  return isPlainSpan({ start, end: start + minutes * MINUTE }, zone)
}

/** Everything that begins at those times by the rule, of which some are held. */
function repeating(event: EventInCalendar, held: readonly Held[], times: readonly Floating[]): CalendarEntry[] {
  if (held.length === 0) return []
  const { id, createdAt, minutes, sequence, told, zone } = event
  const taken = new Set(held.map((each) => each.floating))
  const [first, last] = [Math.min(...taken), Math.max(...taken)]
  const startsAt = instantOfFloating(first, zone)
  const excepted = times.filter((each) => each > first && each < last && !taken.has(each))
  const master: CalendarEntry = {
    ...told,
    ...{ uid: eventUid(id), sequence, createdAt, updatedAt: event.updatedAt, status: 'CONFIRMED' },
    ...{ startsAt, endsAt: startsAt + minutes * MINUTE },
    repeats: { rrule: boundedRule(event.rrule!, instantOfFloating(last, zone)), excepted },
  }
  const differing = held.filter((each) => differs(event, each))
  return [master, ...differing.map(({ session, floating }) => ({ ...single(event, session), insteadOf: floating }))]
}

/** Whether a calendar that knows the rule alone would show the session wrongly. */
function differs({ minutes, told, zone }: EventInCalendar, { floating, session }: Held): boolean {
  const { endsAt, startsAt, status } = session
  if (status !== 'CONFIRMED' || endsAt - startsAt !== minutes * MINUTE) return true
  if (startsAt !== instantOfFloating(floating, zone)) return true
  return session.told !== told && JSON.stringify(session.told) !== JSON.stringify(told)
}

function single({ id, sequence, updatedAt }: EventInCalendar, session: SessionInCalendar): CalendarEntry {
  const { createdAt, endsAt, startsAt, status, told } = session
  const changedAt = Math.max(updatedAt, session.updatedAt)
  return { ...told, uid: eventUid(id), sequence, createdAt, updatedAt: changedAt, startsAt, endsAt, status }
}
