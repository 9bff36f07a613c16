import DataLoader from 'dataloader'
import { type ExceptionRow, listExceptions } from '../../db/queries/hours-exceptions.ts'
import type { DateRange } from '../../domain/availability.ts'
import { type ApiContext, reading } from '../context.ts'

interface Asked extends DateRange {
  readonly resourceId: string
}

const loaders = new WeakMap<ApiContext, DataLoader<Asked, ExceptionRow[]>>()

/**
 * The exceptions of a resource on those dates; what many resources ask for at once is read in one statement. Nothing is
 * kept: a subscription lives for hours.
 */
export function exceptionsOf(context: ApiContext, asked: Asked): Promise<ExceptionRow[]> {
  let loader = loaders.get(context)
  if (!loader) {
    loader = new DataLoader((all: readonly Asked[]) => readAll(context, all), { cache: false })
    loaders.set(context, loader)
  }
  return loader.load(asked)
}

function readAll(context: ApiContext, all: readonly Asked[]): Promise<ExceptionRow[][]> {
  const ids = [...new Set(all.map((each) => each.resourceId))]
  const widest = {
    from: all.map((each) => each.from).reduce((a, b) => (a < b ? a : b)),
    to: all.map((each) => each.to).reduce((a, b) => (a > b ? a : b)),
  }
  return reading(context, 'read_calendar', async (trx, clinicId) => {
    const rows = Map.groupBy(await listExceptions(trx, clinicId, widest, ids), (each) => each.resourceId)
    return all.map(({ resourceId, from, to }) =>
      (rows.get(resourceId) ?? []).filter((each) => from <= each.date && each.date <= to),
    )
  })
}
