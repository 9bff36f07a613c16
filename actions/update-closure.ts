import { type ClosureRow, updateClosureRow } from '../db/queries/closures.ts'
import { checkFields, given } from '../domain/record.ts'
import { type ClosureInput, checkedClosure, closureProblems, currentClosure } from './change-closure.ts'
import {
  changeRecord,
  type RecordRefused,
  type RecordSaved,
  savedRecord,
  type VersionedInput,
} from './change-record.ts'
import type { ActionContext } from './context.ts'

/** What is left out stays. */
export interface UpdateClosureInput extends VersionedInput, ClosureInput {}

/** Changes when the clinic is shut, or why. */
export function updateClosure(
  context: ActionContext,
  input: UpdateClosureInput,
): Promise<RecordSaved<ClosureRow> | RecordRefused> {
  const fields = checkFields()
  const changes = given(checkedClosure(fields, input))
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'updateClosure',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const found = await currentClosure(trx, clinicId, input)
      if ('refused' in found) return found
      const next = { ...found.current, ...changes, version: found.current.version + 1 }
      const problems = closureProblems(next)
      if (problems.length > 0) return { refused: problems }
      await updateClosureRow(trx, clinicId, next, now)
      return savedRecord('update closure', 'closure', found.current, next)
    },
  })
}
