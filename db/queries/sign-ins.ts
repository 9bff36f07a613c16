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
