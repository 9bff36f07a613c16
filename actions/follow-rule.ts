import { getClinic } from '../db/queries/clinics.ts'
import type { Session } from '../db/queries/event-sessions.ts'
import type { EventRow } from '../db/queries/events.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { deleteSessionClashes, insertSessionClashes } from '../db/queries/session-clashes.ts'
import { deleteSessions, updateSessions } from '../db/queries/write-sessions.ts'
import { exceptedFrom, hasOwnTime, timeOf, toCome } from '../domain/event-change.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { expand } from '../domain/recurrence.ts'
import { readRule, writeRule } from '../domain/rrule-text.ts'
import type { SessionDecision } from '../domain/session-decision.ts'
import { instantOfFloating, midnightAfterMonths } from '../domain/zone.ts'
import type { EventChange } from './change-event.ts'
import { sessionClashEntry, sessionEntry } from './event-log.ts'
import { shownStart } from './event-under-update.ts'
import { keptSession } from './kept-session.ts'
import { clashOf } from './new-session.ts'
import type { PlacedSessions, WantedSession } from './place-sessions.ts'
import { type AskedTimes, readTimes } from './read-occurrences.ts'
import { type ToldSession, toldSession } from './refuse-event.ts'

type GivenTimes = Partial<AskedTimes> & { readonly endsAt?: Instant | null }

/** What a change of an event means for its sessions. */
export interface RuleFollowed {
  /** What the event says, its rule with it. */
  readonly event: EventRow
  /** Where those to come are to stand, and those that its rule gives besides now. */
  readonly wanted: readonly WantedSession[]
  /** Those that its rule gives no more. */
  readonly going: readonly Session[]
  /** Takes them away. */
  readonly drop: (event: EventRow) => Promise<LogEntry[]>
  readonly noteClashes: (event: EventRow, decisions: readonly SessionDecision[]) => Promise<LogEntry[]>
  readonly told: (placed: PlacedSessions, standing: ReadonlyMap<WantedSession, Session>) => ToldSession[]
}

/** The sessions to come of the event as it is to be: as many, or those of another rule. */
export async function followRule(change: EventChange, asked: EventRow, times: GivenTimes): Promise<RuleFollowed> {
  const { trx, clinicId, now } = change
  const isOtherRule = times.except != null || saysOtherwise(times.rrule, change.event.rrule)
  const { event, originals } = isOtherRule
    ? await anotherRule(change, asked, times)
    : { event: asked, originals: undefined }
  const standing = toCome(change.sessions, now)
  const belongings = standing.map((session) => ({ session, original: originalIn(session, change, originals) }))
  const going = belongings.filter((each) => each.original === undefined).map((each) => each.session)
  const wanted = belongings.flatMap(({ session, original }) =>
    original === undefined ? [] : [wantedOf(session, original, change.event, event)],
  )
  const known = new Set([...change.sessions.map((each) => each.originalStartsAt), ...wanted.map(originalOf)])
  const added = [...(originals ?? [])].filter((each) => each >= now && !known.has(each))
  return {
    event,
    wanted: [...wanted, ...added.map((original) => newOf(original, event))],
    going,
    drop: (after) => drop(change, going, after),
    async noteClashes(after, decisions) {
      const clashes = decisions
        .filter((each) => !each.place && !each.request.sessionId)
        .map((each) => clashOf(after, each))
      if (isOtherRule) await deleteSessionClashes(trx, clinicId, after.id)
      await insertSessionClashes(trx, clinicId, clashes, now)
      return clashes.map((each) => sessionClashEntry(after, each))
    },
    told: ({ wanted: all, decisions, loaded }, there) =>
      all.map((each): ToldSession => {
        const session = there.get(each) ?? null
        const decision = decisions.get(each)
        if (decision) return toldSession(decision, loaded.resources, 'skipped', session)
        const { originalStartsAt, startsAt, endsAt } = each
        return {
          originalStartsAt,
          startsAt,
          endsAt,
          outcome: 'kept',
          problems: [],
          session: session && keptSession(session),
        }
      }),
  }
}

function saysOtherwise(asked: string | null | undefined, rrule: string | null): boolean {
  if (asked === undefined) return false
  if (asked === null || rrule === null) return asked !== rrule
  const reading = readRule(asked)
  return 'problem' in reading || writeRule(reading.rule) !== rrule
}

/** The event with another rule, and the starts it gives up to the horizon. */
async function anotherRule({ trx, clinicId, event, now }: EventChange, asked: EventRow, times: GivenTimes) {
  const clinic = await getClinic(trx, clinicId)
  const startsAt = times.startsAt ?? shownStart(asked)
  const wanted = {
    startsAt,
    rrule: times.rrule === undefined ? event.rrule : times.rrule,
    except: times.except ?? exceptedFrom(event.excepted, startsAt, event.zone),
  }
  const {
    start,
    rrule,
    excepted: left,
    occurrences,
    lastStartsAt,
  } = readTimes(wanted, { ...clinic, zone: event.zone }, now)
  const horizon = midnightAfterMonths(Math.max(now, wanted.startsAt), clinic.seriesHorizonMonths, event.zone)
  const extendedUntil = rrule ? horizon : wanted.startsAt + MINUTE
  const next: EventRow = { ...asked, start, rrule, excepted: left, shiftMinutes: 0, lastStartsAt, extendedUntil }
  return { event: next, originals: new Set(occurrences.map((each) => each.at)) }
}

/** The start that the rule gives the session from now on; undefined where it gives it none any more. */
function originalIn(
  session: Session,
  { event }: EventChange,
  originals: ReadonlySet<Instant> | undefined,
): Instant | undefined {
  const { originalStartsAt } = session
  if (!originals || originals.has(originalStartsAt)) return originalStartsAt
  const { start } = timeOf(originalStartsAt, event)
  if (originals.has(start)) return start
  return isOfRule(originalStartsAt, event) ? undefined : originalStartsAt
}

/** Whether the rule as it was gave that start: others were added by hand, and stay. */
function isOfRule(original: Instant, event: EventRow): boolean {
  if (!event.rrule) return original === instantOfFloating(event.start, event.zone)
  const found = expand({ ...event, rrule: event.rrule }, { start: original, end: original + 1 })
  return 'occurrences' in found && found.occurrences.length > 0
}

/** What is the session's own stays; the rest is as the event is to be. */
function wantedOf(session: Session, original: Instant, before: EventRow, after: EventRow): WantedSession {
  const own = hasOwnTime(session, before)
  const { start, end } = own ? { start: session.startsAt, end: session.endsAt } : timeOf(original, after)
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const pick = <Key extends 'facilitatorIds' | 'roomId' | 'capacity' | 'onlineUrl'>(key: Key): WantedSession[Key] =>
    (isSame(session[key], before[key]) ? after[key] : session[key]) as WantedSession[Key]
  return {
    ...{ session, originalStartsAt: original, startsAt: start, endsAt: end },
    ...{ facilitatorIds: pick('facilitatorIds'), roomId: session.status === 'moved_online' ? null : pick('roomId') },
    ...{ capacity: pick('capacity'), onlineUrl: pick('onlineUrl') },
  }
}

function newOf(original: Instant, event: EventRow): WantedSession {
  const { facilitatorIds, roomId, capacity, onlineUrl } = event
  const { start, end } = timeOf(original, event)
  return { originalStartsAt: original, startsAt: start, endsAt: end, facilitatorIds, roomId, capacity, onlineUrl }
}

function originalOf({ originalStartsAt }: WantedSession): Instant {
  return originalStartsAt
}

/** What the public never saw leaves without a trace; the rest is kept as cancelled. */
async function drop(
  { trx, clinicId, now }: EventChange,
  going: readonly Session[],
  event: EventRow,
): Promise<LogEntry[]> {
  const isUnseen = (each: Session) => event.publishedAt === null && each.placesVersion === 0
  const [unseen, seen] = [going.filter(isUnseen), going.filter((each) => !isUnseen(each))]
  const cancelled = seen.map((each): Session => ({ ...each, event, status: 'cancelled', cancelledAt: now }))
  await deleteSessions(
    trx,
    clinicId,
    unseen.map((each) => each.id),
  )
  await updateSessions(trx, clinicId, cancelled, now)
  return [
    ...unseen.map((each) => ({ ...sessionEntry('remove session', each, each), removed: true, place: undefined })),
    ...cancelled.map((each, at) => sessionEntry('cancel session', seen[at], { ...each, version: each.version + 1 })),
  ]
}
