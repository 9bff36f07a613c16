import type { LocationRow } from '../db/queries/locations.ts'
import { checkFields, given } from '../domain/record.ts'
import { changeLocation, LONGEST_ADDRESS } from './change-location.ts'
import { changeRecord, type RecordRefused, type RecordSaved, type VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** What is left out stays; null takes the address away. */
export interface UpdateLocationInput extends VersionedInput {
  readonly name?: string | null
  readonly address?: string | null
}

/** Changes how a location is called or where it is. */
export function updateLocation(
  context: ActionContext,
  input: UpdateLocationInput,
): Promise<RecordSaved<LocationRow> | RecordRefused> {
  const fields = checkFields()
  const changes = given({
    name: fields.line('name', input.name, 200),
    address: fields.lineOrNull('address', input.address, LONGEST_ADDRESS),
  })
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'updateLocation',
    input,
    fields,
    work: (trx, clinicId, now) => changeLocation(trx, clinicId, 'update', input, changes, now),
  })
}
