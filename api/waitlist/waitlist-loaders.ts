import DataLoader from 'dataloader'
import type { Trx } from '../../db/connect.ts'
import { type Appointment, listAppointments } from '../../db/queries/book.ts'
import { listEntries, type WaitlistEntry } from '../../db/queries/waitlist-entries.ts'
import { listOffersOfEntries, listOffersOfFreed, type Offer } from '../../db/queries/waitlist-offers.ts'
import { type ApiContext, reading } from '../context.ts'

interface Loaders {
  readonly appointment: DataLoader<string, Appointment | undefined>
  readonly entry: DataLoader<string, WaitlistEntry | undefined>
  readonly offersOfEntry: DataLoader<string, readonly Offer[]>
  readonly offersOfFreed: DataLoader<string, readonly Offer[]>
}

const loaders = new WeakMap<ApiContext, Loaders>()

/** What many entries and offers ask for at once is read in one statement. Nothing is kept. */
export function waitlistLoaders(context: ApiContext): Loaders {
  const known = loaders.get(context) ?? makeLoaders(context)
  loaders.set(context, known)
  return known
}

function makeLoaders(context: ApiContext): Loaders {
  return {
    appointment: finding(context, listAppointments),
    entry: finding(context, listEntries),
    offersOfEntry: gathering(context, listOffersOfEntries, ({ entryId }) => entryId),
    offersOfFreed: gathering(context, listOffersOfFreed, ({ freedId }) => freedId),
  }
}

type Read<Row> = (trx: Trx, clinicId: string, ids: readonly string[]) => Promise<Row[]>

function finding<Row extends { readonly id: string }>(context: ApiContext, read: Read<Row>) {
  const load = async (ids: readonly string[]) => {
    const rows = await reading(context, 'read_calendar', (trx, clinicId) => read(trx, clinicId, [...new Set(ids)]))
    const byId = new Map(rows.map((each) => [each.id, each]))
    return ids.map((id) => byId.get(id))
  }
  return new DataLoader(load, { cache: false })
}

function gathering(context: ApiContext, read: Read<Offer>, of: (offer: Offer) => string | null) {
  const load = async (ids: readonly string[]) => {
    const rows = await reading(context, 'read_calendar', (trx, clinicId) => read(trx, clinicId, ids))
    const byId = Map.groupBy(rows, of)
    return ids.map((id) => byId.get(id) ?? [])
  }
  return new DataLoader<string, readonly Offer[]>(load, { cache: false })
}
