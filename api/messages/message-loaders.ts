import DataLoader from 'dataloader'
import type { Trx } from '../../db/connect.ts'
import { type Appointment, type ClientRow, listAppointments } from '../../db/queries/book.ts'
import { listClientsById } from '../../db/queries/clients.ts'
import { listMessagesOf, type MessageRow } from '../../db/queries/messages.ts'
import { type ApiContext, reading } from '../context.ts'

interface Loaders {
  readonly messages: DataLoader<string, MessageRow[]>
  readonly appointment: DataLoader<string, Appointment | null>
  readonly client: DataLoader<string, ClientRow | null>
}

const loaders = new WeakMap<ApiContext, Loaders>()

/** What many messages or appointments ask for at once is read in one statement. */
export function loadersOf(context: ApiContext): Loaders {
  const known = loaders.get(context) ?? {
    messages: batching(context, async (trx, clinicId, ids) => {
      const messages = Map.groupBy(await listMessagesOf(trx, clinicId, ids), (each) => each.appointmentId!)
      return ids.map((id) => messages.get(id) ?? [])
    }),
    appointment: batching(context, async (trx, clinicId, ids) =>
      inOrder(ids, await listAppointments(trx, clinicId, ids)),
    ),
    client: batching(context, async (trx, clinicId, ids) => inOrder(ids, await listClientsById(trx, clinicId, ids))),
  }
  loaders.set(context, known)
  return known
}

function batching<Value>(
  context: ApiContext,
  read: (trx: Trx, clinicId: string, ids: readonly string[]) => Promise<Value[]>,
): DataLoader<string, Value> {
  const load = (ids: readonly string[]) =>
    reading(context, 'read_calendar', (trx, clinicId) => read(trx, clinicId, ids))
  return new DataLoader(load, { cache: false })
}

function inOrder<Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] {
  const byId = new Map(rows.map((each) => [each.id, each]))
  return ids.map((id) => byId.get(id) ?? null)
}
