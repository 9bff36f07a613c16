import type { Trx } from '../db/connect.ts'
import { lockBooking } from '../db/queries/appointments.ts'
import { getClinic } from '../db/queries/clinics.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { listOver, lockEntry, type OverEntry, updateEntry } from '../db/queries/waitlist-entries.ts'
import type { Instant } from '../domain/interval.ts'
import { localDateOf } from '../domain/zone.ts'
import { changeUnasked } from './change-unasked.ts'
import type { SystemContext } from './context.ts'
import { reopenFor } from './reopen-for.ts'
import { entryEntry } from './waitlist-log.ts'

/**
 * Takes those off the waitlist whose last date is over or who have had what they would have given up, but for one who is
 * being offered something. Whose appointment was cancelled has nothing to give up any more, and waits on.
 */
export function expireEntries(context: SystemContext, clinicId: string): Promise<void> {
  return changeUnasked(context, clinicId, async (trx) => {
    const now = context.now()
    const { zone } = await getClinic(trx, clinicId)
    const at = { now, today: localDateOf(now, zone) }
    const seen = await listOver(trx, clinicId, at)
    if (seen.length === 0) return []
    const clientIds = [...new Set(seen.map((each) => each.clientId))]
    await lockBooking(trx, clinicId, [], clientIds, now)
    const log: LogEntry[] = []
    for (const each of await listOver(trx, clinicId, at))
      if (clientIds.includes(each.clientId)) log.push(...(await endWish(trx, clinicId, each, now)))
    return log
  })
}

async function endWish(trx: Trx, clinicId: string, { id, isOver }: OverEntry, now: Instant): Promise<LogEntry[]> {
  const entry = await lockEntry(trx, clinicId, id)
  if (entry?.status !== 'waiting') return []
  const change = isOver ? { status: 'expired' as const, endedAt: now } : { appointmentId: null }
  const after = { ...entry, ...change }
  await updateEntry(trx, clinicId, after, now)
  const action = isOver ? 'expire waitlist entry' : 'leave appointment behind'
  const told = entryEntry(action, entry, { ...after, version: entry.version + 1 })
  return isOver ? [told] : [told, ...(await reopenFor(trx, clinicId, id, now))]
}
