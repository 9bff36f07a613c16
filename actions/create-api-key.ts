import { v7 as uuidv7 } from 'uuid'
import { type ApiKeyRow, insertApiKey, lockApiKey } from '../db/queries/api-keys.ts'
import type { Instant } from '../domain/interval.ts'
import { checkFields } from '../domain/record.ts'
import type { Scope } from '../domain/rights.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved, savedRecord } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { ActionError } from './errors.ts'
import { makeApiKeySecret } from './one-time-secret.ts'

export interface CreateApiKeyInput extends Repeatable {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresAt?: Instant | null
}

export interface ApiKeyCreated extends RecordSaved<ApiKeyRow> {
  readonly secret: string
}

/** Lets a program in. The secret is told once: it is not kept, so a repeated request cannot tell it again. */
export async function createApiKey(
  context: ActionContext,
  input: CreateApiKeyInput,
): Promise<ApiKeyCreated | RecordRefused> {
  const id = uuidv7()
  const { secret, prefix, hash } = makeApiKeySecret()
  const { caller } = context
  const createdBy = caller.kind === 'member' ? caller.memberId : null
  const expiresAt = input.expiresAt ?? null
  const scopes = [...new Set(input.scopes)]
  const fields = checkedKey(context, input)
  const answer = await changeRecord(context, {
    right: 'manage_settings',
    operation: 'createApiKey',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const key = { id, name: fields.name, scopes, prefix, hash, createdBy, createdAt: now, expiresAt }
      await insertApiKey(trx, clinicId, key)
      return savedRecord('create API key', 'api_key', undefined, await lockApiKey(trx, clinicId, id))
    },
  })
  if (answer.kind === 'refused') return answer
  if (answer.record.id !== id)
    throw new ActionError('CONFLICT', 'This key was made already and its secret told. Revoke it and make another.')
  return { ...answer, secret }
}

function checkedKey(context: ActionContext, input: CreateApiKeyInput) {
  const fields = checkFields()
  const name = fields.line('name', input.name, 200)
  if (input.scopes.length === 0) fields.refuse('scopes', 'must name at least one')
  if (input.expiresAt != null && input.expiresAt <= context.now()) fields.refuse('expiresAt', 'must be in the future')
  return { ...fields, name }
}
