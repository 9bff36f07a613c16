import { deleteException, type ExceptionRow } from '../db/queries/hours-exceptions.ts'
import { currentException, exceptionEntry, lockKeeper } from './change-exception.ts'
import { changeRecord, type RecordRefused, type RecordSaved, type VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** Goes back to the hours of the week on that date. */
export function removeHoursException(
  context: ActionContext,
  input: VersionedInput,
): Promise<RecordSaved<ExceptionRow> | RecordRefused> {
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'removeHoursException',
    input,
    work: async (trx, clinicId) => {
      const found = await currentException(trx, clinicId, input)
      if ('refused' in found) return found
      await lockKeeper(trx, clinicId, found.current.resourceId, ['input', 'id'])
      await deleteException(trx, clinicId, found.current.id)
      return {
        written: { kind: 'saved', record: found.current },
        log: [exceptionEntry('remove hours exception', found.current, undefined)],
      }
    },
  })
}
