import { sql } from 'kysely'
import type { Busy } from '../../domain/booking-facts.ts'
import type { Interval } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'
import type { ClientRow } from './book.ts'
import { asColumns, clientFields, milliseconds } from './fields.ts'

/** A client with what takes their time in a window. */
export interface BusyClient extends ClientRow {
  readonly busy: Busy[]
}

/** Many clients with what takes their time, in two statements. */
export async function listBusyClients(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
  window: Interval,
): Promise<Map<string, BusyClient>> {
  const [clients, busyOf] = await Promise.all([
    sql<ClientRow>`
      select ${asColumns(clientFields)} from clients c
      where c.clinic_id = ${clinicId} and c.id = any(${ids}::uuid[])`.execute(trx),
    listClientsBusy(trx, clinicId, ids, window),
  ])
  return new Map(clients.rows.map((each) => [each.id, { ...each, busy: busyOf.get(each.id) ?? [] }]))
}

/** What takes the time of many clients in the window, by their ids. */
export async function listClientsBusy(
  trx: Trx,
  clinicId: string,
  ids: readonly string[],
  window: Interval,
): Promise<Map<string, Busy[]>> {
  const from = new Date(window.start)
  const { rows } = await sql<Busy & { readonly clientId: string }>`
    select o.client_id as "clientId", o.id as "appointmentId", 0 as lane, 0 as "bufferBeforeMinutes",
      0 as "bufferAfterMinutes", ${sql.raw(milliseconds('o.starts_at'))} as start,
      ${sql.raw(milliseconds('o.ends_at'))} as "end"
    from appointments o
    where o.clinic_id = ${clinicId} and o.client_id = any(${ids}::uuid[])
      and o.status not in ('cancelled', 'noshow', 'entered_in_error')
      and o.starts_at < ${new Date(window.end)} and o.starts_at > ${from}::timestamptz - interval '24 hours'
      and o.ends_at > ${from}
    order by o.starts_at`.execute(trx)
  return Map.groupBy(rows, (each) => each.clientId)
}
