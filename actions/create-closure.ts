import { v7 as uuidv7 } from 'uuid'
import { type ClosureRow, insertClosure } from '../db/queries/closures.ts'
import { checkFields, given } from '../domain/record.ts'
import type { LocalDate } from '../domain/zone.ts'
import type { Repeatable } from './change-clinic.ts'
import { type ClosureInput, checkedClosure, closureProblems } from './change-closure.ts'
import { changeRecord, type RecordRefused, type RecordSaved, savedRecord } from './change-record.ts'
import type { ActionContext } from './context.ts'

export interface CreateClosureInput extends Repeatable, ClosureInput {
  readonly name: string
  readonly startsOn: LocalDate
}

/** Shuts the whole clinic on some days. What is booked then stays; nothing more is. */
export function createClosure(
  context: ActionContext,
  input: CreateClosureInput,
): Promise<RecordSaved<ClosureRow> | RecordRefused> {
  const fields = checkFields()
  const { name, startsOn } = input
  const row: ClosureRow = {
    ...{ id: uuidv7(), version: 1, startTime: '00:00', endTime: '24:00', endsOn: startsOn, name, startsOn },
    ...given(checkedClosure(fields, input)),
  }
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'createClosure',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const problems = closureProblems(row)
      if (problems.length > 0) return { refused: problems }
      await insertClosure(trx, clinicId, row, now)
      return savedRecord('create closure', 'closure', undefined, row)
    },
  })
}
