import { hashOfSecret } from '../../actions/one-time-secret.ts'
import { findRegistrationOfToken } from '../../db/queries/registrations.ts'
import type { Services } from '../context.ts'

const TOKEN = /^[\w-]{43}$/

/** Which registration the token leads to; undefined for one that leads nowhere. */
export async function findRegistrationByToken({ db }: Pick<Services, 'db'>, token: string) {
  return TOKEN.test(token) ? findRegistrationOfToken(db, hashOfSecret(token)) : undefined
}
