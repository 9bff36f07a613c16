import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { findMember, findMemberOfUser, insertMember, type MemberRow } from '../db/queries/members.ts'
import { findSignIn, insertInvitation, insertUser } from '../db/queries/sign-ins.ts'
import { checkFields, type RecordProblem } from '../domain/record.ts'
import type { Role } from '../domain/rights.ts'
import type { Repeatable } from './change-clinic.ts'
import { changeRecord, type RecordRefused, type RecordSaved, savedRecord } from './change-record.ts'
import type { ActionContext } from './context.ts'
import { checkOwnCalendar } from './member-fields.ts'
import { makeLinkToken } from './one-time-secret.ts'

export interface CreateMemberInput extends Repeatable {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly therapistId?: string | null
}

export interface MemberSaved extends RecordSaved<MemberRow> {
  /** For a link by which a new person sets a password, told once; undefined for who can sign in already. */
  readonly signInToken?: string
}

/**
 * Makes a person a member of the clinic. Whoever can sign in already simply has one clinic more; a sign-in is never
 * changed by an invitation.
 */
export async function createMember(
  context: ActionContext,
  input: CreateMemberInput,
): Promise<MemberSaved | RecordRefused> {
  const fields = checkFields()
  const name = fields.line('name', input.name, 200)
  const email = fields.line('email', input.email, 254).toLowerCase()
  const id = uuidv7()
  const { token, hash } = makeLinkToken()
  let invited = false
  const answer = await changeRecord(context, {
    right: 'manage_members',
    operation: 'createMember',
    input,
    fields,
    work: async (trx, clinicId, now) => {
      const therapistId = input.therapistId ?? null
      await checkOwnCalendar(trx, clinicId, therapistId)
      const userId = await insertUser(trx, { id: uuidv7(), name, email })
      const taken = await emailTaken(trx, clinicId, userId, email)
      if (taken) return { refused: [taken] }
      await insertMember(trx, clinicId, { id, userId, name, email, role: input.role, therapistId }, now)
      invited = !(await findSignIn(trx, email))?.hasPassword
      if (invited) await insertInvitation(trx, userId, hash)
      return savedRecord('create member', 'member', undefined, await findMember(trx, clinicId, id))
    },
  })
  const isFirstAnswer = answer.kind === 'saved' && answer.record.id === id
  return isFirstAnswer && invited ? { ...answer, signInToken: token } : answer
}

async function emailTaken(
  trx: Trx,
  clinicId: string,
  userId: string,
  email: string,
): Promise<RecordProblem | undefined> {
  const member = await findMemberOfUser(trx, clinicId, userId)
  if (!member) return undefined
  const message = member.active
    ? `${member.name} is a member already with ${email}.`
    : `${member.name} was a member with ${email}. Bring that member back instead.`
  return { code: 'EMAIL_TAKEN', message, path: ['input', 'email'] }
}
