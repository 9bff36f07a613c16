import type { ResourceRow } from '../db/queries/book.ts'
import { checkFields } from '../domain/record.ts'
import type { GivenHours } from '../domain/weekly-hours.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import { addResource } from './change-resource.ts'
import type { ActionContext } from './context.ts'
import { checkedHours, checkedSpecialties, checkedWords } from './resource-fields.ts'

export interface CreateTherapistInput extends Repeatable {
  readonly name: string
  readonly title?: string | null
  readonly specialties?: readonly string[] | null
  readonly skills?: readonly string[] | null
  readonly weeklyHours?: readonly GivenHours[] | null
}

/** Gives the book another therapist to book. */
export function createTherapist(
  context: ActionContext,
  input: CreateTherapistInput,
): Promise<RecordSaved<ResourceRow> | RecordRefused> {
  const fields = checkFields()
  const values = {
    name: fields.line('name', input.name, 200),
    title: fields.lineOrNull('title', input.title, 100) ?? null,
    specialties: checkedSpecialties(fields, input.specialties) ?? [],
    weeklyHours: checkedHours(fields, input.weeklyHours) ?? [],
    skills: checkedWords(fields, 'skills', input.skills) ?? [],
    ...{ capacity: 0, features: [], locationId: null },
  }
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'createTherapist',
    input,
    fields,
    work: (trx, clinicId, now) => addResource(trx, clinicId, 'therapist', values, now),
  })
}
