import type { Trx } from '../db/connect.ts'
import { type ConstraintName, isUniqueViolation } from '../db/constraints.ts'
import { getClinic } from '../db/queries/clinics.ts'
import { findLastEditor, type ItemKind, type LogEntry } from '../db/queries/log.ts'
import type { Instant } from '../domain/interval.ts'
import type { FieldCheck, RecordProblem } from '../domain/record.ts'
import type { Right } from '../domain/rights.ts'
import { formatTime } from '../domain/zone.ts'
import { onlyReads, rightsOfCaller } from './caller.ts'
import { changeClinic, type Outcome, type Repeatable } from './change-clinic.ts'
import type { ActionContext } from './context.ts'
import { forbidden } from './errors.ts'

export interface RecordRefused {
  readonly kind: 'refused'
  readonly problems: readonly RecordProblem[]
}

export interface RecordSaved<Row> {
  readonly kind: 'saved'
  readonly record: Row
}

export type RecordOutcome<Row> = Outcome<RecordSaved<Row>, readonly RecordProblem[]>

/** A record that people keep, by the version they saw of it. */
export interface VersionedInput extends Repeatable {
  readonly id: string
  readonly expectedVersion: number
}

export interface ArchiveInput extends VersionedInput {
  /** True archives, false brings back. */
  readonly archived?: boolean | null
}

interface RecordChange<Row> {
  readonly right: Right
  readonly operation: string
  readonly input: Repeatable
  /** What was wrong with the input itself. */
  readonly fields?: FieldCheck
  readonly work: (trx: Trx, clinicId: string, now: Instant) => Promise<RecordOutcome<Row>>
}

/** One change of what a clinic keeps records of, by somebody with the right to. */
export function changeRecord<Row>(
  context: ActionContext,
  { right, operation, input, fields, work }: RecordChange<Row>,
): Promise<RecordSaved<Row> | RecordRefused> {
  if (!rightsOfCaller(context.caller).has(right))
    throw forbidden(
      onlyReads(context.caller)
        ? 'This key may only read: changes ask for the scope `write`.'
        : 'You may not change this.',
    )
  return changeClinic<RecordSaved<Row>, readonly RecordProblem[], RecordRefused>(context, {
    operation,
    input,
    work: async (trx) => {
      if (fields && fields.problems.length > 0) return { refused: fields.problems }
      return work(trx, context.caller.clinicId, context.now())
    },
    tell: async (problems) => ({ kind: 'refused', problems }),
  })
}

interface Versioned {
  readonly id: string
  readonly name: string
  readonly version: number
}

/** The refusal of a change made from an older version than the one that stands; undefined when it is current. */
export async function staleProblem(
  trx: Trx,
  clinicId: string,
  current: Versioned,
  expectedVersion: number,
): Promise<RecordProblem[] | undefined> {
  if (current.version === expectedVersion) return undefined
  const { zone } = await getClinic(trx, clinicId)
  const editor = await findLastEditor(trx, clinicId, current.id)
  const who = editor ? ` by ${editor.name} at ${formatTime(editor.at, zone)}` : ''
  const message = `${current.name} was changed${who} after you saw it.`
  return [{ code: 'STALE_VERSION', message, path: ['input', 'expectedVersion'] }]
}

/** Writes; answers with the problem when the name is taken. The transaction can only be rolled back then. */
export async function nameTakenBy(
  constraint: ConstraintName,
  name: string,
  write: () => Promise<void>,
): Promise<RecordProblem[] | undefined> {
  try {
    await write()
    return undefined
  } catch (error) {
    if (!isUniqueViolation(error, constraint)) throw error
    return [{ code: 'NAME_TAKEN', message: `There is already one called ${name}.`, path: ['input', 'name'] }]
  }
}

/** The record as it stands once saved, and what happened to it for both logs. */
export function savedRecord<Row extends Versioned>(
  action: string,
  kind: ItemKind,
  before: Row | undefined,
  record: Row | undefined,
): RecordOutcome<Row> {
  if (!record) throw new Error(`the ${kind} that was just saved is gone`)
  const entry: LogEntry = { action, kind, id: record.id, version: record.version, before, after: record }
  return { written: { kind: 'saved', record }, log: [entry] }
}
