import type { Kysely } from 'kysely'
import { generate, PostgresDialect, RawExpressionNode } from 'kysely-codegen'

/** Columns that triggers and generation expressions fill, so that no insert has to name them. */
const writtenByPostgres = {
  'audit_entries.hash': new RawExpressionNode('Generated<Buffer>'),
  'audit_entries.previous_hash': new RawExpressionNode('Generated<Buffer>'),
  'audit_entries.seq': new RawExpressionNode('Generated<number>'),
  'changes.seq': new RawExpressionNode('Generated<number>'),
  'occupancies.ends_at': new RawExpressionNode('ColumnType<Date, never, never>'),
  'occupancies.span': new RawExpressionNode('ColumnType<Buffer, never, never>'),
  'occupancies.starts_at': new RawExpressionNode('ColumnType<Date, never, never>'),
}

/** What the rows of a migrated database look like to TypeScript, as `connect` parses them. */
export async function rowTypes(db: Kysely<unknown>): Promise<string> {
  const types = await generate({
    db,
    dialect: new PostgresDialect({ dateParser: 'string' }),
    excludePattern: '{kysely_*,daybook_internal.*,pgboss.*}',
    defaultSchemas: ['public'],
    typeMapping: { int8: 'number' },
    overrides: { columns: writtenByPostgres },
    outFile: null,
  })
  return types.replace('export interface DB {', 'export interface Database {')
}
