import type { MemberRow } from '../db/queries/members.ts'
import { checkFields, given } from '../domain/record.ts'
import type { Role } from '../domain/rights.ts'
import { changeMember } from './change-member.ts'
import { changeRecord, type RecordRefused, type RecordSaved, type VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { checkOwnCalendar } from './member-fields.ts'

/** What is left out stays; a null therapist leaves the member without a calendar. */
export interface UpdateMemberInput extends VersionedInput {
  readonly name?: string | null
  readonly role?: Role | null
  readonly therapistId?: string | null
}

/** Changes what a member does in the clinic. The e-mail is the person's own and cannot be changed by others. */
export function updateMember(
  context: ActionContext,
  input: UpdateMemberInput,
): Promise<RecordSaved<MemberRow> | RecordRefused> {
  const fields = checkFields()
  const changes = given({
    name: fields.line('name', input.name, 200),
    role: input.role ?? undefined,
    therapistId: input.therapistId,
  })
  return changeRecord(context, {
    right: 'manage_members',
    operation: 'updateMember',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      await checkOwnCalendar(trx, clinicId, input.therapistId ?? null)
      return changeMember(trx, clinicId, 'update', input, changes, now)
    },
  })
}
