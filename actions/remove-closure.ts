import { type ClosureRow, deleteClosure } from '../db/queries/closures.ts'
import { currentClosure, removedClosure } from './change-closure.ts'
import { changeRecord, type RecordRefused, type RecordSaved, type VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** Opens the clinic again on the days of a closure. */
export function removeClosure(
  context: ActionContext,
  input: VersionedInput,
): Promise<RecordSaved<ClosureRow> | RecordRefused> {
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'removeClosure',
    input,
    work: async (trx, clinicId) => {
      const found = await currentClosure(trx, clinicId, input)
      if ('refused' in found) return found
      await deleteClosure(trx, clinicId, found.current.id)
      return removedClosure(found.current)
    },
  })
}
