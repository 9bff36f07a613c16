import { sql } from 'kysely'
import type { Db, Trx } from '../connect.ts'

/** better-auth's name for an account that is an e-mail and a password. */
const PASSWORD_PROVIDER = 'credential'

export interface SignIn {
  readonly userId: string
  readonly hasPassword: boolean
}

/** The e-mail in lower case. */
export async function findSignIn(db: Db | Trx, email: string): Promise<SignIn | undefined> {
  const { rows } = await sql<SignIn>`
    select u.id as "userId", exists (
        select from auth.accounts a where a.user_id = u.id and a.provider_id = ${PASSWORD_PROVIDER}) as "hasPassword"
      from auth.users u where u.email = ${email}`.execute(db)
  return rows[0]
}

/** A person who cannot sign in yet, or the one who has that e-mail already. The e-mail in lower case. */
export async function insertUser(
  trx: Trx,
  user: { readonly id: string; readonly name: string; readonly email: string },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.users as u (id, name, email) values (${user.id}, ${user.name}, ${user.email})
      on conflict on constraint users_email_key do update set email = u.email
      returning id`.execute(trx)
  return rows[0]!.id
}

/** Never replaces a password: false when the person has one. */
export async function insertPassword(trx: Trx, userId: string, passwordHash: string): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.accounts (id, account_id, provider_id, user_id, password)
      values (${userId}, ${userId}, ${PASSWORD_PROVIDER}, ${userId}, ${passwordHash})
      on conflict do nothing
      returning id`.execute(trx)
  return rows.length > 0
}

/** The e-mail with which the person signs in, in lower case. */
export async function getEmailOfUser(db: Db, userId: string): Promise<string> {
  const { rows } = await sql<{ email: string }>`select email from auth.users where id = ${userId}`.execute(db)
  if (!rows[0]) throw new Error('a session without its person')
  return rows[0].email
}

export async function findPasswordHash(db: Db, userId: string): Promise<string | undefined> {
  const { rows } = await sql<{ password: string | null }>`
    select password from auth.accounts where user_id = ${userId} and provider_id = ${PASSWORD_PROVIDER}`.execute(db)
  return rows[0]?.password ?? undefined
}

export async function updatePassword(trx: Trx, userId: string, passwordHash: string): Promise<void> {
  await sql`update auth.accounts set password = ${passwordHash}, updated_at = now()
    where user_id = ${userId} and provider_id = ${PASSWORD_PROVIDER}`.execute(trx)
}

export async function insertInvitation(trx: Trx, userId: string, tokenHash: Buffer): Promise<void> {
  await sql`insert into auth.invitations (token_hash, user_id) values (${tokenHash}, ${userId})`.execute(trx)
}

export interface Invitation {
  readonly userId: string
  readonly email: string
}

export async function findInvitation(db: Db, tokenHash: Buffer): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    select u.id as "userId", u.email from auth.invitations i join auth.users u on u.id = i.user_id
      where i.token_hash = ${tokenHash} and i.expires_at > now()`.execute(db)
  return rows[0]
}

/** The invitation works for one caller: the second one finds it gone. */
export async function takeInvitation(trx: Trx, tokenHash: Buffer): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    with taken as (
      delete from auth.invitations where token_hash = ${tokenHash} and expires_at > now() returning user_id)
    select u.id as "userId", u.email from taken t join auth.users u on u.id = t.user_id`.execute(trx)
  return rows[0]
}

export async function deleteInvitationsOfUser(trx: Trx, userId: string): Promise<void> {
  await sql`delete from auth.invitations where user_id = ${userId}`.execute(trx)
}

export async function deleteExpiredInvitations(db: Db): Promise<void> {
  await sql`delete from auth.invitations where expires_at < now()`.execute(db)
}
