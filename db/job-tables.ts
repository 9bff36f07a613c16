import type pg from 'pg'
import { PgBoss } from 'pg-boss'

/** Brings pg-boss's own tables to the version that this program works with. The pool connects as their owner. */
export async function installJobTables(owner: pg.Pool): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => owner.query(text, values) }
  const boss = new PgBoss({ db, supervise: false, schedule: false })
  await boss.start()
  await boss.stop({ graceful: false })
}
