import { type ApiKeyRow, lockApiKey, revokeApiKeyAt } from '../db/queries/api-keys.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved, savedRecord } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

export interface RevokeApiKeyInput extends Repeatable {
  readonly id: string
}

/** Shuts a program out, from its next request on. A key that was revoked stays so. */
export function revokeApiKey(
  context: ActionContext,
  input: RevokeApiKeyInput,
): Promise<RecordSaved<ApiKeyRow> | RecordRefused> {
  return changeRecord(context, {
    right: 'manage_settings',
    operation: 'revokeApiKey',
    input,
    work: async (trx, clinicId, now) => {
      checkId(input.id, 'API key', ['input', 'id'])
      const current = await lockApiKey(trx, clinicId, input.id)
      if (!current) throw notFound('API key', ['input', 'id'])
      await revokeApiKeyAt(trx, clinicId, current.id, now)
      return savedRecord('revoke API key', 'api_key', current, await lockApiKey(trx, clinicId, current.id))
    },
  })
}
