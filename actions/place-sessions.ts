import { named, type Session, type SessionRow } from '../db/queries/event-sessions.ts'
import type { EventRow } from '../db/queries/events.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { insertSessions, resourceIdsOf, updateSessions } from '../db/queries/write-sessions.ts'
import { statusAt } from '../domain/event-change.ts'
import { decideSessions, type SessionDecision, type SessionOptions } from '../domain/session-decision.ts'
import type { EventChange } from './change-event.ts'
import { sessionEntry, sessionRowOf } from './event-log.ts'
import { newSession } from './new-session.ts'
import type { Override } from './override.ts'
import { type LoadedSessions, lockSessionFacts } from './session-facts.ts'

/** Where a session is to stand, one that there is or a new one. */
export interface WantedSession {
  readonly session?: Session
  readonly originalStartsAt: number
  readonly startsAt: number
  readonly endsAt: number
  readonly facilitatorIds: readonly string[]
  readonly roomId: string | null
  readonly capacity: number | null
  readonly onlineUrl: string | null
}

/** What each came to; those without a place stay as they were. */
export interface PlacedSessions {
  readonly wanted: readonly WantedSession[]
  readonly decisions: ReadonlyMap<WantedSession, SessionDecision>
  readonly loaded: LoadedSessions
  /** What they were decided with. */
  readonly options: SessionOptions
}

/** Locks what the sessions take and are to take, and decides all of them that are to stand elsewhere than they do. */
export async function decidePlaces(
  { trx, clinicId, now }: Pick<EventChange, 'trx' | 'clinicId' | 'now'>,
  title: string,
  wanted: readonly WantedSession[],
  override: Override,
  leaving: readonly Session[] = [],
): Promise<PlacedSessions> {
  const there = [...wanted.flatMap((each) => (each.session ? [each, each.session] : [each])), ...leaving]
  const starts = there.map((each) => each.startsAt)
  const span = starts.length > 0 ? { start: Math.min(...starts), end: Math.max(...starts) } : { start: now, end: now }
  const loaded = await lockSessionFacts(
    trx,
    clinicId,
    {
      therapistIds: there.flatMap((each) => each.facilitatorIds),
      roomIds: there.flatMap((each) => each.roomId ?? []),
      span,
    },
    now,
  )
  const going = wanted.filter(goesElsewhere)
  const options = { title, override: override.codes, now, leaving: leaving.map((each) => each.id) }
  const decided = decideSessions(going.map(requestOf), options, loaded.facts)
  return { wanted, decisions: new Map(going.map((each, at) => [each, decided[at]!])), loaded, options }
}

function requestOf({ session, originalStartsAt, startsAt, endsAt, facilitatorIds, roomId, capacity }: WantedSession) {
  return {
    ...{ original: originalStartsAt, start: startsAt, end: endsAt, therapistIds: facilitatorIds, roomId, capacity },
    ...(session && { sessionId: session.id, previousStart: session.startsAt }),
  }
}

function goesElsewhere({ session, ...wanted }: WantedSession): boolean {
  if (!session) return true
  const isThen = wanted.startsAt === session.startsAt && wanted.endsAt === session.endsAt
  const isLarger =
    wanted.capacity !== session.capacity && (wanted.capacity ?? Infinity) > (session.capacity ?? Infinity)
  return !isThen || isLarger || resourceIdsOf(wanted).join() !== resourceIdsOf(session).join()
}

interface Writing {
  readonly event: EventRow
  readonly override: Override
  readonly action: string
  /** What else is to be said of a session. */
  readonly change?: (session: Session) => Partial<SessionRow>
}

/** Writes those that may stand where they are wanted, and what else is said of them. */
export async function writePlaces(
  { trx, clinicId, now }: Pick<EventChange, 'trx' | 'clinicId' | 'now'>,
  { wanted, decisions, loaded }: PlacedSessions,
  { event, override, action, change = () => ({}) }: Writing,
): Promise<{ readonly standing: Map<WantedSession, Session>; readonly log: LogEntry[] }> {
  const { resources } = loaded
  const standing = new Map<WantedSession, Session>()
  const [changed, added]: [Session[], Session[]] = [[], []]
  const log: LogEntry[] = []
  for (const each of wanted) {
    const decision = decisions.get(each)
    if (!each.session) {
      if (!decision?.place) continue
      const made = newSession(event, decision.request, decision.place, { override, resources, now, by: 'person' })
      const session = { ...made, onlineUrl: each.onlineUrl }
      added.push(session)
      standing.set(each, session)
      log.push(sessionEntry('add session', undefined, session))
      continue
    }
    const before = each.session
    const isStaying = decision !== undefined && decision.place === undefined
    const next = isStaying ? before : { ...before, ...change(before), ...placedAt(each, before, decision, override) }
    const isSame = JSON.stringify(sessionRowOf(next)) === JSON.stringify(sessionRowOf(before))
    const version = before.version + (isSame ? 0 : 1)
    const after = { ...next, version, updatedAt: isSame ? before.updatedAt : now }
    const session = isStaying ? { ...after, event } : named(after, event, resources)
    standing.set(each, session)
    if (isSame) continue
    changed.push({ ...session, version: before.version })
    log.push(sessionEntry(action, before, session))
  }
  await updateSessions(trx, clinicId, changed, now)
  await insertSessions(trx, clinicId, added, now)
  return { standing, log }
}

function placedAt(
  { originalStartsAt, startsAt, endsAt, facilitatorIds, roomId, capacity, onlineUrl }: WantedSession,
  before: Session,
  decision: SessionDecision | undefined,
  override: Override,
): Partial<SessionRow> {
  const place = decision?.place
  return {
    ...{ originalStartsAt, startsAt, endsAt, facilitatorIds, roomId, capacity, onlineUrl },
    ...(startsAt !== before.startsAt && { status: statusAt(before, startsAt) }),
    ...(place && {
      lane: place.lane,
      overriddenRules: place.overridden,
      overrideReason: place.overridden.length > 0 ? override.reason : null,
    }),
  }
}
