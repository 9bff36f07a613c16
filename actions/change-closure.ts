import type { Trx } from '../db/connect.ts'
import { type ClosureRow, lockClosure } from '../db/queries/closures.ts'
import type { LogEntry } from '../db/queries/log.ts'
import type { FieldCheck, RecordProblem } from '../domain/record.ts'
import type { LocalDate } from '../domain/zone.ts'
import { type RecordOutcome, staleProblem, type VersionedInput } from './change-record.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { checkedDate, checkedWallTimes, type WallTimesInput } from './wall-times.ts'

export interface ClosureInput extends WallTimesInput {
  readonly name?: string | null
  readonly startsOn?: LocalDate | null
  readonly endsOn?: LocalDate | null
}

/** What was given of a closure, as it is kept. */
export function checkedClosure(fields: FieldCheck, input: ClosureInput) {
  return {
    name: fields.line('name', input.name, 200),
    startsOn: checkedDate(fields, 'startsOn', input.startsOn),
    endsOn: checkedDate(fields, 'endsOn', input.endsOn),
    ...checkedWallTimes(fields, input),
  }
}

/** What is wrong with a closure taken as a whole. */
export function closureProblems(row: ClosureRow): RecordProblem[] {
  const problems: RecordProblem[] = []
  const refuse = (field: string, message: string) => problems.push({ code: 'INVALID', message, path: ['input', field] })
  if (row.endsOn < row.startsOn) refuse('endsOn', 'A closure must not end before it starts.')
  if (row.endTime <= row.startTime) refuse('endTime', 'Each day’s closing must end after it starts.')
  return problems
}

/** The closure, seen at the version expected, or why it may not be changed. */
export async function currentClosure(
  trx: Trx,
  clinicId: string,
  input: VersionedInput,
): Promise<{ readonly current: ClosureRow } | { readonly refused: RecordProblem[] }> {
  checkId(input.id, 'closure', ['input', 'id'])
  const current = await lockClosure(trx, clinicId, input.id)
  if (!current) throw notFound('closure', ['input', 'id'])
  const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
  return stale ? { refused: stale } : { current }
}

/** What is left of a closure that is gone. */
export function removedClosure(current: ClosureRow): RecordOutcome<ClosureRow> {
  const { id, version } = current
  const entry: LogEntry = {
    ...{ action: 'remove closure', kind: 'closure', id, version: version + 1, removed: true },
    ...{ before: current, after: null },
  }
  return { written: { kind: 'saved', record: current }, log: [entry] }
}
