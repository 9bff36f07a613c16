import type { ResourceRow } from '../db/queries/book.ts'
import { checkFields } from '../domain/record.ts'
import type { GivenHours } from '../domain/weekly-hours.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import { addResource } from './change-resource.ts'
import type { ActionContext } from './context.ts'
import { checkedHours, checkedWords, LARGEST_ROOM, USUAL_ROOM } from './resource-fields.ts'

export interface CreateRoomInput extends Repeatable {
  readonly name: string
  readonly capacity?: number | null
  readonly features?: readonly string[] | null
  readonly locationId?: string | null
  readonly weeklyHours?: readonly GivenHours[] | null
}

/** Gives the book another room to book. */
export function createRoom(
  context: ActionContext,
  input: CreateRoomInput,
): Promise<RecordSaved<ResourceRow> | RecordRefused> {
  const fields = checkFields()
  const values = {
    name: fields.line('name', input.name, 200),
    capacity: fields.number('capacity', input.capacity, 1, LARGEST_ROOM) ?? USUAL_ROOM,
    weeklyHours: checkedHours(fields, input.weeklyHours) ?? [],
    features: checkedWords(fields, 'features', input.features) ?? [],
    locationId: input.locationId ?? null,
    ...{ title: null, specialties: [], skills: [] },
  }
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'createRoom',
    input,
    fields,
    work: (trx, clinicId, now) => addResource(trx, clinicId, 'room', values, now),
  })
}
