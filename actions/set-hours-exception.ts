import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { type ExceptionRow, insertException, updateException } from '../db/queries/hours-exceptions.ts'
import type { HoursException } from '../domain/availability.ts'
import { checkFields, type FieldCheck, given, type RecordProblem } from '../domain/record.ts'
import type { LocalDate } from '../domain/zone.ts'
import type { Repeatable } from './change-clinic.ts'
import { currentException, exceptionEntry, lockKeeper } from './change-exception.ts'
import { changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { badInput } from './errors.ts'
import { checkedText } from './override.ts'
import { checkedDate, checkedWallTimes, type WallTimesInput } from './wall-times.ts'

/** Without an id: one more. Times left out are the whole date. */
export interface SetHoursExceptionInput extends Repeatable, WallTimesInput {
  readonly id?: string | null
  readonly expectedVersion?: number | null
  readonly resourceId: string
  readonly on: LocalDate
  readonly kind: HoursException['kind']
  readonly note?: string | null
}

/** Has a therapist or a room keep other hours on one date than in the week. */
export function setHoursException(
  context: ActionContext,
  input: SetHoursExceptionInput,
): Promise<RecordSaved<ExceptionRow> | RecordRefused> {
  const fields = checkFields()
  const values = checkedException(fields, input)
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'setHoursException',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const before = await beforeOf(trx, clinicId, input)
      if (before && 'refused' in before) return before
      await lockKeeper(trx, clinicId, input.resourceId, ['input', 'resourceId'])
      const current = before?.current
      const row = { ...values, id: current?.id ?? uuidv7(), version: (current?.version ?? 0) + 1 }
      await (current ? updateException : insertException)(trx, clinicId, row, now)
      return {
        written: { kind: 'saved', record: row },
        log: [exceptionEntry('set hours exception', current, row)],
      }
    },
  })
}

function checkedException(fields: FieldCheck, input: SetHoursExceptionInput) {
  const times = { startTime: '00:00', endTime: '24:00', ...given(checkedWallTimes(fields, input)) }
  if (times.endTime <= times.startTime) fields.refuse('endTime', 'must come after the start, on the same date')
  return {
    ...{ resourceId: input.resourceId, kind: input.kind, ...times },
    date: checkedDate(fields, 'on', input.on) ?? input.on,
    note: checkedText(input.note, 1000, ['input', 'note']),
  }
}

async function beforeOf(
  trx: Trx,
  clinicId: string,
  { id, expectedVersion }: SetHoursExceptionInput,
): Promise<{ readonly current: ExceptionRow } | { readonly refused: RecordProblem[] } | undefined> {
  if (id == null) return undefined
  if (expectedVersion == null)
    throw badInput('Changing an exception needs the version seen.', ['input', 'expectedVersion'])
  return currentException(trx, clinicId, { id, expectedVersion })
}
