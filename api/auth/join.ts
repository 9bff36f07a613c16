import { hashPassword } from 'better-auth/crypto'
import { hashOfSecret } from '../../actions/one-time-secret.ts'
import type { Db } from '../../db/connect.ts'
import { findInvitation, insertPassword, takeInvitation } from '../../db/queries/sign-ins.ts'
import { passwordProblem } from '../../domain/password.ts'

export type Joined = { readonly email: string } | { readonly refused: string; readonly code: JoinRefusal }
export type JoinRefusal = 'LINK_INVALID' | 'PASSWORD_UNFIT'

const LINK_INVALID: Joined = {
  code: 'LINK_INVALID',
  refused: 'This link was used already or is too old. Ask the administrator of the clinic for a new one.',
}

/** Sets the first password of a person who was invited; never a second one. */
export async function join(db: Db, token: string, password: string): Promise<Joined> {
  const tokenHash = hashOfSecret(token)
  const invitation = await findInvitation(db, tokenHash)
  if (!invitation) return LINK_INVALID
  const problem = passwordProblem(password, invitation.email)
  if (problem) return { code: 'PASSWORD_UNFIT', refused: problem }
  const passwordHash = await hashPassword(password)
  const joined = await db.transaction().execute(async (trx) => {
    const taken = await takeInvitation(trx, tokenHash)
    return taken !== undefined && (await insertPassword(trx, taken.userId, passwordHash))
  })
  return joined ? { email: invitation.email } : LINK_INVALID
}
