import { v7 as uuidv7 } from 'uuid'
import type { ClientRow } from '../db/queries/book.ts'
import { findClient, insertClient } from '../db/queries/clients.ts'
import { usualConsents } from '../domain/message.ts'
import { checkFields } from '../domain/record.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved, savedRecord } from './change-record.ts'
import { type ContactInput, checkedContact } from './client-fields.ts'
import type { ActionContext } from './context.ts'

export interface CreateClientInput extends Repeatable, ContactInput {
  readonly name: string
}

/** Opens the record of somebody who may come. */
export function createClient(
  context: ActionContext,
  input: CreateClientInput,
): Promise<RecordSaved<ClientRow> | RecordRefused> {
  const fields = checkFields()
  const name = fields.line('name', input.name, 200)
  const { email = null, phone = null, zone = null, ...messages } = checkedContact(fields, input)
  return changeRecord(context, {
    right: 'edit_clients',
    operation: 'createClient',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const id = uuidv7()
      const { language = 'en', consents = usualConsents } = messages
      await insertClient(trx, clinicId, { id, name, email, phone, zone, language, consents }, now)
      return savedRecord('create client', 'client', undefined, await findClient(trx, clinicId, id))
    },
  })
}
