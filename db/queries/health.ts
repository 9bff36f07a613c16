import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/** Fails unless the book can be read and written: a standby or a full disk refuses the write. */
export async function checkBook(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select set_config('statement_timeout', '2s', true)`.execute(trx)
    await sql`select 1 from occupancies limit 1`.execute(trx)
    await sql`update appointments set version = version where false`.execute(trx)
    const { rows } = await sql<{ writable: boolean }>`
      select not pg_is_in_recovery() and not current_setting('transaction_read_only')::boolean as writable`.execute(trx)
    if (!rows[0]?.writable) throw new Error('this database is read-only')
  })
}
