import { findSession, lockSessionsOf, type Session } from '../db/queries/event-sessions.ts'
import { lockEvent } from '../db/queries/events.ts'
import type { BookingProblem } from '../domain/problem.ts'
import type { SeriesScope } from '../domain/series.ts'
import { changeClinic, type Outcome } from './change-clinic.ts'
import { type EventChange, staleEventProblem } from './change-event.ts'
import type { VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkEventRight } from './event-rights.ts'
import { checkId } from './ids.ts'
import type { PlacedSessions } from './place-sessions.ts'
import { type BookingRefused, toldProblem } from './refuse-booking.ts'
import { findSessionAlternatives, type HomelessSession } from './session-alternatives.ts'
import type { LoadedSessions } from './session-facts.ts'

export interface ScopedInput extends VersionedInput {
  /** The session alone when left out. */
  readonly scope?: SeriesScope | null
}

/** A session that is being changed, its event and the others locked with it. */
export interface SessionChange extends EventChange {
  readonly session: Session
}

/** One change of a session from the version that its editor saw. */
export function changeSession<Written extends object>(
  context: ActionContext,
  operation: string,
  input: VersionedInput,
  work: (change: SessionChange) => Promise<Outcome<Written, SessionRefusal>>,
): Promise<Written | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.id, 'session', ['input', 'id'])
  return changeClinic<Written, SessionRefusal, BookingRefused>(context, {
    operation,
    input,
    tell: ({ homeless, ...refused }) => tellSession(context, refused, homeless),
    work: async (trx) => {
      const seen = await findSession(trx, clinicId, input.id)
      const event = seen && (await lockEvent(trx, clinicId, seen.eventId))
      if (!event) throw notFound('session', ['input', 'id'], input.id)
      const sessions = await lockSessionsOf(trx, clinicId, event.id)
      const session = sessions.find((each) => each.id === seen.id)!
      checkEventRight(context, [...event.facilitatorIds, ...session.facilitatorIds])
      const stale = await staleEventProblem(trx, clinicId, session, input.expectedVersion)
      if (stale) return { refused: refuseChange([stale]) }
      return work({ context, trx, clinicId, event, sessions, session, now: context.now() })
    },
  })
}

/** The refusal of a change of sessions, before alternatives are looked for. */
export interface SessionRefusal extends BookingRefused {
  readonly homeless?: HomelessSession
}

/** The same with where a single session could be instead. */
export async function tellSession(
  context: ActionContext,
  refused: BookingRefused,
  homeless: HomelessSession | undefined,
): Promise<BookingRefused> {
  if (!homeless || refused.problems.some((each) => each.code === 'INVALID_INTERVAL')) return refused
  return { ...refused, alternatives: await findSessionAlternatives(context, homeless) }
}

/** The refusal of a change of sessions. */
export function refuseChange(
  problems: readonly BookingProblem[],
  resources: LoadedSessions['resources'] = new Map(),
): BookingRefused {
  return { kind: 'refused', problems: problems.map((each) => toldProblem(each, resources)), alternatives: [] }
}

/** Why the sessions cannot all stand where they are wanted; undefined when they can. */
export function refusalOfPlaces({ decisions, loaded, options }: PlacedSessions): SessionRefusal | undefined {
  const problems = [...decisions.values()].flatMap((each) => each.problems)
  if (problems.length === 0) return undefined
  const refused = refuseChange(problems, loaded.resources)
  const [only, ...others] = decisions.values()
  if (!only || others.length > 0) return refused
  const { request } = only
  const leaving = request.sessionId ? [request.sessionId] : []
  return { ...refused, homeless: { request, options: { ...options, leaving } } }
}

/** The refusal to change what does not take place; undefined for what does. */
export function cancelledRefusal({ title, status }: Session): BookingRefused | undefined {
  if (status !== 'cancelled') return undefined
  return refuseChange([
    {
      code: 'TERMINAL_STATUS',
      message: `This session of ${title} is cancelled. Restore it first.`,
      path: ['input', 'id'],
      overridable: false,
    },
  ])
}
