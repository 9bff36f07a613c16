import type { ClientRow } from '../db/queries/book.ts'
import { findClient, lockClient, updateClient as updateClientRow } from '../db/queries/clients.ts'
import { checkFields, given } from '../domain/record.ts'
import type { ReferralStatus } from '../domain/referral.ts'
import {
  changeRecord,
  type RecordRefused,
  type RecordSaved,
  savedRecord,
  staleProblem,
  type VersionedInput,
} from './change-record.ts'
import { type ContactInput, checkedContact } from './client-fields.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

/** What is left out stays; null takes an e-mail, a phone or a zone away. */
export interface UpdateClientInput extends VersionedInput, ContactInput {
  readonly name?: string | null
  readonly referralStatus?: ReferralStatus | null
}

/** Changes what the clinic knows of a client. */
export function updateClient(
  context: ActionContext,
  input: UpdateClientInput,
): Promise<RecordSaved<ClientRow> | RecordRefused> {
  const fields = checkFields()
  const changes = given({
    name: fields.line('name', input.name, 200),
    ...checkedContact(fields, input),
    referralStatus: input.referralStatus ?? undefined,
  })
  return changeRecord(context, {
    right: 'edit_clients',
    operation: 'updateClient',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      checkId(input.id, 'client', ['input', 'id'])
      const current = await lockClient(trx, clinicId, input.id)
      if (!current) throw notFound('client', ['input', 'id'])
      const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
      if (stale) return { refused: stale }
      await updateClientRow(trx, clinicId, { ...current, ...changes }, now)
      const renamed = changes.name !== undefined && changes.name !== current.name
      const action = renamed ? 'rename client' : 'update client'
      return savedRecord(action, 'client', current, await findClient(trx, clinicId, current.id))
    },
  })
}
