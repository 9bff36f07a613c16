import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../db/connect.ts'
import { insertMember, type NewMember } from '../db/queries/members.ts'
import { insertPassword, insertUser } from '../db/queries/sign-ins.ts'
import type { Instant } from '../domain/interval.ts'

export type AdmittedMember = Omit<NewMember, 'id' | 'userId'> & { readonly passwordHash: string }

/** Makes somebody a member who can sign in at once, for a clinic that has nobody yet to invite people. */
export async function admitMember(
  trx: Trx,
  clinicId: string,
  { passwordHash, ...member }: AdmittedMember,
  now: Instant,
): Promise<NewMember> {
  const userId = await insertUser(trx, { id: uuidv7(), name: member.name, email: member.email })
  if (!(await insertPassword(trx, userId, passwordHash))) throw new Error(`${member.email} can sign in already`)
  const row = { ...member, id: uuidv7(), userId }
  await insertMember(trx, clinicId, row, now)
  return row
}
