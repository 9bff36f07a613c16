import type { AppointmentTypeRow } from '../db/queries/book.ts'
import { checkFields } from '../domain/record.ts'
import { type AppointmentTypeInput, checkedAppointmentType } from './appointment-type-fields.ts'
import { changeAppointmentType } from './change-appointment-type.ts'
import { changeRecord, type RecordRefused, type RecordSaved, type VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** What is left out stays; null takes a price or a code away. */
export interface UpdateAppointmentTypeInput extends VersionedInput, AppointmentTypeInput {}

/** Changes what is offered from now on; appointments that stand in the book keep their length and buffers. */
export function updateAppointmentType(
  context: ActionContext,
  input: UpdateAppointmentTypeInput,
): Promise<RecordSaved<AppointmentTypeRow> | RecordRefused> {
  const fields = checkFields()
  const changes = checkedAppointmentType(fields, input)
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'updateAppointmentType',
    input,
    fields,
    work: (trx, clinicId, now) => changeAppointmentType(trx, clinicId, 'update', input, changes, now),
  })
}
