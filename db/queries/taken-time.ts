import { sql } from 'kysely'
import type { Busy } from '../../domain/booking-facts.ts'
import type { Instant, Interval } from '../../domain/interval.ts'

/**
 * What takes one resource's time. Of most of it nobody asks whose it is: one row's bytes come after the other's, by their
 * starts. Thousands of values would cost more to spell out and to read than to search.
 */
export interface TakenRow {
  /** Of 16 bytes each: `occupancies.span`. */
  readonly spans: Buffer | null
  /** Whether it is of the type asked for, a byte each; null where the type has no daily limit. */
  readonly ofType: Buffer | null
  readonly held: readonly Busy[] | null
  readonly sessions: readonly Busy[] | null
  readonly leaving: readonly Busy[] | null
}

export interface TakenWanted {
  readonly typeId: string
  /** Appointments and holds to be told by their ids, because they are about to leave their place. */
  readonly leaving?: ReadonlySet<string>
  /** Holds that have expired by then take nobody's time. */
  readonly now: Instant
  readonly window: Interval
}

const busyJson = (id: string) =>
  sql.raw(`json_agg(json_build_object(${id}, 'lane', 0, 'typeId', o.type_id,
    'start', (date_part('epoch', o.starts_at) * 1000)::bigint, 'end', (date_part('epoch', o.ends_at) * 1000)::bigint,
    'bufferBeforeMinutes', o.buffer_before_minutes, 'bufferAfterMinutes', o.buffer_after_minutes))`)
const holdJson = busyJson(`'holdId', o.id`)
const sessionJson = sql.raw(`json_agg(json_build_object('sessionId', o.id, 'sessionTitle', coalesce(o.title, v.title),
  'lane', o.lane, 'start', (date_part('epoch', o.starts_at) * 1000)::bigint,
  'end', (date_part('epoch', o.ends_at) * 1000)::bigint, 'bufferBeforeMinutes', 0, 'bufferAfterMinutes', 0))`)
const appointmentJson = busyJson(`'appointmentId', o.appointment_id`)

/**
 * A statement's columns of what takes the time of r, from the Monday before the window to the Sunday after it, and the
 * lateral table they come from: an index alone answers it.
 */
export function takenTime(clinicId: string, { typeId, leaving, now, window }: TakenWanted) {
  const ids = leaving?.size ? [...leaving] : undefined
  const within = sql`o.clinic_id = ${clinicId} and o.starts_at > w.since and o.starts_at < w.until`
  const staying = ids ? sql`and (o.appointment_id = any(${ids}::uuid[])) is not true` : sql``
  const leavingJson = ids
    ? sql`(select ${appointmentJson} from occupancies o
        where ${within} and o.resource_id = r.id and o.appointment_id = any(${ids}::uuid[]))`
    : sql`null::json`
  const columns = sql`b.*, ${leavingJson} as leaving,
    (select ${holdJson} from slot_holds o
      where ${within} and o.status = 'held' and o.expires_at > ${new Date(now)} and r.id in (o.therapist_id, o.room_id)
    ) as held,
    (select ${sessionJson} from sessions o join events v on v.clinic_id = o.clinic_id and v.id = o.event_id
      where ${within} and o.status <> 'cancelled' and (o.room_id = r.id or exists (select from session_facilitators f
        where f.clinic_id = o.clinic_id and f.session_id = o.id and f.therapist_id = r.id))
    ) as sessions`
  // `offset 0`: looked up once, not once a resource.
  const table = sql`(
    select date_trunc('week', ${new Date(window.start)}::timestamptz, zone) - interval '24 hours' as since,
      (date_trunc('week', ${new Date(window.end)}::timestamptz at time zone zone) + interval '7 days') at time zone zone as until,
      (select y.daily_limit from appointment_types y where y.clinic_id = ${clinicId} and y.id = ${typeId}) as daily_limit
    from clinics where id = ${clinicId} offset 0
  ) w cross join lateral (
    select string_agg(o.span, null order by o.starts_at) as spans,
      string_agg(boolsend(o.type_id is not distinct from ${typeId}), null order by o.starts_at)
        filter (where r.kind = 'therapist' and w.daily_limit is not null) as "ofType"
    from occupancies o where ${within} and o.resource_id = r.id and o.hold_id is null
      and o.type_id is not null ${staying}
  ) b`
  return { columns, table }
}

/** All of it by its start. */
export function busyFrom({ spans, ofType, held, sessions, leaving }: TakenRow, typeId: string): Busy[] {
  const busy: Busy[] = []
  if (spans) {
    const view = new DataView(spans.buffer, spans.byteOffset, spans.byteLength)
    for (let at = 0; at < spans.length; at += SPAN) busy.push(spanAt(view, at, ofType?.[at / SPAN] ? typeId : null))
  }
  if (!held && !sessions && !leaving) return busy
  return [...busy, ...(held ?? []), ...(sessions ?? []), ...(leaving ?? [])].sort((a, b) => a.start - b.start)
}

const SPAN = 16
const EPOCH = Date.UTC(2000, 0, 1)

function spanAt(view: DataView, at: number, typeId: string | null): Busy {
  const microseconds = view.getInt32(at) * 2 ** 32 + view.getUint32(at + 4)
  const start = EPOCH + Math.round(microseconds / 1000)
  return {
    start,
    end: start + view.getInt32(at + 8),
    lane: 0,
    typeId,
    bufferBeforeMinutes: view.getInt16(at + 12),
    bufferAfterMinutes: view.getInt16(at + 14),
  }
}
