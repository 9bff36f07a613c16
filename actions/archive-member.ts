import type { MemberRow } from '../db/queries/members.ts'
import { deleteSessionsOfUser } from '../db/queries/signed-in.ts'
import { changeMember } from './change-member.ts'
import { type ArchiveInput, changeRecord, type RecordRefused, type RecordSaved } from './change-record.ts'
import type { ActionContext } from './context.ts'

/** Shuts a member out and ends this person's sessions at once, or lets the member in again. */
export function archiveMember(
  context: ActionContext,
  input: ArchiveInput,
): Promise<RecordSaved<MemberRow> | RecordRefused> {
  const archived = input.archived ?? true
  return changeRecord(context, {
    right: 'manage_members',
    operation: 'archiveMember',
    input,
    work: async (trx, clinicId, now) => {
      const verb = archived ? 'archive' : 'bring back'
      const outcome = await changeMember(trx, clinicId, verb, input, { active: !archived }, now)
      if ('written' in outcome && archived) await deleteSessionsOfUser(trx, outcome.written.record.userId)
      return outcome
    },
  })
}
