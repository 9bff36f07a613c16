import { v7 as uuidv7 } from 'uuid'
import type { Appointment } from '../db/queries/book.ts'
import type { LogEntry } from '../db/queries/log.ts'
import type { SeriesRow } from '../db/queries/series.ts'
import type { ClashRow } from '../db/queries/series-clashes.ts'
import type { Instant } from '../domain/interval.ts'
import type { OccurrenceDecision, OccurrencePlace } from '../domain/series-decision.ts'
import { unmarked } from './appointment-log.ts'
import type { LoadedSeries } from './series-facts.ts'

/** What happened to a series, for both logs. */
export function seriesEntry(action: string, before: SeriesRow | undefined, after: SeriesRow): LogEntry {
  return { action, kind: 'series', id: after.id, version: after.version, before, after }
}

/** An occurrence found its place taken when its series was extended. */
export function clashEntry(series: SeriesRow, clash: ClashRow): LogEntry {
  return { action: 'report clash', kind: 'series', id: series.id, version: series.version, before: null, after: clash }
}

/** The appointment of an occurrence, in the place decided on. */
export function newOccurrence(
  series: SeriesRow,
  { request }: OccurrenceDecision,
  place: OccurrencePlace,
  { client, type, resources }: Pick<LoadedSeries, 'client' | 'type' | 'resources'>,
  now: Instant,
): Appointment {
  return {
    ...{ id: uuidv7(), version: 1, status: 'booked', startsAt: place.start, endsAt: place.end },
    ...{ clientId: client.id, therapistId: place.therapistId, roomId: place.roomId ?? null, typeId: type.id },
    ...{ bufferBeforeMinutes: type.bufferBeforeMinutes, bufferAfterMinutes: type.bufferAfterMinutes },
    ...{ lane: place.lane, notes: series.notes, confirmedAt: null, cancellation: null },
    ...{
      overriddenRules: place.overridden,
      overrideReason: place.overridden.length > 0 ? series.overrideReason : null,
    },
    ...{ seriesId: series.id, originalStartsAt: request.original, createdAt: now, updatedAt: now },
    ...{ mark: unmarked, client, type, therapist: resources.get(place.therapistId)! },
    room: place.roomId ? resources.get(place.roomId)! : null,
  }
}
