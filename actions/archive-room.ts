import type { ResourceRow } from '../db/queries/book.ts'
import { type ArchiveInput, changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import { archiveResource } from './change-resource.ts'
import type { ActionContext } from './context.ts'

/** Takes a room out of use that has no appointments ahead, or into use again. */
export function archiveRoom(
  context: ActionContext,
  input: ArchiveInput,
): Promise<RecordSaved<ResourceRow> | RecordRefused> {
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'archiveRoom',
    input,
    work: (trx, clinicId, now) => archiveResource(trx, clinicId, 'room', input, now),
  })
}
