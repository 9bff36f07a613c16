import { getClinic } from '../db/queries/clinics.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { listOutdated, lockEntry, updateEntry } from '../db/queries/waitlist-entries.ts'
import { localDateOf } from '../domain/zone.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { entryEntry } from './waitlist-log.ts'

/** Takes those off the waitlist whose last date is over, but for one who is being offered something. */
export function expireEntries(context: SystemContext, clinicId: string): Promise<void> {
  return changeUnasked(context, clinicId, async (trx) => {
    const now = context.now()
    const { zone } = await getClinic(trx, clinicId)
    const log: LogEntry[] = []
    for (const id of await listOutdated(trx, clinicId, localDateOf(now, zone))) {
      const entry = await lockEntry(trx, clinicId, id)
      if (entry?.status !== 'waiting') continue
      const expired = { ...entry, status: 'expired' as const, endedAt: now }
      await updateEntry(trx, clinicId, expired, now)
      log.push(entryEntry('expire waitlist entry', entry, { ...expired, version: entry.version + 1 }))
    }
    return log
  })
}
