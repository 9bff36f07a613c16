import type { LocationRow } from '../db/queries/locations.ts'
import { changeLocation } from './change-location.ts'
import { type ArchiveInput, changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** Takes a location without rooms out of use, or into use again. */
export function archiveLocation(
  context: ActionContext,
  input: ArchiveInput,
): Promise<RecordSaved<LocationRow> | RecordRefused> {
  const archived = input.archived ?? true
  const verb = archived ? 'archive' : 'bring back'
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'archiveLocation',
    input,
    work: (trx, clinicId, now) => changeLocation(trx, clinicId, verb, input, { active: !archived }, now),
  })
}
