import type { Trx } from '../db/connect.ts'
import type { ResourceRow } from '../db/queries/book.ts'
import { type ExceptionRow, lockException } from '../db/queries/hours-exceptions.ts'
import type { LogEntry } from '../db/queries/log.ts'
import { lockResource } from '../db/queries/resource-changes.ts'
import type { RecordProblem } from '../domain/record.ts'
import { staleProblem, type VersionedInput } from './change-record.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

/** The therapist or room whose hours change, locked as a booking locks it: whoever books it now waits. */
export async function lockKeeper(
  trx: Trx,
  clinicId: string,
  id: string,
  path: readonly string[],
): Promise<ResourceRow> {
  checkId(id, 'resource', path)
  const found = (await lockResource(trx, clinicId, 'therapist', id)) ?? (await lockResource(trx, clinicId, 'room', id))
  if (!found) throw notFound('resource', path, id)
  return found
}

/** The exception, seen at the version expected, or why it may not be changed. */
export async function currentException(
  trx: Trx,
  clinicId: string,
  input: VersionedInput,
): Promise<{ readonly current: ExceptionRow } | { readonly refused: RecordProblem[] }> {
  checkId(input.id, 'hours exception', ['input', 'id'])
  const current = await lockException(trx, clinicId, input.id)
  if (!current) throw notFound('hours exception', ['input', 'id'])
  const named = { ...current, name: `The exception on ${current.date}` }
  const stale = await staleProblem(trx, clinicId, named, input.expectedVersion)
  return stale ? { refused: stale } : { current }
}

/** What happened to an exception, for both logs. */
export function exceptionEntry(
  action: string,
  before: ExceptionRow | undefined,
  after: ExceptionRow | undefined,
): LogEntry {
  const { id, version } = (after ?? before)!
  return {
    ...{ action, kind: 'hours_exception', id, version: after ? version : version + 1, removed: !after },
    ...{ before: before ?? null, after: after ?? null },
  }
}
