import type { WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { checkFields } from '../domain/record.ts'
import { HIGHEST_SCORE } from '../domain/waitlist-score.ts'
import type { RecordRefused, RecordSaved, VersionedInput } from './change-record.ts'
import { changeWaitlist, checkWaitlistRight, currentEntry, savedEntry } from './change-waitlist.ts'
import { type ActionContext, actorOf } from './context.ts'
import { checkedText } from './override.ts'

export interface OverrideWaitlistScoreInput extends VersionedInput {
  /** Null to let the parts count again. */
  readonly score?: number | null
  readonly reason?: string | null
}

/** Sets by hand who comes first, with a reason that is kept; or lets the parts of the score count again. */
export function overrideWaitlistScore(
  context: ActionContext,
  input: OverrideWaitlistScoreInput,
): Promise<RecordSaved<WaitlistEntry> | RecordRefused> {
  checkWaitlistRight(context)
  const fields = checkFields()
  const score = fields.number('score', input.score, 0, HIGHEST_SCORE) ?? null
  const reason = checkedText(input.reason, 1000, ['input', 'reason'])
  if (score !== null && !reason) fields.refuse('reason', 'is needed where a score is set by hand')
  return changeWaitlist(context, {
    operation: 'setWaitlistScore',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const seen = await currentEntry(trx, clinicId, input, now)
      if ('refused' in seen) return seen
      const isSet = score !== null
      const changes = {
        ...{ scoreOverride: score, overrideReason: isSet ? reason : null },
        overriddenBy: isSet ? actorOf(context.caller).name : null,
      }
      return savedEntry(trx, clinicId, 'override waitlist score', seen.current, changes, now)
    },
  })
}
