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
 * Claims the id for this transaction, which must be rolled back unless it was the first to. Somebody else's claim of the
 * same id is waited for; an answer older than 24 hours is forgotten. `different` when the id was used with another input
 * or operation.
 */
export async function claimMutation(trx: Trx, clinicId: string, key: RepeatKey): Promise<Claim> {
  // One statement, so that others may travel with it: what stands there already is only touched, to be answered with.
  const { rows } = await sql<{ operation: string; inputHash: Buffer; answer: unknown }>`
    insert into mutation_answers as m (clinic_id, caller, client_mutation_id, operation, input_hash)
    values (${clinicId}, ${key.caller}, ${key.clientMutationId}, ${key.operation}, ${key.inputHash})
    on conflict (clinic_id, caller, client_mutation_id) do update set
      operation = ${renewed('operation', 'excluded.operation')}, answer = ${renewed('answer', 'null')},
      input_hash = ${renewed('input_hash', 'excluded.input_hash')}, created_at = ${renewed('created_at', 'now()')}
    returning operation, input_hash as "inputHash", answer`.execute(trx)
  const { operation, inputHash, answer } = rows[0]!
  // Whoever claimed it before has answered, or left no claim.
  if (answer === null) return { kind: 'first' }
  const same = operation === key.operation && inputHash.equals(key.inputHash)
  return same ? { kind: 'repeat', answer } : { kind: 'different' }
}

/** What it becomes when it is too old to be repeated. */
function renewed(column: string, value: string) {
  return sql.raw(`case when m.created_at < now() - interval '24 hours' then ${value} else m.${column} end`)
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
