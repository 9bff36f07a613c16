import { type RawBuilder, sql } from 'kysely'
import type { Busy } from '../../domain/booking-facts.ts'
import type { Instant } from '../../domain/interval.ts'

/**
 * What takes one resource's time. Of most of it nobody asks whose it is; each property of it comes as bytes, one row's after
 * the other's and as Postgres itself sends them: thousands of values would cost more to spell out and to read than to search.
 */
export interface TakenRow {
  /** `timestamptz`: microseconds since 2000, 8 bytes each. */
  readonly starts: Buffer | null
  readonly ends: Buffer | null
  /** Minutes before and after, 2 bytes each. */
  readonly buffers: Buffer | null
  /** Whether it is of the type asked for, a byte each; null where the type has no daily limit. */
  readonly ofType: Buffer | null
  readonly held: readonly Busy[] | null
  readonly leaving: readonly Busy[] | null
}

export interface TakenWanted {
  readonly typeId: string
  /** Appointments and holds to be told by their ids, because they are about to leave their place. */
  readonly leaving?: ReadonlySet<string>
  /** Holds that have expired by then take nobody's time. */
  readonly now: Instant
  /** What starts after the one and before the other. */
  readonly since: RawBuilder<unknown>
  readonly until: RawBuilder<unknown>
}

const busyJson = (ids: string) =>
  sql.raw(`json_agg(json_build_object(${ids}, 'lane', 0, 'typeId', o.type_id,
    'start', (date_part('epoch', o.starts_at) * 1000)::bigint, 'end', (date_part('epoch', o.ends_at) * 1000)::bigint,
    'bufferBeforeMinutes', o.buffer_before_minutes, 'bufferAfterMinutes', o.buffer_after_minutes))`)

/** A statement's columns of what takes the time of r, and the lateral table they come from: an index alone answers it. */
export function takenTime(clinicId: string, { typeId, leaving, now, since, until }: TakenWanted) {
  const ids = leaving?.size ? [...leaving] : undefined
  const within = sql`o.clinic_id = ${clinicId} and o.starts_at > ${since} and o.starts_at < ${until}`
  const staying = ids ? sql`and o.appointment_id <> all(${ids}::uuid[])` : sql``
  const named = sql`
    (select ${busyJson(`'holdId', o.id`)} from slot_holds o
      where ${within} and o.status = 'held' and o.expires_at > ${new Date(now)} and r.id in (o.therapist_id, o.room_id)
    ) as held,
    ${
      ids
        ? sql`(select ${busyJson(`'appointmentId', o.appointment_id`)} from occupancies o
            where ${within} and o.resource_id = r.id and o.appointment_id = any(${ids}::uuid[]))`
        : sql`null::json`
    } as leaving`
  const table = sql`lateral (
    select string_agg(timestamptz_send(o.starts_at), null order by o.starts_at) as starts,
      string_agg(timestamptz_send(o.ends_at), null order by o.starts_at) as ends,
      string_agg(int4send(o.buffer_before_minutes * 65536 + o.buffer_after_minutes), null order by o.starts_at) as buffers,
      string_agg(boolsend(o.type_id = ${typeId}), null order by o.starts_at) filter (where r.kind = 'therapist' and (
        select y.daily_limit is not null from appointment_types y where y.clinic_id = ${clinicId} and y.id = ${typeId})
      ) as "ofType"
    from occupancies o where ${within} and o.resource_id = r.id and o.hold_id is null ${staying}) b`
  return { columns: sql`b.*, ${named}`, table }
}

/** All of it by its start. */
export function busyFrom({ starts, ends, buffers, ofType, held, leaving }: TakenRow, typeId: string): Busy[] {
  const busy: Busy[] = []
  if (starts && ends && buffers) {
    const [start, end, buffer] = [starts, ends, buffers].map(viewOf) as [DataView, DataView, DataView]
    for (let at = 0; at < starts.length / 8; at++)
      busy.push({
        start: instantIn(start, at),
        end: instantIn(end, at),
        lane: 0,
        typeId: ofType?.[at] === 1 ? typeId : null,
        bufferBeforeMinutes: buffer.getInt16(at * 4),
        bufferAfterMinutes: buffer.getInt16(at * 4 + 2),
      })
  }
  if (!held && !leaving) return busy
  return [...busy, ...(held ?? []), ...(leaving ?? [])].sort((a, b) => a.start - b.start)
}

const EPOCH = Date.UTC(2000, 0, 1)

function instantIn(view: DataView, at: number): Instant {
  const microseconds = view.getInt32(at * 8) * 2 ** 32 + view.getUint32(at * 8 + 4)
  return EPOCH + Math.round(microseconds / 1000)
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}
