import { sql } from 'kysely'
import { type Closure, datesTouched, type WeeklyHours } from '../../domain/availability.ts'
import type { Away, Busy, ResourceFacts } from '../../domain/booking-facts.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { type AppointmentTypeRow, type ClientRow, type NamedResource, resourceTables } from './book.ts'
import { asJson, bookableFields, clientFields, closureFields, exceptionFields, typeFields } from './fields.ts'
import type { ExceptionRow } from './hours-exceptions.ts'

export interface ClinicFacts {
  readonly zone: string
  readonly stepMinutes: number
  readonly allowsOverbooking: boolean
}

/** What a booking is decided from. Rows that are not there, or are another clinic's, are missing. */
export interface LoadedFacts {
  readonly clinic: ClinicFacts
  readonly closures: readonly Closure[]
  readonly client: ClientRow | undefined
  readonly clientBusy: readonly Busy[]
  readonly type: AppointmentTypeRow | undefined
  readonly resources: ReadonlyMap<string, NamedResource>
  /** The same resources as they are decided about. */
  readonly bookable: ReadonlyMap<string, NamedResource & ResourceFacts>
}

interface FactsJson {
  clinic: ClinicFacts
  client: ClientRow | null
  type: AppointmentTypeRow | null
  resources: (NamedResource & { weekly: WeeklyHours[] })[]
  away: (Away & { resourceId: string })[]
  external: (Away & { resourceId: string })[]
  busy: (Busy & { resourceId: string })[]
  clientBusy: Busy[]
  exceptions: ExceptionRow[]
  closures: Closure[]
}

const busyFields = `'start', (date_part('epoch', o.starts_at) * 1000)::bigint,
  'end', (date_part('epoch', o.ends_at) * 1000)::bigint`

const busyColumns = `'resourceId', o.resource_id, 'lane', o.lane, 'appointmentId', o.appointment_id, 'holdId', o.hold_id,
  'heldUntil', (date_part('epoch', s.expires_at) * 1000)::bigint, 'sessionId', o.session_id, 'typeId', o.type_id,
  'bufferBeforeMinutes', o.buffer_before_minutes, 'bufferAfterMinutes', o.buffer_after_minutes, ${busyFields}`

const unnamedBusy = {
  json: sql.raw(`json_build_object(${busyColumns})`),
  joins: sql``,
}

const namedBusy = {
  json: sql.raw(`json_build_object(${busyColumns}, 'sessionTitle', coalesce(n.title, v.title), 'clientName', c.name)`),
  joins: sql`
        left join appointments a on a.clinic_id = o.clinic_id and a.id = o.appointment_id
        left join clients c on c.clinic_id = a.clinic_id and c.id = a.client_id
        left join sessions n on n.clinic_id = o.clinic_id and n.id = o.session_id
        left join events v on v.clinic_id = n.clinic_id and v.id = n.event_id`,
}

const clientBusyJson = sql.raw(`json_build_object('lane', 0, 'appointmentId', o.id, 'bufferBeforeMinutes', 0,
  'bufferAfterMinutes', 0, ${busyFields})`)

const awayJson = sql.raw(`json_build_object('resourceId', o.resource_id, 'reason', o.reason, ${busyFields})`)

const externalJson = sql.raw(
  `json_build_object('resourceId', o.therapist_id, 'reason', 'busy', 'isExternal', true, ${busyFields})`,
)

export interface WantedTime {
  readonly startsAt: Instant
  /** Left out: as long as the type says; so are the buffers. */
  readonly endsAt?: Instant | undefined
  readonly bufferBeforeMinutes?: number | undefined
  readonly bufferAfterMinutes?: number | undefined
}

export interface FactsWanted {
  /** Null for nobody known yet. */
  readonly clientId: string | null
  /** Null for what has no type: a session. */
  readonly typeId: string | null
  readonly resourceIds: readonly string[]
  readonly window: Interval
  /** An instant of the date whose appointments count towards a limit, where there is one: then all of them are loaded. */
  readonly day?: Instant
  /** Where something is to stand, for whom nothing counts but what comes too near, and what a limit of the day counts. */
  readonly place?: WantedTime
  /** Holds that have expired by then take nobody's time. */
  readonly now: Instant
  /** Leaves out who or what takes the time: only a refusal says it. */
  readonly unnamed?: boolean
}

/** Loads the facts in one statement. The resources must be locked already, or the answer may be stale by commit. */
export async function getBookingFacts(trx: Trx, clinicId: string, wanted: FactsWanted): Promise<LoadedFacts> {
  const from = new Date(wanted.window.start)
  const to = new Date(wanted.window.end)
  const day = instantOrNull(wanted.day)
  const { place } = wanted
  const [placeStart, placeEnd] = [instantOrNull(place?.startsAt), instantOrNull(place?.endsAt)]
  const dates = datesTouched(wanted.window)
  const busy = wanted.unnamed ? unnamedBusy : namedBusy
  const { rows } = await sql<{ facts: FactsJson }>`
    select json_build_object(
      'clinic', json_build_object('zone', k.zone, 'stepMinutes', k.step_minutes, 'allowsOverbooking', k.allows_overbooking),
      'client', (select ${asJson(clientFields)} from clients c where c.clinic_id = ${clinicId} and c.id = ${wanted.clientId}),
      'type', case when y.id is not null then ${asJson(typeFields)} end,
      'resources', array_to_json(array(select ${asJson(bookableFields)} from ${resourceTables}
        where r.clinic_id = ${clinicId} and r.id = any(${wanted.resourceIds}::uuid[]))),
      'away', array_to_json(array(select ${awayJson} from time_off o
        where o.clinic_id = ${clinicId} and o.resource_id = any(${wanted.resourceIds}::uuid[]) and o.status = 'approved'
          and o.starts_at < ${to} and o.ends_at > ${from})),
      'external', array_to_json(array(select ${externalJson} from external_busy o
        where o.clinic_id = ${clinicId} and o.therapist_id = any(${wanted.resourceIds}::uuid[])
          and o.starts_at < ${to} and o.ends_at > ${from} order by o.starts_at)),
      'busy', array_to_json(array(select ${busy.json} from occupancies o
        left join slot_holds s on s.clinic_id = o.clinic_id and s.id = o.hold_id${busy.joins}
        where o.clinic_id = ${clinicId} and o.resource_id = any(${wanted.resourceIds}::uuid[])
          and o.starts_at < w.until and o.starts_at > w.since - interval '24 hours' and o.ends_at > w.since
          and (p.starts_at is null or p.day is not null or (
            o.starts_at < p.ends_at + greatest(p.after, o.buffer_before_minutes) * interval '1 minute'
            and o.ends_at > p.starts_at - greatest(p.before, o.buffer_after_minutes) * interval '1 minute'))
          and (o.hold_id is null or s.expires_at > ${new Date(wanted.now)})
        order by o.starts_at)),
      'exceptions', array_to_json(array(select ${asJson(exceptionFields)} from hours_exceptions e
        where e.clinic_id = ${clinicId} and e.resource_id = any(${wanted.resourceIds}::uuid[])
          and e.on_date between ${dates.from} and ${dates.to})),
      'closures', array_to_json(array(select ${asJson(closureFields)} from closures z
        where z.clinic_id = ${clinicId} and z.ends_on >= ${dates.from} and z.starts_on <= ${dates.to}
        order by z.starts_on, z.start_time)),
      'clientBusy', array_to_json(array(select ${clientBusyJson} from appointments o
        where o.clinic_id = ${clinicId} and o.client_id = ${wanted.clientId}
          and o.status not in ('cancelled', 'noshow', 'entered_in_error')
          and o.starts_at < ${to} and o.starts_at > ${from}::timestamptz - interval '24 hours' and o.ends_at > ${from}
        order by o.starts_at))
    ) as facts
    from clinics k left join appointment_types y on y.clinic_id = k.id and y.id = ${wanted.typeId}
    cross join lateral (
      select ${placeStart}::timestamptz as starts_at,
        coalesce(${placeEnd}::timestamptz, ${placeStart}::timestamptz + y.minutes * interval '1 minute') as ends_at,
        coalesce(${place?.bufferBeforeMinutes ?? null}::int, y.buffer_before_minutes) as before,
        coalesce(${place?.bufferAfterMinutes ?? null}::int, y.buffer_after_minutes) as after,
        case when y.daily_limit is not null or exists (
          select from weekly_hours h where h.clinic_id = ${clinicId} and h.resource_id = any(${wanted.resourceIds}::uuid[])
            and h.most_appointments is not null) then ${day}::timestamptz end as day
      offset 0) p
    cross join lateral (
      select least(${from}::timestamptz, date_trunc('day', p.day, k.zone)) as since,
        greatest(least(${to}::timestamptz, p.ends_at + (p.starts_at - ${from}::timestamptz)), (date_trunc('day', p.day at time zone k.zone) + interval '1 day') at time zone k.zone) as until
      offset 0) w
    where k.id = ${clinicId}`.execute(trx)
  return withResources(rows[0]!.facts)
}

function instantOrNull(instant: Instant | undefined): Date | null {
  return instant === undefined ? null : new Date(instant)
}

/** Active resources with what takes their time in the window: the material of alternatives. */
export async function listResourceFacts(
  trx: Trx,
  clinicId: string,
  wanted: Omit<FactsWanted, 'resourceIds'>,
): Promise<LoadedFacts> {
  const { rows } = await sql<{ id: string }>`
    select id from resources where clinic_id = ${clinicId} and archived_at is null`.execute(trx)
  return getBookingFacts(trx, clinicId, { ...wanted, resourceIds: rows.map((each) => each.id) })
}

function withResources(json: FactsJson): LoadedFacts {
  const away = Map.groupBy([...json.away, ...json.external], (each) => each.resourceId)
  const busy = Map.groupBy(json.busy, (each) => each.resourceId)
  const exceptions = Map.groupBy(json.exceptions, (each) => each.resourceId)
  const loaded = json.resources.map(({ weekly, ...row }) => {
    const { id } = row
    const schedule = { weekly, exceptions: exceptions.get(id) ?? [] }
    return { row, facts: { ...row, schedule, away: away.get(id) ?? [], busy: busy.get(id) ?? [] } }
  })
  return {
    clinic: json.clinic,
    closures: json.closures,
    client: json.client ?? undefined,
    clientBusy: json.clientBusy,
    type: json.type ?? undefined,
    resources: new Map(loaded.map(({ row }) => [row.id, row])),
    bookable: new Map(loaded.map(({ facts }) => [facts.id, facts])),
  }
}
