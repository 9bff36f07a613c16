import type { Session, SessionRow } from '../db/queries/event-sessions.ts'
import type { EventRow } from '../db/queries/events.ts'
import type { LogEntry, Place } from '../db/queries/log.ts'
import type { SessionClashRow } from '../db/queries/session-clashes.ts'
import { resourceIdsOf } from '../db/queries/write-sessions.ts'

/** What happened to an event, for both logs. */
export function eventEntry(action: string, before: EventRow | undefined, after: EventRow): LogEntry {
  return { action, kind: 'event', id: after.id, version: after.version, before, after }
}

/** What happened to a session; a cancelled one has left the calendar. */
export function sessionEntry(action: string, before: SessionRow | undefined, after: SessionRow): LogEntry {
  const isGone = after.status === 'cancelled'
  return {
    ...{ action, kind: 'session', id: after.id, version: after.version, removed: isGone },
    place: isGone ? undefined : placeOf(after),
    was: before && before.status !== 'cancelled' ? placeOf(before) : undefined,
    before: before && sessionRowOf(before),
    after: sessionRowOf(after),
  }
}

/** An occurrence found its place taken. */
export function sessionClashEntry(event: EventRow, clash: SessionClashRow): LogEntry {
  return { action: 'report clash', kind: 'event', id: event.id, version: event.version, before: null, after: clash }
}

function placeOf(row: SessionRow): Place {
  return { startsAt: row.startsAt, endsAt: row.endsAt, resourceIds: resourceIdsOf(row) }
}

/** The session's own columns, as kept in the audit log. */
export function sessionRowOf(session: SessionRow & Partial<Session>): SessionRow {
  const { event: _event, title: _title, facilitators: _facilitators, room: _room, ...row } = session
  return row
}
