import { writeFile } from 'node:fs/promises'
import { Kysely, PostgresDialect } from 'kysely'
import { PostgresDialect as CodegenDialect, generate, RawExpressionNode } from 'kysely-codegen'
import pg from 'pg'
import { startThrowaway } from './embedded/throwaway.ts'
import { migrate } from './migrate.ts'

const writtenByPostgres = {
  'audit_entries.hash': new RawExpressionNode('Generated<Buffer>'),
  'audit_entries.previous_hash': new RawExpressionNode('Generated<Buffer>'),
  'audit_entries.seq': new RawExpressionNode('Generated<number>'),
  'changes.seq': new RawExpressionNode('Generated<number>'),
  'occupancies.ends_at': new RawExpressionNode('ColumnType<Date, never, never>'),
  'occupancies.starts_at': new RawExpressionNode('ColumnType<Date, never, never>'),
}

/** Writes tables.ts, what the rows look like to TypeScript, from a database that has just been migrated. */
const server = await startThrowaway()
try {
  await migrate(server.superuserUrl)
  const pool = new pg.Pool({ connectionString: server.superuserUrl })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const types = await generate({
    db,
    dialect: new CodegenDialect({ dateParser: 'string' }),
    excludePattern: '{kysely_*,daybook_internal.*}',
    defaultSchemas: ['public'],
    typeMapping: { int8: 'number' },
    overrides: { columns: writtenByPostgres },
    outFile: null,
  })
  await writeFile(
    new URL('tables.ts', import.meta.url),
    types.replace('export interface DB {', 'export interface Database {'),
  )
  await db.destroy()
} finally {
  await server.stop()
}
