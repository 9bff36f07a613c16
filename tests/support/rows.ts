import pg from 'pg'
import type { TestDatabase } from './postgres.ts'

/** Whose tables can be looked at. */
export type TablesToSee = Pick<TestDatabase, 'ownerUrl' | 'ownerPool'>

/** What a clinic's tables hold, asked past the program. `$1` is the clinic. */
export async function rowsOf<Row extends pg.QueryResultRow = pg.QueryResultRow>(
  database: TablesToSee,
  clinicId: string,
  query: string,
): Promise<Row[]> {
  if (database.ownerPool) {
    const client = await database.ownerPool.connect()
    return read<Row>(client, clinicId, query).finally(() => client.release())
  }
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  return read<Row>(client, clinicId, query).finally(() => client.end())
}

async function read<Row extends pg.QueryResultRow>(client: pg.ClientBase, clinicId: string, query: string) {
  // Row-level security binds the owner as well.
  await client.query(`select set_config('daybook.clinic_id', $1, false)`, [clinicId])
  return (await client.query<Row>(query, [clinicId])).rows
}
