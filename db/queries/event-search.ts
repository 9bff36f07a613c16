import { sql } from 'kysely'
import type { EventKind, PublishStatus } from '../../domain/event.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { type EventRow, eventFields } from './events.ts'
import { asColumns, milliseconds } from './fields.ts'

export interface EventSearch {
  readonly publishStatus: readonly PublishStatus[] | null
  readonly kind: readonly EventKind[] | null
  readonly tag: string | null
  /** With a session that is not over by then, and one that has begun before then. */
  readonly from: Instant | null
  readonly to: Instant | null
  readonly search: string | null
  readonly facilitatorId: string | null
  /** Only sessions that the public sees count. */
  readonly publicOnly: boolean
  readonly now: Instant
  readonly after: EventPlace | undefined
  readonly limit: number
}

/** Where an event stands in the list: its next session, or none. */
export interface EventPlace {
  readonly nextAt: Instant | null
  readonly id: string
}

/** An event with its place in the list. */
export interface ListedEvent extends EventRow {
  readonly nextAt: Instant | null
}

/** Those whose next session is soonest first, then those that have none; the latest made first among these. */
export async function searchEvents(trx: Trx, clinicId: string, search: EventSearch): Promise<ListedEvent[]> {
  const { publishStatus, kind, tag, facilitatorId, after } = search
  const [from, to] = [dateOrNull(search.from), dateOrNull(search.to)]
  const words = search.search === null ? null : `%${search.search.replace(/[\\%_]/g, '\\$&')}%`
  const never = sql`'infinity'::timestamptz`
  const { rows } = await sql<ListedEvent>`
    select ${asColumns(eventFields)}, ${sql.raw(milliseconds("nullif(w.at, 'infinity')"))} as "nextAt"
    from events v cross join lateral (
      select coalesce(min(n.starts_at), ${never}) as at from sessions n
      where n.clinic_id = v.clinic_id and n.event_id = v.id and n.status <> 'cancelled'
        and n.ends_at > coalesce(${from}::timestamptz, ${new Date(search.now)})
        and (${to}::timestamptz is null or n.starts_at < ${to})
        and (not ${search.publicOnly}::boolean or n.publish_status = 'published')
      offset 0) w
    where v.clinic_id = ${clinicId}
      and (${publishStatus}::text[] is null or v.publish_status = any(${publishStatus}::text[]))
      and (${kind}::text[] is null or v.kind = any(${kind}::text[]))
      and (${tag}::text is null or ${tag} = any(v.tags))
      and (${words}::text is null or v.title ilike ${words} or v.description ilike ${words})
      and (${facilitatorId}::uuid is null or exists (
        select from facilitators f
        where f.clinic_id = v.clinic_id and f.event_id = v.id and f.therapist_id = ${facilitatorId}))
      and (${from}::timestamptz is null and ${to}::timestamptz is null or w.at < ${never})
      and (${after?.id ?? null}::uuid is null or w.at > coalesce(${dateOrNull(after?.nextAt ?? null)}::timestamptz, ${never})
        or (w.at = coalesce(${dateOrNull(after?.nextAt ?? null)}::timestamptz, ${never}) and v.id < ${after?.id ?? null}::uuid))
    order by w.at, v.id desc limit ${search.limit}`.execute(trx)
  return rows
}

function dateOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant)
}
