import { v7 as uuidv7 } from 'uuid'
import type { NamedResource } from '../db/queries/book.ts'
import { named, type Session } from '../db/queries/event-sessions.ts'
import type { EventRow } from '../db/queries/events.ts'
import type { SessionClashRow } from '../db/queries/session-clashes.ts'
import { statusOfNewSession } from '../domain/event.ts'
import type { Instant } from '../domain/interval.ts'
import type { SessionDecision, SessionPlace, SessionRequest } from '../domain/session-decision.ts'
import type { Override } from './override.ts'

interface Making {
  readonly override: Override
  readonly resources: ReadonlyMap<string, NamedResource>
  readonly now: Instant
  readonly by: 'person' | 'job'
}

/** A session of the event in the place decided on. */
export function newSession(
  event: EventRow,
  request: SessionRequest,
  { lane, overridden }: SessionPlace,
  { override, resources, now, by }: Making,
): Session {
  const row = {
    ...{ id: uuidv7(), version: 1, eventId: event.id, originalStartsAt: request.original },
    ...{ startsAt: request.start, endsAt: request.end, ownTitle: null, facilitatorIds: request.therapistIds },
    ...{ roomId: request.roomId, onlineUrl: event.onlineUrl, capacity: request.capacity, placesTaken: 0 },
    ...{ placesVersion: 0, publishStatus: statusOfNewSession(event, by), status: 'scheduled' as const },
    ...{ cancellationNote: null, cancelledAt: null, lane, overriddenRules: overridden },
    overrideReason: overridden.length > 0 ? override.reason : null,
    ...{ createdAt: now, updatedAt: now },
  }
  return named(row, event, resources)
}

/** An occurrence that cannot take place, as its event remembers it. */
export function clashOf(event: EventRow, { request, problems }: SessionDecision): SessionClashRow {
  return { eventId: event.id, originalStartsAt: request.original, endsAt: request.end, problems }
}
