import { createHash } from 'node:crypto'
import { inClinic, inClinicSending, type Trx } from '../db/connect.ts'
import { constraints, isExclusionViolation } from '../db/constraints.ts'
import { appendToLog, type LogEntry } from '../db/queries/log.ts'
import { claimMutation, insertAnswer, type RepeatKey } from '../db/queries/mutation-answers.ts'
import { textProblem } from '../domain/text.ts'
import { askForJobs } from './ask-for-jobs.ts'
import { auditMissed, missedId } from './audit-missed.ts'
import { type ActionContext, actorOf, callerKey } from './context.ts'
import { ActionError, NotFound } from './errors.ts'
import { expiredEntries } from './hold-log.ts'
import { noteFreed } from './note-freed.ts'

/** What an action came to: something written, or nothing, with the answer for the caller either way. */
export type Outcome<Written, Refused> =
  | {
      readonly written: Written
      readonly log: readonly LogEntry[]
      /** Sends the last statements, from which nothing is learned but that they failed: the commit travels with them. */
      readonly write?: () => Promise<unknown>
    }
  | { readonly refused: Refused }

export interface Repeatable {
  readonly clientMutationId?: string | null
  readonly validateOnly?: boolean | null
}

interface Answers<Written, Refused, Told> {
  readonly operation: string
  readonly input: Repeatable
  /**
   * Decides and writes. It runs again after a lost race, and for nothing when the request is a repeat, so it must leave
   * nothing behind but rows.
   */
  readonly work: (trx: Trx) => Promise<Outcome<Written, Refused>>
  /** Completes a refusal once the transaction is over and its locks are gone. */
  readonly tell: (refused: Refused) => Promise<Told>
}

/** Leaves the transaction without a trace and carries what was found out. */
class RolledBack<T> extends Error {
  constructor(readonly found: T) {
    super('rolled back')
  }
}

/**
 * One change of a clinic in one transaction: the request's id is claimed, the work is done, the change and audit entries
 * and the answer are written with it. A refused or rehearsed request leaves nothing but its answer.
 */
export async function changeClinic<Written extends object, Refused, Told extends object>(
  context: ActionContext,
  { operation, input, work, tell }: Answers<Written, Refused, Told>,
): Promise<Written | Told> {
  const key = repeatKey(context, operation, input)
  const { clinicId } = context.caller
  const result = await transact(context, key, input.validateOnly ?? false, work).catch(async (error: unknown) => {
    if (error instanceof NotFound) await auditMissed(context, operation, error.what, missedId(error, input))
    throw error
  })
  if ('repeat' in result) return result.repeat as Written | Told
  if ('written' in result) {
    if (result.seq !== undefined) context.announce(clinicId, result.seq)
    return result.written
  }
  const told = await tell(result.refused)
  if (key) await inClinic(context.db, clinicId, (trx) => insertAnswer(trx, clinicId, key, JSON.stringify(told)))
  return told
}

type Transacted<Written, Refused> =
  | { readonly repeat: unknown }
  | { readonly written: Written; readonly seq?: number | undefined }
  | { readonly refused: Refused }

async function transact<Written extends object, Refused>(
  context: ActionContext,
  key: RepeatKey | undefined,
  rehearsal: boolean,
  work: (trx: Trx) => Promise<Outcome<Written, Refused>>,
): Promise<Transacted<Written, Refused>> {
  const { clinicId } = context.caller
  const attempt = async () => {
    const { written, seq } = await inClinicSending(context.db, clinicId, async (trx) => {
      const outcome = await claimAndWork(trx, clinicId, key, work)
      if ('refused' in outcome) throw new RolledBack({ refused: outcome.refused })
      const { written, write } = outcome
      if (rehearsal) {
        await write?.()
        throw new RolledBack({ written })
      }
      const told = [...outcome.log, ...expiredEntries(trx)]
      const entries = [...told, ...(await noteFreed(context, trx, clinicId, told))]
      const ask = await askForJobs(context, clinicId, entries)
      const writing = write?.()
      // Not awaited: the commit travels with it, so that the clinic's log is locked for no turn to the server and back.
      const seq = log(context, trx, key, written, entries)
      return { result: { written, seq }, sent: Promise.all([writing, seq, ask?.(trx)]) }
    })
    return { written, seq: await seq }
  }
  try {
    return await retryingClashes(attempt)
  } catch (error) {
    if (error instanceof RolledBack) return error.found as Transacted<Written, Refused>
    throw error
  }
}

/**
 * The claim is not waited for: what the work reads travels with it. When it turns out to be a repeat's, the work was for
 * nothing and is rolled back.
 */
async function claimAndWork<Written, Refused>(
  trx: Trx,
  clinicId: string,
  key: RepeatKey | undefined,
  work: (trx: Trx) => Promise<Outcome<Written, Refused>>,
): Promise<Outcome<Written, Refused>> {
  const [claimed, worked] = await Promise.allSettled([key && claimMutation(trx, clinicId, key), work(trx)])
  if (claimed.status === 'rejected') throw claimed.reason
  const claim = claimed.value
  if (claim?.kind === 'repeat') throw new RolledBack({ repeat: claim.answer })
  if (claim?.kind === 'different') {
    const path = ['input', 'clientMutationId']
    throw new ActionError('CONFLICT', 'This clientMutationId was used for another request.', path)
  }
  if (worked.status === 'rejected') throw worked.reason
  return worked.value
}

/** Postgres has the last word on overlaps; deciding again then sees what got there first and can name it. */
async function retryingClashes<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === 3 || !isExclusionViolation(error, constraints.occupanciesNoOverlap)) throw error
    }
  }
}

function log(
  context: ActionContext,
  trx: Trx,
  key: RepeatKey | undefined,
  written: object,
  entries: readonly LogEntry[],
): Promise<number | undefined> {
  const origin = {
    actor: actorOf(context.caller),
    at: context.now(),
    clientMutationId: key?.clientMutationId,
    ip: context.ip,
    requestId: context.requestId,
  }
  const answer = key && { key, json: JSON.stringify(written) }
  return appendToLog(trx, context.caller.clinicId, origin, entries, answer)
}

function repeatKey(context: ActionContext, operation: string, input: Repeatable): RepeatKey | undefined {
  const { clientMutationId, validateOnly } = input
  if (!clientMutationId || validateOnly) return undefined
  checkMutationId(clientMutationId)
  const inputHash = createHash('sha256')
    .update(JSON.stringify(inOrder(input)))
    .digest()
  return { caller: callerKey(context.caller), clientMutationId, operation, inputHash }
}

/** The same input in the same order of names, absent ones left out. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const names = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(names.map(([name, inner]) => [name, inOrder(inner)]))
}

/** Refuses what cannot be kept as the id of a request. */
export function checkMutationId(clientMutationId: string | null | undefined): void {
  const problem = clientMutationId ? textProblem(clientMutationId, 200) : undefined
  if (problem) throw new ActionError('BAD_USER_INPUT', `clientMutationId ${problem}.`, ['input', 'clientMutationId'])
}
