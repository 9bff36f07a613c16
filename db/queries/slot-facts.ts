import { type RawBuilder, sql } from 'kysely'
import { type Closure, datesTouched, type WeeklyHours } from '../../domain/availability.ts'
import type { Away, Busy, ResourceFacts } from '../../domain/booking-facts.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { SlotFacts } from '../../domain/slots/request.ts'
import type { Trx } from '../connect.ts'
import { type AppointmentTypeRow, type ClientRow, type NamedResource, resourceTables } from './book.ts'
import type { ClinicFacts, LoadedFacts } from './booking-facts.ts'
import {
  asColumns,
  asJson,
  bookableFields,
  clientFields,
  closureFields,
  exceptionFields,
  typeFields,
} from './fields.ts'
import type { ExceptionRow } from './hours-exceptions.ts'

export interface SlotFactsWanted {
  readonly typeId: string
  /** Null for nobody known yet. */
  readonly clientId: string | null
  /** Those to choose from; all active ones when left out. */
  readonly therapistIds?: readonly string[]
  readonly roomIds?: readonly string[]
  readonly window: Interval
  /** Holds that have expired by then take nobody's time. */
  readonly now: Instant
}

interface AskerRow {
  readonly clinic: ClinicFacts
  readonly type: AppointmentTypeRow | null
  readonly client: ClientRow | null
  readonly clientBusy: readonly Busy[]
  readonly closures: readonly Closure[]
}

interface TimedRow extends NamedResource {
  readonly weekly: readonly WeeklyHours[]
  readonly exceptions: readonly ExceptionRow[]
  readonly away: readonly Away[]
}

/** What takes one resource's time, each property an array: ten thousand small rows would cost more to read than to search. */
interface BusyRow {
  readonly resourceId: string
  readonly starts: readonly Instant[]
  readonly ends: readonly Instant[]
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Of the appointment or the hold. */
  readonly ids: readonly string[]
  readonly holdIds: readonly string[] | null
  /** Whether it is of the type asked for. */
  readonly ofType: readonly boolean[]
}

const interval = `'start', (date_part('epoch', o.starts_at) * 1000)::bigint,
  'end', (date_part('epoch', o.ends_at) * 1000)::bigint`

/**
 * What slots are found from, in three statements sent together: the transaction must be a snapshot. Resources come in the
 * clinic's order, with what takes their time from the Monday before the window to the Sunday after it.
 */
export async function readSlotFacts(snapshot: Trx, clinicId: string, wanted: SlotFactsWanted): Promise<LoadedFacts> {
  const rowsOf = async <Row>(query: RawBuilder<Row>) => (await query.execute(snapshot)).rows
  const [[asker], resources, busy] = await Promise.all([
    rowsOf(askerQuery(clinicId, wanted)),
    rowsOf(resourcesQuery(clinicId, wanted)),
    rowsOf(busyQuery(clinicId, wanted)),
  ])
  const { clinic, closures, clientBusy, client, type } = asker!
  const busyOf = new Map(busy.map((row) => [row.resourceId, busyFrom(row, wanted.typeId)]))
  return {
    ...{ clinic, closures, clientBusy, client: client ?? undefined, type: type ?? undefined },
    resources: new Map(resources.map(({ weekly, exceptions, away, ...row }) => [row.id, row])),
    bookable: new Map(resources.map((row) => [row.id, factsOf(row, busyOf.get(row.id) ?? [])])),
  }
}

/** The facts for slots of that type; everybody and every room loaded may be offered. */
export function slotFactsOf(loaded: LoadedFacts, type: AppointmentTypeRow): SlotFacts {
  const { clinic, closures, client, clientBusy } = loaded
  const resources = [...loaded.bookable.values()]
  return {
    ...{ ...clinic, closures, type, client: client && { ...client, busy: clientBusy } },
    therapists: resources.filter((each) => each.kind === 'therapist'),
    rooms: resources.filter((each) => each.kind === 'room'),
  }
}

function factsOf({ weekly, exceptions, ...row }: TimedRow, busy: readonly Busy[]): NamedResource & ResourceFacts {
  return { ...row, schedule: { weekly, exceptions }, busy }
}

function askerQuery(clinicId: string, { typeId, clientId, window }: SlotFactsWanted) {
  const dates = datesTouched(window)
  const clientBusy = sql.raw(`json_build_object('lane', 0, 'appointmentId', o.id, 'bufferBeforeMinutes', 0,
    'bufferAfterMinutes', 0, ${interval})`)
  return sql<AskerRow>`
    select json_build_object('zone', k.zone, 'stepMinutes', k.step_minutes, 'allowsOverbooking', k.allows_overbooking) as clinic,
      (select ${asJson(typeFields)} from appointment_types y where y.clinic_id = k.id and y.id = ${typeId}) as type,
      (select ${asJson(clientFields)} from clients c where c.clinic_id = k.id and c.id = ${clientId}) as client,
      (select coalesce(json_agg(${clientBusy} order by o.starts_at), '[]') from appointments o
        where o.clinic_id = ${clinicId} and o.client_id = ${clientId}
          and o.status not in ('cancelled', 'noshow', 'entered_in_error')
          and ${touching('o', window)}) as "clientBusy",
      (select coalesce(json_agg(${asJson(closureFields)} order by z.starts_on, z.start_time), '[]') from closures z
        where z.clinic_id = k.id and z.ends_on >= ${dates.from} and z.starts_on <= ${dates.to}) as closures
    from clinics k where k.id = ${clinicId}`
}

function resourcesQuery(clinicId: string, wanted: SlotFactsWanted) {
  const dates = datesTouched(wanted.window)
  const away = sql.raw(`json_build_object('reason', o.reason, ${interval})`)
  return sql<TimedRow>`
    select ${asColumns(bookableFields)},
      (select coalesce(json_agg(${asJson(exceptionFields)}), '[]') from hours_exceptions e
        where e.clinic_id = r.clinic_id and e.resource_id = r.id and e.on_date between ${dates.from} and ${dates.to}) as exceptions,
      (select coalesce(json_agg(${away} order by o.starts_at), '[]') from time_off o
        where o.clinic_id = r.clinic_id and o.resource_id = r.id and o.status = 'approved'
          and o.starts_at < ${new Date(wanted.window.end)} and o.ends_at > ${new Date(wanted.window.start)}) as away
    from ${resourceTables} where ${chosen(clinicId, wanted)} order by r.kind desc, r.position, r.name, r.id`
}

function busyQuery(clinicId: string, wanted: SlotFactsWanted) {
  const { start, end } = wanted.window
  const column = (expression: string) => sql.raw(`json_agg(${expression} order by b.starts_at)`)
  // Subqueries, so that they are looked up once and the index is read from the one to the other.
  const since = sql`(select date_trunc('week', ${new Date(start)}::timestamptz, zone) - interval '24 hours'
    from clinics where id = ${clinicId})`
  const until = sql`(select (date_trunc('week', ${new Date(end)}::timestamptz at time zone zone) + interval '7 days')
    at time zone zone from clinics where id = ${clinicId})`
  return sql<BusyRow>`
    select b.resource_id as "resourceId",
      ${column(`(date_part('epoch', b.starts_at) * 1000)::bigint`)} as starts,
      ${column(`(date_part('epoch', b.ends_at) * 1000)::bigint`)} as ends,
      ${column('b.buffer_before_minutes')} as before, ${column('b.buffer_after_minutes')} as after,
      ${column('b.id')} as ids, json_agg(b.id) filter (where b.is_hold) as "holdIds",
      json_agg(b.type_id = ${wanted.typeId} order by b.starts_at) as "ofType"
    from (
      select o.resource_id, o.starts_at, o.ends_at, o.appointment_id as id, false as is_hold, a.type_id,
        a.buffer_before_minutes, a.buffer_after_minutes
      from resources r
      join occupancies o on o.clinic_id = r.clinic_id and o.resource_id = r.id
        and o.starts_at > ${since} and o.starts_at < ${until}
      join appointments a on a.clinic_id = o.clinic_id and a.id = o.appointment_id
      where ${chosen(clinicId, wanted)}
      union all
      select taken.resource_id, s.starts_at, s.ends_at, s.id, true, s.type_id, s.buffer_before_minutes, s.buffer_after_minutes
      from slot_holds s cross join lateral (values (s.therapist_id), (s.room_id)) as taken (resource_id)
      where s.clinic_id = ${clinicId} and s.status = 'held' and s.expires_at > ${new Date(wanted.now)}
        and s.starts_at > ${since} and s.starts_at < ${until} and taken.resource_id is not null
    ) b
    group by b.resource_id`
}

function busyFrom({ starts, ends, before, after, ids, holdIds, ofType }: BusyRow, typeId: string): Busy[] {
  const holds = new Set(holdIds)
  return starts.map((start, at) => {
    const id = ids[at]!
    const isHold = holds.has(id)
    return {
      start,
      end: ends[at]!,
      lane: 0,
      appointmentId: isHold ? null : id,
      holdId: isHold ? id : null,
      typeId: ofType[at] ? typeId : null,
      bufferBeforeMinutes: before[at]!,
      bufferAfterMinutes: after[at]!,
    }
  })
}

function chosen(clinicId: string, { therapistIds, roomIds }: SlotFactsWanted) {
  const named = (ids?: readonly string[]) => sql`coalesce(r.id = any(${ids ?? null}::uuid[]), r.archived_at is null)`
  return sql`r.clinic_id = ${clinicId}
    and case r.kind when 'therapist' then ${named(therapistIds)} else ${named(roomIds)} end`
}

/** Nothing lasts longer than a day, so that the start alone can be looked up. */
function touching(table: string, { start, end }: Interval) {
  const startsAt = sql.raw(`${table}.starts_at`)
  return sql`${startsAt} < ${new Date(end)} and ${startsAt} > ${new Date(start)}::timestamptz - interval '24 hours'
    and ${sql.raw(`${table}.ends_at`)} > ${new Date(start)}`
}
