import DataLoader from 'dataloader'
import type { Trx } from '../../db/connect.ts'
import type { ClientRow } from '../../db/queries/book.ts'
import { listClientsById } from '../../db/queries/clients.ts'
import { listSessions, type Session } from '../../db/queries/event-sessions.ts'
import { type EventRow, listEvents } from '../../db/queries/events.ts'
import { countWaitlistedOf } from '../../db/queries/places.ts'
import type { ApiContext } from '../context.ts'
import { type Audience, readingEvents } from '../events/audience.ts'
import { shownSession } from '../events/event-loaders.ts'

interface Loaders {
  readonly session: DataLoader<string, Session | undefined>
  readonly event: DataLoader<string, EventRow | undefined>
  readonly client: DataLoader<string, ClientRow | undefined>
  readonly waitlisted: DataLoader<string, number>
}

const loaders = new WeakMap<ApiContext, Loaders>()

/** What many registrations and sessions ask for at once is read in one statement. Nothing is kept. */
export function registrationLoaders(context: ApiContext): Loaders {
  const known = loaders.get(context) ?? makeLoaders(context)
  loaders.set(context, known)
  return known
}

function makeLoaders(context: ApiContext): Loaders {
  return {
    session: batching(context, async (trx, audience, ids) => {
      const found = await listSessions(trx, audience.clinicId, ids)
      return new Map(found.map((each) => [each.id, shownSession(each, audience)]))
    }),
    event: batching(context, async (trx, { clinicId }, ids) => byId(await listEvents(trx, clinicId, ids))),
    client: batching(context, async (trx, { clinicId }, ids) => byId(await listClientsById(trx, clinicId, ids))),
    waitlisted: counting(context, (trx, { clinicId }, ids) => countWaitlistedOf(trx, clinicId, ids)),
  }
}

type Read<Value> = (trx: Trx, audience: Audience, ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>

function batching<Value>(context: ApiContext, read: Read<Value>): DataLoader<string, Value | undefined> {
  const load = async (ids: readonly string[]) => {
    const found = await readingEvents(context, (trx, audience) => read(trx, audience, ids))
    return ids.map((id) => found.get(id))
  }
  return new DataLoader(load, { cache: false })
}

function counting(context: ApiContext, read: Read<number>): DataLoader<string, number> {
  const load = async (ids: readonly string[]) => {
    const found = await readingEvents(context, (trx, audience) => read(trx, audience, ids))
    return ids.map((id) => found.get(id) ?? 0)
  }
  return new DataLoader(load, { cache: false })
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((each) => [each.id, each]))
}
