import { writeFile } from 'node:fs/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { dumpSchema } from './dump-schema.ts'
import { startThrowaway } from './embedded/throwaway.ts'
import { migrate } from './migrate.ts'
import { rowTypes } from './row-types.ts'

/** Writes tables.ts and schema.sql from a database that has just been migrated. */
const server = await startThrowaway()
try {
  await migrate(server.superuserUrl)
  const pool = new pg.Pool({ connectionString: server.superuserUrl })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  await writeFile(new URL('tables.ts', import.meta.url), await rowTypes(db))
  await writeFile(new URL('schema.sql', import.meta.url), await dumpSchema(db))
  await db.destroy()
} finally {
  await server.stop()
}
