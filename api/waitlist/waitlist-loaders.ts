import DataLoader from 'dataloader'
import { findCandidates } from '../../actions/waitlist-candidates.ts'
import type { Trx } from '../../db/connect.ts'
import { type Appointment, listAppointments } from '../../db/queries/book.ts'
import type { WantedPlace } from '../../db/queries/waiting.ts'
import { listEntries, type WaitlistEntry } from '../../db/queries/waitlist-entries.ts'
import { listOffersOfEntries, listOffersOfFreed, type Offer } from '../../db/queries/waitlist-offers.ts'
import { type ApiContext, reading } from '../context.ts'
import { toldScore } from './told-score.ts'
import type { WaitlistScore } from './waitlist.type.ts'

/** A place for which somebody is looked for, and how many are told. */
interface Looked extends WantedPlace {
  readonly first: number
}

/** Somebody who waits, as she is told of. */
interface ToldCandidate {
  readonly entry: WaitlistEntry
  readonly score: WaitlistScore
  readonly fits: boolean
  readonly reasons: readonly string[]
}

interface Loaders {
  readonly candidates: DataLoader<Looked, readonly ToldCandidate[] | undefined>
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
    candidates: new DataLoader((places) => candidatesOf(context, places), { cache: false }),
    appointment: finding(context, listAppointments),
    entry: finding(context, listEntries),
    offersOfEntry: gathering(context, listOffersOfEntries, ({ entryId }) => entryId),
    offersOfFreed: gathering(context, listOffersOfFreed, ({ freedId }) => freedId),
  }
}

/** Everybody who waits is loaded once for all places that are asked for together. */
function candidatesOf(context: ApiContext, places: readonly Looked[]) {
  const now = context.services.now()
  return reading(context, 'read_calendar', async (trx, clinicId) => {
    const first = Math.max(...places.map((each) => each.first))
    const found = (await findCandidates(trx, clinicId, places, { first, now })).map((each, at) =>
      each?.slice(0, places[at]!.first),
    )
    const ids = new Set(found.flatMap((each) => each?.map(({ entry }) => entry.id) ?? []))
    const entries = new Map((await listEntries(trx, clinicId, [...ids])).map((each) => [each.id, each]))
    return found.map((candidates) =>
      candidates?.map(({ entry: { id }, fits, reasons }) => {
        const entry = entries.get(id)!
        return { entry, score: toldScore(entry, now), fits, reasons }
      }),
    )
  })
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
