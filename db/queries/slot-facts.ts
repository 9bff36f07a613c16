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
import { busyFrom, type TakenRow, takenTime } from './taken-time.ts'

export interface SlotFactsWanted {
  readonly typeId: string
  /** Null for nobody known yet. */
  readonly clientId: string | null
  /** Those to choose from; all active ones when left out. */
  readonly therapistIds?: readonly string[]
  readonly roomIds?: readonly string[]
  readonly window: Interval
  /** Appointments and holds about to leave their place: of all others nobody is told which they are. */
  readonly leaving?: ReadonlySet<string>
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

interface TimedRow extends NamedResource, TakenRow {
  readonly weekly: readonly WeeklyHours[]
  readonly exceptions: readonly ExceptionRow[]
  readonly away: readonly Away[]
  readonly external: readonly Away[] | null
}

const interval = `'start', (date_part('epoch', o.starts_at) * 1000)::bigint,
  'end', (date_part('epoch', o.ends_at) * 1000)::bigint`
const clientBusyJson = sql.raw(`json_build_object('lane', 0, 'appointmentId', o.id, 'bufferBeforeMinutes', 0,
  'bufferAfterMinutes', 0, ${interval})`)
const awayJson = sql.raw(`json_build_object('reason', o.reason, ${interval})`)
const externalJson = sql.raw(`json_build_object('reason', 'busy', 'isExternal', true, ${interval})`)
// Spelt once, not for every search.
const typeJson = asJson(typeFields)
const clientJson = asJson(clientFields)
const closureJson = asJson(closureFields)
const exceptionJson = asJson(exceptionFields)
const bookableColumns = asColumns(bookableFields)

/**
 * What slots are found from, in two statements sent together: the transaction must be a snapshot. Resources come in the
 * clinic's order, with what takes their time from the Monday before the window to the Sunday after it.
 */
export async function readSlotFacts(snapshot: Trx, clinicId: string, wanted: SlotFactsWanted): Promise<LoadedFacts> {
  const rowsOf = async <Row>(query: RawBuilder<Row>) => (await query.execute(snapshot)).rows
  const [[asker], resources] = await Promise.all([
    rowsOf(askerQuery(clinicId, wanted)),
    rowsOf(resourcesQuery(clinicId, wanted)),
  ])
  const { clinic, closures, clientBusy, client, type } = asker!
  return {
    ...{ clinic, closures, clientBusy, client: client ?? undefined, type: type ?? undefined },
    resources: new Map(resources.map((row) => [row.id, namedOf(row)])),
    bookable: new Map(resources.map((row) => [row.id, factsOf(row, wanted.typeId)])),
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

function namedOf({
  weekly,
  exceptions,
  away,
  external,
  spans,
  ofType,
  held,
  sessions,
  leaving,
  ...named
}: TimedRow): NamedResource {
  return named
}

function factsOf(row: TimedRow, typeId: string): NamedResource & ResourceFacts {
  const { weekly, exceptions, external } = row
  const away = external ? [...row.away, ...external] : row.away
  return { ...namedOf(row), away, schedule: { weekly, exceptions }, busy: busyFrom(row, typeId) }
}

function askerQuery(clinicId: string, { typeId, clientId, window }: SlotFactsWanted) {
  const dates = datesTouched(window)
  return sql<AskerRow>`
    select json_build_object('zone', k.zone, 'stepMinutes', k.step_minutes, 'allowsOverbooking', k.allows_overbooking) as clinic,
      (select ${typeJson} from appointment_types y where y.clinic_id = k.id and y.id = ${typeId}) as type,
      (select ${clientJson} from clients c where c.clinic_id = k.id and c.id = ${clientId}) as client,
      (select coalesce(json_agg(${clientBusyJson} order by o.starts_at), '[]') from appointments o
        where o.clinic_id = ${clinicId} and o.client_id = ${clientId}
          and o.status not in ('cancelled', 'noshow', 'entered_in_error')
          and ${touching('o', window)}) as "clientBusy",
      (select coalesce(json_agg(${closureJson} order by z.starts_on, z.start_time), '[]') from closures z
        where z.clinic_id = k.id and z.ends_on >= ${dates.from} and z.starts_on <= ${dates.to}) as closures
    from clinics k where k.id = ${clinicId}`
}

function resourcesQuery(clinicId: string, wanted: SlotFactsWanted) {
  const dates = datesTouched(wanted.window)
  const taken = takenTime(clinicId, wanted)
  return sql<TimedRow>`
    select ${bookableColumns},
      (select coalesce(json_agg(${exceptionJson}), '[]') from hours_exceptions e
        where e.clinic_id = r.clinic_id and e.resource_id = r.id and e.on_date between ${dates.from} and ${dates.to}) as exceptions,
      (select coalesce(json_agg(${awayJson} order by o.starts_at), '[]') from time_off o
        where o.clinic_id = r.clinic_id and o.resource_id = r.id and o.status = 'approved'
          and o.starts_at < ${new Date(wanted.window.end)} and o.ends_at > ${new Date(wanted.window.start)}) as away,
      (select json_agg(${externalJson} order by o.starts_at) from external_busy o
        where o.clinic_id = r.clinic_id and o.therapist_id = r.id
          and o.starts_at < ${new Date(wanted.window.end)} and o.ends_at > ${new Date(wanted.window.start)}) as external,
      ${taken.columns}
    from ${resourceTables} cross join ${taken.table}
    where ${chosen(clinicId, wanted)} order by r.kind desc, r.position, r.name, r.id`
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
