import { validate } from 'uuid'
import type { EventPlace, EventSearch } from '../../db/queries/event-search.ts'
import type { Instant } from '../../domain/interval.ts'
import { badCursor, partsOf } from '../graphql/cursor.ts'
import type { Audience } from './audience.ts'
import type { EventFilter } from './event.inputs.ts'

/** What the audience may find of what it looks for; undefined for what there cannot be. */
export function searchOf(
  filter: EventFilter | null | undefined,
  { isPublic }: Audience,
  now: Instant,
): Omit<EventSearch, 'after' | 'limit'> | undefined {
  const { kind, tag, from, to, search, facilitatorId } = filter ?? {}
  if (facilitatorId != null && !validate(facilitatorId)) return undefined
  const asked = filter?.publishStatus ?? (isPublic ? null : (['draft', 'published'] as const))
  const publishStatus = isPublic ? asked?.filter((each) => each === 'published') : asked
  return {
    publishStatus: publishStatus ?? ['published'],
    ...{ kind: kind ?? null, tag: tag?.trim().toLowerCase() || null, from: from ?? null, to: to ?? null },
    ...{ search: search?.trim().slice(0, 200) || null, facilitatorId: facilitatorId ?? null },
    ...{ publicOnly: isPublic, now },
  }
}

/** Where a page of events ended. */
export function eventPlaceOf(after: string | null | undefined): EventPlace | undefined {
  if (!after) return undefined
  const [nextAt, id] = partsOf(after)
  if ((nextAt === null || isInstant(nextAt)) && isId(id)) return { nextAt, id }
  throw badCursor()
}

/** Where a page of sessions ended. */
export function placeOfCursor(after: string | null | undefined): { startsAt: Instant; id: string } | undefined {
  if (!after) return undefined
  const [startsAt, id] = partsOf(after)
  if (isInstant(startsAt) && isId(id)) return { startsAt, id }
  throw badCursor()
}

function isInstant(value: unknown): value is Instant {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value)
}
