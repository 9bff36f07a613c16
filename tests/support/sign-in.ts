import { createHmac, randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { makeApiKeySecret } from '../../actions/one-time-secret.ts'
import { type Db, inClinic } from '../../db/connect.ts'
import { insertPassword, insertUser } from '../../db/queries/sign-ins.ts'
import { SECRET } from './app.ts'
import { makeMember } from './world.ts'

export interface Person {
  readonly userId: string
  readonly memberId: string
  readonly email: string
  readonly password: string
}

// A hash is made to be slow, and one secret is as good as many: people of one test file do not share a database with others.
const password = randomBytes(12).toString('base64url')
let hashed: Promise<string> | undefined

/** A member with a password. */
export async function makePerson(
  db: Db,
  clinicId: string,
  given: Parameters<typeof makeMember>[2] & { email?: string } = {},
): Promise<Person> {
  const { email = `${uuid()}@example.com`, ...rest } = given
  hashed ??= hashPassword(password)
  const passwordHash = await hashed
  const userId = await db.transaction().execute(async (trx) => {
    const id = await insertUser(trx, { id: uuid(), name: 'Rosa Quinn', email })
    await insertPassword(trx, id, passwordHash)
    return id
  })
  const member = await makeMember(db, clinicId, { ...rest, userId })
  return { userId, memberId: member.id, email, password }
}

const A_WEEK = 7 * 24 * 3_600_000

/** The cookie of somebody who has signed in: the session is as the program keeps it, without checking the password for it. */
export async function sessionCookieOf(db: Db, { userId }: Pick<Person, 'userId'>): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await sql`insert into auth.sessions (id, user_id, token, expires_at)
    values (${uuid()}, ${userId}, ${token}, ${new Date(Date.now() + A_WEEK)})`.execute(db)
  const key = createHmac('sha256', SECRET).update('daybook session cookie').digest('base64url')
  const signature = createHmac('sha256', key).update(token).digest('base64')
  return `daybook.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

/** A key of the clinic, and how to send it. */
export async function makeApiKey(
  db: Db,
  clinicId: string,
  given: { scopes?: ('read' | 'write')[]; expiresAt?: Date } = {},
) {
  const { scopes = ['read', 'write'], expiresAt = null } = given
  const id = uuid()
  const { secret, prefix, hash } = makeApiKeySecret()
  await inClinic(db, clinicId, (trx) =>
    sql`insert into api_keys (clinic_id, id, name, scopes, prefix, key_hash, expires_at)
      values (${clinicId}, ${id}, 'Referral portal', ${scopes}, ${prefix}, ${hash}, ${expiresAt})`.execute(trx),
  )
  return { id, secret, authorization: `Bearer ${secret}` }
}
