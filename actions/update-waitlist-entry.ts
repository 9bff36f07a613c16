import type { WaitlistEntry } from '../db/queries/waitlist-entries.ts'
import { checkFields, given } from '../domain/record.ts'
import type { RecordRefused, RecordSaved, VersionedInput } from './change-record.ts'
import { changeWaitlist, checkWaitlistRight, currentEntry, savedEntry } from './change-waitlist.ts'
import type { ActionContext } from './context.ts'
import { reopenFor } from './reopen-for.ts'
import { checkedWishes, checkTherapists, untilProblem, type WishesInput } from './waitlist-wishes.ts'

/** What is left out stays; null says that it is all the same to her. */
export interface UpdateWaitlistEntryInput extends VersionedInput, WishesInput {}

/** Changes what would suit somebody who waits. What was offered to her already stands. */
export function updateWaitlistEntry(
  context: ActionContext,
  input: UpdateWaitlistEntryInput,
): Promise<RecordSaved<WaitlistEntry> | RecordRefused> {
  checkWaitlistRight(context)
  const fields = checkFields()
  const wishes = given(checkedWishes(fields, input))
  return changeWaitlist(context, {
    operation: 'updateWaitlistEntry',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const seen = await currentEntry(trx, clinicId, input, now)
      if ('refused' in seen) return seen
      const { current } = seen
      await checkTherapists(trx, clinicId, wishes.therapistIds)
      const changed = { ...current, ...wishes }
      if (changed.fromOn !== null && changed.untilOn !== null && changed.fromOn > changed.untilOn)
        fields.refuse('untilOn', 'must not be before from')
      if (fields.problems.length > 0) return { refused: fields.problems }
      const over = await untilProblem(trx, clinicId, wishes.untilOn, now)
      if (over) return { refused: [over] }
      const saved = await savedEntry(trx, clinicId, 'update waitlist entry', current, wishes, now)
      return { ...saved, log: [...saved.log, ...(await reopenFor(trx, clinicId, current.id, now))] }
    },
  })
}
