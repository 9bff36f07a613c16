import pg from 'pg'
import type { TestDatabase } from './postgres.ts'

/** What a clinic's tables hold, asked past the program. `$1` is the clinic. */
export async function rowsOf<Row extends pg.QueryResultRow = pg.QueryResultRow>(
  database: Pick<TestDatabase, 'ownerUrl'>,
  clinicId: string,
  query: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    // Row-level security binds the owner as well.
    await client.query(`select set_config('daybook.clinic_id', $1, false)`, [clinicId])
    return (await client.query<Row>(query, [clinicId])).rows
  } finally {
    await client.end()
  }
}
