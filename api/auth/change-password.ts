import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Db } from '../../db/connect.ts'
import { findPasswordHash, updatePassword } from '../../db/queries/sign-ins.ts'
import { deleteSessionsOfUser } from '../../db/queries/signed-in.ts'
import { passwordProblem } from '../../domain/password.ts'

export interface PasswordChange {
  readonly userId: string
  readonly email: string
  readonly currentPassword: string
  readonly newPassword: string
}

export type PasswordChanged =
  | { readonly changed: true }
  | { readonly code: 'WRONG_PASSWORD' | 'PASSWORD_UNFIT'; readonly refused: string }

/** Another password, for who knows the one before. Every session of the person ends, this one too. */
export async function changePassword(db: Db, change: PasswordChange): Promise<PasswordChanged> {
  const { userId, email, currentPassword, newPassword } = change
  const hash = await findPasswordHash(db, userId)
  if (!hash || !(await verifyPassword({ hash, password: currentPassword })))
    return { code: 'WRONG_PASSWORD', refused: 'The current password is not right.' }
  const problem = passwordProblem(newPassword, email)
  if (problem) return { code: 'PASSWORD_UNFIT', refused: problem }
  const newHash = await hashPassword(newPassword)
  await db.transaction().execute(async (trx) => {
    await updatePassword(trx, userId, newHash)
    await deleteSessionsOfUser(trx, userId)
  })
  return { changed: true }
}
