import DataLoader from 'dataloader'
import { inSnapshot } from '../../db/connect.ts'
import type { HoursRow } from '../../db/queries/book.ts'
import { listWeeklyHours } from '../../db/queries/resources.ts'
import { type ApiContext, callerOf } from '../context.ts'

const loaders = new WeakMap<ApiContext, DataLoader<string, readonly HoursRow[]>>()

/**
 * The hours of a resource that something names; what many ask for at once is read in one statement. Nothing is kept: a
 * subscription lives for hours.
 */
export function weeklyHoursOf(context: ApiContext, resourceId: string): Promise<readonly HoursRow[]> {
  let loader = loaders.get(context)
  if (!loader) {
    loader = new DataLoader((ids: readonly string[]) => readAll(context, ids), { cache: false })
    loaders.set(context, loader)
  }
  return loader.load(resourceId)
}

/** Whoever is shown a resource may see when it is open. */
function readAll(context: ApiContext, ids: readonly string[]): Promise<(readonly HoursRow[])[]> {
  const { clinicId } = callerOf(context)
  return inSnapshot(context.services.db, clinicId, async (snapshot) => {
    const hours = await listWeeklyHours(snapshot, clinicId, [...new Set(ids)])
    return ids.map((id) => hours.get(id) ?? [])
  })
}
