import DataLoader from 'dataloader'
import { toldProblem } from '../../actions/refuse-booking.ts'
import type { ToldOccurrence } from '../../actions/series-report.ts'
import type { Trx } from '../../db/connect.ts'
import { listResources } from '../../db/queries/resources.ts'
import { listSeries, type SeriesRow } from '../../db/queries/series.ts'
import { type ClashRow, listClashes } from '../../db/queries/series-clashes.ts'
import { type ApiContext, reading } from '../context.ts'

interface Loaders {
  readonly series: DataLoader<string, SeriesRow | null>
  readonly clashes: DataLoader<string, ToldOccurrence[]>
}

const loaders = new WeakMap<ApiContext, Loaders>()

/** What many appointments ask for at once is read in one statement. Nothing is kept: a subscription lives for hours. */
export function seriesOf(context: ApiContext): Loaders['series'] {
  return loadersOf(context).series
}

export function clashesOf(context: ApiContext): Loaders['clashes'] {
  return loadersOf(context).clashes
}

function loadersOf(context: ApiContext): Loaders {
  const known = loaders.get(context) ?? {
    series: batching(context, async (trx, clinicId, ids) => {
      const rows = new Map((await listSeries(trx, clinicId, ids)).map((each) => [each.id, each]))
      return ids.map((id) => rows.get(id) ?? null)
    }),
    clashes: batching(context, readClashes),
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

async function readClashes(trx: Trx, clinicId: string, ids: readonly string[]): Promise<ToldOccurrence[][]> {
  const [rows, resources] = await Promise.all([listClashes(trx, clinicId, ids), listResources(trx, clinicId)])
  const byId = new Map(resources.map((each) => [each.id, each]))
  const told = (row: ClashRow): ToldOccurrence => ({
    originalStartsAt: row.originalStartsAt,
    startsAt: row.originalStartsAt,
    endsAt: row.endsAt,
    outcome: 'clash',
    problems: row.problems.map((each) => toldProblem(each, byId)),
    alternative: null,
    appointment: null,
  })
  const bySeries = Map.groupBy(rows, (each) => each.seriesId)
  return ids.map((id) => (bySeries.get(id) ?? []).map(told))
}
