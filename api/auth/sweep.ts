import type { Db } from '../../db/connect.ts'
import { deleteOldSignInFailures } from '../../db/queries/sign-in-failures.ts'
import { deleteExpiredInvitations } from '../../db/queries/sign-ins.ts'
import { deleteExpiredSessions } from '../../db/queries/signed-in.ts'

/** Clears away what has lost its meaning. Signing in is rare and made of slow steps, so it can bear one more. */
export async function sweepSignIn(db: Db): Promise<void> {
  await deleteExpiredSessions(db)
  await deleteOldSignInFailures(db)
  await deleteExpiredInvitations(db)
}
