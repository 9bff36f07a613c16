import { Kysely, Migrator, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type AppLogin, ensureAppLogin } from './app-login.ts'
import { installJobTables } from './job-tables.ts'
import { migrations } from './migrations.ts'

export interface Migrated {
  /** Where the program connects from now on: the same database as a login that row-level security binds. */
  readonly appUrl: string
  /** The names of the migrations that this call applied. */
  readonly applied: string[]
}

const OLDEST_VERSION = 150000
/** Any number, as long as every Daybook takes the same one. */
const MIGRATION_LOCK = 4_051_620_193
const INSUFFICIENT_PRIVILEGE = '42501'

/** Brings the database to the newest schema. Any number of processes may call it at once: one works, the others wait. */
export async function migrate(ownerUrl: string): Promise<Migrated> {
  const pool = new pg.Pool({ connectionString: ownerUrl, application_name: 'daybook migrate', max: 1 })
  pool.on('error', (error) => process.emitWarning(`the migrating connection was lost: ${error.message}`))
  const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrated = await owner.connection().execute(async (connection) => {
      await checkVersion(connection)
      await sql`select pg_advisory_lock(${sql.lit(MIGRATION_LOCK)})`.execute(connection)
      const applied = await applyMigrations(connection)
      return { applied, appUrl: urlAs(ownerUrl, await ensureAppLogin(connection)) }
    })
    await installJobTables(pool)
    return migrated
  } catch (error) {
    throw explained(error, ownerUrl)
  } finally {
    await owner.destroy()
  }
}

async function checkVersion(owner: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ number: string; text: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as text
  `.execute(owner)
  const version = rows[0]
  if (!version || Number(version.number) < OLDEST_VERSION)
    throw new Error(`Daybook needs PostgreSQL 15 or newer; this server is ${version?.text}.`)
}

async function applyMigrations(owner: Kysely<unknown>): Promise<string[]> {
  const migrator = new Migrator({ db: owner, provider: { getMigrations: async () => migrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.filter((each) => each.status === 'Success').map((each) => each.migrationName)
}

function urlAs(ownerUrl: string, login: AppLogin): string {
  const url = new URL(ownerUrl)
  url.username = login.role
  url.password = login.password
  return url.href
}

function explained(error: unknown, ownerUrl: string): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) return error
  const role = decodeURIComponent(new URL(ownerUrl).username)
  return new Error(
    `The role "${role}" of DATABASE_URL may not set the database up: ${error.message}. ` +
      `It must own the database and have CREATEROLE (alter role "${role}" createrole); where another role made ` +
      `daybook_app on this server, also: grant daybook_app to "${role}" with admin option.`,
    { cause: error },
  )
}
