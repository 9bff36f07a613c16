import type { ResourceRow } from '../db/queries/book.ts'
import { checkFields, given } from '../domain/record.ts'
import type { GivenHours } from '../domain/weekly-hours.ts'
import { changeRecord, type RecordRefused, type RecordSaved, type VersionedInput } from './change-record.ts'
import { changeResource } from './change-resource.ts'
import type { ActionContext } from './context.ts'
import { checkedHours, checkedSpecialties, checkedWords, HIGHEST_POSITION } from './resource-fields.ts'

/** What is left out stays; weekly hours that are given replace all that there were. */
export interface UpdateTherapistInput extends VersionedInput {
  readonly name?: string | null
  readonly title?: string | null
  readonly specialties?: readonly string[] | null
  readonly skills?: readonly string[] | null
  readonly weeklyHours?: readonly GivenHours[] | null
  readonly position?: number | null
}

/** Changes what the clinic says of a therapist, or when this person usually works. */
export function updateTherapist(
  context: ActionContext,
  input: UpdateTherapistInput,
): Promise<RecordSaved<ResourceRow> | RecordRefused> {
  const fields = checkFields()
  const changes = given({
    name: fields.line('name', input.name, 200),
    title: fields.lineOrNull('title', input.title, 100),
    specialties: checkedSpecialties(fields, input.specialties),
    skills: checkedWords(fields, 'skills', input.skills),
    weeklyHours: checkedHours(fields, input.weeklyHours),
    position: fields.number('position', input.position, 0, HIGHEST_POSITION),
  })
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'updateTherapist',
    input,
    fields,
    work: (trx, clinicId, now) => changeResource(trx, clinicId, 'therapist', input, changes, now),
  })
}
