import type { WaitlistEntry } from '../../db/queries/waitlist-entries.ts'
import type { Instant } from '../../domain/interval.ts'
import { scoreOf } from '../../domain/waitlist-score.ts'
import type { WaitlistScore } from './waitlist.type.ts'

/** The score of the entry as it is told. */
export function toldScore(entry: WaitlistEntry, now: Instant): WaitlistScore {
  const { overriddenBy, overrideReason } = entry
  const { parts, total } = scoreOf(entry, now)
  return { total, parts: [...parts], overriddenBy, overrideReason }
}
