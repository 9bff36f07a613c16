import pg from 'pg'
import type { State } from './state.ts'

export const SUPERUSER = 'daybook_superuser'
const OWNER = 'daybook_owner'
const DATABASE = 'daybook'

/**
 * The database and its owner, who may make roles but is no superuser: that one is used here alone, when the server
 * starts. btree_gist needs no superuser either, for Postgres trusts it to whoever owns the database.
 */
export async function ensureOwner(
  host: string,
  port: number,
  passwords: Pick<State, 'superuserPassword' | 'ownerPassword'>,
): Promise<string> {
  const client = new pg.Client({
    connectionString: url(SUPERUSER, passwords.superuserPassword, host, port, 'postgres'),
  })
  await client.connect()
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [OWNER])
    if (!role.rowCount)
      await client.query(
        `create role ${OWNER} login createrole password ${client.escapeLiteral(passwords.ownerPassword)}`,
      )
    const database = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (!database.rowCount) await client.query(`create database ${DATABASE} owner ${OWNER}`)
  } finally {
    await client.end()
  }
  return url(OWNER, passwords.ownerPassword, host, port, DATABASE)
}

function url(role: string, password: string, host: string, port: number, database: string): string {
  return `postgres://${role}:${password}@${host}:${port}/${database}`
}
