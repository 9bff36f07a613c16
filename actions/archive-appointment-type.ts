import type { AppointmentTypeRow } from '../db/queries/book.ts'
import { changeAppointmentType } from './change-appointment-type.ts'
import { type ArchiveInput, changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** Stops offering something, or offers it again; appointments that stand in the book stay. */
export function archiveAppointmentType(
  context: ActionContext,
  input: ArchiveInput,
): Promise<RecordSaved<AppointmentTypeRow> | RecordRefused> {
  const archived = input.archived ?? true
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'archiveAppointmentType',
    input,
    work: (trx, clinicId, now) =>
      changeAppointmentType(trx, clinicId, archived ? 'archive' : 'bring back', input, { active: !archived }, now),
  })
}
