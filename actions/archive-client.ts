import type { ClientRow } from '../db/queries/book.ts'
import { findClient, lockClient, updateClient } from '../db/queries/clients.ts'
import { countAppointmentsAhead } from '../db/queries/resource-changes.ts'
import { appointmentsAheadProblem } from '../domain/record.ts'
import {
  type ArchiveInput,
  changeRecord,
  type RecordRefused,
  type RecordSaved,
  savedRecord,
  staleProblem,
} from './change-record.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'

/** Closes the record of a client who has no appointments ahead, or opens it again. */
export function archiveClient(
  context: ActionContext,
  input: ArchiveInput,
): Promise<RecordSaved<ClientRow> | RecordRefused> {
  const archived = input.archived ?? true
  return changeRecord(context, {
    right: 'edit_clients',
    operation: 'archiveClient',
    input,
    work: async (trx, clinicId, now) => {
      checkId(input.id, 'client', ['input', 'id'])
      const current = await lockClient(trx, clinicId, input.id)
      if (!current) throw notFound('client', ['input', 'id'])
      const stale = await staleProblem(trx, clinicId, current, input.expectedVersion)
      if (stale) return { refused: stale }
      const ahead = archived ? await countAppointmentsAhead(trx, clinicId, { clientId: current.id }, now) : 0
      const inUse = appointmentsAheadProblem(current.name, ahead)
      if (inUse) return { refused: [inUse] }
      await updateClient(trx, clinicId, { ...current, active: !archived }, now)
      const action = archived ? 'archive client' : 'bring back client'
      return savedRecord(action, 'client', current, await findClient(trx, clinicId, current.id))
    },
  })
}
