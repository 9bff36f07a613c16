import type { Session } from '../db/queries/event-sessions.ts'
import { type EventRow, updateEventRow } from '../db/queries/events.ts'
import { hasOwnTime, sessionsTouched, shiftOf, timeOf } from '../domain/event-change.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { instantOfFloating } from '../domain/zone.ts'
import {
  cancelledRefusal,
  changeSession,
  refusalOfPlaces,
  type ScopedInput,
  type SessionChange,
} from './change-session.ts'
import type { ActionContext } from './context.ts'
import { checkedFacilitators, checkedReference } from './event-fields.ts'
import { eventEntry } from './event-log.ts'
import { type KeptSession, keptSession } from './kept-session.ts'
import { checkedOverride, type OverrideInput } from './override.ts'
import { decidePlaces, type WantedSession, writePlaces } from './place-sessions.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { tellOfSessions } from './tell-registrants.ts'

/** Another time, other people, another room; what is left out stays. */
export interface MoveSessionInput extends ScopedInput, OverrideInput {
  readonly startsAt?: Instant | null
  readonly endsAt?: Instant | null
  readonly facilitatorIds?: readonly string[] | null
  /** Left out keeps the room, null takes none. */
  readonly roomId?: string | null
}

export interface SessionMoved {
  readonly kind: 'session-moved'
  readonly session: Session
  readonly sessions: readonly KeptSession[]
}

/**
 * Gives a session, those from it on or all that are still to come another time, other facilitators or another room. Each
 * keeps the start that its event's rule gave it, and those that are added later follow the change too.
 */
export function moveSession(context: ActionContext, input: MoveSessionInput): Promise<SessionMoved | BookingRefused> {
  const override = checkedOverride(context, input)
  const facilitatorIds = input.facilitatorIds ? checkedFacilitators(input.facilitatorIds) : undefined
  const roomId = checkedReference(input.roomId, 'room')
  return changeSession<SessionMoved>(context, 'moveSession', input, async (change) => {
    const { trx, clinicId, event, sessions, session, now } = change
    const cancelled = cancelledRefusal(session)
    if (cancelled) return { refused: cancelled }
    const asked = askedOf(change, input, { facilitatorIds, roomId })
    const touched = sessionsTouched(sessions, session, input.scope ?? 'this', now)
    const wanted = touched.map((each) => wantedOf(each, change, asked))
    const placed = await decidePlaces(change, session.title, wanted, override)
    const refused = refusalOfPlaces(placed)
    if (refused) return { refused }
    const next = eventFollows(change, input) ? { ...event, ...asked.event } : event
    const isSame = JSON.stringify(next) === JSON.stringify(event)
    const after = isSame ? event : { ...next, version: event.version + 1, updatedAt: now }
    const { standing, log } = await writePlaces(change, placed, { event: after, override, action: 'move session' })
    if (!isSame) await updateEventRow(trx, clinicId, next, now)
    const moved = wanted.map((each) => standing.get(each)!)
    const elsewhen = moved.filter((each, at) => each.startsAt !== touched[at]!.startsAt)
    await tellOfSessions(context, trx, 'session_changed', elsewhen)
    return {
      written: { kind: 'session-moved', session: moved[touched.indexOf(session)]!, sessions: moved.map(keptSession) },
      log: isSame ? log : [eventEntry('move event', event, after), ...log],
    }
  })
}

interface Asked {
  readonly start: Instant
  readonly end: Instant
  readonly isMoved: boolean
  readonly facilitatorIds: readonly string[] | undefined
  readonly roomId: string | null | undefined
  /** What the event says from now on. */
  readonly event: Partial<EventRow>
}

function askedOf(
  { event, session }: SessionChange,
  input: MoveSessionInput,
  { facilitatorIds, roomId }: Pick<Asked, 'facilitatorIds' | 'roomId'>,
): Asked {
  const start = input.startsAt ?? session.startsAt
  const end = input.endsAt ?? start + (session.endsAt - session.startsAt)
  const isMoved = start !== session.startsAt
  const isLonger = end - start !== session.endsAt - session.startsAt
  return {
    ...{ start, end, isMoved, facilitatorIds, roomId },
    event: {
      ...(facilitatorIds && { facilitatorIds }),
      ...(roomId !== undefined && { roomId }),
      ...(isMoved && { shiftMinutes: shiftOf(session.originalStartsAt, start, event.zone) }),
      ...(isLonger && { minutes: (end - start) / MINUTE }),
    },
  }
}

/** The one that was moved stands as asked; the others shift with it, but for those with a time of their own. */
function wantedOf(each: Session, { event, session }: SessionChange, asked: Asked): WantedSession {
  const { originalStartsAt, capacity, onlineUrl } = each
  const isOwn = each !== session && hasOwnTime(each, event)
  const { start, end } = each === session ? asked : timeOf(originalStartsAt, { ...event, ...asked.event })
  return {
    ...{ session: each, originalStartsAt, capacity, onlineUrl },
    ...(isOwn ? { startsAt: each.startsAt, endsAt: each.endsAt } : { startsAt: start, endsAt: end }),
    facilitatorIds: asked.facilitatorIds ?? each.facilitatorIds,
    roomId: asked.roomId === undefined ? each.roomId : asked.roomId,
  }
}

/** Whether the event goes on as this change says; what takes place once is what its session is. */
function eventFollows({ event, session }: SessionChange, { scope }: MoveSessionInput): boolean {
  if (event.rrule) return (scope ?? 'this') !== 'this'
  return session.originalStartsAt === instantOfFloating(event.start, event.zone)
}
