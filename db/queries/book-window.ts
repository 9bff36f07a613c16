import { type RawBuilder, sql } from 'kysely'
import { datesTouched, type WeeklyHours } from '../../domain/availability.ts'
import type { Interval } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import {
  type AppointmentRow,
  type AppointmentTypeRow,
  type ClientRow,
  type MarkRow,
  type ResourceRow,
  resourceTables,
  type TimeOffRow,
} from './book.ts'
import { type ClosureRow, listClosures } from './closures.ts'
import {
  appointmentFields,
  asColumns,
  clientFields,
  hoursByResource,
  markFields,
  resourceFields,
  timeOffFields,
  typeFields,
} from './fields.ts'
import { type ExceptionRow, listExceptions } from './hours-exceptions.ts'

/** What cards show of a client, of a therapist or room, and of an appointment itself; a whole one has more. */
export type ClientName = Pick<ClientRow, 'id' | 'name'>
export interface ResourceName extends Pick<ResourceRow, 'id' | 'kind' | 'name' | 'active' | 'position' | 'version'> {
  readonly weeklyHours: readonly WeeklyHours[]
}
export interface Card extends Omit<AppointmentRow, RareColumn> {
  readonly mark: MarkRow
  readonly client: ClientName
  readonly therapist: ResourceName
  readonly room: ResourceName | null
  readonly type: AppointmentTypeRow
}

/** Part of the book as it stood at one moment: everything here is of one snapshot. */
export interface Book {
  /** The number of the last change the snapshot contains. */
  readonly head: number
  readonly zone: string
  readonly appointments: readonly Card[]
  readonly timeOff: readonly TimeOffRow[]
  readonly resources: readonly ResourceName[]
  readonly exceptions: readonly ExceptionRow[]
  readonly closures: readonly ClosureRow[]
}

export interface BookWindow {
  readonly window: Interval
  /** Only what takes one of them; all when left out. */
  readonly resourceIds?: readonly string[] | undefined
  /** What is read whole, not only as cards show it: a day has hundreds, and every column of each has its price. */
  readonly whole: { readonly appointments: boolean; readonly clients: boolean; readonly resources: boolean }
}

const rareColumns = ['cancellation', 'overrideReason', 'createdAt', 'updatedAt'] as const
type RareColumn = (typeof rareColumns)[number]

type CardRow = Omit<Card, 'mark' | 'client' | 'therapist' | 'room' | 'type'> & {
  [Name in keyof MarkRow as `mark_${Name}`]: MarkRow[Name]
} & { readonly client_name: string }

const markColumns = Object.fromEntries(Object.entries(markFields).map(([name, sql]) => [`mark_${name}`, sql]))
const { mark: _, ...ownFields } = appointmentFields
// Looked up by key for each: joined, a clinic's whole list of clients would be read for the few of a day.
const nameOfClient = '(select c.name from clients c where c.clinic_id = a.clinic_id and c.id = a.client_id)'
const furtherColumns = { ...markColumns, client_name: nameOfClient }
const wholeAppointment = asColumns({ ...ownFields, ...furtherColumns })
const card = asColumns({ ...without(ownFields, rareColumns), ...furtherColumns })

const wholeClient = asColumns(clientFields)

const { id, kind, name, active, position, version } = resourceFields
const wholeResources = sql`${asColumns(resourceFields)} from ${resourceTables}`
const resourceNames = (clinicId: string) => sql`
  ${asColumns({ id, kind, name, active, position, version, weeklyHours: `coalesce(w.list, '[]'::json)` })}
  from resources r left join (${hoursByResource} where h.clinic_id = ${clinicId} group by h.resource_id) w
    on w.resource_id = r.id`

/**
 * What stands in the book within the window, cancelled appointments aside. The transaction must be a snapshot: these are
 * several statements, sent together.
 */
export async function readBookWindow(
  snapshot: Trx,
  clinicId: string,
  { window, resourceIds, whole }: BookWindow,
): Promise<Book> {
  const from = new Date(window.start)
  const to = new Date(window.end)
  const ids = resourceIds ?? null
  const shown = sql`a.clinic_id = ${clinicId} and a.starts_at < ${to}
    and a.starts_at > ${from}::timestamptz - interval '24 hours' and a.ends_at > ${from}
    and a.status not in ('cancelled', 'entered_in_error')
    and (${ids}::uuid[] is null or a.therapist_id = any(${ids}::uuid[]) or a.room_id = any(${ids}::uuid[]))`
  const rowsOf = async <Row>(query: RawBuilder<Row>) => (await query.execute(snapshot)).rows
  const dates = datesTouched(window)
  const [clinic, appointments, clients, types, resources, timeOff, exceptions, closures] = await Promise.all([
    rowsOf(sql<{ head: number; zone: string }>`
      select h.change_seq as head, z.zone from log_heads h join clinics z on z.id = h.clinic_id
      where h.clinic_id = ${clinicId}`),
    rowsOf(sql<CardRow>`
      select ${whole.appointments ? wholeAppointment : card} from appointments a
      where ${shown} order by a.starts_at, a.id`),
    whole.clients
      ? rowsOf(sql<ClientName>`
          select ${wholeClient} from clients c
          where c.clinic_id = ${clinicId} and c.id in (select a.client_id from appointments a where ${shown})`)
      : [],
    rowsOf(sql<AppointmentTypeRow>`
      select ${asColumns(typeFields)} from appointment_types y where y.clinic_id = ${clinicId}`),
    rowsOf(sql<ResourceName>`
      select ${whole.resources ? wholeResources : resourceNames(clinicId)} where r.clinic_id = ${clinicId}
      order by r.kind desc, r.position, r.name`),
    rowsOf(sql<TimeOffRow>`
      select ${asColumns(timeOffFields)} from time_off o
      where o.clinic_id = ${clinicId} and o.status = 'approved' and o.starts_at < ${to} and o.ends_at > ${from}
        and (${ids}::uuid[] is null or o.resource_id = any(${ids}::uuid[])) order by o.starts_at, o.id`),
    listExceptions(snapshot, clinicId, dates, ids),
    listClosures(snapshot, clinicId, dates),
  ])
  const { head, zone } = clinic[0]!
  const cards = cardsOf(appointments, { clients, types, resources })
  return { head, zone, appointments: cards, timeOff, resources, exceptions, closures }
}

function cardsOf(
  rows: readonly CardRow[],
  named: { clients: ClientName[]; types: AppointmentTypeRow[]; resources: ResourceName[] },
): Card[] {
  const clients = new Map(named.clients.map((each) => [each.id, each]))
  const types = new Map(named.types.map((each) => [each.id, each]))
  const resources = new Map(named.resources.map((each) => [each.id, each]))
  // The rows are nobody else's: to copy hundreds of them is what costs.
  return rows.map((row) =>
    Object.assign(row, {
      mark: {
        version: row.mark_version,
        state: row.mark_state,
        reply: row.mark_reply,
        repliedAt: row.mark_repliedAt,
        lateMinutes: row.mark_lateMinutes,
        unread: row.mark_unread,
      },
      client: clients.get(row.clientId) ?? { id: row.clientId, name: row.client_name },
      therapist: resources.get(row.therapistId)!,
      room: row.roomId === null ? null : resources.get(row.roomId)!,
      type: types.get(row.typeId)!,
    }),
  )
}

function without<Name extends string>(fields: Readonly<Record<Name, string>>, names: readonly Name[]) {
  return Object.fromEntries(Object.entries<string>(fields).filter(([name]) => !names.includes(name as Name)))
}
