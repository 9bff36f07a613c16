import type { ResourceRow } from '../db/queries/book.ts'
import { checkFields, given } from '../domain/record.ts'
import type { GivenHours } from '../domain/weekly-hours.ts'
import { changeRecord, type RecordRefused, type RecordSaved, type VersionedInput } from './change-record.ts'
import { changeResource } from './change-resource.ts'
import type { ActionContext } from './context.ts'
import { checkedHours, checkedWords, HIGHEST_POSITION, LARGEST_ROOM } from './resource-fields.ts'

/** What is left out stays; weekly hours that are given replace all that there were. */
export interface UpdateRoomInput extends VersionedInput {
  readonly name?: string | null
  readonly capacity?: number | null
  readonly features?: readonly string[] | null
  readonly locationId?: string | null
  readonly weeklyHours?: readonly GivenHours[] | null
  readonly position?: number | null
}

/** Changes what the clinic says of a room, or when it is open. */
export function updateRoom(
  context: ActionContext,
  input: UpdateRoomInput,
): Promise<RecordSaved<ResourceRow> | RecordRefused> {
  const fields = checkFields()
  const changes = given({
    name: fields.line('name', input.name, 200),
    capacity: fields.number('capacity', input.capacity, 1, LARGEST_ROOM),
    features: checkedWords(fields, 'features', input.features),
    locationId: input.locationId,
    weeklyHours: checkedHours(fields, input.weeklyHours),
    position: fields.number('position', input.position, 0, HIGHEST_POSITION),
  })
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'updateRoom',
    input,
    fields,
    work: (trx, clinicId, now) => changeResource(trx, clinicId, 'room', input, changes, now),
  })
}
