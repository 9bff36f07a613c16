import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/**
 * The program works as a login of its own that owns nothing and cannot step around row-level security. Its name and
 * password lie in a table that only the owner reads, so every process that knows DATABASE_URL finds the same login, and
 * a copy of the database keeps it.
 */
export interface AppLogin {
  readonly role: string
  readonly password: string
}

export async function ensureAppLogin(owner: Kysely<unknown>): Promise<AppLogin> {
  await sql`create schema if not exists daybook_internal`.execute(owner)
  await sql`
    create table if not exists daybook_internal.app_login (
      only_row boolean primary key default true check (only_row),
      role text not null,
      password text not null
    )`.execute(owner)
  await sql`
    insert into daybook_internal.app_login (role, password)
      values (${`daybook_app_${randomBytes(4).toString('hex')}`}, ${randomBytes(24).toString('base64url')})
      on conflict do nothing`.execute(owner)
  const { rows } = await sql<AppLogin>`select role, password from daybook_internal.app_login`.execute(owner)
  const login = rows[0]
  if (!login) throw new Error('daybook_internal.app_login lost its row')
  if (!(await roleExists(owner, login.role))) {
    await createLogin(owner, login)
    await closeDatabaseToOthers(owner, login)
  }
  return login
}

/** A database restored on another server brings the table along, but not the role. */
async function roleExists(owner: Kysely<unknown>, role: string): Promise<boolean> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(owner)
  return rows.length > 0
}

async function createLogin(owner: Kysely<unknown>, { role, password }: AppLogin): Promise<void> {
  await sql`
    create role ${sql.id(role)} login nosuperuser nobypassrls nocreatedb nocreaterole
      password ${sql.lit(password)} in role daybook_app`.execute(owner)
}

/**
 * All installs of a server share the role with the grants, and Postgres lets every login into every database until it
 * is told otherwise. Done once: whom the operator lets in later stays in.
 */
async function closeDatabaseToOthers(owner: Kysely<unknown>, { role }: AppLogin): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(owner)
  const database = sql.id(rows[0]!.name)
  await sql`revoke connect on database ${database} from public`.execute(owner)
  await sql`grant connect on database ${database} to ${sql.id(role)}`.execute(owner)
}
