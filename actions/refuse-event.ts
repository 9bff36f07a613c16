import type { NamedResource } from '../db/queries/book.ts'
import type { Session } from '../db/queries/event-sessions.ts'
import type { Instant } from '../domain/interval.ts'
import type { BookingProblem } from '../domain/problem.ts'
import type { OccurrenceOutcome } from '../domain/series.ts'
import type { SessionDecision } from '../domain/session-decision.ts'
import { type KeptSession, keptSession } from './kept-session.ts'
import { type Slot, type ToldProblem, toldProblem } from './refuse-booking.ts'

/** What became of one occurrence of an event, or would. */
export interface ToldSession {
  readonly originalStartsAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly outcome: OccurrenceOutcome
  readonly problems: readonly ToldProblem[]
  readonly session: KeptSession | null
}

/** Nothing was written: why, and what would become of each session. */
export interface EventRefused {
  readonly kind: 'event-refused'
  readonly problems: readonly ToldProblem[]
  readonly alternatives: readonly Slot[]
  readonly sessions: readonly ToldSession[]
}

type Resources = ReadonlyMap<string, NamedResource>

const noResources: Resources = new Map()

/** The refusal of a change of the event itself. */
export function refuseEvent(...problems: readonly BookingProblem[]): EventRefused {
  return {
    kind: 'event-refused',
    problems: problems.map((each) => toldProblem(each, noResources)),
    ...{ alternatives: [], sessions: [] },
  }
}

/** The refusal for the sake of sessions that cannot take place where they are wanted: every problem of each. */
export function refuseSessions(decisions: readonly SessionDecision[], resources: Resources): EventRefused {
  const sessions = decisions.map((each) => toldSession(each, resources, 'clash'))
  return {
    ...{ kind: 'event-refused', alternatives: [], sessions },
    problems: sessions.flatMap((each) => each.problems),
  }
}

/** What was decided about an occurrence, with the session that stands there for it. */
export function toldSession(
  { request, problems, place }: SessionDecision,
  resources: Resources,
  otherwise: 'clash' | 'skipped',
  session: Session | null = null,
): ToldSession {
  return {
    ...{ originalStartsAt: request.original, startsAt: request.start, endsAt: request.end },
    outcome: place ? 'booked' : otherwise,
    problems: problems.map((each) => toldProblem(each, resources)),
    session: session && keptSession(session),
  }
}

/** A problem of the event that no other time would mend. */
export function eventProblem(
  code: BookingProblem['code'],
  message: string,
  path: readonly string[] = ['input', 'id'],
): BookingProblem {
  return { code, message, path, overridable: false }
}
