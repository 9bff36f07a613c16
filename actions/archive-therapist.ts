import type { ResourceRow } from '../db/queries/book.ts'
import { type ArchiveInput, changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import { archiveResource } from './change-resource.ts'
import type { ActionContext } from './context.ts'

/** Takes no more appointments for a therapist who has none ahead, or takes them again. */
export function archiveTherapist(
  context: ActionContext,
  input: ArchiveInput,
): Promise<RecordSaved<ResourceRow> | RecordRefused> {
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'archiveTherapist',
    input,
    work: (trx, clinicId, now) => archiveResource(trx, clinicId, 'therapist', input, now),
  })
}
