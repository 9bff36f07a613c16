import pg from 'pg'
import type { TestDatabase } from './postgres.ts'

/** Does something to the database as its superuser, whom no rule of rows binds. */
export async function onDatabaseOwner<T>(database: TestDatabase, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
