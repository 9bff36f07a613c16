import { type GroupMemberStatus, groupStepProblem } from '../domain/group.ts'
import { changeGroupMember, type GroupMemberChanged } from './change-group-member.ts'
import type { VersionedInput } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { checkedText } from './override.ts'
import type { RegistrationRefused } from './register-for-event.ts'

export interface SetGroupMemberStatusInput extends VersionedInput {
  /** Active, on hold or exited. */
  readonly status: GroupMemberStatus
  readonly reason?: string | null
}

/** Puts a member on hold, who keeps her place, brings her back, or lets her leave, which gives it back. */
export function setGroupMemberStatus(
  context: ActionContext,
  input: SetGroupMemberStatusInput,
): Promise<GroupMemberChanged | RegistrationRefused> {
  const reason = checkedText(input.reason, 1000, ['input', 'reason'])
  const { status } = input
  return changeGroupMember(context, 'setGroupMemberStatus', input, ({ client, member, today }) => {
    const problem = groupStepProblem(client.name, member.status, status, 'hand')
    if (problem) return { problem }
    const exited = status === 'exited' && { exitedOn: today, exitReason: reason }
    return { next: { ...member, status, ...exited } }
  })
}
