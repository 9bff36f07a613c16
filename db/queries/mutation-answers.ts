import { sql } from 'kysely'
import type { Instant } from '../../domain/interval.ts'
import type { Trx } from '../connect.ts'

export interface RepeatKey {
  readonly caller: string
  readonly clientMutationId: string
  readonly operation: string
  readonly inputHash: Buffer
}

export type Claim =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeat'; readonly answer: unknown }
  | { readonly kind: 'different' }

/**
 * Claims the id for this transaction: whoever claims the same waits for its end, and then finds the answer it has kept. An
 * answer older than 24 hours is forgotten. `different` when the id was used with another input or operation.
 */
export async function claimMutation(trx: Trx, clinicId: string, key: RepeatKey): Promise<Claim> {
  // Sent together, yet two statements: what the second sees begins when the first has what it waited for.
  const [, { rows }] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`${clinicId} ${key.caller} ${key.clientMutationId}`}, 0))`.execute(
      trx,
    ),
    sql<{ operation: string; inputHash: Buffer; answer: unknown }>`
      select operation, input_hash as "inputHash", answer from mutation_answers
      where clinic_id = ${clinicId} and caller = ${key.caller} and client_mutation_id = ${key.clientMutationId}
        and created_at > now() - interval '24 hours'`.execute(trx),
  ])
  const [kept] = rows
  if (!kept) return { kind: 'first' }
  const same = kept.operation === key.operation && kept.inputHash.equals(key.inputHash)
  return same ? { kind: 'repeat', answer: kept.answer } : { kind: 'different' }
}

/** Keeps the answer of a request that wrote nothing else; somebody may have kept one first, which then stays. */
export async function insertAnswer(trx: Trx, clinicId: string, key: RepeatKey, json: string): Promise<void> {
  await keepingAnswer(clinicId, key, json, sql`where kept.created_at <= now() - interval '24 hours'`).execute(trx)
}

/** The statement that keeps an answer in the place of one that may be forgotten. */
export function keepingAnswer(clinicId: string, key: RepeatKey, json: string, only = sql``) {
  return sql`
    insert into mutation_answers as kept (clinic_id, caller, client_mutation_id, operation, input_hash, answer)
    values (${clinicId}, ${key.caller}, ${key.clientMutationId}, ${key.operation}, ${key.inputHash}, ${json}::jsonb)
    on conflict (clinic_id, caller, client_mutation_id) do update set operation = excluded.operation,
      input_hash = excluded.input_hash, answer = excluded.answer, created_at = now() ${only}`
}

/** Forgets the answers given before then. */
export async function deleteOldAnswers(trx: Trx, clinicId: string, before: Instant): Promise<void> {
  await sql`delete from mutation_answers where clinic_id = ${clinicId} and created_at < ${new Date(before)}`.execute(
    trx,
  )
}
