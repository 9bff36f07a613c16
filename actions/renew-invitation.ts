import { lockMember } from '../db/queries/members.ts'
import { deleteInvitationsOfUser, insertInvitation } from '../db/queries/sign-ins.ts'
import type { RecordProblem } from '../domain/record.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, savedRecord } from './change-record.ts'
import type { ActionContext } from './context.ts'
import type { MemberSaved } from './create-member.ts'
import { notFound } from './errors.ts'
import { checkId } from './ids.ts'
import { makeLinkToken } from './one-time-secret.ts'

export interface RenewInvitationInput extends Repeatable {
  readonly id: string
}

/** Gives a member who has not chosen a password yet another link; the one before stops working. */
export async function renewInvitation(
  context: ActionContext,
  input: RenewInvitationInput,
): Promise<MemberSaved | RecordRefused> {
  const { token, hash } = makeLinkToken()
  let renewed = false
  const answer = await changeRecord(context, {
    right: 'manage_members',
    operation: 'renewInvitation',
    input,
    work: async (trx, clinicId) => {
      checkId(input.id, 'member', ['input', 'id'])
      const member = await lockMember(trx, clinicId, input.id)
      if (!member?.active) throw notFound('member', ['input', 'id'])
      if (member.hasSignedIn) return { refused: [canSignIn(member.name)] }
      await deleteInvitationsOfUser(trx, member.userId)
      await insertInvitation(trx, member.userId, hash)
      renewed = true
      return savedRecord('renew invitation', 'member', member, member)
    },
  })
  return answer.kind === 'saved' && renewed ? { ...answer, signInToken: token } : answer
}

function canSignIn(name: string): RecordProblem {
  return { code: 'INVALID', message: `${name} has chosen a password already.`, path: ['input', 'id'] }
}
