import type { Trx } from '../db/connect.ts'
import { type FreedSlot, lockPassed, reopenFreed } from '../db/queries/freed-slots.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { getWaitlistPolicy } from '../db/queries/waitlist-policies.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { rankAnywhere, rankFitting } from '../domain/waitlist-match.ts'
import { isStretch } from './plan-filling.ts'
import { readMatchFacts } from './waitlist-candidates.ts'
import { freedEntry } from './waitlist-log.ts'

/**
 * Looks again at what became free and nobody was found for, as somebody has come to the list, or would now come at other
 * times: what may suit her is open again, and whoever then comes first is offered it. Her entry is written and locked.
 */
export async function reopenFor(trx: Trx, clinicId: string, entryId: string, now: Instant): Promise<LogEntry[]> {
  const { mode, notWithinMinutes } = await getWaitlistPolicy(trx, clinicId)
  if (mode === 'off') return []
  const earliest = now + notWithinMinutes * MINUTE
  const isAhead = (each: FreedSlot) => (isStretch(each) ? each.endsAt : each.startsAt) >= earliest
  const passed = (await lockPassed(trx, clinicId, now)).filter(isAhead)
  if (passed.length === 0) return []
  const places = passed.map((each) => ({ ...stretchOf(each), therapistId: each.therapistId }))
  const facts = await readMatchFacts(trx, clinicId, places, { now, ids: [entryId] })
  const fitting = passed.filter((each, at) => {
    const place = facts.places[at]
    const rank = isStretch(each) ? rankAnywhere : rankFitting
    return place && rank(facts.entries, place, facts.options).length > 0
  })
  if (fitting.length === 0) return []
  const ids = fitting.map((each) => each.id)
  const before = new Map(fitting.map((each) => [each.id, each]))
  const reopened = await reopenFreed(trx, clinicId, ids, now)
  return reopened.map((each) => freedEntry('reopen freed slot', before.get(each.id), each))
}

/** What of it is still to be had; no time at all where nothing is. */
function stretchOf(freed: FreedSlot) {
  const { endsAt: end, startsAt: start } = freed
  if (isStretch(freed)) return { start, end }
  return freed.free ?? { start, end: start }
}
