import { sql } from 'kysely'
import type { Closure } from '../../domain/availability.ts'
import type { Away, Busy, ResourceFacts } from '../../domain/booking.ts'
import type { Interval } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import { type AppointmentTypeRow, type ClientRow, type ResourceRow, resourceTables } from './book.ts'
import { asJson, clientFields, resourceFields, typeFields } from './fields.ts'

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
  readonly resources: ReadonlyMap<string, ResourceRow & ResourceFacts>
}

interface FactsJson {
  clinic: ClinicFacts
  client: ClientRow | null
  type: AppointmentTypeRow | null
  resources: ResourceRow[]
  away: (Away & { resourceId: string })[]
  busy: (Busy & { resourceId: string })[]
  clientBusy: Busy[]
}

const busyFields = `'start', (date_part('epoch', o.starts_at) * 1000)::bigint,
  'end', (date_part('epoch', o.ends_at) * 1000)::bigint`

const busyJson =
  sql.raw(`json_build_object('resourceId', o.resource_id, 'lane', o.lane, 'appointmentId', o.appointment_id,
  'holdId', o.hold_id, 'typeId', a.type_id, 'clientName', c.name, 'bufferBeforeMinutes', coalesce(a.buffer_before_minutes, 0),
  'bufferAfterMinutes', coalesce(a.buffer_after_minutes, 0), ${busyFields})`)

const clientBusyJson = sql.raw(`json_build_object('lane', 0, 'appointmentId', o.id, 'bufferBeforeMinutes', 0,
  'bufferAfterMinutes', 0, ${busyFields})`)

const awayJson = sql.raw(`json_build_object('resourceId', o.resource_id, 'reason', o.reason, ${busyFields})`)

export interface FactsWanted {
  readonly clientId: string
  readonly typeId: string
  readonly resourceIds: readonly string[]
  readonly window: Interval
}

/** Loads the facts in one statement. The resources must be locked already, or the answer may be stale by commit. */
export async function getBookingFacts(trx: Trx, clinicId: string, wanted: FactsWanted): Promise<LoadedFacts> {
  const from = new Date(wanted.window.start)
  const to = new Date(wanted.window.end)
  const { rows } = await sql<{ facts: FactsJson }>`
    select json_build_object(
      'clinic', (select json_build_object('zone', zone, 'stepMinutes', step_minutes, 'allowsOverbooking', allows_overbooking)
        from clinics where id = ${clinicId}),
      'client', (select ${asJson(clientFields)} from clients c where c.clinic_id = ${clinicId} and c.id = ${wanted.clientId}),
      'type', (select ${asJson(typeFields)} from appointment_types y where y.clinic_id = ${clinicId} and y.id = ${wanted.typeId}),
      'resources', (select coalesce(json_agg(${asJson(resourceFields)}), '[]') from ${resourceTables}
        where r.clinic_id = ${clinicId} and r.id = any(${wanted.resourceIds}::uuid[])),
      'away', (select coalesce(json_agg(${awayJson}), '[]') from time_off o
        where o.clinic_id = ${clinicId} and o.resource_id = any(${wanted.resourceIds}::uuid[]) and o.status = 'approved'
          and o.starts_at < ${to} and o.ends_at > ${from}),
      'busy', (select coalesce(json_agg(${busyJson} order by o.starts_at), '[]') from occupancies o
        left join appointments a on a.clinic_id = o.clinic_id and a.id = o.appointment_id
        left join clients c on c.clinic_id = a.clinic_id and c.id = a.client_id
        where o.clinic_id = ${clinicId} and o.resource_id = any(${wanted.resourceIds}::uuid[])
          and o.starts_at < ${to} and o.starts_at > ${from}::timestamptz - interval '24 hours' and o.ends_at > ${from}),
      'clientBusy', (select coalesce(json_agg(${clientBusyJson} order by o.starts_at), '[]') from appointments o
        where o.clinic_id = ${clinicId} and o.client_id = ${wanted.clientId}
          and o.status not in ('cancelled', 'noshow', 'entered_in_error')
          and o.starts_at < ${to} and o.starts_at > ${from}::timestamptz - interval '24 hours' and o.ends_at > ${from})
    ) as facts`.execute(trx)
  return withResources(rows[0]!.facts)
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
  const away = Map.groupBy(json.away, (each) => each.resourceId)
  const busy = Map.groupBy(json.busy, (each) => each.resourceId)
  const resources = json.resources.map(
    (row) =>
      [
        row.id,
        {
          ...row,
          ...{ schedule: { weekly: row.weeklyHours, exceptions: [] }, skills: [], features: [], locationId: null },
          ...{ away: away.get(row.id) ?? [], busy: busy.get(row.id) ?? [] },
        },
      ] as const,
  )
  return {
    clinic: json.clinic,
    closures: [],
    client: json.client ?? undefined,
    clientBusy: json.clientBusy,
    type: json.type ?? undefined,
    resources: new Map(resources),
  }
}
