import { groupStepProblem, type ScreeningDecision } from '../domain/group.ts'
import { changeGroupMember, type GroupMemberChanged } from './change-group-member.ts'
import type { VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { checkedText } from './override.ts'
import type { RegistrationRefused } from './register-for-event.ts'

export interface ScreenGroupMemberInput extends VersionedInput {
  readonly decision: ScreeningDecision
  readonly note?: string | null
}

/** Says whether somebody who asked joins the group, for which there must be a place. */
export function screenGroupMember(
  context: ActionContext,
  input: ScreenGroupMemberInput,
): Promise<GroupMemberChanged | RegistrationRefused> {
  const note = checkedText(input.note, 2000, ['input', 'note'])
  const status = input.decision === 'approve' ? 'active' : 'declined'
  return changeGroupMember(context, 'screenGroupMember', input, ({ client, member, now, today }) => {
    const problem = groupStepProblem(client.name, member.status, status, 'screening')
    if (problem) return { problem }
    const screened = { screenedAt: now, screenedBy: context.caller.name, note: note ?? member.note }
    return { next: { ...member, ...screened, status, joinedOn: status === 'active' ? today : null } }
  })
}
