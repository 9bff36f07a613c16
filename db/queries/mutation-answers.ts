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
 * Claims the id for this transaction. Somebody else's claim of the same id is waited for; an answer older than 24 hours
 * is forgotten. `different` when the id was used with another input or operation.
 */
export async function claimMutation(trx: Trx, clinicId: string, key: RepeatKey): Promise<Claim> {
  const claimed = await sql`
    insert into mutation_answers as m (clinic_id, caller, client_mutation_id, operation, input_hash)
    values (${clinicId}, ${key.caller}, ${key.clientMutationId}, ${key.operation}, ${key.inputHash})
    on conflict (clinic_id, caller, client_mutation_id) do update
      set operation = excluded.operation, input_hash = excluded.input_hash, answer = null, created_at = now()
      where m.created_at < now() - interval '24 hours'`.execute(trx)
  if (claimed.numAffectedRows === 1n) return { kind: 'first' }
  const { rows } = await sql<{ operation: string; input_hash: Buffer; answer: unknown }>`
    select operation, input_hash, answer from mutation_answers
    where clinic_id = ${clinicId} and caller = ${key.caller} and client_mutation_id = ${key.clientMutationId}`.execute(
    trx,
  )
  const earlier = rows[0]
  const same = earlier && earlier.operation === key.operation && earlier.input_hash.equals(key.inputHash)
  return same ? { kind: 'repeat', answer: earlier.answer } : { kind: 'different' }
}

/** Keeps the answer of a request that wrote nothing else. */
export async function insertAnswer(trx: Trx, clinicId: string, key: RepeatKey, json: string): Promise<void> {
  await sql`
    insert into mutation_answers (clinic_id, caller, client_mutation_id, operation, input_hash, answer)
    values (${clinicId}, ${key.caller}, ${key.clientMutationId}, ${key.operation}, ${key.inputHash}, ${json}::jsonb)
    on conflict do nothing`.execute(trx)
}

/** Forgets the answers given before then. */
export async function deleteOldAnswers(trx: Trx, clinicId: string, before: Instant): Promise<void> {
  await sql`delete from mutation_answers where clinic_id = ${clinicId} and created_at < ${new Date(before)}`.execute(
    trx,
  )
}
