import { v7 as uuidv7 } from 'uuid'
import { constraints } from '../db/constraints.ts'
import { insertLocation, type LocationRow } from '../db/queries/locations.ts'
import { checkFields } from '../domain/record.ts'
import type { Repeatable } from './change-clinic.ts'
import { LONGEST_ADDRESS } from './change-location.ts'
import { changeRecord, nameTakenBy, type RecordRefused, type RecordSaved, savedRecord } from './change-record.ts'
import type { ActionContext } from './context.ts'

export interface CreateLocationInput extends Repeatable {
  readonly name: string
  readonly address?: string | null
}

/** Gives the clinic another place to work in. */
export function createLocation(
  context: ActionContext,
  input: CreateLocationInput,
): Promise<RecordSaved<LocationRow> | RecordRefused> {
  const fields = checkFields()
  const row = {
    ...{ id: uuidv7(), active: true, version: 1 },
    name: fields.line('name', input.name, 200),
    address: fields.lineOrNull('address', input.address, LONGEST_ADDRESS) ?? null,
  }
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'createLocation',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const taken = await nameTakenBy(constraints.locationsActiveName, row.name, () =>
        insertLocation(trx, clinicId, row, now),
      )
      return taken ? { refused: taken } : savedRecord<LocationRow>('create location', 'location', undefined, row)
    },
  })
}
