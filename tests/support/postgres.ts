import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Db } from '../../db/connect.ts'
import { execute, onDatabase } from './global-setup.ts'

export interface TestDatabase {
  /** As the program connects. */
  readonly url: string
  readonly ownerUrl: string
  /** Connections for looking at the tables past the program; without it, each look makes one of its own. */
  readonly ownerPool?: pg.Pool
  readonly db: Db
  close(): Promise<void>
}

/** A migrated database of this test file's own. Close it when the file is done. */
export async function testDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const template = inject('template')
  const database = `${template.database}_${randomBytes(4).toString('hex')}`
  // The files as they are: page by page, through the log, it takes more than twice the work.
  const from = `template ${template.database} strategy file_copy`
  await execute(template.maintenanceUrl, `create database ${database} ${from}`)
  const url = onDatabase(template.appUrl, database)
  const { db, close } = connect({ url, applicationName: 'daybook test', max: options.max ?? 10 })
  const ownerUrl = onDatabase(template.maintenanceUrl, database)
  const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  return {
    url,
    ownerUrl,
    ownerPool,
    db,
    async close() {
      await Promise.all([close(), ownerPool.end()])
      // Waits some seconds for connections that are still closing; one that stays open is a test that left it so.
      await execute(template.maintenanceUrl, `drop database ${database}`)
    },
  }
}
