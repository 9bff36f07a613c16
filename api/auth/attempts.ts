import { hashOfSecret } from '../../actions/one-time-secret.ts'
import type { Db } from '../../db/connect.ts'
import { chargeSignInFailure, forgetSignInFailures, refundSignInFailure } from '../../db/queries/sign-in-failures.ts'
import { networkOf } from './network.ts'

const FAILURES_AN_EMAIL = 5
/** A whole clinic shares one address. */
const FAILURES_A_NETWORK = 30

export interface Attempt {
  readonly ip: string
  /** In lower case; a link's token has none. */
  readonly email?: string
}

/** The seconds to wait when there were too many failures; otherwise the attempt counts as one until it is forgiven. */
export async function chargeAttempt(db: Db, { ip, email }: Attempt): Promise<number | undefined> {
  const wait = await chargeSignInFailure(db, networkSubject(ip), FAILURES_A_NETWORK)
  if (wait !== undefined || email === undefined) return wait
  return chargeSignInFailure(db, emailSubject(email), FAILURES_AN_EMAIL)
}

export async function forgiveAttempt(db: Db, { ip, email }: Attempt): Promise<void> {
  await refundSignInFailure(db, networkSubject(ip))
  if (email !== undefined) await forgetSignInFailures(db, emailSubject(email))
}

function networkSubject(ip: string): Buffer {
  return hashOfSecret(`network ${networkOf(ip)}`)
}

function emailSubject(email: string): Buffer {
  return hashOfSecret(`e-mail ${email}`)
}
