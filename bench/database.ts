import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { connect, type Db } from '../db/connect.ts'
import { SUPERUSER } from '../db/embedded/owner.ts'
import { readState } from '../db/embedded/state.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'

export interface DatabaseUrls {
  /** Of the migrated database, for DATABASE_URL. */
  readonly ownerUrl: string
  /** As the program itself connects. */
  readonly appUrl: string
  /** The same database as somebody whom no rule binds, to fill it. */
  readonly superuserUrl: string
}

export interface BenchDatabase extends DatabaseUrls {
  /** The same database again under another name; nobody may be connected to this one. */
  copy(name: string): Promise<DatabaseUrls>
  stop(): Promise<void>
}

/** The built-in PostgreSQL as `npm start` runs it, durability and all, in a folder that goes away. */
export async function startDatabase(flags: readonly string[] = []): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-bench-'))
  await chmod(folder, 0o711)
  const dataDir = join(folder, 'data')
  const embedded = await startEmbedded({ dataDir, flags })
  const { appUrl } = await migrate(embedded.ownerUrl)
  const superuser = new URL(embedded.ownerUrl)
  superuser.username = SUPERUSER
  superuser.password = (await readState(dataDir))!.superuserPassword
  const urls = { ownerUrl: embedded.ownerUrl, appUrl, superuserUrl: superuser.href }
  return {
    ...urls,
    async copy(name) {
      const template = new URL(appUrl).pathname.slice(1)
      await execute(
        onDatabase(superuser.href, 'postgres'),
        `create database ${name} template ${template} owner daybook_owner`,
      )
      return {
        ownerUrl: onDatabase(urls.ownerUrl, name),
        appUrl: onDatabase(urls.appUrl, name),
        superuserUrl: onDatabase(urls.superuserUrl, name),
      }
    },
    async stop() {
      await embedded.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** Works with the database as the program does, and leaves no connection behind. */
export async function withDatabase<T>(appUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = connect({ url: appUrl, applicationName: 'daybook bench', max: 2 })
  try {
    return await work(db)
  } finally {
    await close()
  }
}

export async function execute(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function onDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
