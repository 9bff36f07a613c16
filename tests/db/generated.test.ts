import { readFile } from 'node:fs/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dumpSchema } from '../../db/dump-schema.ts'
import { startThrowaway, type Throwaway } from '../../db/embedded/throwaway.ts'
import { migrate } from '../../db/migrate.ts'
import { rowTypes } from '../../db/row-types.ts'
import { databaseFolder } from '../support/env.ts'

let server: Throwaway
let db: Kysely<unknown>

// Not the server of the run, which may be an older one: versions of Postgres write some definitions differently.
beforeAll(async () => {
  server = await startThrowaway({ parent: databaseFolder })
  await migrate(server.superuserUrl)
  db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: server.superuserUrl }) }) })
})

afterAll(async () => {
  await db.destroy()
  await server.stop()
})

test.each([
  ['db/tables.ts', rowTypes],
  ['db/schema.sql', dumpSchema],
])('%s is what the migrations make (else: npm run generate:db)', async (file, make) => {
  expect(await readFile(file, 'utf8')).toBe(await make(db))
})
