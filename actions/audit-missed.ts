import { validate } from 'uuid'
import { inClinic } from '../db/connect.ts'
import { insertMissed } from '../db/queries/audit-entries.ts'
import { type ActionContext, actorOf } from './context.ts'
import type { NotFound } from './errors.ts'

/** Writes down that the caller asked for something that is not there: it may be another clinic's. */
export async function auditMissed(context: ActionContext, operation: string, kind: string, id: unknown): Promise<void> {
  // The public looks as it likes.
  if (typeof id !== 'string' || !validate(id) || context.caller.kind === 'visitor') return
  const { clinicId } = context.caller
  const origin = { actor: actorOf(context.caller), at: context.now(), ip: context.ip, requestId: context.requestId }
  const missed = { action: `${operation}: not found`, kind: kind.replaceAll(' ', '_'), id }
  await inClinic(context.db, clinicId, (trx) => insertMissed(trx, clinicId, origin, missed))
}

/** The id that an input names and nothing answers to. */
export function missedId(error: NotFound, input: object): unknown {
  return error.id ?? Object.entries(input).find(([name]) => name === error.path?.at(-1))?.[1]
}
