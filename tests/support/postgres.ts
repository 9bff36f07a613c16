import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect, type Db } from '../../db/connect.ts'
import { execute, onDatabase } from './global-setup.ts'

export interface TestDatabase {
  /** As the program connects. */
  readonly url: string
  readonly ownerUrl: string
  readonly db: Db
  close(): Promise<void>
}

/** A migrated database of this test file's own. Close it when the file is done. */
export async function testDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const template = inject('template')
  const database = `${template.database}_${randomBytes(4).toString('hex')}`
  await execute(template.maintenanceUrl, `create database ${database} template ${template.database}`)
  const url = onDatabase(template.appUrl, database)
  const { db, close } = connect({ url, applicationName: 'daybook test', max: options.max ?? 10 })
  return {
    url,
    ownerUrl: onDatabase(template.maintenanceUrl, database),
    db,
    async close() {
      await close()
      // Waits some seconds for connections that are still closing; one that stays open is a test that left it so.
      await execute(template.maintenanceUrl, `drop database ${database}`)
    },
  }
}
